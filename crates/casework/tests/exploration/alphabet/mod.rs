//! The commands that an exploration tries, each in the few variants that the rules tell apart.
//!
//! Days follow the last thing recorded: two days later, and for limits that can run out a day long after.

mod answer;
mod beside;
mod closure;
mod intake;
mod investigation;
mod learning;
mod local_resolution;
mod ombudsman;
mod part;
mod people;
mod proceedings;
mod review_panel;

pub(crate) use part::Part;

use casework::action::{Action, Command};
use casework::case::Case;
use casework::closure::{NextRight, NoticeOfRights};
use casework::ids::{AccountId, CaseId, ItemId, PersonId, Sealed};
use casework::intake::{Procedure, RecordComplaint, RepresentationKind, TakeContact};
use casework::people::{Channel, Child, ChildStatus, Complainant};
use casework::point::{Point, PointFinding, PointNumber};
use casework::registers::RecordContact;
use casework::settings::{Code, Settings};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use statute::procedure::{Finding, LegalGround};
use statute::working_days::{Calendar, Region};
use uuid::Uuid;

pub(crate) const CASE: CaseId = CaseId(Uuid::from_u128(1));

/// A Monday, three weeks before Easter.
pub(crate) const RECEIVED: Date = date(2024, 3, 4);

/// More than a year before.
const LONG_AGO: Date = date(2022, 6, 1);

/// No history goes on longer than the bank holidays are known.
const LAST_DAY: Date = date(2027, 6, 1);

const COMPLAINANT: PersonId = PersonId(Uuid::from_u128(30));
const CHILD: PersonId = PersonId(Uuid::from_u128(31));
const OTHER_PERSON: PersonId = PersonId(Uuid::from_u128(32));

/// The commands to try on one case.
struct Tries<'a> {
    part: Part,
    case: &'a Case,
    soon: Date,
    late: Date,
    after_a_year: Date,
    commands: Vec<(Command, Date)>,
}

impl Tries<'_> {
    /// Tries a command, given on a day, if this part of the exploration does.
    fn at(&mut self, on: Date, command: impl Into<Command>) {
        let command = command.into();
        if self.wants(command.action()) {
            self.commands.push((command, on));
        }
    }

    fn wants(&self, action: Action) -> bool {
        self.part.tries(action, self.case)
    }

    fn numbers(&self) -> Vec<PointNumber> {
        self.case
            .points()
            .iter()
            .map(|point| point.number)
            .collect()
    }
}

/// Every command to try on a case in a part of the exploration, with the day it is given.
pub(crate) fn commands(case: &Case, part: Part) -> Vec<(Command, Date)> {
    if case.last_on > LAST_DAY {
        return Vec::new();
    }
    let mut tries = Tries {
        part,
        case,
        soon: later(case.last_on, 2),
        late: later(case.last_on, 45),
        after_a_year: later(case.last_on, 370),
        commands: Vec::new(),
    };
    intake::try_all(&mut tries);
    local_resolution::try_all(&mut tries);
    investigation::try_all(&mut tries);
    review_panel::try_all(&mut tries);
    closure::try_all(&mut tries);
    if part == Part::Proceedings {
        proceedings::try_all(&mut tries);
    }
    if part == Part::Beside {
        beside::try_all(&mut tries);
    }
    if part == Part::Ombudsman {
        ombudsman::try_all(&mut tries);
    }
    if part == Part::Learning {
        learning::try_all(&mut tries);
    }
    if part == Part::People {
        people::try_all(&mut tries);
    }
    if part == Part::Answer {
        answer::try_all(&mut tries);
    }
    tries.commands
}

/// A complaint in each procedure; to begin with, one by a person whose interest has to be decided and one
/// about a matter of long ago; for proceedings, one with a second point, which they need not touch.
pub(crate) fn complaints(part: Part) -> Vec<Command> {
    let statutory = complaint(Procedure::ChildrenAct);
    let corporate = complaint(Procedure::Corporate);
    let mut openings = vec![statutory.clone(), corporate];
    match part {
        Part::Intake => {
            let mut by_another = statutory.clone();
            by_another.complainants[0].person = OTHER_PERSON;
            by_another.complainants[0].ground = Some(LegalGround::Other);
            let mut late = statutory;
            late.grounds_arose_on = Some(LONG_AGO);
            openings.extend([by_another, late]);
        }
        Part::Proceedings => {
            for opening in &mut openings {
                opening.points.push(point(2));
            }
        }
        Part::Procedure
        | Part::Investigation
        | Part::Beside
        | Part::Ombudsman
        | Part::People
        | Part::Learning
        | Part::Answer => {}
    }
    openings.into_iter().map(Command::from).collect()
}

/// One of everything that is no complaint, or not known to be one.
pub(crate) fn contacts() -> Vec<Command> {
    let registered = RepresentationKind::ALL.into_iter().filter(|kind| {
        let of_a_register = RepresentationKind::Complaint != *kind;
        of_a_register && RepresentationKind::ContactToSort != *kind
    });
    let to_sort = TakeContact {
        channel: Channel::Telephone,
        received_on: RECEIVED,
        person: None,
        words: Some(sealed(50)),
        form: sealed(51),
        complained_about: Vec::new(),
    };
    registered
        .map(|kind| contact(kind).into())
        .chain([to_sort.into()])
        .collect()
}

fn contact(kind: RepresentationKind) -> RecordContact {
    RecordContact {
        kind,
        channel: Channel::Letter,
        received_on: RECEIVED,
        service: Code::new("first_response"),
        person: None,
        children: Vec::new(),
        text: Some(sealed(50)),
        particulars: None,
    }
}

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

fn complaint(procedure: Procedure) -> RecordComplaint {
    RecordComplaint {
        place: casework::organisation::Place::default(),
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
        points: vec![point(1)],
        desired_outcome: None,
        complained_about: Vec::new(),
    }
}

fn point(number: u16) -> Point {
    Point {
        number: PointNumber(number),
        text: sealed(100 + u128::from(number)),
        categories: vec![Code::new("delay")],
    }
}

fn notice(case: &Case, right: NextRight, sent_on: Date) -> NoticeOfRights {
    let procedure = case.procedure().unwrap_or(Procedure::Corporate);
    let calendar = Calendar::of(Region::EnglandAndWales);
    NoticeOfRights::lawful(right, procedure, sent_on, calendar).expect("the year is near")
}

/// A finding for every point under consideration.
fn findings(case: &Case) -> Vec<PointFinding> {
    case.points_in_play()
        .iter()
        .map(|point| PointFinding {
            point: point.number,
            finding: Finding::Upheld,
            reasons: None,
        })
        .collect()
}

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
