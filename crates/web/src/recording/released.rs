//! A protected contact after its release was recorded: shown once.

use app::case_file::Released;
use axum::response::{IntoResponse, Response};
use casework::action::Action;
use maud::html;

use super::{CaseDesk, lines, recorded};
use crate::addresses::case_url;
use crate::components::{
    BackLink, SummaryList, SummaryRow, WarningText, summary_list, warning_text,
};
use crate::layout::{Back, PageWidth};
use crate::page_error::PageError;
use crate::site::{Frame, Here, Site};

/// The page that follows a release. A form that was sent before shows nothing again and leads to the case file.
pub(super) fn shown(
    site: &Site,
    desk: &CaseDesk,
    released: &Released,
) -> Result<Response, PageError> {
    let reference = released.done.reference;
    if released.done.again {
        return Ok(recorded(reference, Action::ReleaseContact));
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
