//! Release a protected contact: recorded first, then shown once.

use app::case_file::Released;
use axum::response::{IntoResponse, Response};
use casework::action::{Action, Command};
use casework::ids::PersonId;
use casework::people::ReleaseContact;
use maud::{Markup, html};

use super::protection::{blame, protectable};
use super::{WHOSE, WHOSE_MISSING};
use crate::addresses::case_url;
use crate::components::{
    BackLink, SummaryList, SummaryRow, WarningText, summary_list, warning_text,
};
use crate::layout::{Back, PageWidth};
use crate::page_error::PageError;
use crate::recording::{
    self, ActionPage, Answers, CaseDesk, Reading, ask_colleague, ask_person, lines, read_colleague,
    read_person, the_only_one,
};
use crate::site::{Frame, Here, Site};

/// `/cases/{reference}/release-contact`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::ReleaseContact,
    path: "/cases/{reference}/release-contact",
    button: "Record the release and show the contact",
    explain,
    suggest,
    ask,
    read,
    blame,
};

fn explain(_: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" {
            "The contact is shown to you once, on the page that follows. That you released it, to whom and why is recorded. \
             It stays protected."
        }
    }
}

/// Those whose address is protected.
fn withheld(desk: &CaseDesk) -> Vec<(PersonId, String)> {
    let mut people = protectable(desk);
    people.retain(|(person, _)| desk.case().withheld().any(|each| each == *person));
    people
}

fn suggest(desk: &CaseDesk) -> Vec<(String, String)> {
    the_only_one(&withheld(desk))
}

fn ask(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    html! {
        (ask_person(answers, WHOSE, "", &withheld(desk)))
        (ask_colleague(
            desk,
            answers,
            "to",
            ["Who needs it?", "You yourself, or the colleague you give it to. Nobody complained about."],
            |_| true,
        ))
        (answers.text("reason", "What for?", "Do not write the address here.", 3))
    }
}

fn read(desk: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let person = read_person(reading, &withheld(desk), WHOSE_MISSING);
    let to = read_colleague(desk, reading, "to", "Choose who needs it");
    let reason = reading.sealed("reason", "Enter what it is needed for");
    Some(
        ReleaseContact {
            person: person?,
            to: to?,
            reason: reason?,
            on: desk.desk.today,
        }
        .into(),
    )
}

/// The page that follows a release. A form that was sent before shows nothing again and leads to the case file.
pub(crate) fn shown(
    site: &Site,
    desk: &CaseDesk,
    released: &Released,
) -> Result<Response, PageError> {
    let reference = released.done.reference;
    if released.done.again {
        return Ok(recording::recorded(reference, Action::ReleaseContact));
    }
    let details = released.details.as_ref();
    let contact = details.and_then(|details| details.contact.as_deref());
    let name = details.map_or("", |details| details.name.as_str());
    let main = html! {
        span class="govuk-caption-l" { (reference) }
        h1 class="govuk-heading-l" { "Released contact" }
        @if let Some(contact) = contact {
            (warning_text(&WarningText::new(
                "This is shown once. Give it to nobody but the person the release names, and write it in no letter.",
            )))
            (summary_list(&SummaryList {
                rows: vec![SummaryRow::new("Name", name), SummaryRow::new("Contact", lines(contact))],
                ..SummaryList::default()
            }))
        } @else {
            p class="govuk-body" { "No contact of this person is held in this case." }
        }
        p class="govuk-body" { a class="govuk-link" href=(case_url(reference)) { "Back to the case file" } }
    };
    let title = format!("Released contact, {reference}");
    let frame = Frame {
        title: &title,
        here: Here::Register,
        back: Back::Link(BackLink {
            text: "Back to the case file".into(),
            href: case_url(reference),
        }),
        errors: false,
        width: PageWidth::Reading,
    };
    Ok(site.page(&desk.desk.officer, frame, main)?.into_response())
}
