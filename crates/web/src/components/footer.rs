//! Footer: the council's own, without crown and crest.

use maud::{Markup, html};

use super::Content;

/// The foot of every page.
#[derive(Clone, Debug)]
pub struct Footer {
    /// Columns of links; usually none.
    pub navigation: Vec<FooterColumn>,
    /// Links in a row: accessibility statement, privacy notice.
    pub links: Vec<FooterLink>,
    /// The spoken heading of that row.
    pub links_heading: String,
    /// A line under the links; empty for none.
    pub meta: Content,
    /// The terms on which the content may be used again; empty for none.
    pub licence: Content,
}

impl Default for Footer {
    fn default() -> Self {
        Self {
            navigation: Vec::new(),
            links: Vec::new(),
            links_heading: "Support links".into(),
            meta: Content::default(),
            licence: Content::default(),
        }
    }
}

/// A column of links with a heading.
#[derive(Clone, Debug, Default)]
pub struct FooterColumn {
    /// Its heading.
    pub title: Content,
    /// How much of the page's width it takes.
    pub width: FooterWidth,
    /// In how many columns its links are set on a wide screen; 0 for the usual.
    pub columns: u8,
    /// Its links.
    pub links: Vec<FooterLink>,
}

/// How wide a column of the footer is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FooterWidth {
    /// The whole width.
    #[default]
    Full,
    /// Half.
    OneHalf,
    /// A third.
    OneThird,
    /// Two thirds.
    TwoThirds,
}

/// A link at the foot.
#[derive(Clone, Debug, Default)]
pub struct FooterLink {
    /// Its words.
    pub text: Content,
    /// Its page.
    pub href: String,
}

impl FooterLink {
    /// A link.
    pub fn new(text: impl Into<Content>, href: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            href: href.into(),
        }
    }
}

/// Always printed: the page below it takes its colour.
pub fn footer(options: &Footer) -> Markup {
    html! {
        div class="govuk-footer" {
            div class="govuk-width-container" {
                @if !options.navigation.is_empty() {
                    div class="govuk-footer__navigation" {
                        @for column in &options.navigation { (navigation_column(column)) }
                    }
                    hr class="govuk-footer__section-break";
                }
                div class="govuk-footer__meta" {
                    div class="govuk-footer__meta-item govuk-footer__meta-item--grow" {
                        @if !options.links.is_empty() || !options.meta.is_empty() {
                            h2 class="govuk-visually-hidden" { (options.links_heading) }
                        }
                        @if !options.links.is_empty() {
                            ul class="govuk-footer__inline-list" {
                                @for link in &options.links {
                                    li class="govuk-footer__inline-list-item" {
                                        a class="govuk-footer__link" href=(link.href) { (link.text) }
                                    }
                                }
                            }
                        }
                        @if !options.meta.is_empty() {
                            div class="govuk-footer__meta-custom" { (options.meta) }
                        }
                        @if !options.licence.is_empty() {
                            span class="govuk-footer__licence-description" { (options.licence) }
                        }
                    }
                }
            }
        }
    }
}

fn navigation_column(column: &FooterColumn) -> Markup {
    let section = match column.width {
        FooterWidth::Full => "govuk-footer__section govuk-grid-column-full",
        FooterWidth::OneHalf => "govuk-footer__section govuk-grid-column-one-half",
        FooterWidth::OneThird => "govuk-footer__section govuk-grid-column-one-third",
        FooterWidth::TwoThirds => "govuk-footer__section govuk-grid-column-two-thirds",
    };
    let list = match column.columns {
        0 => "govuk-footer__list".to_owned(),
        columns => format!("govuk-footer__list govuk-footer__list--columns-{columns}"),
    };
    html! {
        div class=(section) {
            h2 class="govuk-footer__heading govuk-heading-m" { (column.title) }
            @if !column.links.is_empty() {
                ul class=(list) {
                    @for link in &column.links {
                        li class="govuk-footer__list-item" {
                            a class="govuk-footer__link" href=(link.href) { (link.text) }
                        }
                    }
                }
            }
        }
    }
}
