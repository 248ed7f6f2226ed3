//! What holds for every history of the later rooms: panel, Ombudsman and advocates, in whatever order
//! somebody tries things.

use casework::action::Command;
use casework::advocacy::{
    AdvocacyRecorded, AdvocateAppointed, AdvocateBar, AdvocateKind, AppointAdvocate, EndAdvocacy,
    RecordAdvocacy, Wanted,
};
use casework::case::{Case, Stage};
use casework::closure::{NextRight, NoticeOfRights};
use casework::event::Fact;
use casework::ids::{CaseId, ItemId, PersonId, Sealed};
use casework::intake::{Acknowledge, Procedure};
use casework::law::Law;
use casework::ombudsman::{
    AnswerOmbudsmanEnquiry, AnswerOmbudsmanReport, EarlyCondition, EarlyReferral, OmbudsmanRemedy,
    RecordCompliance, RecordOmbudsmanCase, RecordOmbudsmanDecision, RecordOmbudsmanEnquiry,
    RecordRemedyDone, ReferEarly, RemedyNumber,
};
use casework::remedy::RemedyKind;
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
use statute::limits::LimitId;
use statute::working_days::{Calendar, Region};
use uuid::Uuid;

const CASE: CaseId = CaseId(Uuid::from_u128(1));
const CHILD: PersonId = PersonId(Uuid::from_u128(31));

/// A case with Stage 2 answered, as it is stored; the child complains too.
const ANSWERED: &str = include_str!("later_rooms/answered.jsonl");

fn settings() -> Settings {
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

fn answered() -> Vec<Fact> {
    ANSWERED
        .lines()
        .map(|line| serde_json::from_str(line).expect("a stored fact"))
        .collect()
}

fn sealed() -> Sealed {
    Sealed {
        item: ItemId(Uuid::from_u128(9)),
        commitment: "0".repeat(64),
    }
}

fn person(number: u8) -> PersonId {
    PersonId(Uuid::from_u128(200 + u128::from(number)))
}

/// One attempt: which action, how many days later, and a choice within it.
type Attempt = (u8, u8, u8);

fn command(kind: u8, on: Date, choice: u8) -> Command {
    let later = |days: i64| on.checked_add(days.days()).expect("the year is near");
    match kind % 20 {
        0 => Acknowledge {
            leaflets: Vec::new(),
            on,
        }
        .into(),
        1 => RequestReviewPanel {
            reasons: Vec::new(),
            on,
            late_reasons: (choice > 1).then(sealed),
        }
        .into(),
        2..8 => of_the_panel(kind % 20, on, choice),
        8 => ReferEarly {
            conditions: EarlyCondition::ALL[..usize::from(choice.min(6))].to_vec(),
            referral: EarlyReferral {
                proposed_on: on,
                agreed_on: on,
            },
            on,
        }
        .into(),
        9 => RecordOmbudsmanCase::on(on).into(),
        10 => RecordOmbudsmanEnquiry {
            reply_by: later(i64::from(choice) * 5 - 5),
            on,
        }
        .into(),
        11 => AnswerOmbudsmanEnquiry { on }.into(),
        12 => RecordOmbudsmanDecision {
            remedies: (1..=u16::from(choice % 3))
                .map(|number| OmbudsmanRemedy {
                    number: RemedyNumber(number),
                    kind: RemedyKind::Apology,
                    amount: None,
                    due_on: Some(later(i64::from(number) * 20)),
                    text: None,
                })
                .collect(),
            report_on: (choice == 5).then_some(on),
            sent_back_to: (choice > 5).then_some(Stage::ReviewPanel),
            ..RecordOmbudsmanDecision::new(Code::new("upheld"), on)
        }
        .into(),
        13 => RecordRemedyDone {
            remedy: RemedyNumber(u16::from(choice % 3)),
            evidence: choice > 2,
            on,
        }
        .into(),
        14 => RecordCompliance { on }.into(),
        15 => AnswerOmbudsmanReport {
            considered_on: on,
            on,
        }
        .into(),
        16 => RecordAdvocacy {
            recorded: AdvocacyRecorded {
                person: CHILD,
                wanted: Wanted::Yes,
                kind: AdvocateKind::Nobody,
                told_on: Some(on),
                offered_on: (choice > 3).then_some(on),
            },
            on,
        }
        .into(),
        17 => AppointAdvocate {
            appointed: AdvocateAppointed {
                person: CHILD,
                advocate: person(choice),
                kind: AdvocateKind::Independent,
                organisation: None,
            },
            bars: AdvocateBar::ALL[..usize::from(choice / 7)].to_vec(),
            on,
        }
        .into(),
        18 => EndAdvocacy {
            person: CHILD,
            advocate: person(choice),
            on,
        }
        .into(),
        _ => close(on),
    }
}

fn close(on: Date) -> Command {
    casework::closure::Close {
        notice: None,
        learned: Some(casework::learning::Learned::Change { text: sealed() }),
        on,
    }
    .into()
}

fn of_the_panel(kind: u8, on: Date, choice: u8) -> Command {
    let meets_on = on
        .checked_add((10 + i64::from(choice)).days())
        .expect("the year is near");
    let number = RecommendationNumber(1);
    match kind {
        2 => AppointReviewPanel::undeclared(
            person(choice),
            [person(choice + 1), person(choice + 2)],
            meets_on,
            on,
        )
        .into(),
        3 => InviteToReviewPanel { on }.into(),
        4 if choice < 4 => RearrangeReviewPanel {
            meets_on,
            reasons: sealed(),
            agreed_late_on: None,
            on,
        }
        .into(),
        4 => SendPanelPapers {
            papers: PanelPaper::NEEDED.to_vec(),
            on,
        }
        .into(),
        5 => HoldReviewPanel {
            on,
            attendance: None,
        }
        .into(),
        6 => ReceivePanelReport {
            sent_on: on,
            received_on: on,
            report: Some(PanelReport {
                summary: sealed(),
                findings: Vec::new(),
                recommendations: vec![Recommendation {
                    number,
                    text: sealed(),
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
            notice: NoticeOfRights::lawful(
                NextRight::Ombudsman,
                Procedure::ChildrenAct,
                on,
                Calendar::of(Region::EnglandAndWales),
            )
            .ok(),
        }
        .into(),
    }
}

/// Plays attempts in order; refused ones leave no trace.
fn play(attempts: &[Attempt]) -> Vec<Fact> {
    let settings = settings();
    let mut facts = answered();
    let mut day = date(2024, 9, 2);
    for (kind, days, choice) in attempts {
        day = day
            .checked_add(i64::from(*days).days())
            .expect("the year is near");
        let law = Law {
            calendar: Calendar::of(Region::EnglandAndWales),
            settings: &settings,
            today: day,
        };
        let case = Case::fold(CASE, &facts).expect("the history has a beginning");
        if let Ok(more) = command(*kind, day, *choice).decide(Some(&case), &law) {
            facts.extend(more);
        }
    }
    facts
}

fn attempts() -> impl Strategy<Value = Vec<Attempt>> {
    prop::collection::vec((0..20_u8, 0..9_u8, 0..8_u8), 0..50)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn folding_in_two_parts_is_folding_at_once_and_what_is_stored_is_what_was_decided(
        attempts in attempts(),
        cut: prop::sample::Index,
    ) {
        let facts = play(&attempts);
        let whole = Case::fold(CASE, &facts).expect("the history has a beginning");
        let cut = 1 + cut.index(facts.len() - 1);
        let mut parts = Case::fold(CASE, &facts[..cut]).expect("the history has a beginning");
        facts[cut..].iter().for_each(|fact| parts.evolve(fact));
        prop_assert_eq!(&whole, &parts);
        for fact in facts {
            let read = Fact::from_stored(fact.event.name(), casework::event::SCHEMA, &fact.to_stored());
            prop_assert_eq!(read.expect("what was written can be read"), fact);
        }
    }

    #[test]
    fn in_a_closed_case_only_what_follows_it_runs_nothing_is_outstanding_and_a_right_is_named(attempts in attempts()) {
        let facts = play(&attempts);
        for length in 1..=facts.len() {
            let case = Case::fold(CASE, &facts[..length]).expect("the history has a beginning");
            let Some((_, closed)) = &case.closed else { continue };
            for clock in case.clocks.running() {
                let after_closing = [LimitId::OmbudsmanComplaint, LimitId::Learning];
                prop_assert!(after_closing.contains(&clock.due.limit), "{:?}", clock);
            }
            prop_assert!(case.early_referral.is_none());
            prop_assert!(case.ombudsman.iter().all(|each| each.outstanding().next().is_none()));
            let panel = [NextRight::ReviewPanel, NextRight::Ombudsman];
            prop_assert!(panel.contains(&closed.next_right));
        }
    }

    #[test]
    fn no_limit_runs_twice(attempts in attempts()) {
        let facts = play(&attempts);
        for length in 1..=facts.len() {
            let case = Case::fold(CASE, &facts[..length]).expect("the history has a beginning");
            let mut running: Vec<_> = case.clocks.running().map(|clock| clock.due.limit).collect();
            let before = running.len();
            running.sort();
            running.dedup();
            prop_assert_eq!(running.len(), before);
        }
    }

    #[test]
    fn what_is_complied_with_was_done_and_a_panel_that_was_answered_decided_everything(attempts in attempts()) {
        let case = Case::fold(CASE, &play(&attempts)).expect("the history has a beginning");
        for ombudsman in &case.ombudsman {
            if ombudsman.complied_on.is_some() {
                prop_assert_eq!(ombudsman.unproved().count(), 0);
            }
        }
        if let Some(panel) = &case.review_panel
            && let (Some(report), Some(response)) = (&panel.report, &panel.response)
        {
            for recommendation in &report.recommendations {
                prop_assert!(response.decision(recommendation.number).is_some());
            }
        }
    }

    #[test]
    fn nobody_plays_two_parts_that_exclude_each_other(attempts in attempts()) {
        let case = Case::fold(CASE, &play(&attempts)).expect("the history has a beginning");
        let parts = case.parts();
        for (place, (role, person)) in parts.iter().enumerate() {
            for (other, somebody) in &parts[place + 1..] {
                if person == somebody {
                    prop_assert_eq!(statute::procedure::barred_together(*role, *other), None);
                }
            }
        }
    }
}

#[test]
fn the_attempts_reach_the_end_of_every_room() {
    // A property over histories that are refused at the door would prove little.
    let panel: Vec<Attempt> = vec![
        (1, 1, 2),
        (2, 2, 0),
        (3, 1, 0),
        (4, 0, 7),
        (5, 8, 0),
        (6, 2, 0),
        (7, 3, 0),
        (19, 1, 0),
    ];
    let case = Case::fold(CASE, &play(&panel)).expect("the history has a beginning");
    let answered = case
        .review_panel
        .as_ref()
        .and_then(|panel| panel.answered_on);
    assert!(answered.is_some() && case.closed.is_some(), "{case:?}");
    let ombudsman: Vec<Attempt> = vec![
        (8, 1, 6),
        (9, 1, 0),
        (10, 1, 3),
        (11, 2, 0),
        (12, 3, 2),
        (13, 1, 4),
        (13, 1, 5),
        (14, 1, 0),
        (19, 1, 0),
    ];
    let case = Case::fold(CASE, &play(&ombudsman)).expect("the history has a beginning");
    let complied = case.ombudsman.last().and_then(|each| each.complied_on);
    assert!(complied.is_some() && case.closed.is_some(), "{case:?}");
}
