//! How a complaint was resolved, beside what was found: asked with every Stage 1 answer.

use casework::settings::Code;
use maud::Markup;

use crate::recording::{Answers, CaseDesk, Reading, entries};

/// The question. Nobody has to answer it: what is not noted is counted as that.
pub(super) fn ask_resolution(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    answers.any_of(
        "resolved-by",
        "How was it resolved?",
        "Choose all that fit. A complaint that was not upheld may still be resolved by an explanation or an apology.",
        entries(&desk.desk.settings.resolution_kinds),
    )
}

/// What was ticked.
pub(super) fn read_resolution(reading: &Reading<'_>) -> Vec<Code> {
    reading.fields.all("resolved-by").map(Code::new).collect()
}
