//! Options of the components around a page’s content.

use maud::PreEscaped;
use serde_json::Value;
use web::components::{
    BackLink, Breadcrumb, Breadcrumbs, Content, Footer, FooterColumn, FooterLink, FooterWidth,
    GenericHeader, NavigationItem, PageItem, PageLink, Pagination, Place, ServiceNavigation,
    SkipLink, back_link, breadcrumbs, footer, generic_header, pagination, service_navigation,
    skip_link,
};

use super::super::given::{Given, NotOffered, truthy};
use super::Built;

pub(super) fn build_back_link(given: &mut Given<'_>) -> Built {
    let mut options = BackLink::default();
    let text = given.content("text", "html");
    if !text.is_empty() {
        options.text = text;
    }
    if let Some(href) = given.string("href").filter(|href| !href.is_empty()) {
        options.href = href;
    }
    Ok(back_link(&options))
}

pub(super) fn build_breadcrumbs(given: &mut Given<'_>) -> Built {
    let mut options = Breadcrumbs {
        collapse_on_mobile: given.flag("collapseOnMobile"),
        ..Breadcrumbs::default()
    };
    if let Some(label) = given.string("labelText") {
        options.label = label;
    }
    for item in given.list("items") {
        let mut item = Given::of(item);
        options.items.push(Breadcrumb {
            text: item.content("text", "html"),
            href: item.string("href"),
        });
        item.done()?;
    }
    Ok(breadcrumbs(&options))
}

pub(super) fn build_footer(given: &mut Given<'_>) -> Built {
    // Left out, the licence is the government's own; null, there is none.
    let named = given.names("contentLicence");
    let mut options = Footer {
        licence: match given.words("contentLicence")? {
            Some(licence) => licence,
            None if named => Content::default(),
            None => PreEscaped(OPEN_GOVERNMENT_LICENCE.to_owned()).into(),
        },
        ..Footer::default()
    };
    given.words("copyright")?;
    if let Some(meta) = given.take("meta") {
        let mut meta = Given::of(meta);
        options.meta = meta.content("text", "html");
        if let Some(heading) = meta.string("visuallyHiddenTitle") {
            options.links_heading = heading;
        }
        options.links = footer_links(meta.list("items"))?;
        meta.done()?;
        if options.links.is_empty() && options.meta.is_empty() {
            return Err("empty meta".to_owned());
        }
    }
    for column in given.list("navigation") {
        let mut column = Given::of(column);
        let width = match column.string("width").as_deref() {
            None => FooterWidth::Full,
            Some("one-half") => FooterWidth::OneHalf,
            Some("one-third") => FooterWidth::OneThird,
            Some("two-thirds") => FooterWidth::TwoThirds,
            Some(_) => return Err("width".to_owned()),
        };
        options.navigation.push(FooterColumn {
            title: column.content("title", ""),
            width,
            columns: column
                .number("columns")
                .unwrap_or_default()
                .try_into()
                .expect("few"),
            links: footer_links(column.list("items"))?,
        });
        column.done()?;
    }
    Ok(footer(&options))
}

const OPEN_GOVERNMENT_LICENCE: &str = "All content is available under the \
    <a class=\"govuk-footer__link\" \
    href=\"https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/\" \
    rel=\"license\">Open Government Licence v3.0</a>, except where otherwise stated";

fn footer_links(items: Vec<&Value>) -> Result<Vec<FooterLink>, NotOffered> {
    let mut links = Vec::new();
    for item in items {
        let mut item = Given::of(item);
        links.push(FooterLink {
            text: item.content("text", ""),
            href: item.text("href"),
        });
        item.done()?;
    }
    Ok(links)
}

pub(super) fn build_generic_header(given: &mut Given<'_>) -> Built {
    let mut options = GenericHeader {
        logo: given.content("logoText", "logoHtml"),
        ..GenericHeader::default()
    };
    if let Some(url) = given.string("url") {
        options.url = url;
    }
    Ok(generic_header(&options))
}

pub(super) fn build_pagination(given: &mut Given<'_>) -> Built {
    let mut options = Pagination {
        previous: page_link(given.take("previous"))?,
        next: page_link(given.take("next"))?,
        ..Pagination::default()
    };
    if let Some(label) = given.string("landmarkLabel") {
        options.landmark_label = label;
    }
    for item in given.list("items") {
        let mut item = Given::of(item);
        options.items.push(if item.flag("ellipsis") {
            PageItem::Ellipsis
        } else {
            PageItem::Page {
                number: item.number("number").ok_or("number")?.into(),
                href: item.text("href"),
                current: item.flag("current"),
                spoken: item.string("visuallyHiddenText"),
            }
        });
        item.done()?;
    }
    Ok(pagination(&options))
}

fn page_link(given: Option<&Value>) -> Result<Option<PageLink>, NotOffered> {
    let Some(value) = given.filter(|value| truthy(value)) else {
        return Ok(None);
    };
    let mut link = Given::of(value);
    let built = PageLink {
        href: link.text("href"),
        text: link.content("text", "html"),
        label: link.content("labelText", ""),
    };
    link.done()?;
    Ok(Some(built))
}

pub(super) fn build_service_navigation(given: &mut Given<'_>) -> Built {
    let mut options = ServiceNavigation {
        service_name: given.content("serviceName", ""),
        service_url: given.text("serviceUrl"),
        collapse_on_mobile: given.choice("collapseNavigationOnMobile"),
        menu_button_label: given.text("menuButtonLabel"),
        navigation_label: given.text("navigationLabel"),
        ..ServiceNavigation::default()
    };
    for (option, field) in [
        ("menuButtonText", &mut options.menu_button_text),
        ("navigationId", &mut options.navigation_id),
        ("ariaLabel", &mut options.label),
    ] {
        if let Some(value) = given.string(option) {
            *field = value;
        }
    }
    for item in given.list("navigation") {
        let mut item = Given::of(item);
        let (current, active) = (item.flag("current"), item.flag("active"));
        options.items.push(NavigationItem {
            text: item.content("text", "html"),
            href: item.string("href"),
            place: match (current, active) {
                (true, _) => Place::Here,
                (false, true) => Place::Within,
                (false, false) => Place::Elsewhere,
            },
        });
        item.done()?;
    }
    Ok(service_navigation(&options))
}

pub(super) fn build_skip_link(given: &mut Given<'_>) -> Built {
    let mut options = SkipLink {
        text: given.content("text", "html"),
        ..SkipLink::default()
    };
    if let Some(href) = given.string("href") {
        options.href = href;
    }
    Ok(skip_link(&options))
}
