//! Registers: compliments, comments, enquiries, and letters from members of Parliament and councillors, and
//! requests for one’s own file.

mod answer_enquiry;
mod extend_subject_access;
mod record_contact;

use crate::recording;
use crate::site::Route;

/// The routes of the room.
pub(crate) fn routes() -> Vec<Route> {
    let opening = recording::opening_routes(&record_contact::PAGE);
    opening
        .into_iter()
        .chain(recording::routes(&answer_enquiry::PAGE))
        .chain(recording::routes(&extend_subject_access::PAGE))
        .collect()
}
