//! Playing attempts at a complaint with three points, of which proceedings touch some or all.

use casework::action::Command;
use casework::case::Case;
use casework::closure::{Close, NextRight, NoticeOfRights, closing_notice};
use casework::event::Fact;
use casework::ids::{AccountId, CaseId, ItemId, PersonId, Reference, Sealed};
use casework::intake::{Acknowledge, ChangeProcedure, Procedure, RecordComplaint, WeighDelay};
use casework::investigation::{AppointInvestigators, InvestigatorsAppointed, SendAdjudication};
use casework::law::Law;
use casework::learning::Learned;
use casework::local_resolution::{RequestInvestigation, Respond};
use casework::people::{Channel, Complainant};
use casework::point::{Point, PointFinding, PointNumber};
use casework::proceedings::{
    DeferPoints, DeferralNumber, EndProceedings, ProceedingsKind, Resubmit, ReviewDeferral,
};
use casework::settings::{Code, Settings};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use statute::procedure::{Finding, LegalGround};
use statute::working_days::{Calendar, Region};
use uuid::Uuid;

pub(crate) const CASE: CaseId = CaseId(Uuid::from_u128(1));
const POINTS: u16 = 3;

/// One attempt: which action, how many days later, and a choice within it.
pub(crate) type Attempt = (u8, u8, u8);

pub(crate) fn attempts() -> impl Strategy<Value = Vec<Attempt>> {
    prop::collection::vec((0..12_u8, 0..60_u8, 0..8_u8), 0..30)
}

/// Plays attempts in order; refused ones leave no trace.
pub(crate) fn play(attempts: &[Attempt]) -> Vec<Fact> {
    let settings = settings();
    let law = |today| Law {
        calendar: Calendar::of(Region::EnglandAndWales),
        settings: &settings,
        today,
    };
    let mut day = date(2022, 3, 4);
    let mut facts = complaint()
        .decide(&law(day))
        .expect("the complaint is sound");
    for (kind, days, choice) in attempts {
        day = day
            .checked_add(i64::from(*days).days())
            .expect("the year is near");
        let case = Case::fold(CASE, &facts).expect("the history has a beginning");
        let command = command(&case, &law(day), *kind, *choice);
        if let Ok(more) = command.decide(Some(&case), &law(day)) {
            facts.extend(more);
        }
    }
    facts
}

fn command(case: &Case, law: &Law<'_>, kind: u8, choice: u8) -> Command {
    let on = law.today;
    let procedure = case.procedure().unwrap_or(Procedure::Corporate);
    let notice = |right| NoticeOfRights::lawful(right, procedure, on, law.calendar).ok();
    let person = |number: u128| PersonId(Uuid::from_u128(200 + number));
    // Every set of points but the empty one.
    let some: Vec<_> = (1..=POINTS)
        .filter(|point| (u16::from(choice) + 1) & (1 << (point - 1)) != 0)
        .map(PointNumber)
        .collect();
    let findings = || -> Vec<PointFinding> {
        case.points_in_play()
            .iter()
            .map(|point| PointFinding {
                point: point.number,
                finding: Finding::PartlyUpheld,
                reasons: None,
            })
            .collect()
    };
    match kind {
        0 => Acknowledge {
            leaflets: Vec::new(),
            on,
        }
        .into(),
        1 => Respond {
            findings: findings(),
            letter: None,
            notice: notice(NextRight::Investigation),
            late: None,
            resolution: Vec::new(),
            learning_shared: None,
            sent_on: on,
        }
        .into(),
        2 => RequestInvestigation {
            reasons: Vec::new(),
            oral: false,
            on,
        }
        .into(),
        3 => AppointInvestigators {
            appointed: InvestigatorsAppointed::new(person(1), person(2)),
            on,
        }
        .into(),
        4 => SendAdjudication {
            findings: findings(),
            adjudication: None,
            notice: notice(match procedure {
                Procedure::ChildrenAct => NextRight::ReviewPanel,
                Procedure::Corporate => NextRight::Ombudsman,
            }),
            sent_on: on,
        }
        .into(),
        5..=9 => of_the_proceedings(kind, on, choice, some),
        10 if choice < 4 => WeighDelay {
            points: some,
            arose_on: date(2020, 1, 1),
            unreasonable_to_expect: Some(true),
            still_fair: Some(choice == 0),
            accepted: choice == 0,
            reasons: Some(sealed(4)),
            adjustments: Some(sealed(5)),
            told_on: Some(on),
            ombudsman_named: true,
            on,
        }
        .into(),
        10 => ChangeProcedure {
            to: if choice.is_multiple_of(2) {
                Procedure::Corporate
            } else {
                Procedure::ChildrenAct
            },
            reasons: sealed(6),
            decided_by: AccountId(Uuid::from_u128(50)),
            told_on: on,
            grounds: Vec::new(),
            on,
        }
        .into(),
        _ => Close {
            notice: closing_notice(case, law, on).ok().flatten(),
            learned: Some(Learned::Change { text: sealed(79) }),
            on,
        }
        .into(),
    }
}

fn of_the_proceedings(kind: u8, on: Date, choice: u8, points: Vec<PointNumber>) -> Command {
    let number = DeferralNumber(1 + u16::from(choice % 3));
    let elsewhere = (choice == 7).then_some(Reference(9));
    match kind {
        5 | 6 => DeferPoints {
            points,
            kind: ProceedingsKind::ALL[usize::from(choice % 4)],
            proceedings: Some(sealed(1)),
            prejudice: Some(sealed(2)),
            decided_by: AccountId(Uuid::from_u128(50)),
            legal_advice: false,
            notice_sent_on: Some(on),
            on,
        }
        .into(),
        7 => EndProceedings {
            deferral: number,
            on,
            invited_on: on,
        }
        .into(),
        8 => Resubmit {
            deferral: number,
            elsewhere,
            on,
        }
        .into(),
        _ => ReviewDeferral {
            deferral: number,
            continues: choice.is_multiple_of(2),
            reasons: sealed(3),
            elsewhere,
            on,
        }
        .into(),
    }
}

fn complaint() -> RecordComplaint {
    let point = |number| Point {
        number: PointNumber(number),
        text: sealed(100 + u128::from(number)),
        categories: vec![Code::new("delay")],
    };
    RecordComplaint {
        place: casework::organisation::Place::default(),
        procedure: Procedure::ChildrenAct,
        channel: Channel::Letter,
        received_on: date(2022, 3, 4),
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
        children: Vec::new(),
        points: (1..=POINTS).map(point).collect(),
        desired_outcome: None,
        complained_about: Vec::new(),
    }
}

fn sealed(number: u128) -> Sealed {
    Sealed {
        item: ItemId(Uuid::from_u128(number)),
        commitment: "0".repeat(64),
    }
}

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
