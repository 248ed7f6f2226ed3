//! Why a complainant goes on to the next stage: noted where they said so, and never demanded.

use casework::local_resolution::REASONS_FOR_GOING_ON;
use casework::refusal::Refusal;
use casework::settings::Code;
use maud::Markup;

use crate::recording::{Answers, CaseDesk, Reading, entries};

/// The question. Nobody has to answer it.
pub(crate) fn ask_going_on(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    answers.any_of(
        "going-on",
        "Why do they go on?",
        "Only what they said of their own accord: no reason may be demanded. Choose all that fit.",
        entries(&desk.desk.settings.escalation_reasons),
    )
}

/// What was ticked.
pub(crate) fn read_going_on(reading: &Reading<'_>) -> Vec<Code> {
    reading.fields.all("going-on").map(Code::new).collect()
}

/// The field, where a refusal is about the reasons.
pub(crate) fn blame_going_on(refusal: &Refusal) -> Option<String> {
    let about =
        matches!(refusal, Refusal::NotInTheList { list, .. } if *list == REASONS_FOR_GOING_ON);
    about.then(|| "going-on".to_owned())
}
