//! What holds for every history that accepted commands can build.

#[path = "properties/restricted.rs"]
mod restricted;

use casework::action::Command;
use casework::calendar::{AnnouncedHoliday, RecomputeDeadlines, RunningLimit};
use casework::case::Case;
use casework::clock::ClockEnd;
use casework::closure::{Close, NextRight, NoticeOfRights, Withdraw};
use casework::event::{Event, Fact};
use casework::ids::{AccountId, CaseId, ItemId, PersonId, Sealed};
use casework::intake::{Acknowledge, Assign, Procedure, RecordComplaint};
use casework::investigation::{
    AgreeStatement, AppointInvestigators, ExtendInvestigation, IndependentCheck, IndependentReport,
    InvestigatorsAppointed, OfficerReport, ReceiveIndependentReport, ReceiveOfficerReport,
    ReceiveReports, RecordStatementComments, SendAdjudication, SendStatement,
};
use casework::law::Law;
use casework::learning::Learned;
use casework::local_resolution::{
    ActivityKind, AgreeToWait, Escalation, EscalationGround, ExtendLocalResolution,
    ExtensionReason, OfferInvestigation, RecordActivity, RefuseEscalation, RequestInvestigation,
    Respond, SkipLocalResolution, WithdrawRequest,
};
use casework::people::{Channel, Child, ChildStatus, Complainant};
use casework::point::{Point, PointFinding, PointNumber};
use casework::review_panel::{
    AppointReviewPanel, HoldReviewPanel, InviteToReviewPanel, PanelPaper, PanelReport,
    PanelResponse, RearrangeReviewPanel, ReceivePanelReport, Recommendation, RecommendationAnswer,
    RecommendationDecision, RecommendationNumber, RequestReviewPanel, SendPanelPapers,
    SendPanelResponse,
};
use casework::settings::{Code, Settings};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use statute::limits::{self, Direction, LimitId};
use statute::procedure::{Finding, LegalGround};
use statute::working_days::{Calendar, Region};
use uuid::Uuid;

const CASE: CaseId = CaseId(Uuid::from_u128(1));

fn settings() -> Settings {
    serde_json::from_value(serde_json::json!({
        "code": "testshire",
        "name": "Testshire County Council",
        "services": [{"code": "first_response", "label": "First Response"}],
        "categories": [{"code": "delay", "label": "Delay"}],
        "capacities": [{"code": "parent", "label": "Parent"}],
        "outcomes": [{"code": "upheld", "label": "Upheld"}],
        "timescale_bands": [],
        "ombudsman_decisions": [],
        "equality": {"gender": [], "ethnicity": [], "sexual_orientation": [], "religion": [], "disability": [], "age": []},
    }))
    .expect("the settings are settings")
}

fn sealed(number: u128) -> Sealed {
    Sealed {
        item: ItemId(Uuid::from_u128(number)),
        commitment: "0".repeat(64),
    }
}

fn point(number: u16) -> Point {
    Point {
        number: PointNumber(number),
        text: sealed(100 + u128::from(number)),
        categories: vec![Code::new("delay")],
    }
}

fn complaint(procedure: Procedure, points: u16) -> RecordComplaint {
    RecordComplaint {
        place: casework::organisation::Place::default(),
        procedure,
        channel: Channel::Letter,
        received_on: date(2024, 3, 4),
        reached_team_on: None,
        grounds_arose_on: None,
        late_reasons: None,
        service: Code::new("first_response"),
        complainants: vec![Complainant {
            person: PersonId(Uuid::from_u128(30)),
            ground: Some(LegalGround::Parent),
            capacity: Code::new("parent"),
            details: Some(sealed(40)),
        }],
        children: vec![Child {
            person: PersonId(Uuid::from_u128(31)),
            status: ChildStatus::InNeed,
            details: None,
        }],
        points: (1..=points).map(point).collect(),
        desired_outcome: None,
        complained_about: Vec::new(),
    }
}

/// How many kinds of attempts there are.
const KINDS: u8 = 26;

/// One attempt: which action, how many days later, and a choice within it.
type Attempt = (u8, u8, u8);

/// What may be told when a case is closed.
const CLOSING: [NextRight; 2] = [NextRight::BringItBack, NextRight::Ombudsman];

/// What runs after a case is closed: the complainant's time for the Ombudsman, and the council's own for learning.
const AFTER_CLOSING: [LimitId; 2] = [LimitId::OmbudsmanComplaint, LimitId::Learning];

/// The right after Stage 2, by the statutory procedure and by the corporate one.
const AFTER_STAGE_2: [NextRight; 2] = [NextRight::ReviewPanel, NextRight::Ombudsman];

fn notice(right: NextRight, sent_on: Date, corporate: bool) -> NoticeOfRights {
    let procedure = if corporate {
        Procedure::Corporate
    } else {
        Procedure::ChildrenAct
    };
    let calendar = Calendar::of(Region::EnglandAndWales);
    NoticeOfRights::lawful(right, procedure, sent_on, calendar).expect("the year is near")
}

/// A finding on each point; now and then one is forgotten, so that refusals are met too.
fn findings(choice: u8, points: u16) -> Vec<PointFinding> {
    let finding = |index: u16| match (u16::from(choice) + index) % 4 {
        0 => Finding::Upheld,
        1 => Finding::PartlyUpheld,
        2 => Finding::NotUpheld,
        _ => Finding::NoFinding,
    };
    let answered = if choice == 7 {
        points.saturating_sub(1)
    } else {
        points
    };
    (1..=answered)
        .map(|number| PointFinding {
            point: PointNumber(number),
            finding: finding(number),
            reasons: None,
        })
        .collect()
}

fn command(kind: u8, on: Date, choice: u8, points: u16, corporate: bool) -> Command {
    let later = |days: i64| on.checked_add(days.days()).expect("the year is near");
    let person = |number: u8| PersonId(Uuid::from_u128(200 + u128::from(number)));
    let findings = || findings(choice, points);
    let extension = i64::from(choice) * 6;
    match kind % KINDS {
        0 => Acknowledge {
            leaflets: Vec::new(),
            on,
        }
        .into(),
        1 => Assign {
            to: AccountId(Uuid::from_u128(50 + u128::from(choice % 2))),
            on,
        }
        .into(),
        2 => ExtendLocalResolution {
            reason: ExtensionReason::Complex,
            until: later(extension),
            notified_on: (!choice.is_multiple_of(3)).then_some(on),
            on,
        }
        .into(),
        3 | 4 => Respond {
            findings: findings(),
            letter: None,
            notice: Some(notice(NextRight::Investigation, on, corporate)),
            late: None,
            resolution: Vec::new(),
            learning_shared: None,
            sent_on: on,
        }
        .into(),
        5 => RequestInvestigation {
            reasons: Vec::new(),
            oral: choice.is_multiple_of(2),
            on,
        }
        .into(),
        6 => WithdrawRequest {
            after_meeting: choice.is_multiple_of(2),
            instead: None,
            on,
        }
        .into(),
        7 => AppointInvestigators {
            appointed: InvestigatorsAppointed {
                replaces: choice.is_multiple_of(2).then(|| sealed(301)),
                ..InvestigatorsAppointed::new(person(choice % 3), person(1))
            },
            on,
        }
        .into(),
        8 => AgreeStatement { on }.into(),
        9 => ExtendInvestigation {
            reason: ExtensionReason::Complex,
            until: later(extension * 3),
            notified_on: (!choice.is_multiple_of(3)).then_some(on),
            on,
        }
        .into(),
        10 => ReceiveReports { on }.into(),
        11 => SendAdjudication {
            findings: findings(),
            adjudication: None,
            notice: Some(notice(AFTER_STAGE_2[usize::from(corporate)], on, corporate)),
            sent_on: on,
        }
        .into(),
        12 => panel_request(on, choice),
        13 | 14 => panel_command(kind % KINDS == 13, on, choice, findings()),
        // Closing goes by what the last letter said, or tells it now.
        15 => Close {
            notice: CLOSING
                .get(usize::from(choice))
                .map(|right| notice(*right, on, corporate)),
            learned: Some(Learned::Change { text: sealed(79) }),
            on,
        }
        .into(),
        16 => Withdraw {
            oral: true,
            looked_into: Some(choice.is_multiple_of(2)),
            confirmed_on: on,
        }
        .into(),
        17..=20 => investigation_command(kind % KINDS, on, choice, findings()),
        _ => local_command(kind % KINDS, on, choice, corporate),
    }
}

fn investigation_command(kind: u8, on: Date, choice: u8, findings: Vec<PointFinding>) -> Command {
    let reasoned = |finding: PointFinding| PointFinding {
        reasons: Some(sealed(310)),
        ..finding
    };
    match kind {
        // Now and then a point is added, and now and then one is forgotten.
        17 => {
            let known = u16::try_from(findings.len()).unwrap_or_default();
            let points = if choice == 3 { known + 1 } else { known };
            SendStatement {
                points: (1..=points).map(point).collect(),
                text: None,
                on,
            }
            .into()
        }
        18 => RecordStatementComments {
            comments: sealed(311),
            on,
        }
        .into(),
        19 => ReceiveOfficerReport {
            report: OfficerReport {
                findings: findings.into_iter().map(reasoned).collect(),
                recommendations: Vec::new(),
            },
            on,
        }
        .into(),
        _ => ReceiveIndependentReport {
            report: IndependentReport {
                satisfied: IndependentCheck::ALL.to_vec(),
                remarks: None,
            },
            on,
        }
        .into(),
    }
}

fn local_command(kind: u8, on: Date, choice: u8, corporate: bool) -> Command {
    match kind {
        21 => OfferInvestigation {
            notice: Some(notice(NextRight::Investigation, on, corporate)),
            on,
        }
        .into(),
        22 => AgreeToWait { until: on, on }.into(),
        23 => SkipLocalResolution {
            authority_agreed_on: on,
            complainant_agreed_on: on,
            oral: choice.is_multiple_of(2),
        }
        .into(),
        24 => RecordActivity {
            kind: ActivityKind::Mediation,
            agreed_on: on,
            result: None,
            outcome: None,
            on,
        }
        .into(),
        _ => RefuseEscalation {
            to: Escalation::ALL[usize::from(choice % 2)],
            ground: EscalationGround::ALL[usize::from(choice % 3)],
            reasons: sealed(312),
            agreed_by: AccountId(Uuid::from_u128(51)),
            asked_on: on,
            notice: Some(notice(NextRight::Ombudsman, on, corporate)),
            on,
        }
        .into(),
    }
}

fn panel_request(on: Date, choice: u8) -> Command {
    RequestReviewPanel {
        reasons: Vec::new(),
        on,
        late_reasons: choice.is_multiple_of(2).then(|| sealed(300)),
    }
    .into()
}

fn panel_command(arrange: bool, on: Date, choice: u8, findings: Vec<PointFinding>) -> Command {
    let person = |number: u8| PersonId(Uuid::from_u128(200 + u128::from(number)));
    let meets_on = on.checked_add(20.days()).expect("the year is near");
    if arrange {
        return match choice {
            0..4 => AppointReviewPanel::undeclared(
                person(choice),
                [person(choice + 1), person(9)],
                meets_on,
                on,
            )
            .into(),
            4 | 5 => RearrangeReviewPanel {
                meets_on,
                reasons: sealed(301),
                agreed_late_on: None,
                on,
            }
            .into(),
            6 => InviteToReviewPanel { on }.into(),
            _ => SendPanelPapers {
                papers: PanelPaper::ALL.to_vec(),
                on,
            }
            .into(),
        };
    }
    let number = RecommendationNumber(1);
    match choice % 3 {
        0 => HoldReviewPanel {
            on,
            attendance: None,
        }
        .into(),
        1 => ReceivePanelReport {
            sent_on: on,
            received_on: on,
            report: Some(PanelReport {
                summary: sealed(302),
                findings,
                recommendations: vec![Recommendation {
                    number,
                    text: sealed(303),
                }],
                sent_to: Vec::new(),
            }),
        }
        .into(),
        _ => SendPanelResponse {
            sent_on: on,
            response: Some(PanelResponse {
                considered_on: Some(on),
                decisions: vec![RecommendationDecision {
                    recommendation: number,
                    answer: RecommendationAnswer::Accepted,
                    reasons: None,
                    action: None,
                    due_on: None,
                }],
                letter: None,
            }),
            notice: Some(notice(NextRight::Ombudsman, on, false)),
        }
        .into(),
    }
}

/// Plays attempts in order; refused ones leave no trace. Returns the facts and how many were refused.
fn play(corporate: bool, points: u16, attempts: &[Attempt]) -> Vec<Fact> {
    let settings = settings();
    let procedure = if corporate {
        Procedure::Corporate
    } else {
        Procedure::ChildrenAct
    };
    let law = |today| Law {
        calendar: Calendar::of(Region::EnglandAndWales),
        settings: &settings,
        today,
    };
    let mut day = date(2024, 3, 4);
    let mut facts = complaint(procedure, points)
        .decide(&law(day))
        .expect("the complaint is sound");
    for (kind, days, choice) in attempts {
        day = day
            .checked_add(i64::from(*days).days())
            .expect("the year is near");
        let case = Case::fold(CASE, &facts).expect("the history has a beginning");
        let points = u16::try_from(case.points().len()).expect("there are few points");
        if let Ok(more) =
            command(*kind, day, *choice, points, corporate).decide(Some(&case), &law(day))
        {
            facts.extend(more);
        }
    }
    facts
}

fn attempts() -> impl Strategy<Value = Vec<Attempt>> {
    prop::collection::vec((0..KINDS, 0..9_u8, 0..8_u8), 0..40)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn folding_in_two_parts_is_folding_at_once(corporate: bool, points in 1..4_u16, attempts in attempts(), cut: prop::sample::Index) {
        let facts = play(corporate, points, &attempts);
        let whole = Case::fold(CASE, &facts).expect("the history has a beginning");
        let cut = 1 + cut.index(facts.len());
        let mut parts = Case::fold(CASE, &facts[..cut.min(facts.len())]).expect("the history has a beginning");
        facts[cut.min(facts.len())..].iter().for_each(|fact| parts.evolve(fact));
        prop_assert_eq!(&whole, &parts);
        prop_assert_eq!(whole.version as usize, facts.len());
    }

    #[test]
    fn what_is_stored_is_what_was_decided(corporate: bool, attempts in attempts()) {
        for fact in play(corporate, 2, &attempts) {
            let read = Fact::from_stored(fact.event.name(), casework::event::SCHEMA, &fact.to_stored());
            prop_assert_eq!(read.expect("what was written can be read"), fact);
        }
    }

    #[test]
    fn in_a_closed_case_only_what_follows_it_runs_and_the_next_right_is_named(corporate: bool, attempts in attempts()) {
        let case = Case::fold(CASE, &play(corporate, 2, &attempts)).expect("the history has a beginning");
        if let Some((_, closed)) = &case.closed {
            for clock in case.clocks.running() {
                prop_assert!(AFTER_CLOSING.contains(&clock.due.limit), "{:?}", clock);
            }
            let named = closed.notice.as_ref().map(|notice| notice.right);
            prop_assert_eq!(named, Some(closed.next_right));
        }
    }

    #[test]
    fn no_limit_runs_twice_and_none_ends_before_it_starts(corporate: bool, attempts in attempts()) {
        let case = Case::fold(CASE, &play(corporate, 2, &attempts)).expect("the history has a beginning");
        let mut running: Vec<_> = case.clocks.running().map(|clock| clock.due.limit).collect();
        let before = running.len();
        running.sort();
        running.dedup();
        prop_assert_eq!(running.len(), before);
        for clock in case.clocks.iter() {
            // What is counted back from a day is done before that day.
            let counted_on = statute::limits::of(clock.due.limit).direction == Direction::Forward;
            if let Some(ClockEnd::Met(on) | ClockEnd::Stopped(on)) = clock.ended {
                prop_assert!(!counted_on || on >= clock.due.from, "{:?}", clock);
            }
        }
    }

    #[test]
    fn a_bank_holiday_moves_only_what_runs_and_nothing_twice(corporate: bool, attempts in attempts(), ahead in 0..400_i64) {
        let facts = play(corporate, 1, &attempts);
        let case = Case::fold(CASE, &facts).expect("the history has a beginning");
        let settings = Settings {
            announced_holidays: vec![AnnouncedHoliday {
                day: date(2024, 3, 4).checked_add(ahead.days()).expect("the year is near"),
                name: "A day".to_owned(),
                source: "The London Gazette".to_owned(),
                announced_on: case.last_on,
            }],
            ..settings()
        };
        let calendar = settings.calendar().expect("the day lies within the calendar");
        let law = Law { calendar: &calendar, settings: &settings, today: case.last_on };
        let recompute = RecomputeDeadlines { reason: sealed(300) };
        let mut after = case.clone();
        for fact in recompute.decide(&case, &law).unwrap_or_default() {
            after.evolve(&fact);
        }
        prop_assert!(recompute.decide(&after, &law).is_err());
        prop_assert_eq!(after.clocks.iter().count(), case.clocks.iter().count());
        for (before, after) in case.clocks.iter().zip(after.clocks.iter()) {
            let limit = before.due.limit;
            let running = RunningLimit {
                limit,
                from: before.due.from,
                due_on: before.due_on(),
                latest_on: before.due.latest_on,
            };
            if before.is_running() && case.is_open() {
                prop_assert!(before == after || running.may_move(&law), "{:?}", before);
                let earlier = limits::of(limit).direction == Direction::Back;
                prop_assert!(after.due_on() >= before.due_on() || earlier, "{:?}", after);
            } else {
                prop_assert_eq!(before, after);
            }
        }
    }

    #[test]
    fn no_point_is_lost(points in 1..4_u16, attempts in attempts(), deep: bool) {
        // Answered, asked for Stage 2, investigators appointed: from there much can happen to a point.
        let road: &[Attempt] = if deep { &[(3, 6, 0), (5, 5, 0), (7, 2, 0)] } else { &[] };
        let facts = play(false, points, &[road, &attempts].concat());
        let (first, later) = facts.split_first().expect("the history has a beginning");
        let mut case = Case::open(CASE, first).expect("the first fact opens the case");
        for fact in later {
            let before: Vec<_> = case.points().iter().map(|point| point.number).collect();
            case.evolve(fact);
            for number in &before {
                prop_assert!(case.point(*number).is_some(), "{:?} after {:?}", number, fact);
            }
            if let Some(findings) = answered(fact) {
                let mut found: Vec<_> = findings.iter().map(|finding| finding.point).collect();
                found.sort();
                prop_assert_eq!(&found, &before, "{:?}", fact);
            }
        }
    }
}

/// The findings of an answer or a report.
fn answered(fact: &Fact) -> Option<&[PointFinding]> {
    if let Event::LocalResolutionAnswered(answered) = &fact.event {
        Some(&answered.findings)
    } else if let Event::OfficerReported(report) = &fact.event {
        Some(&report.findings)
    } else if let Event::InvestigationResponseSent(answered) = &fact.event {
        Some(&answered.findings)
    } else if let Event::ReviewPanelReported { report, .. } = &fact.event {
        report.as_ref().map(|report| report.findings.as_slice())
    } else {
        None
    }
}

/// A way to Stage 3, answered and closed.
const ROAD: [Attempt; 14] = [
    (0, 1, 0),
    (1, 0, 0),
    (3, 6, 0),
    (5, 5, 0),
    (7, 2, 0),
    (8, 3, 0),
    (10, 8, 0),
    (11, 5, 0),
    (12, 8, 0),
    (13, 3, 3),
    (14, 8, 0),
    (14, 3, 1),
    (14, 5, 2),
    (15, 1, 1),
];

#[test]
fn the_attempts_reach_every_stage() {
    // A property over histories that never leave Stage 1 would prove little.
    let case = Case::fold(CASE, &play(false, 2, &ROAD)).expect("the history has a beginning");
    assert!(
        case.review_panel
            .as_ref()
            .is_some_and(|panel| panel.answered_on.is_some()),
        "{case:?}"
    );
    assert!(case.closed.is_some());
}
