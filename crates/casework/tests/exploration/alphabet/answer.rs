//! How the Stage 1 answer is got ready.

use casework::local_resolution::{
    AnswerCompleted, AnswerQuality, AskForTime, CheckAnswer, CheckResult, CompleteAnswer,
    ExtensionReason, HandInDraft, HelperPart, NameHelper, RefuseMoreTime,
};

use super::{Tries, account, later, sealed};

pub(super) fn try_all(tries: &mut Tries<'_>) {
    let (case, soon) = (tries.case, tries.soon);
    for helper in [Some(account(52)), None] {
        let name = NameHelper {
            part: HelperPart::Liaison,
            helper,
            on: soon,
        };
        tries.at(soon, name);
    }
    let ask = AskForTime {
        asked_by: account(50),
        reason: ExtensionReason::Complex,
        until: later(case.received_on, 21),
        told_on: Some(soon),
        words: None,
        on: soon,
    };
    tries.at(soon, ask);
    let refuse = RefuseMoreTime {
        reasons: sealed(92),
        on: soon,
    };
    tries.at(soon, refuse);
    let draft = HandInDraft {
        written_by: account(50),
        handed_in_by: account(50),
        draft: None,
        on: soon,
    };
    tries.at(soon, draft);
    let completed = AnswerCompleted {
        late: None,
        learning_shared: Some(true),
    };
    tries.at(
        soon,
        CompleteAnswer {
            completed,
            on: soon,
        },
    );
    // Its own writer is tried, and refused.
    for checked_by in [account(50), account(53)] {
        let back = CheckResult::Back {
            missing: sealed(91),
        };
        for result in [CheckResult::Ready, back] {
            let check = CheckAnswer {
                checked_by,
                fulfilled: AnswerQuality::ALL.to_vec(),
                result,
                on: soon,
            };
            tries.at(soon, check);
        }
    }
}
