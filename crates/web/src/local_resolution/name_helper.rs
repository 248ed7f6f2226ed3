//! Name who helps with the Stage 1 answer.

use casework::action::{Action, Command};
use casework::local_resolution::{HelperPart, NameHelper};
use casework::refusal::{DraftFault, Refusal};
use maud::{Markup, html};

use crate::recording::{ActionPage, Answers, CaseDesk, Reading, ask_colleague, today_for};

/// `/cases/{reference}/name-helper`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::NameHelper,
    path: "/cases/{reference}/name-helper",
    button: "Save",
    explain,
    suggest: |desk| today_for("on", desk.desk.today),
    ask,
    read,
    blame,
};

fn explain(desk: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" {
            "Whoever is named can read this case, hand in a draft of the answer and ask for more time. The answer itself is \
             sent by the manager or the complaints team."
        }
        @for part in HelperPart::ALL {
            @if let Some(helper) = desk.case().helper(part) {
                p class="govuk-body" { (part.label()) " now: " strong { (desk.file.name(helper)) } }
            }
        }
    }
}

fn ask(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    let parts = HelperPart::ALL.map(|part| {
        let words = format!("{}: {}", part.label(), part.does());
        (part.code(), words)
    });
    let answers_it = desk.case().assigned_to;
    html! {
        (answers.one_of("part", "In which part?", "", parts))
        (ask_colleague(
            desk,
            answers,
            "helper",
            ["Who?", "Leave it open to record that nobody does it any longer. People named in this complaint are not listed."],
            |officer| answers_it != Some(officer.account),
        ))
        (answers.date("on", "Since when?", "For example, 27 3 2026."))
    }
}

fn read(desk: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let part = reading.one_of(
        "part",
        &HelperPart::ALL,
        HelperPart::code,
        "Choose in which part",
    );
    let chosen = reading.fields.text("helper").to_owned();
    let helper = desk.desk.colleague(&chosen);
    if helper.is_none() && !chosen.is_empty() {
        let unknown = "Choose one of the colleagues listed, or nobody";
        reading.problems.add("helper", unknown);
    }
    let on = reading.date("on", "The date since when");
    let command = NameHelper {
        part: part?,
        helper,
        on: on?,
    };
    Some(command.into())
}

fn blame(refusal: &Refusal) -> String {
    let about_the_person = matches!(
        refusal,
        Refusal::Draft(
            DraftFault::NobodyNamed(_)
                | DraftFault::HelperComplainedAbout
                | DraftFault::HelperAnswers
        ) | Refusal::AlreadyDone { .. }
    );
    let field = if about_the_person { "helper" } else { "on-day" };
    field.to_owned()
}
