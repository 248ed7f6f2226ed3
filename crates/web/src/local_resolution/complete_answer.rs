//! Complete the record of a Stage 1 answer that was sent.

use casework::action::{Action, Command};
use casework::local_resolution::{
    AnswerCompleted, CompleteAnswer, Lateness, LocalResolutionAnswered,
};
use casework::refusal::{DraftFault, Refusal};
use casework::settings::Code;
use jiff::civil::Date;
use maud::{Markup, html};
use statute::dates::english_date;

use super::learning_shared::{ask_learning_shared, read_learning_shared};
use crate::recording::{ActionPage, Answers, CaseDesk, Reading, entries, today_for};

/// `/cases/{reference}/complete-answer`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::CompleteAnswer,
    path: "/cases/{reference}/complete-answer",
    button: "Complete the record",
    explain,
    suggest: |desk| today_for("on", desk.desk.today),
    ask,
    read,
    blame,
};

fn answered(desk: &CaseDesk) -> Option<&(Date, LocalResolutionAnswered)> {
    desk.case().local_resolution.as_ref()?.answered.as_ref()
}

fn explain(desk: &CaseDesk) -> Markup {
    html! {
        @if let Some((sent_on, _)) = answered(desk) {
            p class="govuk-body" {
                "The answer was sent on " (english_date(*sent_on)) ". Here you add what was not noted then, for the annual \
                 report. Nothing that was noted is changed."
            }
        }
    }
}

/// Only what is missing is asked.
fn ask(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    let noted = answered(desk).map(|(_, answered)| answered);
    let late = desk.case().answer_lacks_a_reason();
    html! {
        @if late {
            (answers.one_of_many(
                "late-reason",
                "Why was the answer late?",
                "The annual report counts the reasons.",
                entries(&desk.desk.settings.late_reasons),
            ))
            (answers.text("late-words", "More about it", "You can leave this empty.", 2))
        }
        @if noted.is_some_and(|noted| noted.learning_shared.is_none()) { (ask_learning_shared(answers)) }
        (answers.date("on", "When was this found out?", "For example, 27 3 2026."))
    }
}

fn read(_: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let reason = reading.fields.text("late-reason").to_owned();
    let words = reading.sealed_if_any("late-words");
    if reason.is_empty() && words.is_some() {
        let missing = "Choose why the answer was late, or that it is not known";
        reading.problems.add("late-reason", missing);
    }
    let late = (!reason.is_empty()).then(|| Lateness {
        reason: Code::new(reason),
        words,
    });
    let learning_shared = read_learning_shared(reading);
    let on = reading.date("on", "The date this was found out");
    let completed = AnswerCompleted {
        late,
        learning_shared,
    };
    Some(CompleteAnswer { completed, on: on? }.into())
}

fn blame(refusal: &Refusal) -> String {
    let field = if matches!(refusal, Refusal::NotInTheList { .. }) {
        "late-reason"
    } else if matches!(refusal, Refusal::Draft(DraftFault::NothingAdded)) {
        "main-content"
    } else {
        "on-day"
    };
    field.to_owned()
}
