//! The commands of Stage 1, and of asking for the next stage.

use casework::action::Action;
use casework::closure::NextRight;
use casework::local_resolution::{
    AgreeToWait, Escalation, EscalationGround, ExtendLocalResolution, ExtensionReason,
    OfferInvestigation, RefuseEscalation, RequestInvestigation, Resolve, Respond,
    SkipLocalResolution, WithdrawRequest,
};

use super::{Part, Tries, account, findings, later, notice, sealed};

pub(super) fn try_all(tries: &mut Tries<'_>) {
    let (case, soon, late) = (tries.case, tries.soon, tries.late);
    for (on, notified_on) in [(soon, Some(soon)), (soon, None), (late, Some(late))] {
        let extend = ExtendLocalResolution {
            reason: ExtensionReason::Complex,
            until: later(case.received_on, 21),
            notified_on,
            on,
        };
        tries.at(on, extend);
    }
    answer(tries);
    if tries.wants(Action::OfferInvestigation) {
        run_out(tries);
    }
    for oral in [false, true] {
        // What was asked for by word of mouth differs within the stages only.
        if oral && !matches!(tries.part, Part::Procedure | Part::Investigation) {
            continue;
        }
        let skip = SkipLocalResolution {
            authority_agreed_on: soon,
            complainant_agreed_on: soon,
            oral,
        };
        tries.at(soon, skip);
        tries.at(
            soon,
            RequestInvestigation {
                reasons: Vec::new(),
                oral,
                on: soon,
            },
        );
    }
    let request = RequestInvestigation {
        reasons: Vec::new(),
        oral: false,
        on: late,
    };
    tries.at(late, request);
    for after_meeting in [false, true] {
        let withdraw = WithdrawRequest {
            after_meeting,
            instead: None,
            on: soon,
        };
        tries.at(soon, withdraw);
    }
    if tries.wants(Action::RefuseEscalation) {
        refuse(tries);
    }
}

/// The answer with a notice of the next right, without one, and with a wrong one.
fn answer(tries: &mut Tries<'_>) {
    let (case, soon) = (tries.case, tries.soon);
    for right in [
        None,
        Some(NextRight::Investigation),
        Some(NextRight::Ombudsman),
    ] {
        let notice = right.map(|right| notice(case, right, soon));
        let respond = Respond {
            findings: findings(case),
            letter: None,
            notice: notice.clone(),
            late: None,
            resolution: Vec::new(),
            learning_shared: None,
            sent_on: soon,
        };
        tries.at(soon, respond);
        let resolve = Resolve {
            findings: findings(case),
            terms: sealed(63),
            notice,
            agreed_on: Some(soon),
            late: None,
            resolution: Vec::new(),
            sent_on: soon,
        };
        tries.at(soon, resolve);
    }
}

/// What may be done about a Stage 1 that has no answer; before its time has run out it is refused.
fn run_out(tries: &mut Tries<'_>) {
    for on in [tries.soon, tries.late] {
        let notice = Some(notice(tries.case, NextRight::Investigation, on));
        tries.at(on, OfferInvestigation { notice, on });
        let until = later(on, 14);
        tries.at(on, AgreeToWait { until, on });
    }
}

/// Every ground for each stage, lawful there or not.
fn refuse(tries: &mut Tries<'_>) {
    for on in [tries.soon, tries.late] {
        for to in Escalation::ALL {
            for ground in EscalationGround::ALL {
                let refuse = RefuseEscalation {
                    to,
                    ground,
                    reasons: sealed(77),
                    agreed_by: account(53),
                    asked_on: on,
                    notice: Some(notice(tries.case, NextRight::Ombudsman, on)),
                    on,
                };
                tries.at(on, refuse);
            }
        }
    }
}
