//! The year’s enquiries by members, young people’s informal contacts and contacts with the helpline.

use casework::ids::AccountId;
use casework::intake::RepresentationKind;
use casework::people::Channel;
use casework::registers::{HelplineCaller, Member};
use casework::settings::{Code, Settings};
use jiff::civil::date;
use statute::working_days::Calendar;

use crate::complaint::ComplaintPlan;
use crate::contact::{ContactPlan, Tells};
use crate::dice::Dice;
use crate::published::{Council, PublishedYear};
use crate::year::{in_turn, working_day, working_day_after};

/// Everything the year’s registers hold; the enquiries by members come first.
pub(in crate::year) fn contacts(
    published: &PublishedYear,
    managers: &[AccountId],
    dice: &mut Dice,
    calendar: &Calendar,
) -> Vec<ContactPlan> {
    let year = published.year;
    let services = published.table("complaints_by_service").codes();
    let table = published.table("members_by_period");
    // From November there was a new procedure for them.
    let turn = date(year.first_day().year(), 10, 31);
    let mut plans = Vec::new();
    for (code, eve, latest) in [
        ("apr_oct", year.before().last_day(), turn),
        ("nov_mar", turn, year.last_day()),
    ] {
        for _ in 0..table.value(code) {
            let place = plans.len();
            plans.push(ContactPlan {
                received_on: working_day_after(eve, latest, dice, calendar),
                capacity: Some(Code::new("other")),
                assigned_to: in_turn(managers, place),
                took: Some(dice.between(2, 18)),
                // The report does not say who wrote; one in three is taken to be a councillor.
                tells: Some(Tells::Member(if place % 3 == 2 {
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
            });
        }
    }
    plans.extend(of_young_people(published, &services, dice, calendar));
    plans
}

/// How informal contacts arrive; the report says only that there was an app.
const WAYS_IN: [Channel; 5] = [
    Channel::App,
    Channel::Telephone,
    Channel::TextMessage,
    Channel::App,
    Channel::InPerson,
];

/// Informal contacts and those with the helpline. The report names topics without counts, so they go round.
fn of_young_people(
    published: &PublishedYear,
    services: &[Code],
    dice: &mut Dice,
    calendar: &Calendar,
) -> Vec<ContactPlan> {
    let settings: Settings =
        toml::from_str(Council::Surrey.settings()).expect("a test reads the settings");
    let year = published.year;
    let mut plans = Vec::new();
    for (kind, count) in [
        (RepresentationKind::InformalContact, "informal_contacts"),
        (RepresentationKind::HelplineContact, "helpline_contacts"),
    ] {
        for place in 0..published.count(count) as usize {
            let topics = &settings.contact_topics.0;
            let results = &settings.contact_results.0;
            let callers = [
                HelplineCaller::YoungPerson,
                HelplineCaller::AboutYoungPerson,
            ];
            let helpline = kind == RepresentationKind::HelplineContact;
            plans.push(ContactPlan {
                received_on: working_day(year, year.last_day(), dice, calendar),
                capacity: Some(Code::new("young_person")),
                tells: Some(Tells::Contact(
                    helpline.then(|| callers[place % callers.len()]),
                    topics[place % topics.len()].code.clone(),
                    results[place % results.len()].code.clone(),
                )),
                ..plan(
                    kind,
                    if helpline {
                        Channel::Telephone
                    } else {
                        WAYS_IN[place % WAYS_IN.len()]
                    },
                    dice.pick(services).clone(),
                    published,
                )
            });
        }
    }
    plans
}

/// Which enquiries by members are about people who complain: each about another complaint received before it, whose
/// complainant it names.
///
/// # Panics
///
/// When there are too few: a mistake in the program.
pub(in crate::year) fn overlaps(
    published: &PublishedYear,
    complaints: &[ComplaintPlan],
    contacts: &mut [ContactPlan],
) -> Vec<(usize, usize)> {
    let known = published.count("mp_letters_known_complainants") as usize;
    let mut overlaps: Vec<(usize, usize)> = Vec::new();
    let letters = contacts
        .iter_mut()
        .enumerate()
        .filter(|(_, plan)| plan.kind == RepresentationKind::ElectedMemberEnquiry);
    for (contact, plan) in letters {
        if overlaps.len() == known {
            break;
        }
        let earlier = complaints.iter().enumerate().find(|(place, complaint)| {
            !complaint.child.complains
                && complaint.received_on < plan.received_on
                && overlaps.iter().all(|(_, taken)| taken != place)
        });
        if let Some((place, complaint)) = earlier {
            plan.constituent.clone_from(&complaint.particulars.name);
            overlaps.push((contact, place));
        }
    }
    assert_eq!(
        overlaps.len(),
        known,
        "too few complaints came before an enquiry"
    );
    overlaps
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
