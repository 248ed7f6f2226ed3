//! Ask for a Review Panel: Stage 3.

use casework::action::{Action, Command};
use casework::clock::Clock;
use casework::refusal::{EscalationFault, Refusal};
use casework::review_panel::RequestReviewPanel;
use maud::{Markup, html};
use statute::dates::english_date;
use statute::limits::LimitId;

use crate::local_resolution::{ask_going_on, blame_going_on, read_going_on};
use crate::recording::{ActionPage, Answers, CaseDesk, Reading, limits, today_for};

/// `/cases/{reference}/request-review-panel`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::RequestReviewPanel,
    path: "/cases/{reference}/request-review-panel",
    button: "Record the request",
    explain,
    suggest: |desk| today_for("on", desk.desk.today),
    ask,
    read,
    blame,
};

fn explain(desk: &CaseDesk) -> Markup {
    html! {
        @if let Some(clock) = desk.case().clocks.latest(LimitId::ReviewPanelRequest) {
            p class="govuk-body" {
                "The complainant may ask until " strong { (english_date(clock.due_on())) }
                " (" (clock.due.source) "). A later request is allowed or refused with reasons."
            }
        }
        p class="govuk-body" { "This starts:" }
        (limits(&desk.desk, &[
            LimitId::ReviewPanelAcknowledgement,
            LimitId::ReviewPanelChair,
            LimitId::ReviewPanelMeets,
        ]))
        @if !desk.case().is_open() {
            p class="govuk-body" { "The case is closed; the request opens it again." }
        }
    }
}

fn ask(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    let until = desk
        .case()
        .clocks
        .latest(LimitId::ReviewPanelRequest)
        .map(Clock::due_on);
    let hint = until.map_or_else(String::new, |until| {
        format!(
            "Only for a request received after {}. The complaints manager decides.",
            english_date(until)
        )
    });
    html! {
        (answers.date(
            "on",
            "When was the request received?",
            "By anybody in the council. For example, 27 3 2026.",
        ))
        (ask_going_on(desk, answers))
        (answers.text("late-reasons", "Why is a late request allowed?", &hint, 3))
    }
}

fn read(_: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let late_reasons = reading.sealed_if_any("late-reasons");
    let on = reading.date("on", "The date the request was received")?;
    let reasons = read_going_on(reading);
    Some(
        RequestReviewPanel {
            on,
            late_reasons,
            reasons,
        }
        .into(),
    )
}

fn blame(refusal: &Refusal) -> String {
    if matches!(
        refusal,
        Refusal::Escalation(EscalationFault::LateForAPanel { .. })
    ) {
        "late-reasons".to_owned()
    } else {
        blame_going_on(refusal).unwrap_or_else(|| "on-day".to_owned())
    }
}
