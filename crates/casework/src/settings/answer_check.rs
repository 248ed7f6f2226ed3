//! Whether somebody else looks at an answer before it is sent: the authority’s choice.

use super::choices::WordChoice;

/// Whether somebody else looks at an answer before it is sent.
pub const ANSWER_CHECKED: WordChoice = WordChoice {
    name: "cfg.s1.answer_check",
    words: &[
        (
            "advised",
            "the pages say that nobody checked it, and it may be sent",
        ),
        (
            "required",
            "it is not sent unchecked before its last day; then the limit comes first",
        ),
        ("off", "nothing is said of it"),
    ],
    decides: "Whether somebody else than its writer checks a Stage 1 answer before it is sent. The law asks for none.",
};
