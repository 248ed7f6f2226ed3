//! The cohorts of a year, counted and entered once, so that every table shares their numbers.

use casework::intake::{Procedure, RepresentationKind};
use casework::settings::ReportingYear;
use views::register_line::RegisterLine;

use crate::disclosure::{CellId, Ledger};

/// How many cases each population has.
#[derive(Clone, Debug, Default)]
pub(super) struct Cohorts {
    received: i64,
    answered: i64,
    closed: i64,
    open_at_year_end: i64,
    investigations: i64,
    panels_requested: i64,
    panels_held: i64,
    compliments: i64,
    comments: i64,
    enquiries: i64,
    corporate: i64,
    no_procedure: i64,
    member_enquiries: i64,
    anonymous: i64,
    service_requests: i64,
    settled_at_first_contact: i64,
    informal_contacts: i64,
    helpline_contacts: i64,
}

/// The same as entries of the ledger.
#[derive(Clone, Copy, Debug)]
pub(super) struct CohortCells {
    pub received: CellId,
    pub answered: CellId,
    pub closed: CellId,
    pub open_at_year_end: CellId,
    pub investigations: CellId,
    pub panels_requested: CellId,
    pub panels_held: CellId,
    pub compliments: CellId,
    pub comments: CellId,
    pub enquiries: CellId,
    pub corporate: CellId,
    pub no_procedure: CellId,
    pub member_enquiries: CellId,
    pub anonymous: CellId,
    pub service_requests: CellId,
    pub settled_at_first_contact: CellId,
    pub informal_contacts: CellId,
    pub helpline_contacts: CellId,
}

impl Cohorts {
    /// Counts a line into every cohort it belongs to.
    ///
    /// Source: REP-18.6, REP-18.7: received, answered, closed and open are different populations, and a
    /// stage counts in the year it was opened.
    pub(super) fn count(&mut self, year: ReportingYear, line: &RegisterLine) {
        if line.is_statutory_complaint() {
            self.count_statutory(year, line);
        } else if year.contains(line.received_on) {
            let cohort = match (line.kind, line.procedure) {
                (RepresentationKind::Complaint, Some(Procedure::Corporate)) => &mut self.corporate,
                (RepresentationKind::Complaint, Some(Procedure::ChildrenAct) | None) => {
                    &mut self.no_procedure
                }
                (RepresentationKind::Compliment, _) => &mut self.compliments,
                (RepresentationKind::Comment, _) => &mut self.comments,
                (RepresentationKind::Enquiry, _) => &mut self.enquiries,
                (RepresentationKind::ElectedMemberEnquiry, _) => &mut self.member_enquiries,
                (RepresentationKind::AnonymousComplaint, _) => &mut self.anonymous,
                (RepresentationKind::ServiceRequest, _) => &mut self.service_requests,
                (RepresentationKind::SettledAtFirstContact, _) => {
                    &mut self.settled_at_first_contact
                }
                (RepresentationKind::InformalContact, _) => &mut self.informal_contacts,
                (RepresentationKind::HelplineContact, _) => &mut self.helpline_contacts,
                // Who asks for their own data represents nothing, and what is not sorted nobody knows yet; no table
                // counts either.
                (
                    RepresentationKind::SubjectAccessRequest | RepresentationKind::ContactToSort,
                    _,
                ) => return,
            };
            *cohort += 1;
        }
    }

    fn count_statutory(&mut self, year: ReportingYear, line: &RegisterLine) {
        let closed_on = line.closed.map(|(on, _)| on);
        let panel = line.review_panel.as_ref();
        let open =
            line.received_on <= year.last_day() && closed_on.is_none_or(|on| on > year.last_day());
        for (cohort, belongs) in [
            (&mut self.received, year.contains(line.received_on)),
            (
                &mut self.answered,
                line.stage_1_completed()
                    .is_some_and(|answer| year.contains(answer.on)),
            ),
            (
                &mut self.closed,
                closed_on.is_some_and(|on| year.contains(on)),
            ),
            (&mut self.open_at_year_end, open),
            (
                &mut self.investigations,
                line.investigation
                    .as_ref()
                    .is_some_and(|stage| year.contains(stage.requested_on)),
            ),
            (
                &mut self.panels_requested,
                panel.is_some_and(|panel| year.contains(panel.requested_on)),
            ),
            (
                &mut self.panels_held,
                panel
                    .and_then(|panel| panel.met_on)
                    .is_some_and(|met_on| year.contains(met_on)),
            ),
        ] {
            *cohort += i64::from(belongs);
        }
    }

    /// Enters them all.
    pub(super) fn enter(&self, ledger: &mut Ledger) -> CohortCells {
        CohortCells {
            received: ledger.enter_headline(self.received),
            answered: ledger.enter_headline(self.answered),
            closed: ledger.enter_headline(self.closed),
            open_at_year_end: ledger.enter_headline(self.open_at_year_end),
            investigations: ledger.enter_headline(self.investigations),
            panels_requested: ledger.enter_headline(self.panels_requested),
            panels_held: ledger.enter_headline(self.panels_held),
            compliments: ledger.enter_headline(self.compliments),
            comments: ledger.enter(self.comments),
            enquiries: ledger.enter_headline(self.enquiries),
            corporate: ledger.enter_headline(self.corporate),
            no_procedure: ledger.enter(self.no_procedure),
            member_enquiries: ledger.enter_headline(self.member_enquiries),
            anonymous: ledger.enter(self.anonymous),
            service_requests: ledger.enter(self.service_requests),
            settled_at_first_contact: ledger.enter(self.settled_at_first_contact),
            informal_contacts: ledger.enter(self.informal_contacts),
            helpline_contacts: ledger.enter(self.helpline_contacts),
        }
    }
}
