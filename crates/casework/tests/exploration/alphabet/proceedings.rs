//! Deferring points because of proceedings elsewhere, and bringing them back.

use casework::ids::Reference;
use casework::point::PointNumber;
use casework::proceedings::{
    DeferPoints, EndProceedings, ProceedingsKind, Resubmit, ReviewDeferral,
};

use super::{Tries, account, sealed};

pub(super) fn try_all(tries: &mut Tries<'_>) {
    let (soon, late) = (tries.soon, tries.late);
    // A notice without reasons is tried, and refused.
    for (points, prejudice) in [
        (tries.numbers(), Some(sealed(68))),
        (vec![PointNumber(1)], Some(sealed(68))),
        (tries.numbers(), None),
    ] {
        let defer = DeferPoints {
            points,
            kind: ProceedingsKind::Court,
            proceedings: Some(sealed(69)),
            prejudice,
            decided_by: account(51),
            legal_advice: true,
            notice_sent_on: Some(soon),
            on: soon,
        };
        tries.at(soon, defer);
    }
    let latest = tries.case.deferrals.last();
    let Some(deferral) = latest.map(|each| each.deferred.deferral) else {
        return;
    };
    let end = EndProceedings {
        deferral,
        on: soon,
        invited_on: soon,
    };
    tries.at(soon, end);
    for elsewhere in [None, Some(Reference(9))] {
        for continues in [true, false] {
            let review = ReviewDeferral {
                deferral,
                continues,
                reasons: sealed(70),
                elsewhere,
                on: soon,
            };
            tries.at(soon, review);
        }
        for on in [soon, late] {
            let resubmit = Resubmit {
                deferral,
                elsewhere,
                on,
            };
            tries.at(on, resubmit);
        }
    }
}
