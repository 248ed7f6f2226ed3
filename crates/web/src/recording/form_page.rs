//! A form as a page: what is wrong first, then what it is for, then the questions.

use app::officer::Officer;
use casework::refusal::Refusal;
use maud::{Markup, html};
use uuid::Uuid;

use crate::components::{Button, ErrorSummary, button, capitalised, error_summary};
use crate::form::{Fields, Problems};
use crate::layout::{Back, PageWidth};
use crate::page_error::PageError;
use crate::site::{Frame, Here, Site};

/// A form and what surrounds it.
pub(crate) struct FormPage<'a> {
    /// The browser's title; carries no name.
    pub(crate) title: &'a str,
    /// The heading.
    pub(crate) heading: &'a str,
    /// What stands over the heading; empty for nothing.
    pub(crate) caption: &'a str,
    /// Where the page belongs.
    pub(crate) here: Here,
    /// The way back.
    pub(crate) back: Back,
    /// What is wrong.
    pub(crate) problems: &'a Problems,
    /// What happened meanwhile; empty for nothing.
    pub(crate) notice: Markup,
    /// The form was not accepted for another reason than a problem.
    pub(crate) not_accepted: bool,
    /// What it is for and what the law says.
    pub(crate) explain: Markup,
    /// Where it is sent.
    pub(crate) action: &'a str,
    /// What it carries unseen.
    pub(crate) hidden: &'a Hidden,
    /// The questions.
    pub(crate) questions: Markup,
    /// What the button says.
    pub(crate) button: &'a str,
}

/// The name of the field with a form's number.
pub(crate) const SUBMISSION: &str = "submission";

/// The name of the field with the version of the case a form was filled in for.
pub(crate) const SEEN: &str = "seen";

/// The button that saves what there is of a longer form sends this name. What is saved so is another submission than
/// the whole form: whoever goes back and fills it in has not sent it before.
pub(crate) const LEAVE_OFF: &str = "leave-off";

/// What a form carries unseen.
#[derive(Clone, Debug)]
pub(crate) struct Hidden {
    /// Its number, so that sending it twice has one effect.
    pub(crate) submission: Uuid,
    /// The version of the case it was filled in for.
    pub(crate) seen: Option<u32>,
}

impl Hidden {
    /// For a form shown for the first time.
    pub(crate) fn fresh(seen: Option<u32>) -> Self {
        Self {
            submission: Uuid::now_v7(),
            seen,
        }
    }

    /// As a form sent it.
    pub(crate) fn sent(fields: &Fields) -> Self {
        let submission = fields.text(SUBMISSION).parse();
        let submission: Uuid = submission.unwrap_or_else(|_| Uuid::now_v7());
        let left_off = u128::from(!fields.text(LEAVE_OFF).is_empty());
        Self {
            submission: Uuid::from_u128(submission.as_u128() ^ left_off),
            seen: fields.text(SEEN).parse().ok(),
        }
    }
}

/// The page.
pub(crate) fn form_page(
    site: &Site,
    officer: &Officer,
    page: FormPage<'_>,
) -> Result<Markup, PageError> {
    let errors = !page.problems.is_empty();
    let main = html! {
        @if errors {
            (error_summary(&ErrorSummary {
                problems: page.problems.summary(),
                ..ErrorSummary::default()
            }))
        }
        (page.notice)
        @if !page.caption.is_empty() { span class="govuk-caption-l" { (page.caption) } }
        h1 class="govuk-heading-l" { (page.heading) }
        (page.explain)
        form method="post" action=(page.action) novalidate {
            // The first button of a form is the one the Enter key presses.
            button type="submit" class="govuk-visually-hidden" tabindex="-1" aria-hidden="true" {
                (page.button)
            }
            input type="hidden" name=(SUBMISSION) value=(page.hidden.submission);
            @if let Some(seen) = page.hidden.seen {
                input type="hidden" name=(SEEN) value=(seen);
            }
            (page.questions)
            (button(&Button { prevent_double_click: Some(true), ..Button::new(page.button) }))
        }
    };
    let frame = Frame {
        title: page.title,
        here: page.here,
        back: page.back,
        errors: errors || page.not_accepted,
        width: PageWidth::Reading,
    };
    site.page(officer, frame, main)
}

/// A refusal in one message: the reason, what would help, and where the rule stands.
pub(crate) fn explain_refusal(refusal: &Refusal) -> String {
    let mut message = capitalised(&refusal.to_string());
    if !message.ends_with('.') {
        message.push('.');
    }
    message.push(' ');
    message.push_str(refusal.mend());
    if let Some(source) = refusal.source() {
        message.push_str(" Rule: ");
        message.push_str(source);
        message.push('.');
    }
    message
}

/// What was to have happened on the day that a refusal is about; empty for a refusal about no day.
pub(crate) fn day_of(refusal: &Refusal) -> &'static str {
    if let Refusal::InTheFuture { what, .. } | Refusal::BeforeItCould { what, .. } = refusal {
        what
    } else {
        ""
    }
}
