//! The commands of Stage 3.

use casework::closure::NextRight;
use casework::review_panel::{
    AppointReviewPanel, Attendance, HoldReviewPanel, InviteToReviewPanel, PanelPaper, PanelReport,
    PanelResponse, Present, RearrangeReviewPanel, ReceivePanelReport, Recipient, Recommendation,
    RecommendationAnswer, RecommendationDecision, RecommendationNumber, RequestReviewPanel,
    SendPanelPapers, SendPanelResponse,
};

use super::{Tries, findings, later, notice, person, sealed};

pub(super) fn try_all(tries: &mut Tries<'_>) {
    let (case, soon, late) = (tries.case, tries.soon, tries.late);
    for (on, late_reasons) in [(soon, None), (late, None), (late, Some(sealed(71)))] {
        tries.at(
            on,
            RequestReviewPanel {
                reasons: Vec::new(),
                on,
                late_reasons,
            },
        );
    }
    // The Independent Person of Stage 2 in the chair is tried, and refused.
    for chair in [22, 21] {
        let appoint = AppointReviewPanel {
            chair: person(chair),
            members: [person(23), person(24)],
            meets_on: later(soon, 10),
            agreed_late_on: None,
            declared: Some([Vec::new(), Vec::new(), Vec::new()]),
            despite: None,
            on: soon,
        };
        tries.at(soon, appoint);
    }
    tries.at(soon, InviteToReviewPanel { on: soon });
    let papers = PanelPaper::ALL.to_vec();
    tries.at(soon, SendPanelPapers { papers, on: soon });
    let rearrange = RearrangeReviewPanel {
        meets_on: later(soon, 12),
        reasons: sealed(72),
        agreed_late_on: None,
        on: soon,
    };
    tries.at(soon, rearrange);
    let attendance = Some(Attendance {
        present: vec![Present::Complainant, Present::IndependentPerson],
        spoke: Some(Present::Complainant),
    });
    tries.at(
        soon,
        HoldReviewPanel {
            on: soon,
            attendance,
        },
    );
    let report = PanelReport {
        summary: sealed(73),
        findings: findings(case),
        recommendations: vec![Recommendation {
            number: RecommendationNumber(1),
            text: sealed(74),
        }],
        sent_to: vec![Recipient::Complainant, Recipient::IndependentPerson],
    };
    let receive = ReceivePanelReport {
        sent_on: soon,
        received_on: soon,
        report: Some(report),
    };
    tries.at(soon, receive);
    let decision = RecommendationDecision {
        recommendation: RecommendationNumber(1),
        answer: RecommendationAnswer::Accepted,
        reasons: None,
        action: Some(sealed(75)),
        due_on: Some(later(soon, 30)),
    };
    // A recommendation without an answer, and an answer without the next right, are tried and refused.
    for (decisions, told) in [
        (vec![decision.clone()], true),
        (vec![decision], false),
        (Vec::new(), true),
    ] {
        let response = PanelResponse {
            considered_on: Some(soon),
            decisions,
            letter: None,
        };
        let send = SendPanelResponse {
            sent_on: soon,
            response: Some(response),
            notice: told.then(|| notice(case, NextRight::Ombudsman, soon)),
        };
        tries.at(soon, send);
    }
}
