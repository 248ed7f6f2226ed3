//! Pagination: a long list in pages.

use maud::{Markup, html};

use super::Content;

/// Links to the pages of a list.
#[derive(Clone, Debug)]
pub struct Pagination {
    /// The page before.
    pub previous: Option<PageLink>,
    /// The page after.
    pub next: Option<PageLink>,
    /// Numbered pages; empty where only previous and next make sense.
    pub items: Vec<PageItem>,
    /// The name of the landmark.
    pub landmark_label: String,
}

impl Default for Pagination {
    fn default() -> Self {
        Self {
            previous: None,
            next: None,
            items: Vec::new(),
            landmark_label: "Pagination".into(),
        }
    }
}

/// A link to the page before or after.
#[derive(Clone, Debug, Default)]
pub struct PageLink {
    /// The page.
    pub href: String,
    /// Words instead of "Previous page" or "Next page"; empty for those.
    pub text: Content,
    /// What is on it, where the pages are not numbered; empty for nothing.
    pub label: Content,
}

impl PageLink {
    /// A link with the usual words.
    pub fn to(href: impl Into<String>) -> Self {
        Self {
            href: href.into(),
            ..Self::default()
        }
    }
}

/// A numbered page, or pages left out.
#[derive(Clone, Debug)]
pub enum PageItem {
    /// A numbered page.
    Page {
        /// Its number.
        number: u32,
        /// The page.
        href: String,
        /// The page being read.
        current: bool,
        /// What it is called aloud; "Page" and the number by default.
        spoken: Option<String>,
    },
    /// Pages left out.
    Ellipsis,
}

/// Below the list.
pub fn pagination(options: &Pagination) -> Markup {
    let block = options.items.is_empty() && (options.next.is_some() || options.previous.is_some());
    let class = if block {
        "govuk-pagination govuk-pagination--block"
    } else {
        "govuk-pagination"
    };
    html! {
        nav class=(class) aria-label=(options.landmark_label) {
            @if let Some(link) = &options.previous {
                div class="govuk-pagination__prev" { (arrow_link(link, Way::Previous, block)) }
            }
            @if !options.items.is_empty() {
                ul class="govuk-pagination__list" {
                    @for item in &options.items { (page_item(item)) }
                }
            }
            @if let Some(link) = &options.next {
                div class="govuk-pagination__next" { (arrow_link(link, Way::Next, block)) }
            }
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Previous,
    Next,
}

fn arrow_link(link: &PageLink, way: Way, block: bool) -> Markup {
    let (rel, word, icon, path) = match way {
        Way::Previous => (
            "prev",
            "Previous",
            "govuk-pagination__icon govuk-pagination__icon--prev",
            "m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z",
        ),
        Way::Next => (
            "next",
            "Next",
            "govuk-pagination__icon govuk-pagination__icon--next",
            "m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z",
        ),
    };
    let arrow = html! {
        svg class=(icon) xmlns="http://www.w3.org/2000/svg" height="13" width="15"
            aria-hidden="true" focusable="false" viewBox="0 0 15 13" {
            path d=(path) {}
        }
    };
    let title_class = if block && link.label.is_empty() {
        "govuk-pagination__link-title govuk-pagination__link-title--decorated"
    } else {
        "govuk-pagination__link-title"
    };
    html! {
        a class="govuk-link govuk-pagination__link" href=(link.href) rel=(rel) {
            @if block || way == Way::Previous { (arrow) " " }
            span class=(title_class) {
                @if link.text.is_empty() {
                    (word) span class="govuk-visually-hidden" { " page" }
                } @else {
                    (link.text)
                }
            }
            @if block && !link.label.is_empty() {
                " " span class="govuk-visually-hidden" { ":" }
                " " span class="govuk-pagination__link-label" { (link.label) }
            }
            @if !block && way == Way::Next { " " (arrow) }
        }
    }
}

fn page_item(item: &PageItem) -> Markup {
    match item {
        PageItem::Ellipsis => html! {
            li class="govuk-pagination__item govuk-pagination__item--ellipsis" { "⋯" }
        },
        PageItem::Page {
            number,
            href,
            current,
            spoken,
        } => {
            let spoken = spoken.clone().unwrap_or_else(|| format!("Page {number}"));
            let class = if *current {
                "govuk-pagination__item govuk-pagination__item--current"
            } else {
                "govuk-pagination__item"
            };
            html! {
                li class=(class) {
                    a class="govuk-link govuk-pagination__link" href=(href) aria-label=(spoken)
                        aria-current=[current.then_some("page")] { (number) }
                }
            }
        }
    }
}
