//! The year's compliments, general enquiries and letters from members of Parliament.

use casework::ids::AccountId;
use casework::intake::RepresentationKind;
use casework::people::{Channel, ChildStatus};
use casework::registers::Member;
use casework::settings::Code;
use statute::working_days::Calendar;

use crate::contact::{ContactPlan, Tells};
use crate::dice::Dice;
use crate::published::PublishedYear;
use crate::year::{in_turn, working_day};

/// Everything the year's registers hold.
pub(in crate::year) fn contacts(
    published: &PublishedYear,
    managers: &[AccountId],
    dice: &mut Dice,
    calendar: &Calendar,
) -> Vec<ContactPlan> {
    let year = published.year;
    let mut plans = compliments(published, dice);
    plans.extend(enquiries(published, dice));
    plans.extend(members_letters(published, managers, dice));
    for plan in &mut plans {
        plan.received_on = working_day(year, year.last_day(), dice, calendar);
    }
    plans
}

fn compliments(published: &PublishedYear, dice: &mut Dice) -> Vec<ContactPlan> {
    let services = published.table("compliments_by_service").codes();
    services
        .into_iter()
        .enumerate()
        .map(|(place, service)| {
            let capacity = *dice.pick(&["parent", "carer", "young_person", "other"]);
            ContactPlan {
                capacity: Some(Code::new(capacity)),
                tells: Some(Tells::Source(Code::new(source(capacity, place)))),
                ..plan(
                    RepresentationKind::Compliment,
                    Channel::Letter,
                    service,
                    published,
                )
            }
        })
        .collect()
}

/// Who praised: as the capacity says, and others in turn. The published year does not tell.
const fn source(capacity: &str, place: usize) -> &'static str {
    match capacity.as_bytes() {
        b"young_person" => "young_person",
        b"other" => ["professional", "court", "professional", "councillor"][place % 4],
        _ => "parent_or_carer",
    }
}

/// What came of general enquiries, in turn. The published year says only that early intervention settled them.
const OUTCOMES: [&str; 5] = [
    "answered",
    "signposted",
    "answered",
    "passed_to_the_team",
    "answered",
];

/// General enquiries were settled within days; some are about a looked-after child.
fn enquiries(published: &PublishedYear, dice: &mut Dice) -> Vec<ContactPlan> {
    let services = published.table("compliments_by_service").rows.clone();
    let looked_after = published.count("looked_after_enquiries") as usize;
    (0..published.count("general_enquiries") as usize)
        .map(|place| {
            let about = if place < looked_after {
                Some(ChildStatus::LookedAfter)
            } else {
                *dice.pick(&[
                    Some(ChildStatus::InNeed),
                    Some(ChildStatus::NoneOfThese),
                    Some(ChildStatus::NotKnown),
                ])
            };
            let service = Code::new(dice.pick(&services).code.as_str());
            ContactPlan {
                capacity: Some(Code::new(*dice.pick(&[
                    "parent",
                    "parent",
                    "grandparent",
                    "relative",
                    "other",
                ]))),
                child: about,
                took: Some(dice.between(0, 12)),
                tells: Some(Tells::Outcome(Code::new(OUTCOMES[place % OUTCOMES.len()]))),
                ..plan(
                    RepresentationKind::Enquiry,
                    Channel::Telephone,
                    service,
                    published,
                )
            }
        })
        .collect()
}

/// The letters, with the published number answered in time and exactly the published mean.
fn members_letters(
    published: &PublishedYear,
    managers: &[AccountId],
    dice: &mut Dice,
) -> Vec<ContactPlan> {
    let letters = published.count("mp_letters");
    let in_time = published.count("mp_letters_within_10");
    let sum = letters * published.count("mean_days_mp_letters");
    // Eight days on average for those in time; the others take what is left.
    let mut days = dice.with_sum(in_time as usize, 4, 10, in_time * 8);
    days.extend(dice.with_sum((letters - in_time) as usize, 11, 58, sum - in_time * 8));
    dice.shuffle(&mut days);
    let services = published.table("complaints_by_service").codes();
    days.into_iter()
        .enumerate()
        .map(|(place, took)| ContactPlan {
            capacity: Some(Code::new("other")),
            assigned_to: in_turn(managers, place),
            took: Some(took),
            tells: Some(Tells::Member(if place % 5 == 4 {
                Member::Councillor
            } else {
                Member::MemberOfParliament
            })),
            ..plan(
                RepresentationKind::ElectedMemberEnquiry,
                Channel::ElectedMember,
                dice.pick(&services).clone(),
                published,
            )
        })
        .collect()
}

fn plan(
    kind: RepresentationKind,
    channel: Channel,
    service: Code,
    published: &PublishedYear,
) -> ContactPlan {
    ContactPlan {
        kind,
        channel,
        received_on: published.year.first_day(),
        service,
        capacity: None,
        child: None,
        assigned_to: None,
        took: None,
        tells: None,
        constituent: None,
    }
}
