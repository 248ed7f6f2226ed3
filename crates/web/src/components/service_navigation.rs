//! Service navigation: the service's name and its main pages.

use maud::{Markup, html};

use super::{Content, content::filled};

/// The bar under the header.
#[derive(Clone, Debug)]
pub struct ServiceNavigation {
    /// The service's name; empty for none.
    pub service_name: Content,
    /// Its first page; empty for none.
    pub service_url: String,
    /// Its main pages.
    pub items: Vec<NavigationItem>,
    /// Fold the pages behind a button on a narrow screen; by default if there are several.
    pub collapse_on_mobile: Option<bool>,
    /// The words on that button.
    pub menu_button_text: String,
    /// What that button is called aloud, if something else; empty otherwise.
    pub menu_button_label: String,
    /// What the list of pages is called aloud; the button's words by default.
    pub navigation_label: String,
    /// The id of the list.
    pub navigation_id: String,
    /// What the whole bar is called aloud.
    pub label: String,
}

impl Default for ServiceNavigation {
    fn default() -> Self {
        Self {
            service_name: Content::default(),
            service_url: String::new(),
            items: Vec::new(),
            collapse_on_mobile: None,
            menu_button_text: "Menu".into(),
            menu_button_label: String::new(),
            navigation_label: String::new(),
            navigation_id: "navigation".into(),
            label: "Service information".into(),
        }
    }
}

/// One of the main pages.
#[derive(Clone, Debug, Default)]
pub struct NavigationItem {
    /// Its name.
    pub text: Content,
    /// The page; `None` prints the name alone.
    pub href: Option<String>,
    /// Where the reader is.
    pub place: Place,
}

/// Where the reader is, seen from a page of the navigation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// Somewhere else.
    #[default]
    Elsewhere,
    /// On a page below it.
    Within,
    /// On it.
    Here,
}

impl NavigationItem {
    /// A page.
    pub fn new(text: impl Into<Content>, href: impl Into<String>, place: Place) -> Self {
        Self {
            text: text.into(),
            href: Some(href.into()),
            place,
        }
    }
}

/// Below the header, inside `header`.
pub fn service_navigation(options: &ServiceNavigation) -> Markup {
    let class = "govuk-service-navigation";
    let content = html! {
        div class="govuk-width-container" {
            div class="govuk-service-navigation__container" {
                (service_name(options))
                @if !options.items.is_empty() { (pages(options)) }
            }
        }
    };
    if options.service_name.is_empty() {
        html! { div class=(class) data-module=(class) { (content) } }
    } else {
        html! { section aria-label=(options.label) class=(class) data-module=(class) { (content) } }
    }
}

fn service_name(options: &ServiceNavigation) -> Markup {
    html! {
        @if !options.service_name.is_empty() {
            span class="govuk-service-navigation__service-name" {
                @if let Some(url) = filled(&options.service_url) {
                    a href=(url) class="govuk-service-navigation__link" { (options.service_name) }
                } @else {
                    span class="govuk-service-navigation__text" { (options.service_name) }
                }
            }
        }
    }
}

fn pages(options: &ServiceNavigation) -> Markup {
    let collapse = options
        .collapse_on_mobile
        .unwrap_or(options.items.len() > 1);
    let navigation_label = filled(&options.navigation_label).unwrap_or(&options.menu_button_text);
    let menu_button_label =
        filled(&options.menu_button_label).filter(|label| *label != options.menu_button_text);
    html! {
        nav aria-label=(navigation_label) class="govuk-service-navigation__wrapper" {
            @if collapse {
                button type="button"
                    class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
                    aria-controls=(options.navigation_id) aria-label=[menu_button_label] hidden
                    aria-hidden="true" { (options.menu_button_text) }
            }
            ul class="govuk-service-navigation__list" id=(options.navigation_id) {
                @for item in &options.items { (page(item)) }
            }
        }
    }
}

fn page(item: &NavigationItem) -> Markup {
    let (class, current) = match item.place {
        Place::Elsewhere => ("govuk-service-navigation__item", None),
        Place::Within => (ACTIVE, Some("true")),
        Place::Here => (ACTIVE, Some("page")),
    };
    let name = html! {
        @if current.is_some() {
            strong class="govuk-service-navigation__active-fallback" { (item.text) }
        } @else {
            (item.text)
        }
    };
    html! {
        li class=(class) {
            @if let Some(href) = &item.href {
                a class="govuk-service-navigation__link" href=(href) aria-current=[current] { (name) }
            } @else {
                span class="govuk-service-navigation__text" aria-current=[current] { (name) }
            }
        }
    }
}

const ACTIVE: &str = "govuk-service-navigation__item govuk-service-navigation__item--active";
