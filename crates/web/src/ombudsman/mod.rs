//! Ombudsman: what the Local Government and Social Care Ombudsman asked and decided.

mod answer_ombudsman_enquiry;
mod answer_ombudsman_report;
mod record_compliance;
mod record_ombudsman_case;
mod record_ombudsman_decision;
mod record_ombudsman_enquiry;
mod record_remedy_done;
mod refer_early;
mod remedies;

pub(crate) use remedies::list as standing_of_remedies;

use crate::recording;
use crate::site::Route;

/// The routes of the room.
pub(crate) fn routes() -> Vec<Route> {
    let pages = [
        &refer_early::PAGE,
        &record_ombudsman_case::PAGE,
        &record_ombudsman_enquiry::PAGE,
        &answer_ombudsman_enquiry::PAGE,
        &record_ombudsman_decision::PAGE,
        &record_remedy_done::PAGE,
        &record_compliance::PAGE,
        &answer_ombudsman_report::PAGE,
    ];
    pages.into_iter().flat_map(recording::routes).collect()
}
