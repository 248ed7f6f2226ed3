//! What the Ombudsman asks and decides.

use casework::case::Stage;
use casework::ombudsman::{
    AnswerOmbudsmanEnquiry, AnswerOmbudsmanReport, EarlyCondition, EarlyReferral, OmbudsmanRemedy,
    RecordCompliance, RecordOmbudsmanCase, RecordOmbudsmanDecision, RecordOmbudsmanEnquiry,
    RecordRemedyDone, ReferEarly, RemedyNumber,
};
use casework::remedy::RemedyKind;
use casework::settings::Code;

use super::{Tries, later};

pub(super) fn try_all(tries: &mut Tries<'_>) {
    let soon = tries.soon;
    let record = RecordOmbudsmanCase {
        reference: None,
        on: soon,
    };
    tries.at(soon, record);
    let enquiry = RecordOmbudsmanEnquiry {
        reply_by: later(soon, 20),
        on: soon,
    };
    tries.at(soon, enquiry);
    tries.at(soon, AnswerOmbudsmanEnquiry { on: soon });
    let remedy = OmbudsmanRemedy {
        number: RemedyNumber(1),
        kind: RemedyKind::Apology,
        amount: None,
        due_on: Some(later(soon, 20)),
        text: None,
    };
    for (remedies, sent_back_to) in [
        (Vec::new(), None),
        (vec![remedy], None),
        (Vec::new(), Some(Stage::LocalResolution)),
        (Vec::new(), Some(Stage::Investigation)),
        (Vec::new(), Some(Stage::ReviewPanel)),
    ] {
        let decide = RecordOmbudsmanDecision {
            decision: Code::new("upheld"),
            fault: Some(true),
            injustice: Some(true),
            report_on: (!remedies.is_empty()).then_some(soon),
            remedies,
            sent_back_to,
            on: soon,
        };
        tries.at(soon, decide);
    }
    let done = RecordRemedyDone {
        remedy: RemedyNumber(1),
        evidence: true,
        on: soon,
    };
    tries.at(soon, done);
    tries.at(soon, RecordCompliance { on: soon });
    let answer = AnswerOmbudsmanReport {
        considered_on: soon,
        on: soon,
    };
    tries.at(soon, answer);
    for conditions in [EarlyCondition::ALL.to_vec(), Vec::new()] {
        let referral = EarlyReferral {
            proposed_on: soon,
            agreed_on: soon,
        };
        let refer = ReferEarly {
            conditions,
            referral,
            on: soon,
        };
        tries.at(soon, refer);
    }
}
