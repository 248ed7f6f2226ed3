//! Record the Ombudsman's decision.

use casework::action::{Action, Command};
use casework::ombudsman::RecordOmbudsmanDecision;
use casework::refusal::Refusal;
use casework::settings::Code;
use maud::{Markup, html};

use crate::recording::{ActionPage, Answers, CaseDesk, Reading, today_for};

/// `/cases/{reference}/record-ombudsman-decision`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::RecordOmbudsmanDecision,
    path: "/cases/{reference}/record-ombudsman-decision",
    button: "Record the decision",
    explain,
    suggest: |desk| today_for("on", desk.desk.today),
    ask,
    read,
    blame,
};

fn explain(_: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" {
            "The Ombudsman’s words have changed over the years; the decision is kept in the words of its time."
        }
    }
}

fn ask(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    let list = &desk.desk.settings.ombudsman_decisions.0;
    let decisions = list
        .iter()
        .map(|entry| (entry.code.to_string(), entry.label.as_str()));
    html! {
        (answers.one_of("decision", "What did the Ombudsman decide?", "", decisions))
        (answers.date("on", "What is the date of the decision?", "For example, 27 3 2026."))
    }
}

fn read(_: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let decision = reading.fields.text("decision");
    if decision.is_empty() {
        reading
            .problems
            .add("decision", "Choose what the Ombudsman decided");
    }
    let decision = Code::new(decision);
    let on = reading.date("on", "The date of the decision")?;
    Some(RecordOmbudsmanDecision { decision, on }.into())
}

fn blame(refusal: &Refusal) -> String {
    if matches!(refusal, Refusal::NotInTheList { .. }) {
        "decision".to_owned()
    } else {
        "on-day".to_owned()
    }
}
