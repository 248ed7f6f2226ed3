//! Drawing from an authority's own lists, whatever they are.

use casework::intake::{Procedure, RepresentationKind};
use casework::people::ChildStatus;
use casework::registers::{HelplineCaller, Member};
use casework::settings::{Code, EqualityLists, List, Settings};
use views::equality::{About, EqualityAnswers, Source, Value};

use crate::complaint::ChildPlan;
use crate::contact::Tells;
use crate::dice::Dice;

/// A code of a list that counts as an answer.
///
/// # Panics
///
/// When the list is empty: settings with such a list are refused before they are used.
pub(crate) fn code(list: &List, dice: &mut Dice) -> Code {
    dice.pick(&list.0).code.clone()
}

/// Who complains: most often a parent, where the authority has that capacity.
pub(crate) fn capacity(settings: &Settings, procedure: Procedure, dice: &mut Dice) -> Code {
    let parent = Code::new("parent");
    let often = match procedure {
        Procedure::ChildrenAct => 55,
        Procedure::Corporate => 75,
    };
    if settings.capacities.has(&parent) && dice.chance(often) {
        parent
    } else {
        code(&settings.capacities, dice)
    }
}

/// What the register tells of a contact received on a day of the month: something else every day.
pub(crate) fn tells(settings: &Settings, kind: RepresentationKind, day: i8) -> Option<Tells> {
    let place = usize::from(day.unsigned_abs());
    let of = |list: &List| {
        let entries = &list.0;
        entries
            .get(place % entries.len().max(1))
            .map(|entry| entry.code.clone())
    };
    match kind {
        RepresentationKind::Compliment => of(&settings.compliment_sources).map(Tells::Source),
        RepresentationKind::Enquiry => of(&settings.enquiry_outcomes).map(Tells::Outcome),
        RepresentationKind::ElectedMemberEnquiry => {
            let member = if place.is_multiple_of(4) {
                Member::Councillor
            } else {
                Member::MemberOfParliament
            };
            Some(Tells::Member(member))
        }
        RepresentationKind::InformalContact | RepresentationKind::HelplineContact => {
            let caller = (kind == RepresentationKind::HelplineContact)
                .then(|| HelplineCaller::ALL[place % HelplineCaller::ALL.len()]);
            let (topic, result) = (
                of(&settings.contact_topics)?,
                of(&settings.contact_results)?,
            );
            Some(Tells::Contact(caller, topic, result))
        }
        RepresentationKind::Complaint
        | RepresentationKind::Comment
        | RepresentationKind::AnonymousComplaint
        | RepresentationKind::ServiceRequest
        | RepresentationKind::SettledAtFirstContact
        | RepresentationKind::SubjectAccessRequest
        | RepresentationKind::ContactToSort => None,
    }
}

/// The child a complaint by somebody in a capacity is about.
pub(crate) fn child(settings: &Settings, capacity: &Code, dice: &mut Dice) -> ChildPlan {
    let leaver = capacity.as_str() == "care_leaver";
    let complains = leaver || settings.young_people.contains(capacity);
    let years = match (leaver, complains) {
        (true, _) => dice.between(18, 24),
        (false, true) => dice.between(11, 17),
        (false, false) => dice.between(0, 17),
    };
    let status = if leaver {
        ChildStatus::CareLeaver
    } else {
        *dice.pick(&[
            ChildStatus::LookedAfter,
            ChildStatus::LookedAfter,
            ChildStatus::InNeed,
            ChildStatus::InNeed,
            ChildStatus::OnProtectionPlan,
        ])
    };
    ChildPlan {
        status,
        age: u8::try_from(years).unwrap_or(u8::MAX),
        complains,
    }
}

/// A form that came back, about a complainant of whom this child's age is known or not.
pub(crate) fn equality(
    lists: &EqualityLists,
    child: ChildPlan,
    dice: &mut Dice,
) -> EqualityAnswers {
    let age = if child.complains {
        u16::from(child.age)
    } else {
        dice.between(21, 70)
    };
    let source = Source::OwnForm;
    let mut answer = |list: &List, percent: usize| {
        let answered = !list.0.is_empty() && dice.chance(percent);
        Value::from_form(answered.then(|| code(list, dice)), source)
    };
    let unanswered = EqualityAnswers::unanswered(About::Complainant, source);
    let answers = EqualityAnswers {
        gender: answer(&lists.gender, 95),
        ethnicity: answer(&lists.ethnicity, 90),
        sexual_orientation: if age >= 16 {
            answer(&lists.sexual_orientation, 60)
        } else {
            unanswered.sexual_orientation
        },
        religion: answer(&lists.religion, 70),
        disability: answer(&lists.disability, 85),
        age: Value::from_form(u8::try_from(age).ok(), source),
        ..unanswered
    };
    answers.chosen_from(lists)
}
