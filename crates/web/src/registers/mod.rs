//! Registers: compliments, comments, enquiries, letters from members of Parliament and councillors, young people’s
//! contacts, and requests for one’s own file.

mod answer_enquiry;
mod extend_subject_access;
mod note_overlap;
mod record_as_contact;
mod record_contact;

pub(crate) use note_overlap::overlaps;

use casework::intake::RepresentationKind;

use crate::recording;
use crate::site::Route;

/// The routes of the room.
pub(crate) fn routes() -> Vec<Route> {
    let openings = [
        &record_contact::PAGE,
        &record_contact::compliment::PAGE,
        &record_contact::member_enquiry::PAGE,
        &record_contact::young_person::PAGE,
    ];
    let following = [
        &record_as_contact::PAGE,
        &answer_enquiry::PAGE,
        &extend_subject_access::PAGE,
        &note_overlap::PAGE,
    ];
    let openings = openings.into_iter().flat_map(recording::opening_routes);
    openings
        .chain(following.into_iter().flat_map(recording::routes))
        .collect()
}

/// The short form that records one more of the same kind, with its words.
pub(crate) const fn another(kind: RepresentationKind) -> (&'static str, &'static str) {
    match kind {
        RepresentationKind::Complaint => ("/complaints/new", "Record another complaint"),
        RepresentationKind::Compliment => ("/compliments/new", "Record another compliment"),
        RepresentationKind::ElectedMemberEnquiry => (
            "/member-enquiries/new",
            "Record another enquiry by an MP or councillor",
        ),
        RepresentationKind::InformalContact | RepresentationKind::HelplineContact => (
            "/young-peoples-contacts/new",
            "Record another young person’s contact",
        ),
        RepresentationKind::ContactToSort => {
            ("/contacts-to-sort/new", "Take down another call or message")
        }
        RepresentationKind::Comment
        | RepresentationKind::Enquiry
        | RepresentationKind::AnonymousComplaint
        | RepresentationKind::ServiceRequest
        | RepresentationKind::SettledAtFirstContact
        | RepresentationKind::SubjectAccessRequest => ("/contacts/new", "Record another"),
    }
}
