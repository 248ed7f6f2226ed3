//! The commands that an exploration tries, each in the few variants that the rules tell apart.
//!
//! Days follow the last thing recorded: two days later, and for limits that can run out a day long after.

mod part;

pub(crate) use part::Part;

use casework::action::Command;
use casework::advocacy::{
    AdvocacyRecorded, AdvocateAppointed, AdvocateBar, AdvocateKind, AppointAdvocate, EndAdvocacy,
    RecordAdvocacy, Wanted,
};
use casework::case::{Case, Stage};
use casework::closure::{
    AgreeRemedy, AgreedRemedy, CarryOutRemedy, Close, NextRight, NoticeOfRights, Withdraw,
};
use casework::event::DeclineGround;
use casework::ids::{AccountId, CaseId, ItemId, PersonId, Sealed};
use casework::intake::{
    Acknowledge, Assign, Decline, JudgeProcedure, Procedure, RecordComplaint, RecordEquality,
    ReferElsewhere, RepresentationKind,
};
use casework::investigation::{
    AgreeStatement, AppointInvestigators, ExtendInvestigation, InvestigatorsAppointed,
    ReceiveReports, SendAdjudication,
};
use casework::local_resolution::{
    ExtendLocalResolution, ExtensionReason, RequestInvestigation, Resolve, Respond, WithdrawRequest,
};
use casework::ombudsman::{
    AnswerOmbudsmanEnquiry, AnswerOmbudsmanReport, EarlyCondition, EarlyReferral, OmbudsmanRemedy,
    RecordCompliance, RecordOmbudsmanCase, RecordOmbudsmanDecision, RecordOmbudsmanEnquiry,
    RecordRemedyDone, ReferEarly, RemedyNumber,
};
use casework::people::{Channel, Child, ChildStatus, Complainant};
use casework::point::{Point, PointFinding, PointNumber};
use casework::registers::{AnswerEnquiry, RecordContact};
use casework::remedy::RemedyKind;
use casework::review_panel::{
    AppointReviewPanel, Attendance, HoldReviewPanel, InviteToReviewPanel, PanelPaper, PanelReport,
    PanelResponse, Present, RearrangeReviewPanel, ReceivePanelReport, Recipient, Recommendation,
    RecommendationAnswer, RecommendationDecision, RecommendationNumber, RequestReviewPanel,
    SendPanelPapers, SendPanelResponse,
};
use casework::settings::{Code, Settings};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use statute::procedure::interview::{QuestionId, Step, interview};
use statute::procedure::{Finding, LegalGround, Route};
use statute::working_days::{Calendar, Region};
use uuid::Uuid;

pub(crate) const CASE: CaseId = CaseId(Uuid::from_u128(1));

/// A Monday, three weeks before Easter.
pub(crate) const RECEIVED: Date = date(2024, 3, 4);

/// No history goes on longer than the bank holidays are known.
const LAST_DAY: Date = date(2027, 6, 1);

pub(crate) fn settings() -> Settings {
    serde_json::from_value(serde_json::json!({
        "code": "testshire",
        "name": "Testshire County Council",
        "services": [{"code": "first_response", "label": "First Response"}],
        "categories": [{"code": "delay", "label": "Delay"}],
        "capacities": [{"code": "parent", "label": "Parent"}],
        "outcomes": [{"code": "upheld", "label": "Upheld"}],
        "timescale_bands": [],
        "ombudsman_decisions": [{"code": "upheld", "label": "Upheld"}],
        "equality": {"gender": [], "ethnicity": [], "sexual_orientation": [], "religion": [], "disability": [], "age": []},
    }))
    .expect("the settings are settings")
}

/// A complaint in each procedure.
pub(crate) fn complaints() -> Vec<Command> {
    [Procedure::ChildrenAct, Procedure::Corporate]
        .into_iter()
        .map(|procedure| complaint(procedure).into())
        .collect()
}

/// One of everything that is no complaint.
pub(crate) fn contacts() -> Vec<Command> {
    RepresentationKind::ALL
        .into_iter()
        .filter(|kind| *kind != RepresentationKind::Complaint)
        .map(|kind| {
            let contact = RecordContact {
                kind,
                channel: Channel::Letter,
                received_on: RECEIVED,
                service: Code::new("first_response"),
                person: None,
                children: Vec::new(),
                text: Some(sealed(50)),
            };
            contact.into()
        })
        .collect()
}

/// Every command to try on a case in a part of the exploration, with the day it is given.
pub(crate) fn commands(case: &Case, part: Part) -> Vec<(Command, Date)> {
    let mut commands = every_command(case);
    commands.retain(|(command, _)| part.tries(command.action(), case));
    commands
}

fn every_command(case: &Case) -> Vec<(Command, Date)> {
    if case.last_on > LAST_DAY {
        return Vec::new();
    }
    let soon = later(case.last_on, 2);
    let late = later(case.last_on, 45);
    let mut commands: Vec<(Command, Date)> = Vec::new();
    let mut at = |on: Date, command: Command| commands.push((command, on));
    at(soon, Acknowledge { on: soon }.into());
    at(
        soon,
        Assign {
            to: account(50),
            on: soon,
        }
        .into(),
    );
    for ground in [DeclineGround::NotEligible, DeclineGround::OutOfTime] {
        let reasons = sealed(60);
        let decline = Decline {
            ground,
            reasons,
            on: soon,
        };
        at(soon, decline.into());
    }
    let route = Route::DataProtection;
    at(
        soon,
        ReferElsewhere {
            route,
            reasons: sealed(61),
            on: soon,
        }
        .into(),
    );
    if case.equality.is_empty() {
        at(
            soon,
            RecordEquality {
                person: COMPLAINANT,
                answers: sealed(62),
                on: soon,
            }
            .into(),
        );
    }
    at(soon, advocacy(soon));
    local_resolution(case, soon, late, &mut at);
    investigation(case, soon, late, &mut at);
    review_panel(case, soon, late, &mut at);
    help_and_redress(case, soon, &mut at);
    ombudsman(soon, &mut at);
    at(soon, AnswerEnquiry { sent_on: soon }.into());
    at(
        soon,
        Withdraw {
            oral: true,
            confirmed_on: soon,
        }
        .into(),
    );
    for right in [
        None,
        Some(NextRight::BringItBack),
        Some(NextRight::Ombudsman),
    ] {
        let notice = right.map(|right| notice(case, right, soon));
        at(soon, Close { notice, on: soon }.into());
    }
    commands
}

fn local_resolution(case: &Case, soon: Date, late: Date, at: &mut impl FnMut(Date, Command)) {
    for (on, notified_on) in [(soon, Some(soon)), (soon, None), (late, Some(late))] {
        let (reason, until) = (ExtensionReason::Complex, later(case.received_on, 21));
        at(
            on,
            ExtendLocalResolution {
                reason,
                until,
                notified_on,
                on,
            }
            .into(),
        );
    }
    for right in [
        None,
        Some(NextRight::Investigation),
        Some(NextRight::Ombudsman),
    ] {
        let notice = right.map(|right| notice(case, right, soon));
        let (findings, letter) = (findings(case), None);
        let respond = Respond {
            findings,
            letter,
            notice: notice.clone(),
            sent_on: soon,
        };
        at(soon, respond.into());
        let findings = self::findings(case);
        at(
            soon,
            Resolve {
                findings,
                terms: sealed(63),
                notice,
                sent_on: soon,
            }
            .into(),
        );
    }
    for oral in [false, true] {
        at(soon, RequestInvestigation { oral, on: soon }.into());
    }
    at(
        late,
        RequestInvestigation {
            oral: false,
            on: late,
        }
        .into(),
    );
    for after_meeting in [false, true] {
        at(
            soon,
            WithdrawRequest {
                after_meeting,
                on: soon,
            }
            .into(),
        );
    }
}

fn investigation(case: &Case, soon: Date, late: Date, at: &mut impl FnMut(Date, Command)) {
    for second in [21, 20] {
        let appointed = InvestigatorsAppointed {
            investigating_officer: person(20),
            independent_person: person(second),
        };
        at(
            soon,
            AppointInvestigators {
                appointed,
                on: soon,
            }
            .into(),
        );
    }
    at(soon, AgreeStatement { on: soon }.into());
    let requested_on = case.investigation.as_ref().map(|stage| stage.requested_on);
    let until = later(requested_on.unwrap_or(soon), 60);
    for (on, notified_on) in [(soon, Some(soon)), (soon, None), (late, Some(late))] {
        let reason = ExtensionReason::Complex;
        at(
            on,
            ExtendInvestigation {
                reason,
                until,
                notified_on,
                on,
            }
            .into(),
        );
    }
    at(soon, ReceiveReports { on: soon }.into());
    for right in [
        None,
        Some(NextRight::ReviewPanel),
        Some(NextRight::Ombudsman),
    ] {
        let notice = right.map(|right| notice(case, right, soon));
        at(
            soon,
            SendAdjudication {
                findings: findings(case),
                notice,
                sent_on: soon,
            }
            .into(),
        );
    }
}

/// What changes nothing about the way forward.
fn help_and_redress(case: &Case, soon: Date, at: &mut impl FnMut(Date, Command)) {
    at(soon, judge_procedure(case, soon));
    let appointed = AdvocateAppointed {
        person: CHILD,
        advocate: person(33),
        kind: AdvocateKind::Independent,
        organisation: None,
    };
    // An advocate whom the law bars is tried, and refused.
    for bars in [Vec::new(), vec![AdvocateBar::ManagesService]] {
        let appoint = AppointAdvocate {
            appointed: appointed.clone(),
            bars,
            on: soon,
        };
        at(soon, appoint.into());
    }
    let end = EndAdvocacy {
        person: CHILD,
        advocate: person(33),
        on: soon,
    };
    at(soon, end.into());
    if case.remedies.is_empty() {
        let agreed = AgreedRemedy {
            kind: RemedyKind::Apology,
            person: COMPLAINANT,
            text: sealed(76),
            due_on: None,
            payment: None,
        };
        at(soon, AgreeRemedy { agreed, on: soon }.into());
    }
    let remedy = RemedyNumber(1);
    at(soon, CarryOutRemedy { remedy, on: soon }.into());
}

/// The interview with the first answer to every question.
fn judge_procedure(case: &Case, on: Date) -> Command {
    let mut answers: Vec<(QuestionId, String)> = Vec::new();
    loop {
        let given = |id: QuestionId| {
            let mut said = answers.iter();
            said.find(|(question, _)| *question == id)
                .map(|(_, answer)| answer.as_str())
        };
        let Step::Ask { question, .. } = interview(given) else {
            break;
        };
        answers.push((question.id, question.choices[0].code.to_owned()));
    }
    let judge = JudgeProcedure {
        points: case.points().iter().map(|point| point.number).collect(),
        complainant: COMPLAINANT,
        children: vec![CHILD],
        answers,
        arose_on: None,
        note: None,
        on,
    };
    judge.into()
}

fn review_panel(case: &Case, soon: Date, late: Date, at: &mut impl FnMut(Date, Command)) {
    for (on, late_reasons) in [(soon, None), (late, None), (late, Some(sealed(71)))] {
        at(on, RequestReviewPanel { on, late_reasons }.into());
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
        at(soon, appoint.into());
    }
    at(soon, InviteToReviewPanel { on: soon }.into());
    let papers = PanelPaper::ALL.to_vec();
    at(soon, SendPanelPapers { papers, on: soon }.into());
    let rearrange = RearrangeReviewPanel {
        meets_on: later(soon, 12),
        reasons: sealed(72),
        agreed_late_on: None,
        on: soon,
    };
    at(soon, rearrange.into());
    let attendance = Some(Attendance {
        present: vec![Present::Complainant, Present::IndependentPerson],
        spoke: Some(Present::Complainant),
    });
    at(
        soon,
        HoldReviewPanel {
            on: soon,
            attendance,
        }
        .into(),
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
    at(soon, receive.into());
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
        at(soon, send.into());
    }
}

fn ombudsman(soon: Date, at: &mut impl FnMut(Date, Command)) {
    let record = RecordOmbudsmanCase {
        reference: None,
        on: soon,
    };
    at(soon, record.into());
    let enquiry = RecordOmbudsmanEnquiry {
        reply_by: later(soon, 20),
        on: soon,
    };
    at(soon, enquiry.into());
    at(soon, AnswerOmbudsmanEnquiry { on: soon }.into());
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
        at(soon, decide.into());
    }
    let done = RecordRemedyDone {
        remedy: RemedyNumber(1),
        evidence: true,
        on: soon,
    };
    at(soon, done.into());
    at(soon, RecordCompliance { on: soon }.into());
    let answer = AnswerOmbudsmanReport {
        considered_on: soon,
        on: soon,
    };
    at(soon, answer.into());
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
        at(soon, refer.into());
    }
}

fn notice(case: &Case, right: NextRight, sent_on: Date) -> NoticeOfRights {
    let procedure = case.procedure().unwrap_or(Procedure::Corporate);
    let calendar = Calendar::of(Region::EnglandAndWales);
    NoticeOfRights::lawful(right, procedure, sent_on, calendar).expect("the year is near")
}

fn findings(case: &Case) -> Vec<PointFinding> {
    case.points()
        .iter()
        .map(|point| PointFinding {
            point: point.number,
            finding: Finding::Upheld,
            reasons: None,
        })
        .collect()
}

fn advocacy(on: Date) -> Command {
    let recorded = AdvocacyRecorded {
        person: CHILD,
        wanted: Wanted::No,
        kind: AdvocateKind::Nobody,
        told_on: Some(on),
        offered_on: Some(on),
    };
    RecordAdvocacy { recorded, on }.into()
}

fn complaint(procedure: Procedure) -> RecordComplaint {
    RecordComplaint {
        procedure,
        channel: Channel::Letter,
        received_on: RECEIVED,
        reached_team_on: None,
        grounds_arose_on: None,
        late_reasons: None,
        service: Code::new("first_response"),
        complainants: vec![Complainant {
            person: COMPLAINANT,
            ground: Some(LegalGround::Parent),
            capacity: Code::new("parent"),
            details: Some(sealed(40)),
        }],
        children: vec![Child {
            person: CHILD,
            status: ChildStatus::InNeed,
            details: None,
        }],
        points: vec![Point {
            number: PointNumber(1),
            text: sealed(101),
            categories: vec![Code::new("delay")],
        }],
        desired_outcome: None,
        complained_about: Vec::new(),
    }
}

const COMPLAINANT: PersonId = PersonId(Uuid::from_u128(30));
const CHILD: PersonId = PersonId(Uuid::from_u128(31));

fn person(number: u128) -> PersonId {
    PersonId(Uuid::from_u128(number))
}

fn account(number: u128) -> AccountId {
    AccountId(Uuid::from_u128(number))
}

fn sealed(number: u128) -> Sealed {
    Sealed {
        item: ItemId(Uuid::from_u128(number)),
        commitment: "0".repeat(64),
    }
}

fn later(day: Date, days: i64) -> Date {
    day.checked_add(days.days()).expect("the year is near")
}
