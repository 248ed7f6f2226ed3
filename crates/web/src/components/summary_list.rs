//! Summary list: what is known, as keys and values.

use maud::{Markup, html};

use super::{Content, HeadingLevel};

/// Keys and values, each with what may be done about it.
#[derive(Clone, Debug, Default)]
pub struct SummaryList {
    /// The rows.
    pub rows: Vec<SummaryRow>,
    /// Without lines between the rows.
    pub no_border: bool,
    /// In a card with a title.
    pub card: Option<SummaryCard>,
}

/// One key and its value.
#[derive(Clone, Debug, Default)]
pub struct SummaryRow {
    /// The key.
    pub key: Content,
    /// The value.
    pub value: Content,
    /// What may be done about it.
    pub actions: Vec<SummaryAction>,
    /// Without a line under this row.
    pub no_border: bool,
}

impl SummaryRow {
    /// A row with nothing to do about it.
    pub fn new(key: impl Into<Content>, value: impl Into<Content>) -> Self {
        Self {
            key: key.into(),
            value: value.into(),
            ..Self::default()
        }
    }

    /// The same row with a "Change" link; `what` completes it aloud: "Change date received".
    #[must_use]
    pub fn change(mut self, href: impl Into<String>, what: impl Into<Content>) -> Self {
        self.actions.push(SummaryAction {
            text: "Change".into(),
            href: href.into(),
            spoken: what.into(),
        });
        self
    }
}

/// A link at the end of a row or a card's title.
#[derive(Clone, Debug, Default)]
pub struct SummaryAction {
    /// The word seen: "Change".
    pub text: Content,
    /// The page.
    pub href: String,
    /// What completes it aloud; empty for nothing.
    pub spoken: Content,
}

/// The frame of a list that is one of several.
#[derive(Clone, Debug, Default)]
pub struct SummaryCard {
    /// Its title; empty for none.
    pub title: Content,
    /// The level of the title.
    pub heading_level: HeadingLevel,
    /// What may be done about the whole.
    pub actions: Vec<SummaryAction>,
}

/// The list, in its card if it has one.
pub fn summary_list(options: &SummaryList) -> Markup {
    let card_title = options.card.as_ref().map(|card| &card.title);
    let class = if options.no_border {
        "govuk-summary-list govuk-summary-list--no-border"
    } else {
        "govuk-summary-list"
    };
    let any_actions = options.rows.iter().any(|row| !row.actions.is_empty());
    let list = html! {
        dl class=(class) {
            @for row in &options.rows { (summary_row(row, any_actions, card_title)) }
        }
    };
    match &options.card {
        Some(card) => summary_card(card, &list),
        None => list,
    }
}

fn summary_row(row: &SummaryRow, any_actions: bool, card_title: Option<&Content>) -> Markup {
    let mut class = String::from("govuk-summary-list__row");
    if any_actions && row.actions.is_empty() {
        class.push_str(" govuk-summary-list__row--no-actions");
    }
    if row.no_border {
        class.push_str(" govuk-summary-list__row--no-border");
    }
    html! {
        div class=(class) {
            dt class="govuk-summary-list__key" { (row.key) }
            dd class="govuk-summary-list__value" { (row.value) }
            @match row.actions.as_slice() {
                [] => {}
                [only] => {
                    dd class="govuk-summary-list__actions" { (action_link(only, card_title)) }
                }
                several => {
                    dd class="govuk-summary-list__actions" {
                        ul class="govuk-summary-list__actions-list" {
                            @for action in several {
                                li class="govuk-summary-list__actions-list-item" {
                                    (action_link(action, card_title))
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn summary_card(card: &SummaryCard, list: &Markup) -> Markup {
    html! {
        div class="govuk-summary-card" {
            div class="govuk-summary-card__title-wrapper" {
                @if !card.title.is_empty() {
                    (card.heading_level.heading("govuk-summary-card__title", None, &card.title))
                }
                @match card.actions.as_slice() {
                    [] => {}
                    [only] => {
                        div class="govuk-summary-card__actions" {
                            (action_link(only, Some(&card.title)))
                        }
                    }
                    several => {
                        ul class="govuk-summary-card__actions" {
                            @for action in several {
                                li class="govuk-summary-card__action" {
                                    (action_link(action, Some(&card.title)))
                                }
                            }
                        }
                    }
                }
            }
            div class="govuk-summary-card__content" { (list) }
        }
    }
}

fn action_link(action: &SummaryAction, card_title: Option<&Content>) -> Markup {
    let card_title = card_title.filter(|title| !title.is_empty());
    html! {
        a class="govuk-link" href=(action.href) {
            (action.text)
            @if !action.spoken.is_empty() || card_title.is_some() {
                span class="govuk-visually-hidden" {
                    @if !action.spoken.is_empty() { " " (action.spoken) }
                    @if let Some(title) = card_title { " (" (title) ")" }
                }
            }
        }
    }
}
