//! Leaving the procedure, and closing.

use casework::closure::{Close, NextRight, Withdraw};
use casework::registers::{AnswerEnquiry, ExtendSubjectAccess};

use super::{Part, Tries, later, notice, sealed};

pub(super) fn try_all(tries: &mut Tries<'_>) {
    let soon = tries.soon;
    tries.at(soon, AnswerEnquiry { sent_on: soon });
    let extend = ExtendSubjectAccess {
        to: later(soon, 50),
        reasons: sealed(77),
        told_on: Some(soon),
        on: soon,
    };
    tries.at(soon, extend);
    let withdraw = Withdraw {
        oral: true,
        looked_into: Some(false),
        confirmed_on: soon,
    };
    tries.at(soon, withdraw);
    // Where points are deferred the year for resubmitting them has to be over.
    let days = if tries.part == Part::Proceedings {
        vec![soon, tries.after_a_year]
    } else {
        vec![soon]
    };
    for on in days {
        for right in [
            None,
            Some(NextRight::BringItBack),
            Some(NextRight::Ombudsman),
        ] {
            let notice = right.map(|right| notice(tries.case, right, on));
            tries.at(on, Close { notice, on });
        }
    }
}
