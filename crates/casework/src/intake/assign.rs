//! Assign a case to somebody to answer.

use jiff::civil::Date;

use crate::case::Case;
use crate::event::{Event, Fact};
use crate::ids::AccountId;
use crate::law::Law;
use crate::refusal::Refusal;

/// Ask a manager to answer; again to hand it to another.
///
/// Source: REP-11.6: the manager responsible for the service, never a person complained about.
#[derive(Clone, Copy, Debug)]
pub struct Assign {
    /// Whose account.
    pub to: AccountId,
    /// The day it was handed over.
    pub on: Date,
}

impl Assign {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when the case is closed, the person is complained about or has it already, or the
    /// day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        case.still_running()?;
        law.happened("the assignment", self.on, ("the receipt", case.received_on))?;
        if case.representation.complained_about.contains(&self.to) {
            return Err(Refusal::ComplainedAbout);
        }
        if case.assigned_to == Some(self.to) {
            return Err(Refusal::AlreadyDone {
                what: "the assignment to this person",
                on: case.last_on,
            });
        }
        Ok(vec![Fact::new(self.on, Event::Assigned { to: self.to })])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::RecordComplaint;
    use crate::story::{assign, fixture, given, record_complaint};

    #[test]
    fn somebody_complained_about_cannot_answer() {
        let complaint = RecordComplaint {
            complained_about: vec![fixture::MS_HALL],
            ..fixture::complaint()
        };
        given([complaint.into()])
            .when(assign(fixture::MS_HALL, "2015-03-27"))
            .then_refused(&Refusal::ComplainedAbout);
    }

    #[test]
    fn a_case_can_be_handed_to_another_manager() {
        given([record_complaint(), assign(fixture::MS_HALL, "2015-03-27")])
            .when(assign(fixture::MR_LEE, "2015-03-30"))
            .then_accepted();
    }
}
