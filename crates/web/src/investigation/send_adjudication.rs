//! Send the Stage 2 answer: the adjudication with both reports.

use casework::action::{Action, Command};
use casework::case::Stage;
use casework::closure::{NoticeOfRights, notice_owed};
use casework::intake::Procedure;
use casework::investigation::SendAdjudication;
use casework::refusal::Refusal;
use maud::{Markup, html};
use statute::limits::LimitId;

use crate::recording::{
    ActionPage, Answers, CaseDesk, Reading, ask_findings, ask_notice, blame_finding, blame_notice,
    limits, read_findings, read_notice, suggest_notice, today_for,
};

/// `/cases/{reference}/send-adjudication`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::SendAdjudication,
    path: "/cases/{reference}/send-adjudication",
    button: "Record the answer as sent",
    explain,
    suggest,
    ask,
    read,
    blame,
};

fn suggest(desk: &CaseDesk) -> Vec<(String, String)> {
    let mut answers = today_for("sent", desk.desk.today);
    answers.extend(suggest_notice(owed(desk).as_ref()));
    answers
}

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
        (ask_notice(desk, answers, owed(desk).as_ref()))
        (answers.date("sent", "When was it sent?", "The stage ends on this day. For example, 27 3 2026."))
    }
}

fn read(desk: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let findings = read_findings(desk, reading);
    let notice = read_notice(reading, owed(desk).as_ref());
    let sent_on = reading.date("sent", "The date it was sent")?;
    Some(
        SendAdjudication {
            findings,
            notice,
            sent_on,
        }
        .into(),
    )
}

/// What an answer sent today has to say about the next right; `None` where it cannot be worked out.
fn owed(desk: &CaseDesk) -> Option<NoticeOfRights> {
    let law = desk.desk.law();
    notice_owed(desk.case(), &law, Stage::Investigation, desk.desk.today).ok()
}

fn blame(refusal: &Refusal) -> String {
    blame_finding(refusal)
        .or_else(|| blame_notice(refusal))
        .unwrap_or_else(|| "sent-day".to_owned())
}
