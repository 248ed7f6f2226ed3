//! Breadcrumbs: where this page lies.

use maud::{Markup, html};

use super::Content;

/// The way from the first page to this one.
#[derive(Clone, Debug)]
pub struct Breadcrumbs {
    /// The steps, outermost first.
    pub items: Vec<Breadcrumb>,
    /// On a narrow screen show only the first and the last step.
    pub collapse_on_mobile: bool,
    /// The name of the landmark.
    pub label: String,
}

impl Default for Breadcrumbs {
    fn default() -> Self {
        Self {
            items: Vec::new(),
            collapse_on_mobile: false,
            label: "Breadcrumb".into(),
        }
    }
}

/// One step of the way.
#[derive(Clone, Debug, Default)]
pub struct Breadcrumb {
    /// Its name.
    pub text: Content,
    /// Its page; `None` for the page being read.
    pub href: Option<String>,
}

/// Goes before the main content, instead of a back link.
pub fn breadcrumbs(options: &Breadcrumbs) -> Markup {
    let class = if options.collapse_on_mobile {
        "govuk-breadcrumbs govuk-breadcrumbs--collapse-on-mobile"
    } else {
        "govuk-breadcrumbs"
    };
    html! {
        nav class=(class) aria-label=(options.label) {
            ol class="govuk-breadcrumbs__list" {
                @for item in &options.items {
                    @if let Some(href) = &item.href {
                        li class="govuk-breadcrumbs__list-item" {
                            a class="govuk-breadcrumbs__link" href=(href) { (item.text) }
                        }
                    } @else {
                        li class="govuk-breadcrumbs__list-item" aria-current="page" { (item.text) }
                    }
                }
            }
        }
    }
}
