//! The commands of the beginning: acknowledging, declining, and what is decided on persons and points.

use casework::action::Action;
use casework::intake::DeclineGround;
use casework::intake::{
    Acknowledge, ChangeProcedure, ChildViews, DecideInterest, Decline, GroundFound, Procedure,
    RecordAsComplaint, ReferElsewhere, RepresentationKind, WeighDelay,
};
use casework::registers::RecordAsContact;
use statute::procedure::{LegalGround, Route};

use super::{COMPLAINANT, LONG_AGO, OTHER_PERSON, Tries, account, complaint, contact, sealed};

pub(super) fn try_all(tries: &mut Tries<'_>) {
    let soon = tries.soon;
    tries.at(
        soon,
        Acknowledge {
            leaflets: Vec::new(),
            on: soon,
        },
    );
    // A refusal that does not name the Ombudsman is tried, and refused.
    for (ground, ombudsman_named) in [
        (DeclineGround::NotEligible, true),
        (DeclineGround::OutOfTime, true),
        (DeclineGround::AlreadyConsidered, false),
    ] {
        let decline = Decline {
            ground,
            reasons: sealed(60),
            ombudsman_named,
            on: soon,
            from_old_register: false,
        };
        tries.at(soon, decline);
    }
    let refer = ReferElsewhere {
        route: Route::DataProtection,
        reasons: sealed(61),
        on: soon,
    };
    tries.at(soon, refer);
    sort(tries);
    if !tries.wants(Action::ChangeProcedure) {
        return;
    }
    decide_interest(tries);
    weigh_delay(tries);
    for to in [Procedure::ChildrenAct, Procedure::Corporate] {
        let change = ChangeProcedure {
            to,
            reasons: sealed(67),
            decided_by: account(51),
            told_on: soon,
            grounds: vec![GroundFound {
                person: COMPLAINANT,
                ground: LegalGround::Parent,
            }],
            on: soon,
        };
        tries.at(soon, change);
    }
}

/// Once as a complaint in either procedure, once as something else; a complaint is not sorted again.
fn sort(tries: &mut Tries<'_>) {
    let soon = tries.soon;
    for procedure in [Procedure::ChildrenAct, Procedure::Corporate] {
        tries.at(soon, RecordAsComplaint(complaint(procedure)));
    }
    let comment = contact(RepresentationKind::Comment);
    tries.at(soon, RecordAsContact(comment));
}

fn decide_interest(tries: &mut Tries<'_>) {
    let soon = tries.soon;
    // Whom nobody told of a refusal is tried, and refused.
    for (sufficient, told_on) in [(true, None), (false, Some(soon)), (false, None)] {
        let decide = DecideInterest {
            person: OTHER_PERSON,
            sufficient,
            child_views: ChildViews::Considered,
            reasons: sealed(64),
            told_on,
            child_told_on: None,
            on: soon,
        };
        tries.at(soon, decide);
    }
}

fn weigh_delay(tries: &mut Tries<'_>) {
    let soon = tries.soon;
    // Considering it though one limb is not met is tried, and refused.
    for (unreasonable_to_expect, accepted) in [(true, true), (false, false), (false, true)] {
        let weigh = WeighDelay {
            points: tries.numbers(),
            arose_on: LONG_AGO,
            unreasonable_to_expect: Some(unreasonable_to_expect),
            still_fair: Some(true),
            accepted,
            reasons: Some(sealed(65)),
            adjustments: Some(sealed(66)),
            ombudsman_named: true,
            told_on: Some(soon),
            on: soon,
        };
        tries.at(soon, weigh);
    }
}
