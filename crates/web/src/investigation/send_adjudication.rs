//! Send the Stage 2 answer: the adjudication with both reports.

use casework::action::{Action, Command};
use casework::intake::Procedure;
use casework::investigation::SendAdjudication;
use maud::{Markup, html};
use statute::limits::LimitId;

use crate::recording::{
    ActionPage, Answers, CaseDesk, Reading, ask_findings, blame_finding, limits, read_findings,
    today_for,
};

/// `/cases/{reference}/send-adjudication`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::SendAdjudication,
    path: "/cases/{reference}/send-adjudication",
    button: "Record the answer as sent",
    explain,
    suggest: |desk| today_for("sent", desk.desk.today),
    ask,
    read,
    blame: |refusal| blame_finding(refusal).unwrap_or_else(|| "sent-day".to_owned()),
};

fn explain(desk: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" {
            "The adjudication goes to the complainant with both reports, a finding for every point, what \
             the council will do, and the next right (SI 2006/1738 regs 17 and 18). The findings of \
             Stage 1 stay as they were."
        }
        @if desk.case().procedure() != Some(Procedure::Corporate) {
            (limits(&desk.desk, &[LimitId::ReviewPanelRequest]))
        }
    }
}

fn ask(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    html! {
        (ask_findings(desk, answers))
        (answers.date("sent", "When was it sent?", "The stage ends on this day. For example, 27 3 2026."))
    }
}

fn read(desk: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let findings = read_findings(desk, reading);
    let sent_on = reading.date("sent", "The date it was sent")?;
    Some(SendAdjudication { findings, sent_on }.into())
}
