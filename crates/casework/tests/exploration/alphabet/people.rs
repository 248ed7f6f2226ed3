//! How somebody contacts the authority is restricted, and looked at again; how they are contacted is protected.

use casework::people::{
    ContactMeasure, LetterPart, LiftProtection, ProtectContact, Protection, ProtectionKind,
    ReleaseContact, RestrictContact, ReviewOutcome, ReviewRestriction, Warning,
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
    let protect = ProtectContact {
        person: COMPLAINANT,
        what: Protection::AddressProtected,
        reasons: sealed(79),
        on: soon,
    };
    tries.at(soon, protect);
    let release = ReleaseContact {
        person: COMPLAINANT,
        to: account(53),
        reason: sealed(80),
        on: late,
    };
    tries.at(late, release);
    let lift = LiftProtection {
        person: COMPLAINANT,
        what: ProtectionKind::AddressProtected,
        reasons: sealed(81),
        on: late,
    };
    tries.at(late, lift);
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
