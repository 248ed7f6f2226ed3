//! Record an enquiry by a member of Parliament or a councillor.

use app::private::PersonDetails;
use casework::action::{Action, Command};
use casework::ids::{PersonId, Sealed};
use casework::intake::RepresentationKind;
use casework::people::{Channel, Complainant};
use casework::refusal::Refusal;
use casework::registers::{
    Constituent, ConstituentConsent, Member, MemberEnquiry, Particulars, RecordContact,
};
use casework::settings::Code;
use maud::{Markup, html};
use statute::limits::LimitId;
use uuid::Uuid;

use super::{ask_service, read_service};
use crate::recording::{Answers, Desk, OpeningPage, Reading, today_for};

/// `/member-enquiries/new`
pub(in crate::registers) static PAGE: OpeningPage = OpeningPage {
    action: Action::RecordContact,
    title: "Record an enquiry by an MP or councillor",
    path: "/member-enquiries/new",
    button: "Record the enquiry",
    explain,
    suggest: |desk| today_for("received", desk.today),
    ask,
    read,
    blame,
};

fn explain(desk: &Desk) -> Markup {
    html! {
        p class="govuk-body" {
            "A member who writes makes no complaint for anybody. Where a constituent is unhappy and wants an answer, "
            a class="govuk-link" href="/complaints/new" { "record a complaint" } " as well."
        }
        @if let Some(days) = desk.settings.local_length(LimitId::CouncillorEnquiry) {
            p class="govuk-body" { "Members are answered in " (days) " (council standard)." }
        }
    }
}

fn ask(desk: &Desk, answers: &Answers<'_>) -> Markup {
    html! {
        (ask_member(answers))
        (answers.line("member-name", "Name of the member", ""))
        (answers.date("received", "When was it received?", "For example, 27 3 2026."))
        (ask_service(desk, answers))
        (answers.text("text", "What do they ask?", "In their own words.", 4))
        h2 class="govuk-heading-m" { "Whom it is about" }
        (answers.line(
            "constituent",
            "Name of the constituent",
            "Leave it empty if it is about nobody in particular. The case file then shows complaints of people called the same.",
        ))
        (ask_consent(answers))
        (answers.text("scope", "What does the consent cover?", "Leave it empty if it covers the whole enquiry.", 2))
    }
}

pub(super) fn ask_member(answers: &Answers<'_>) -> Markup {
    let members = Member::ALL
        .iter()
        .map(|member| (member.code(), member.label()));
    answers.one_of("member", "Who writes?", "", members)
}

pub(super) fn ask_consent(answers: &Answers<'_>) -> Markup {
    let consents = ConstituentConsent::ALL
        .iter()
        .map(|consent| (consent.code(), consent.label()));
    answers.one_of(
        "consent",
        "Is the constituent’s consent held?",
        "To an answer that says something about them.",
        consents,
    )
}

/// Who writes, and whether the constituent’s consent is held.
pub(super) fn read_member(
    reading: &mut Reading<'_>,
) -> (Option<Member>, Option<ConstituentConsent>) {
    let member = reading.one_of("member", Member::ALL, Member::code, "Choose who writes");
    let consent = reading.one_of(
        "consent",
        ConstituentConsent::ALL,
        ConstituentConsent::code,
        "Choose whether the constituent’s consent is held",
    );
    (member, consent)
}

fn read(_: &Desk, reading: &mut Reading<'_>) -> Option<Command> {
    let (member, consent) = read_member(reading);
    let name = name(reading, "member-name");
    let received_on = reading.date("received", "The date it was received");
    let service = read_service(reading);
    let text = reading.sealed_if_any("text");
    let constituent = name_of_constituent(reading);
    let scope = reading.sealed_if_any("scope");
    let member = member?;
    let enquiry = MemberEnquiry {
        member,
        consent: consent?,
        scope,
        constituent,
    };
    let command = RecordContact {
        kind: RepresentationKind::ElectedMemberEnquiry,
        channel: Channel::ElectedMember,
        received_on: received_on?,
        service: service?,
        person: name.map(|details| Complainant {
            person: PersonId(Uuid::now_v7()),
            ground: None,
            capacity: Code::new(member.code()),
            details: Some(details),
        }),
        children: Vec::new(),
        text,
        particulars: Some(Particulars::MemberEnquiry(enquiry)),
    };
    Some(command.into())
}

fn name_of_constituent(reading: &mut Reading<'_>) -> Option<Constituent> {
    name(reading, "constituent").map(|details| Constituent {
        person: PersonId(Uuid::now_v7()),
        details,
    })
}

/// A name, sealed and found by its words; `None` where none was given.
fn name(reading: &mut Reading<'_>, field: &str) -> Option<Sealed> {
    let name = reading
        .short_enough(field)
        .filter(|name| !name.is_empty())?;
    let details = PersonDetails {
        name: name.to_owned(),
        contact: None,
        born_on: None,
    };
    Some(details.seal(&mut reading.sealing))
}

fn blame(refusal: &Refusal) -> String {
    if matches!(refusal, Refusal::NotInTheList { .. }) {
        "service".to_owned()
    } else {
        "received-day".to_owned()
    }
}
