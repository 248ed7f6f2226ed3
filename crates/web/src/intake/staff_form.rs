//! Which colleagues a complaint is about: they are kept out of it.

use casework::ids::AccountId;
use maud::Markup;

use crate::form::Fields;
use crate::recording::{Answers, Desk};

/// Who of those who handle complaints is complained about.
pub(super) fn ask_staff(desk: &Desk, answers: &Answers<'_>) -> Markup {
    let staff = desk.handlers().into_iter().map(|officer| {
        let words = format!(
            "{}, {}",
            officer.display_name,
            officer.role.label().to_lowercase()
        );
        (officer.account.to_string(), words)
    });
    answers.any_of(
        "complained-about",
        "Is any of these colleagues complained about?",
        "They can then neither read this case nor answer it. Leave all empty if not.",
        staff,
    )
}

/// The colleagues complained about.
pub(super) fn read_staff(desk: &Desk, fields: &Fields) -> Vec<AccountId> {
    let named = fields.all("complained-about");
    named.filter_map(|id| desk.colleague(id)).collect()
}
