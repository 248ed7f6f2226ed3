//! Leaving the procedure, and closing.

use casework::case::Case;
use casework::closure::{Close, NextRight, Withdraw};
use casework::ids::Reference;
use casework::learning::Learned;
use casework::registers::{AnswerEnquiry, ExtendSubjectAccess, NoteOverlap};

use super::{Part, Tries, later, notice, sealed};

pub(super) fn try_all(tries: &mut Tries<'_>) {
    let soon = tries.soon;
    tries.at(soon, AnswerEnquiry::on(soon));
    tries.at(
        soon,
        NoteOverlap {
            with: Reference(3),
            same_person: true,
            on: soon,
        },
    );
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
            for learned in learned(tries.part, tries.case) {
                let notice = notice.clone();
                tries.at(
                    on,
                    Close {
                        notice,
                        learned,
                        on,
                    },
                );
            }
        }
    }
}

/// What is said of what it taught: an action says it, or where learning is tried both answers.
fn learned(part: Part, case: &Case) -> Vec<Option<Learned>> {
    let change = Learned::Change { text: sealed(78) };
    if !case.corrective_actions.is_empty() {
        vec![None]
    } else if part == Part::Learning {
        let nothing = Learned::Nothing { reason: sealed(78) };
        vec![Some(change), Some(nothing)]
    } else {
        vec![Some(change)]
    }
}
