//! Record that the complainant is not content with an answer.

use casework::action::{Action, Command};
use casework::local_resolution::{Afterwards, MeetingHeld, MetBy, RecordDissatisfaction};
use casework::refusal::Refusal;
use maud::{Markup, html};

use crate::recording::{ActionPage, Answers, CaseDesk, Reading, day_of, today_for, url};

/// `/cases/{reference}/record-dissatisfaction`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::RecordDissatisfaction,
    path: "/cases/{reference}/record-dissatisfaction",
    button: "Record it",
    explain,
    suggest: |desk| today_for("told", desk.desk.today),
    ask,
    read,
    blame,
};

fn explain(desk: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" {
            "A conversation about the answer is no stage. It uses up no right and stops no time limit, and nobody has \
             to meet anybody before they ask for the next stage. If they ask for it, "
            a class="govuk-link" href=(url(desk.file.reference, Action::RequestInvestigation)) {
                "record the request"
            }
            " as well: its time runs from the day they asked."
        }
    }
}

fn ask(_: &CaseDesk, answers: &Answers<'_>) -> Markup {
    html! {
        (answers.date("told", "When did they say so?", "For example, 27 3 2026."))
        (answers.text("said", "What are they not content with?", "In their own words. You can leave this empty.", 4))
        (answers.date("met", "When was there a meeting about it?", "Leave it empty if there was none."))
        (answers.any_of(
            "with",
            "Who met them?",
            "Needed where there was a meeting.",
            MetBy::ALL.map(|met| (met.code(), met.label())),
        ))
        (answers.one_of(
            "came-of",
            "What came of it?",
            "",
            Afterwards::ALL.map(|came_of| (came_of.code(), came_of.label())),
        ))
    }
}

fn read(_: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let told_on = reading.date("told", "The date they said so");
    let said = reading.sealed_if_any("said");
    let meeting = read_meeting(reading);
    let came_of = reading.one_of(
        "came-of",
        &Afterwards::ALL,
        Afterwards::code,
        "Choose what came of it",
    );
    let command = RecordDissatisfaction {
        said,
        meeting,
        came_of: came_of?,
        told_on: told_on?,
    };
    Some(command.into())
}

/// The meeting with who was there; `None` where there was none.
fn read_meeting(reading: &mut Reading<'_>) -> Option<MeetingHeld> {
    let on = reading.date_if_any("met", "The date of the meeting");
    let ticked: Vec<_> = reading.fields.all("with").collect();
    let mut with = MetBy::ALL.to_vec();
    with.retain(|met| ticked.contains(&met.code()));
    match (on, with.is_empty()) {
        (Some(on), false) => Some(MeetingHeld { on, with }),
        (Some(_), true) => {
            reading.problems.add("with", "Choose who met them");
            None
        }
        (None, false) => {
            if reading.problems.at("met").is_none() {
                reading
                    .problems
                    .add("met-day", "Enter when the meeting was");
            }
            None
        }
        (None, true) => None,
    }
}

fn blame(refusal: &Refusal) -> String {
    let field = if day_of(refusal) == "the meeting" {
        "met-day"
    } else {
        "told-day"
    };
    field.to_owned()
}
