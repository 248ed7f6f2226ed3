//! The next-stage guarantor: there is no way to a closed complaint without a notice of the next right, nor
//! out of the procedure without a lawful ground.

use casework::case::{Case, Departure};
use casework::closure::{Closed, NextRight};
use casework::intake::{DeclineGround, Declined};
use casework::intake::{Procedure, RepresentationKind};

/// Asked of every closed case as soon as it is found, so that nothing else fails before it.
pub(crate) fn no_complaint_is_closed_without_a_notice_of_rights_or_a_lawful_ground(case: &Case) {
    let Some((_, closed)) = &case.closed else {
        return;
    };
    if case.representation.kind != RepresentationKind::Complaint {
        return;
    }
    assert!(
        is_told(closed),
        "a complaint is closed without a notice of the next right: {case:#?}"
    );
    let (right, lawful) = match &case.departure {
        Some(Departure::Withdrawn { .. }) => (NextRight::BringItBack, true),
        Some(Departure::Declined { declined, .. }) => {
            (NextRight::Ombudsman, declined_lawfully(case, declined))
        }
        Some(Departure::ReferredElsewhere { .. }) => (NextRight::Ombudsman, true),
        None => (closed.next_right, is_answered(case) || is_deferred(case)),
    };
    assert!(
        lawful,
        "a complaint is closed without an answer or a lawful ground: {case:#?}"
    );
    assert_eq!(
        closed.next_right, right,
        "a complaint is closed with another right than it has: {case:#?}"
    );
}

fn is_told(closed: &Closed) -> bool {
    let right = closed.next_right;
    right != NextRight::None
        && closed
            .notice
            .as_ref()
            .is_some_and(|notice| notice.right == right && !notice.how.is_empty())
}

/// Some grounds are decided apart, and the record has to hold that decision.
fn declined_lawfully(case: &Case, declined: &Declined) -> bool {
    let procedure = case.procedure().expect("a complaint has a procedure");
    match (procedure, declined.ground) {
        (Procedure::ChildrenAct, DeclineGround::NoSufficientInterest) => {
            let mut interests = case.interests.iter();
            interests.any(|(_, decided)| !decided.sufficient && decided.told_on.is_some())
        }
        (Procedure::ChildrenAct, DeclineGround::OutOfTime) => {
            let mut points = case.points().iter();
            points.all(|point| case.is_refused_as_late(point.number))
        }
        (_, ground) => {
            DeclineGround::outright_in(procedure).contains(&ground) && declined.ombudsman_named
        }
    }
}

fn is_answered(case: &Case) -> bool {
    if let Some(panel) = &case.review_panel {
        panel.answered_on.is_some()
    } else if let Some(investigation) = &case.investigation {
        investigation.answered.is_some()
    } else {
        let stage = case.local_resolution.as_ref();
        stage.is_some_and(|stage| stage.answered.is_some())
    }
}

/// Nothing was left to consider, and the year for bringing it back is over.
fn is_deferred(case: &Case) -> bool {
    let over = |until| case.last_on > until;
    !case.deferrals.is_empty()
        && case.points_in_play().is_empty()
        && case
            .open_deferrals()
            .all(|deferral| deferral.resubmit_until().is_some_and(over))
}
