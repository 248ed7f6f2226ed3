//! The commands of Stage 2.

use casework::action::Action;
use casework::closure::NextRight;
use casework::investigation::{
    Adjudication, AgreeStatement, AppointInvestigators, AppointReviewer, ExtendInvestigation,
    IndependentCheck, IndependentReport, InvestigatorsAppointed, OfficerReport, PackItem,
    ReceiveIndependentReport, ReceiveOfficerReport, ReceiveReports, RecordStatementComments,
    SendAdjudication, SendStatement,
};
use casework::local_resolution::ExtensionReason;
use casework::point::{Point, PointFinding, PointNumber};
use casework::review_panel::{
    Recommendation, RecommendationAnswer, RecommendationDecision, RecommendationNumber,
};
use casework::settings::Code;

use super::{Part, Tries, account, findings, later, notice, person, sealed};

pub(super) fn try_all(tries: &mut Tries<'_>) {
    let (case, soon, late) = (tries.case, tries.soon, tries.late);
    appoint(tries);
    if tries.wants(Action::RecordStatementComments) {
        statement(tries);
    }
    tries.at(soon, AgreeStatement { on: soon });
    let requested_on = case.investigation.as_ref().map(|stage| stage.requested_on);
    let until = later(requested_on.unwrap_or(soon), 60);
    for (on, notified_on) in [(soon, Some(soon)), (soon, None), (late, Some(late))] {
        let extend = ExtendInvestigation {
            reason: ExtensionReason::Complex,
            until,
            notified_on,
            on,
        };
        tries.at(on, extend);
    }
    tries.at(soon, ReceiveReports { on: soon });
    if tries.wants(Action::ReceiveOfficerReport) {
        reports(tries);
    }
    adjudicate(tries);
}

fn appoint(tries: &mut Tries<'_>) {
    let soon = tries.soon;
    // One person in both seats is tried, and refused; so are others without a reason.
    for (second, replaces) in [(21, None), (20, None), (26, Some(sealed(78)))] {
        if replaces.is_some() && tries.part != Part::Investigation {
            continue;
        }
        let appointed = InvestigatorsAppointed {
            checked: Some(true),
            replaces,
            ..InvestigatorsAppointed::new(person(20), person(second))
        };
        let on = soon;
        tries.at(soon, AppointInvestigators { appointed, on });
    }
    let reviewer = account(52);
    tries.at(soon, AppointReviewer { reviewer, on: soon });
}

/// The statement as the points are, with one more, and with one dropped, which is refused.
fn statement(tries: &mut Tries<'_>) {
    let soon = tries.soon;
    let points = tries.case.points().to_vec();
    let mut more = points.clone();
    more.push(Point {
        number: PointNumber(u16::try_from(more.len() + 1).expect("a few points")),
        text: sealed(102),
        categories: vec![Code::new("delay")],
    });
    for points in [points, more, Vec::new()] {
        let send = SendStatement {
            points,
            text: None,
            on: soon,
        };
        tries.at(soon, send);
    }
    let comments = sealed(79);
    tries.at(soon, RecordStatementComments { comments, on: soon });
}

fn reports(tries: &mut Tries<'_>) {
    let soon = tries.soon;
    let reasons = Some(sealed(80));
    let with_reasons = findings(tries.case)
        .into_iter()
        .map(|finding| PointFinding {
            reasons: reasons.clone(),
            ..finding
        })
        .collect();
    // A finding without reasons is tried, and refused.
    for findings in [with_reasons, findings(tries.case)] {
        let recommendation = Recommendation {
            number: RecommendationNumber(1),
            text: sealed(81),
        };
        let report = OfficerReport {
            findings,
            recommendations: vec![recommendation],
        };
        tries.at(soon, ReceiveOfficerReport { report, on: soon });
    }
    for satisfied in [IndependentCheck::ALL.to_vec(), Vec::new()] {
        let report = IndependentReport {
            satisfied,
            remarks: None,
        };
        tries.at(soon, ReceiveIndependentReport { report, on: soon });
    }
}

/// The answer with a notice of the next right, without one, and with a wrong one; with and without what
/// was adjudicated, and with half of what has to be sent.
fn adjudicate(tries: &mut Tries<'_>) {
    let (case, soon) = (tries.case, tries.soon);
    let decision = RecommendationDecision {
        recommendation: RecommendationNumber(1),
        answer: RecommendationAnswer::Accepted,
        reasons: None,
        action: None,
        due_on: None,
    };
    let whole = Adjudication {
        officer: person(25),
        decisions: vec![decision],
        pack: PackItem::ALL.to_vec(),
        letter: None,
    };
    let half = Adjudication {
        pack: PackItem::ALL[..2].to_vec(),
        ..whole.clone()
    };
    let bare = Adjudication {
        decisions: Vec::new(),
        ..whole.clone()
    };
    for adjudication in [None, Some(whole), Some(half), Some(bare)] {
        if adjudication.is_some() && tries.part != Part::Investigation {
            continue;
        }
        for right in [
            None,
            Some(NextRight::ReviewPanel),
            Some(NextRight::Ombudsman),
        ] {
            let send = SendAdjudication {
                findings: findings(case),
                adjudication: adjudication.clone(),
                notice: right.map(|right| notice(case, right, soon)),
                sent_on: soon,
            };
            tries.at(soon, send);
        }
    }
}
