//! The timeline's sentences about what a closed case taught.

use casework::learning::Learned;

use super::said;

/// The title and whether anything changes; what, lies in the vault.
pub(super) fn told(learned: &Learned) -> (String, Vec<String>) {
    let detail = match learned {
        Learned::Change { .. } => "Something changes",
        Learned::Nothing { .. } => "Nothing changes, for the reason given",
    };
    said("What the case taught", detail)
}
