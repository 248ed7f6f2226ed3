//! Send the papers of the panel.

use casework::action::{Action, Command};
use casework::refusal::{PanelFault, Refusal};
use casework::review_panel::{PanelPaper, SendPanelPapers};
use maud::{Markup, html};
use statute::limits::LimitId;

use super::invite_to_review_panel::counted_back;
use crate::recording::{ActionPage, Answers, CaseDesk, Reading, today_for};

/// `/cases/{reference}/send-panel-papers`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::SendPanelPapers,
    path: "/cases/{reference}/send-panel-papers",
    button: "Record the papers as sent",
    explain,
    suggest: |desk| today_for("on", desk.desk.today),
    ask,
    read,
    blame,
};

fn explain(desk: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" {
            "The panel, the complainant and everybody who takes part get the same papers. Without both reports \
             and the adjudication the panel cannot test whether Stage 2 was adequate."
        }
        (counted_back(desk, LimitId::ReviewPanelPapers))
    }
}

fn ask(_: &CaseDesk, answers: &Answers<'_>) -> Markup {
    let papers = PanelPaper::ALL.map(|paper| (paper.code(), paper.label()));
    html! {
        (answers.any_of("papers", "What was sent?", "Choose everything that was sent.", papers))
        (answers.date("on", "When was it sent?", "For example, 27 3 2026."))
    }
}

fn read(_: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let ticked: Vec<_> = reading.fields.all("papers").collect();
    let papers = PanelPaper::ALL
        .into_iter()
        .filter(|paper| ticked.contains(&paper.code()))
        .collect();
    let on = reading.date("on", "The date the papers were sent")?;
    Some(SendPanelPapers { papers, on }.into())
}

fn blame(refusal: &Refusal) -> String {
    if matches!(refusal, Refusal::Panel(PanelFault::PaperMissing(_))) {
        "papers".to_owned()
    } else {
        "on-day".to_owned()
    }
}
