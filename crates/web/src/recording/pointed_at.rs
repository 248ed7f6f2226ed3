//! What a passage may tell of somebody in a case: shown with the words as they were typed, and a box to tick.
//!
//! The form carries what was shown, so that something typed since is pointed at before it is kept as well.

use casework::annual_report::Sign;
use maud::{Markup, html};

use super::Answers;
use crate::components::{WarningText, warning_text};
use crate::form::Fields;

/// The field with each thing that was pointed at.
pub(crate) const FIELD: &str = "pointed-at";

/// The field with what is said of each, in the same order.
const BECAUSE: &str = "pointed-at-because";

/// The box to tick.
pub(crate) const CONFIRMED: &str = "confirmed";

/// What was sent, with what is pointed at now in place of what was before, and nothing ticked.
pub(crate) fn with(fields: &Fields, signs: &[Sign]) -> Fields {
    let sent = fields.pairs();
    let sent = sent.filter(|(name, _)| ![FIELD, BECAUSE, CONFIRMED].contains(name));
    let shown = signs
        .iter()
        .flat_map(|sign| [(FIELD, sign.words.as_str()), (BECAUSE, sign.kind.label())]);
    let pairs = sent.chain(shown);
    let pairs = pairs.map(|(name, value)| (name.to_owned(), value.to_owned()));
    Fields::new(pairs.collect())
}

/// What the error summary says.
pub(crate) fn problem(signs: &[Sign]) -> String {
    let words: Vec<&str> = signs.iter().map(|sign| sign.words.as_str()).collect();
    format!(
        "A report names nobody. Look at these again: {}. Take them out, or tick that none of them leads to a person in a case",
        words.join(", ")
    )
}

/// The list with its box, once something was pointed at.
pub(crate) fn ask(answers: &Answers<'_>) -> Markup {
    let words: Vec<&str> = answers.fields.all(FIELD).collect();
    if words.is_empty() {
        return Markup::default();
    }
    let because = answers.fields.all(BECAUSE);
    html! {
        (warning_text(&WarningText::new("These words may tell who somebody in a case is.")))
        ul class="govuk-list govuk-list--bullet" {
            @for (word, why) in words.iter().zip(because) {
                li {
                    "“" (word) "” " (why)
                    input type="hidden" name=(FIELD) value=(word);
                    input type="hidden" name=(BECAUSE) value=(why);
                }
            }
        }
        (answers.any_of(
            CONFIRMED,
            "Do any of them?",
            "The program cannot know: a word can be a name and mean something else. What you typed is kept.",
            [("yes", "None of these is a person in a case or leads to one")],
        ))
    }
}

/// Whether the box is ticked.
pub(crate) fn is_confirmed(fields: &Fields) -> bool {
    fields.text(CONFIRMED) == "yes"
}
