//! Send the director's response to the Review Panel.

use casework::action::{Action, Command};
use casework::case::Stage;
use casework::closure::{NoticeOfRights, notice_owed};
use casework::refusal::{PanelFault, Refusal};
use casework::review_panel::{PanelResponse, Recommendation, SendPanelResponse};
use maud::{Markup, html};
use statute::limits::{self, LimitId};

use crate::recording::{
    ActionPage, Answers, CaseDesk, Reading, ask_decisions, ask_notice, blame_notice,
    blame_recommendation, day_of, read_decisions, read_notice, suggest_notice, today_for,
};

/// `/cases/{reference}/send-panel-response`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::SendPanelResponse,
    path: "/cases/{reference}/send-panel-response",
    button: "Record the response as sent",
    explain,
    suggest,
    ask,
    read,
    blame,
};

fn explain(_: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" {
            "The authority considers the recommendations together with the Independent Person of Stage 2, answers \
             every one of them, and tells the complainant of the right to go to the Ombudsman within twelve months ("
            (limits::of(LimitId::ReviewPanelResponse).source) "). A recommendation that is not wholly accepted needs a \
             reason. The panel’s report goes with the letter to whoever has not had it. This ends Stage 3."
        }
    }
}

fn suggest(desk: &CaseDesk) -> Vec<(String, String)> {
    let mut answers = today_for("sent", desk.desk.today);
    answers.extend(suggest_notice(owed(desk).as_ref()));
    answers
}

/// What a response sent today has to say about the next right; `None` where it cannot be worked out.
fn owed(desk: &CaseDesk) -> Option<NoticeOfRights> {
    let law = desk.desk.law();
    notice_owed(desk.case(), &law, Stage::ReviewPanel, desk.desk.today).ok()
}

fn recommendations(desk: &CaseDesk) -> &[Recommendation] {
    desk.case()
        .review_panel
        .as_ref()
        .and_then(|panel| panel.report.as_ref())
        .map_or(&[], |report| report.recommendations.as_slice())
}

fn ask(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    html! {
        (answers.date(
            "considered",
            "When were the recommendations considered with the Independent Person?",
            "For example, 27 3 2026.",
        ))
        (ask_decisions(desk, answers, recommendations(desk)))
        h2 class="govuk-heading-m" { "The letter" }
        (answers.text(
            "letter",
            "Text of the letter",
            "Paste the letter as it was sent. You can leave this empty if it is kept elsewhere.",
            12,
        ))
        (ask_notice(desk, answers, owed(desk).as_ref()))
        (answers.date("sent", "When was it sent?", "For example, 27 3 2026."))
    }
}

fn read(desk: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let considered_on = reading.date_if_any("considered", "The date they were considered");
    let decisions = read_decisions(reading, recommendations(desk));
    let letter = reading.sealed_if_any("letter");
    let notice = read_notice(reading, owed(desk).as_ref());
    let sent_on = reading.date("sent", "The date it was sent");
    Some(
        SendPanelResponse {
            sent_on: sent_on?,
            response: Some(PanelResponse {
                considered_on,
                decisions,
                letter,
            }),
            notice,
        }
        .into(),
    )
}

fn blame(refusal: &Refusal) -> String {
    if let Some(field) = blame_notice(refusal).or_else(|| blame_recommendation(refusal)) {
        field
    } else if matches!(
        refusal,
        Refusal::Panel(PanelFault::NotWithTheIndependentPerson)
    ) || day_of(refusal).contains("considering")
    {
        "considered-day".to_owned()
    } else {
        "sent-day".to_owned()
    }
}
