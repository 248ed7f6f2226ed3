//! Named people and a complaint, plainly made up.

use statute::procedure::LegalGround;
use uuid::Uuid;

use super::{CaseId, PointNumber, RecordComplaint, RecordContact, RepresentationKind, day};
use crate::ids::{AccountId, ItemId, PersonId, Sealed};
use crate::intake::{Procedure, TakeContact};
use crate::people::{
    Channel, Child, ChildStatus, Complainant, ContactMeasure, LetterPart, RestrictContact, Warning,
};
use crate::point::Point;
use crate::settings::{Code, Entry, List, Settings, lists};

pub(crate) const CASE: CaseId = CaseId(Uuid::from_u128(1));
pub(crate) const MS_HALL: AccountId = AccountId(Uuid::from_u128(10));
pub(crate) const MR_LEE: AccountId = AccountId(Uuid::from_u128(11));
pub(crate) const MS_OKAFOR: PersonId = PersonId(Uuid::from_u128(20));
pub(crate) const MR_COLE_SENIOR: PersonId = PersonId(Uuid::from_u128(21));
pub(crate) const MR_LANE: PersonId = PersonId(Uuid::from_u128(22));
pub(crate) const MS_SHAH: PersonId = PersonId(Uuid::from_u128(23));
pub(crate) const MR_COLE: PersonId = PersonId(Uuid::from_u128(24));

pub(crate) const PARENT: PersonId = PersonId(Uuid::from_u128(30));
pub(crate) const CHILD: PersonId = PersonId(Uuid::from_u128(31));

pub(crate) fn sealed(number: u128) -> Sealed {
    Sealed {
        item: ItemId(Uuid::from_u128(number)),
        commitment: "0".repeat(64),
    }
}

fn list(entries: &[(&str, &str)]) -> List {
    List(
        entries
            .iter()
            .map(|(code, label)| Entry {
                code: Code::new(*code),
                label: (*label).to_owned(),
            })
            .collect(),
    )
}

pub(crate) fn settings() -> Settings {
    Settings {
        code: "testshire".parse().expect("a code"),
        name: "Testshire County Council".to_owned(),
        colour: "#1d3f5e".to_owned(),
        contact: String::new(),
        cfg: crate::settings::Choices::default(),
        acknowledge_within: None,
        answer_enquiry_within: None,
        services: list(&[
            ("first_response", "First Response"),
            ("fostering", "Fostering"),
        ]),
        compliment_services: List::default(),
        compliment_sources: lists::compliment_sources(),
        enquiry_outcomes: lists::enquiry_outcomes(),
        contact_topics: lists::contact_topics(),
        contact_results: lists::contact_results(),
        late_reasons: lists::late_reasons(),
        resolution_kinds: lists::resolution_kinds(),
        escalation_reasons: lists::escalation_reasons(),
        channels: crate::settings::Channels::default(),
        leaflets: lists::leaflets(),
        categories: list(&[("delay", "Delay"), ("staff_conduct", "Conduct of staff")]),
        capacities: list(&[("parent", "Parent"), ("young_person", "Young person")]),
        young_people: vec![Code::new("young_person")],
        outcomes: list(&[("upheld", "Upheld")]),
        timescale_bands: List::default(),
        ombudsman_decisions: list(&[("upheld", "Upheld")]),
        equality: crate::settings::EqualityLists::default(),
        learning: crate::settings::LearningLists::default(),
        announced_holidays: Vec::new(),
        report: crate::settings::ReportSettings::default(),
    }
}

pub(crate) fn complaint() -> RecordComplaint {
    RecordComplaint {
        place: crate::organisation::Place::default(),
        procedure: Procedure::ChildrenAct,
        channel: Channel::Letter,
        received_on: day("2015-03-26"),
        reached_team_on: None,
        grounds_arose_on: None,
        late_reasons: None,
        service: Code::new("first_response"),
        complainants: vec![Complainant {
            person: PARENT,
            ground: Some(LegalGround::Parent),
            capacity: Code::new("parent"),
            details: Some(sealed(40)),
        }],
        children: vec![Child {
            person: CHILD,
            status: ChildStatus::InNeed,
            details: Some(sealed(41)),
        }],
        points: vec![Point {
            number: PointNumber(1),
            text: sealed(42),
            categories: vec![Code::new("delay"), Code::new("staff_conduct")],
        }],
        desired_outcome: None,
        complained_about: Vec::new(),
    }
}

/// Something that changes.
pub(crate) fn lesson() -> crate::learning::Learned {
    crate::learning::Learned::Change { text: sealed(79) }
}

pub(crate) fn corrective_action(
    due_on: jiff::civil::Date,
    on: jiff::civil::Date,
) -> crate::learning::AgreeAction {
    let agreed = crate::learning::AgreedAction {
        kind: Code::new("practice_change"),
        themes: vec![Code::new("communication"), Code::new("delay")],
        text: sealed(75),
        plan: None,
        owner: MS_HALL,
        due_on,
        origin: crate::learning::ActionOrigin::OfItself,
        answers: None,
    };
    crate::learning::AgreeAction { agreed, on }
}

/// The parent may write only, for six months from a day, with a review after three.
pub(crate) fn restriction(on: jiff::civil::Date) -> RestrictContact {
    let months = |months: i32| on.saturating_add(jiff::Span::new().months(months));
    RestrictContact {
        person: PARENT,
        behaviour: sealed(90),
        warning: Warning::Given {
            on: on.saturating_sub(jiff::Span::new().weeks(2)),
        },
        decided_by: MR_LEE,
        approved_by_director: None,
        measures: vec![ContactMeasure::WritingOnly],
        until: months(6),
        review_on: months(3),
        told: LetterPart::ALL.to_vec(),
        on,
    }
}

/// A call of which only the number and a few words were taken down.
pub(crate) fn contact_to_sort() -> TakeContact {
    TakeContact {
        channel: Channel::Telephone,
        received_on: day("2015-03-26"),
        person: Some(sealed(51)),
        words: Some(sealed(52)),
        form: sealed(53),
        complained_about: Vec::new(),
    }
}

pub(crate) fn contact(kind: RepresentationKind) -> RecordContact {
    RecordContact {
        kind,
        channel: Channel::Letter,
        received_on: day("2015-03-26"),
        service: Code::new("first_response"),
        person: None,
        children: Vec::new(),
        particulars: None,
        text: Some(sealed(50)),
    }
}
