//! Choosing a colleague: who decided, who reviews.

use app::officer::Officer;
use casework::ids::AccountId;
use maud::Markup;

use super::{Answers, CaseDesk, Reading};

/// The question which colleague is meant: one of those who handle cases and may be chosen. Nobody complained about is
/// listed.
pub(crate) fn ask_colleague(
    desk: &CaseDesk,
    answers: &Answers<'_>,
    name: &str,
    [label, hint]: [&str; 2],
    may: impl Fn(&Officer) -> bool,
) -> Markup {
    let named = &desk.case().representation.complained_about;
    let handlers = desk.desk.handlers();
    let free = handlers
        .iter()
        .filter(|officer| !named.contains(&officer.account) && may(officer));
    let choices = free.map(|officer| {
        let words = format!(
            "{}, {}",
            officer.display_name,
            officer.role.label().to_lowercase()
        );
        (officer.account.to_string(), words)
    });
    answers.one_of_many(name, label, hint, choices)
}

/// The colleague who was chosen.
pub(crate) fn read_colleague(
    desk: &CaseDesk,
    reading: &mut Reading<'_>,
    name: &str,
    missing: &str,
) -> Option<AccountId> {
    let colleague = desk.desk.colleague(reading.fields.text(name));
    if colleague.is_none() {
        reading.problems.add(name, missing);
    }
    colleague
}
