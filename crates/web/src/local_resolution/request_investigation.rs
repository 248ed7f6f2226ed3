//! Ask for an independent investigation: Stage 2.

use casework::action::{Action, Command};
use casework::intake::Procedure;
use casework::local_resolution::RequestInvestigation;
use maud::{Markup, html};
use statute::limits::LimitId;

use super::{ask_going_on, blame_going_on, read_going_on};
use crate::recording::{ActionPage, Answers, CaseDesk, Reading, limits, today_for};

/// `/cases/{reference}/request-investigation`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::RequestInvestigation,
    path: "/cases/{reference}/request-investigation",
    button: "Record the request",
    explain,
    suggest: |desk| today_for("on", desk.desk.today),
    ask,
    read,
    blame: |refusal| blame_going_on(refusal).unwrap_or_else(|| "on-day".to_owned()),
};

fn explain(desk: &CaseDesk) -> Markup {
    let statutory = desk.case().procedure() != Some(Procedure::Corporate);
    let starts = if statutory {
        &[
            LimitId::InvestigationAcknowledgement,
            LimitId::InvestigationFromRequest,
        ][..]
    } else {
        &[LimitId::CorporateReviewAcknowledgement][..]
    };
    html! {
        p class="govuk-body" {
            "Record that the complainant asks for Stage 2. They need give no reasons, and it cannot be \
             refused because nothing new is expected of it."
            @if statutory { " There is no legal time limit for asking (SI 2006/1738 regs 15(2) and 17)." }
        }
        p class="govuk-body" { "This starts:" }
        (limits(&desk.desk, starts))
        @if !desk.case().is_open() {
            p class="govuk-body" { "The case is closed; the request opens it again." }
        }
    }
}

fn ask(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    html! {
        (answers.one_of(
            "oral",
            "How was it asked for?",
            "A request by word of mouth counts as much. The complaint is then written down and agreed with the complainant.",
            [("no", "In writing"), ("yes", "By word of mouth")],
        ))
        (ask_going_on(desk, answers))
        (answers.date("on", "When was the request received?", "By anybody in the council. For example, 27 3 2026."))
    }
}

fn read(_: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let oral = reading.yes_or_no("oral", "Choose how it was asked for");
    let on = reading.date("on", "The date the request was received");
    Some(
        RequestInvestigation {
            oral: oral?,
            reasons: read_going_on(reading),
            on: on?,
        }
        .into(),
    )
}
