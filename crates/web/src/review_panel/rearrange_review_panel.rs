//! Settle another day for the panel.

use casework::action::{Action, Command};
use casework::refusal::Refusal;
use casework::review_panel::RearrangeReviewPanel;
use maud::{Markup, html};
use statute::limits::LimitId;

use super::appoint_review_panel::{ask_agreed, must_meet_by};
use super::invite_to_review_panel::counted_back;
use crate::recording::{ActionPage, Answers, CaseDesk, Reading, day_of, today_for};

/// `/cases/{reference}/rearrange-review-panel`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::RearrangeReviewPanel,
    path: "/cases/{reference}/rearrange-review-panel",
    button: "Record the new day",
    explain,
    suggest: |desk| today_for("on", desk.desk.today),
    ask,
    read,
    blame,
};

fn explain(desk: &CaseDesk) -> Markup {
    html! {
        (must_meet_by(desk))
        (counted_back(desk, LimitId::ReviewPanelInvitations))
        p class="govuk-body" {
            "Everybody has to be told of the new day in good time. Papers that have been sent need not be sent again."
        }
    }
}

fn ask(_: &CaseDesk, answers: &Answers<'_>) -> Markup {
    html! {
        (answers.date("meets", "When will the panel meet?", "For example, 27 3 2026."))
        (answers.text("reasons", "Why another day?", "", 3))
        (ask_agreed(answers))
        (answers.date("on", "When was this settled?", "For example, 27 3 2026."))
    }
}

fn read(_: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let meets_on = reading.date("meets", "The day of the meeting");
    let reasons = reading.sealed("reasons", "Say why another day is needed");
    let agreed_late_on = reading.date_if_any("agreed", "The date the complainant agreed");
    let on = reading.date("on", "The date this was settled");
    Some(
        RearrangeReviewPanel {
            meets_on: meets_on?,
            reasons: reasons?,
            agreed_late_on,
            on: on?,
        }
        .into(),
    )
}

fn blame(refusal: &Refusal) -> String {
    let day = day_of(refusal);
    let field = if day.contains("meeting") || matches!(refusal, Refusal::AlreadyDone { .. }) {
        "meets-day"
    } else if day.contains("agreement") {
        "agreed-day"
    } else {
        "on-day"
    };
    field.to_owned()
}
