//! What a case taught, and one corrective action from the promise to its effect.

use casework::learning::{
    ActionNumber, ActionOrigin, AgreeAction, AgreedAction, Attended, CarryOutAction, CloseAction,
    Debrief, DebriefPart, HoldDebrief, Learned, ReplanAction, ReportBack, ReviewImpact, Verdict,
};
use casework::settings::Code;

use super::{Tries, account, later, sealed};

const ACTION: ActionNumber = ActionNumber(1);

pub(super) fn try_all(tries: &mut Tries<'_>) {
    let soon = tries.soon;
    for learned in [
        Learned::Change { text: sealed(78) },
        Learned::Nothing { reason: sealed(78) },
    ] {
        tries.at(soon, ReportBack { learned, on: soon });
    }
    let attended = vec![Attended {
        part: DebriefPart::Team,
        people: 4,
    }];
    let debrief = Debrief {
        attended,
        names: None,
        learned: sealed(79),
        themes: vec![Code::new("delay")],
    };
    tries.at(soon, HoldDebrief { debrief, on: soon });
    let agree = AgreeAction {
        agreed: AgreedAction {
            kind: Code::new("training"),
            themes: vec![Code::new("delay")],
            text: sealed(79),
            plan: None,
            owner: account(53),
            due_on: later(soon, 30),
            origin: ActionOrigin::OfItself,
            answers: None,
        },
        on: soon,
    };
    tries.at(soon, agree);
    let replan = ReplanAction {
        action: ACTION,
        due_on: later(soon, 60),
        reasons: sealed(79),
        on: soon,
    };
    tries.at(soon, replan);
    let carry_out = CarryOutAction {
        action: ACTION,
        reported_by: account(53),
        evidence: sealed(79),
        on: soon,
    };
    tries.at(soon, carry_out);
    // The owner, who cannot, and somebody else.
    for checker in [53, 54] {
        let close = CloseAction {
            action: ACTION,
            checked_by: account(checker),
            review_on: Some(later(soon, 90)),
            on: soon,
        };
        tries.at(soon, close);
    }
    let again_on = later(soon, 90);
    for verdict in [Verdict::Worked, Verdict::TooEarly { again_on }] {
        let review = ReviewImpact {
            action: ACTION,
            verdict,
            text: sealed(79),
            on: soon,
        };
        tries.at(soon, review);
    }
}
