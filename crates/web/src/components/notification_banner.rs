//! Notification banner: something about the service, or what just happened.

use maud::{Markup, html};

use super::{Content, HeadingLevel};

/// A banner above the page's heading.
#[derive(Clone, Debug)]
pub struct NotificationBanner {
    /// News, or success.
    pub kind: BannerKind,
    /// Its title; by default the kind's own word.
    pub title: Option<Content>,
    /// The level of the title.
    pub title_level: HeadingLevel,
    /// The id of the title, if there is more than one banner.
    pub title_id: String,
    /// One line, set as a heading. Leave empty where `body` is given.
    pub text: Content,
    /// Anything longer.
    pub body: Content,
    /// Keep the focus where it is when the page opens.
    pub disable_auto_focus: Option<bool>,
}

/// What a banner brings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BannerKind {
    /// Something to know.
    #[default]
    Important,
    /// What was asked for has been done.
    Success,
}

impl Default for NotificationBanner {
    fn default() -> Self {
        Self {
            kind: BannerKind::Important,
            title: None,
            title_level: HeadingLevel::H2,
            title_id: "govuk-notification-banner-title".into(),
            text: Content::default(),
            body: Content::default(),
            disable_auto_focus: None,
        }
    }
}

impl NotificationBanner {
    /// "Success", and a line saying what was done.
    pub fn success(text: impl Into<Content>) -> Self {
        Self {
            kind: BannerKind::Success,
            text: text.into(),
            ..Self::default()
        }
    }
}

/// Goes before the page's heading, inside `main`.
pub fn notification_banner(options: &NotificationBanner) -> Markup {
    let (class, role, word) = match options.kind {
        BannerKind::Important => ("govuk-notification-banner", "region", "Important"),
        BannerKind::Success => (
            "govuk-notification-banner govuk-notification-banner--success",
            "alert",
            "Success",
        ),
    };
    let title = options.title.clone().unwrap_or_else(|| word.into());
    let title = options.title_level.heading(
        "govuk-notification-banner__title",
        Some(&options.title_id),
        &title,
    );
    html! {
        div class=(class) role=(role) aria-labelledby=(options.title_id)
            data-module="govuk-notification-banner"
            data-disable-auto-focus=[options.disable_auto_focus] {
            div class="govuk-notification-banner__header" { (title) }
            div class="govuk-notification-banner__content" {
                @if !options.body.is_empty() {
                    (options.body)
                } @else if !options.text.is_empty() {
                    p class="govuk-notification-banner__heading" { (options.text) }
                }
            }
        }
    }
}
