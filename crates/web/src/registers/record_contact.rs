//! Record a comment or an enquiry: a short form for what is not a complaint. Compliments, elected members’ enquiries
//! and young people’s contacts have short forms of their own.

pub(super) mod compliment;
pub(super) mod member_enquiry;
pub(super) mod young_person;

use casework::action::{Action, Command};
use casework::intake::RepresentationKind;
use casework::people::Channel;
use casework::refusal::Refusal;
use casework::registers::{MemberEnquiry, Particulars, RecordContact};
use casework::settings::Code;
use maud::{Markup, html};

use crate::intake::{ask_child, ask_complainant, filled, read_child, read_complainant};
use crate::recording::{Answers, Desk, OpeningPage, Reading, entries, today_for};

/// `/contacts/new`
pub(crate) static PAGE: OpeningPage = OpeningPage {
    action: Action::RecordContact,
    title: "Record a comment or enquiry",
    path: "/contacts/new",
    button: "Record",
    explain,
    suggest: |desk| today_for("received", desk.today),
    ask,
    read,
    blame,
};

const KINDS: [(RepresentationKind, &str); 6] = [
    (RepresentationKind::Comment, "A comment or suggestion"),
    (
        RepresentationKind::Enquiry,
        "An enquiry, or a concern of somebody who does not wish to complain",
    ),
    (
        RepresentationKind::ServiceRequest,
        "A first request that something be done, without dissatisfaction",
    ),
    (
        RepresentationKind::SettledAtFirstContact,
        "A complaint that was put right on the spot, to the person’s content",
    ),
    (
        RepresentationKind::SubjectAccessRequest,
        "A request for the personal data the council holds (subject access)",
    ),
    (
        RepresentationKind::AnonymousComplaint,
        "An anonymous complaint: nobody who could be answered",
    ),
];

fn explain(_: &Desk) -> Markup {
    html! {
        p class="govuk-body" {
            "There are shorter forms for "
            a class="govuk-link" href="/compliments/new" { "a compliment" } ", "
            a class="govuk-link" href="/member-enquiries/new" { "an enquiry by an MP or councillor" } " and "
            a class="govuk-link" href="/young-peoples-contacts/new" { "a young person’s contact" } "."
        }
        p class="govuk-body" {
            "Somebody who is unhappy and wants an answer complains, whatever they call it: "
            a class="govuk-link" href="/complaints/new" { "record a complaint" } ". What was put right on the spot, \
             to their content, is logged here and counted apart; if they are not content after all, record a complaint."
        }
        p class="govuk-body" {
            "An anonymous complaint is logged and passed to the complaints manager. It has no deadlines and stays \
             outside the statutory procedure, but that is no reason to leave it aside: refer it to \
             safeguarding or the police where that is called for (Getting the Best from Complaints)."
        }
    }
}

fn ask(desk: &Desk, answers: &Answers<'_>) -> Markup {
    ask_kind_and_rest(desk, answers, &KINDS)
}

/// The questions about a contact that was taken down, which may be anything but a complaint.
pub(super) fn ask_of_a_taken_one(desk: &Desk, answers: &Answers<'_>) -> Markup {
    let kinds = [OF_THEIR_OWN.as_slice(), KINDS.as_slice()].concat();
    html! {
        (ask_kind_and_rest(desk, answers, &kinds))
        h2 class="govuk-heading-m" { "If it is a compliment" }
        (compliment::ask_source(desk, answers))
        h2 class="govuk-heading-m" { "If it is from an MP or councillor" }
        (member_enquiry::ask_member(answers))
        (member_enquiry::ask_consent(answers))
    }
}

/// Kinds with a short form of their own, where the form is not for any kind.
const OF_THEIR_OWN: [(RepresentationKind, &str); 2] = [
    (RepresentationKind::Compliment, "A compliment"),
    (
        RepresentationKind::ElectedMemberEnquiry,
        "An enquiry by an MP or councillor",
    ),
];

fn ask_kind_and_rest(
    desk: &Desk,
    answers: &Answers<'_>,
    kinds: &[(RepresentationKind, &'static str)],
) -> Markup {
    let kinds = kinds.iter().map(|(kind, words)| (kind.code(), *words));
    let channels = desk.settings.channels.choices();
    html! {
        (answers.one_of("kind", "What is it?", "", kinds))
        (answers.one_of("channel", "How did it arrive?", "", channels))
        (answers.date("received", "When was it received?", "For example, 27 3 2026."))
        (ask_service(desk, answers))
        (answers.text("text", "What was said?", "In their own words.", 4))
        h2 class="govuk-heading-m" { "Who said it" }
        p class="govuk-body" { "Leave these empty if they gave no name." }
        (ask_complainant(desk, answers, "person-1", false))
        h2 class="govuk-heading-m" { "Which child it is about" }
        p class="govuk-body" {
            "For an enquiry, only how the child stands with the council is needed: it is counted. Otherwise leave these \
             empty if it is about no child in particular."
        }
        (ask_child(answers, "child-1", false))
    }
}

fn read(_: &Desk, reading: &mut Reading<'_>) -> Option<Command> {
    read_kind_and_rest(reading, &KINDS).map(Command::from)
}

/// What a contact that was taken down turned out to be; `None` when something was noted among the problems.
pub(super) fn read_of_a_taken_one(reading: &mut Reading<'_>) -> Option<RecordContact> {
    let kinds = [OF_THEIR_OWN.as_slice(), KINDS.as_slice()].concat();
    let contact = read_kind_and_rest(reading, &kinds);
    let particulars = match reading.fields.text("kind") {
        "compliment" => Some(Particulars::Compliment {
            source: read_listed(reading, "source", "Choose who says it")?,
        }),
        "elected_member_enquiry" => {
            let (member, consent) = member_enquiry::read_member(reading);
            Some(Particulars::MemberEnquiry(MemberEnquiry {
                member: member?,
                consent: consent?,
                scope: None,
                constituent: None,
            }))
        }
        _ => None,
    };
    Some(RecordContact {
        particulars,
        ..contact?
    })
}

fn read_kind_and_rest(
    reading: &mut Reading<'_>,
    kinds: &[(RepresentationKind, &'static str)],
) -> Option<RecordContact> {
    let kinds: Vec<_> = kinds.iter().map(|(kind, _)| *kind).collect();
    let kind = reading.one_of(
        "kind",
        &kinds,
        RepresentationKind::code,
        "Choose what it is",
    );
    let channel = reading.one_of(
        "channel",
        &Channel::ALL,
        Channel::code,
        "Choose how it arrived",
    );
    let received_on = reading.date("received", "The date it was received");
    let service = read_service(reading);
    let text = reading.sealed_if_any("text");
    let person = if filled(reading.fields, "person-1") {
        read_complainant(reading, "person-1")
    } else {
        None
    };
    let child = if kind == Some(RepresentationKind::Enquiry) || filled(reading.fields, "child-1") {
        read_child(reading, "child-1", None)
    } else {
        None
    };
    Some(RecordContact {
        kind: kind?,
        channel: channel?,
        received_on: received_on?,
        service: service?,
        person,
        children: child.into_iter().collect(),
        text,
        particulars: None,
    })
}

/// Which service it is about, among those complaints and compliments are counted by.
fn ask_service(desk: &Desk, answers: &Answers<'_>) -> Markup {
    let services = entries(&desk.settings.services);
    let more = entries(&desk.settings.compliment_services)
        .into_iter()
        .filter(|(code, _)| !desk.settings.services.has(&Code::new(code.as_str())));
    answers.one_of_many(
        "service",
        "Which service is it about?",
        "",
        services.into_iter().chain(more),
    )
}

fn read_service(reading: &mut Reading<'_>) -> Option<Code> {
    read_listed(reading, "service", "Choose which service it is about")
}

/// A code of one of the council’s lists, which `decide` looks up.
fn read_listed(reading: &mut Reading<'_>, field: &str, missing: &str) -> Option<Code> {
    let chosen = reading.fields.text(field);
    if chosen.is_empty() {
        reading.problems.add(field, missing);
    }
    (!chosen.is_empty()).then(|| Code::new(chosen))
}

pub(super) fn blame(refusal: &Refusal) -> String {
    if matches!(refusal, Refusal::NotInTheList { .. }) {
        "service".to_owned()
    } else if matches!(refusal, Refusal::WrongKind { .. }) {
        "person-1-name".to_owned()
    } else {
        "received-day".to_owned()
    }
}
