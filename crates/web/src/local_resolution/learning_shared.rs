//! Whether an answer told the complainant what was learned: asked with every Stage 1 response.

use maud::Markup;

use crate::recording::{Answers, Reading};

/// The question. Nobody has to answer it: what is not noted is counted as that, and can be added later.
pub(super) fn ask_learning_shared(answers: &Answers<'_>) -> Markup {
    answers.one_of(
        "learning-shared",
        "Does the letter say what was learned?",
        "Families ask what will be different. The annual report counts the answers that say it.",
        [("yes", "Yes"), ("no", "No")],
    )
}

/// What was chosen; `None` where nothing was.
pub(super) fn read_learning_shared(reading: &mut Reading<'_>) -> Option<bool> {
    if reading.fields.text("learning-shared").is_empty() {
        return None;
    }
    let missing = "Choose whether the letter says what was learned, or leave it open";
    reading.yes_or_no("learning-shared", missing)
}
