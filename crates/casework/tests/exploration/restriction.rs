//! A restriction on contact binds a person and a channel and never a right, and so does its protection.

use casework::action::{Action, Command};
use casework::case::Case;
use casework::law::Law;
use casework::people::RestrictedElsewhere;

/// Asked of every command tried on a case in which somebody is or was restricted or is protected: it comes out as if nobody were.
pub(crate) fn no_decision_asks_whether_somebody_is_restricted(
    case: &Case,
    command: &Command,
    law: &Law<'_>,
) {
    let own = matches!(
        command.action(),
        Action::RestrictContact
            | Action::ReviewRestriction
            | Action::ProtectContact
            | Action::LiftProtection
            | Action::ReleaseContact
    );
    if own || (case.restrictions.is_empty() && case.protections.is_empty()) {
        return;
    }
    let free = Case {
        restrictions: Vec::new(),
        protections: Vec::new(),
        ..case.clone()
    };
    // Another case of the same person restricts them in the same way.
    let mut case = case.clone();
    let restrictions = case.restrictions.clone().into_iter();
    case.restrict_from_elsewhere(restrictions.map(|restriction| RestrictedElsewhere {
        person: restriction.person(),
        recorded_in: None,
        restriction,
    }));
    let case = &case;
    assert_eq!(
        command.decide(Some(case), law),
        command.decide(Some(&free), law),
        "{command:?} asks whether somebody is restricted"
    );
    let action = command.action();
    assert_eq!(case.open_to(action), free.open_to(action), "{action:?}");
}
