//! How somebody contacts the authority is restricted, and looked at again.

use casework::people::{
    ContactMeasure, LetterPart, RestrictContact, ReviewOutcome, ReviewRestriction, Warning,
};

use super::{CHILD, COMPLAINANT, Tries, account, later, sealed};

/// A complainant is restricted in every way there is, and after a while no longer, or for longer. The child
/// does not complain, so restricting it is refused.
pub(super) fn try_all(tries: &mut Tries<'_>) {
    let (soon, late) = (tries.soon, tries.late);
    for person in [COMPLAINANT, CHILD] {
        let restrict = RestrictContact {
            person,
            behaviour: sealed(77),
            warning: Warning::LeftOutForSafety,
            decided_by: account(53),
            approved_by_director: None,
            measures: ContactMeasure::ALL.to_vec(),
            until: later(soon, 360),
            review_on: later(soon, 90),
            told: LetterPart::ALL.to_vec(),
            on: soon,
        };
        tries.at(soon, restrict);
    }
    let longer = ReviewOutcome::Continued {
        until: later(late, 360),
        review_on: later(late, 90),
        reasons: sealed(78),
    };
    for outcome in [ReviewOutcome::Ended, longer] {
        let review = ReviewRestriction {
            person: COMPLAINANT,
            outcome,
            decided_by: account(53),
            approved_by_director: None,
            told: LetterPart::ALL.to_vec(),
            on: late,
        };
        tries.at(late, review);
    }
}
