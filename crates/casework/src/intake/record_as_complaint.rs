//! Record a contact that was taken down as the complaint it is.

use super::{RecordComplaint, RepresentationKind};
use crate::case::Case;
use crate::clock::ClockChange;
use crate::event::Fact;
use crate::law::Law;
use crate::refusal::Refusal;

/// Make a contact a complaint: the same reference, and time runs from the day it was received, not from now.
///
/// Source: REP-8.1; *representation* in the Children Act 1989 s.26(3) needs no name and no form.
#[derive(Clone, Debug)]
pub struct RecordAsComplaint(pub RecordComplaint);

impl RecordAsComplaint {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when it is no contact to sort, or the complaint could not be recorded.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        case.to_sort("recording it as a complaint")?;
        let facts = self.0.decide(law)?;
        Ok(case.sorted(facts, law))
    }
}

impl Case {
    /// Refuses what was sorted before, was a thing of its own from the start, or has gone elsewhere.
    pub(crate) fn to_sort(&self, action: &'static str) -> Result<(), Refusal> {
        if self.representation.kind != RepresentationKind::ContactToSort {
            return Err(Refusal::WrongKind {
                action,
                wanted: "contacts to sort",
                is: self.representation.kind.label(),
            });
        }
        self.still_running()
    }

    /// The facts of a representation as they continue a contact: a clock that runs already is not started again, and
    /// one that what it turned out to be does not have stops today.
    pub(crate) fn sorted(&self, mut facts: Vec<Fact>, law: &Law<'_>) -> Vec<Fact> {
        let running = |change: &ClockChange| {
            let mut clocks = self.clocks.running();
            matches!(change, ClockChange::Started(due) if clocks.any(|clock| clock.due == *due))
        };
        if let Some(first) = facts.first_mut() {
            let kept = first.clocks.iter().any(running);
            first.clocks.retain(|change| !running(change));
            if !kept {
                let stopped = self.clocks.stop_all(law.today);
                first.clocks.splice(0..0, stopped);
            }
        }
        facts
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::Procedure;
    use crate::story::{acknowledge, day, fixture, given, record_complaint, respond};

    fn taken() -> crate::action::Command {
        fixture::contact_to_sort().into()
    }

    #[test]
    fn the_complaint_is_as_old_as_the_contact_and_goes_its_way() {
        given([taken()])
            .on("2015-03-31")
            .when(RecordAsComplaint(fixture::complaint()))
            .then_due("D-ACK1", "2015-03-30")
            .then_due("D-S1", "2015-04-13");
        given([taken(), RecordAsComplaint(fixture::complaint()).into()])
            .when(acknowledge("2015-03-30"))
            .then_met("D-ACK1", "2015-03-30");
        let answered = given([
            taken(),
            RecordAsComplaint(fixture::complaint()).into(),
            respond("2015-04-10"),
        ]);
        let case = answered.case().expect("it is recorded");
        assert_eq!(case.representation.kind, RepresentationKind::Complaint);
        assert_eq!(case.received_on, day("2015-03-26"));
    }

    #[test]
    fn a_corporate_complaint_has_its_own_time_to_be_acknowledged() {
        let corporate = RecordAsComplaint(RecordComplaint {
            procedure: Procedure::Corporate,
            ..fixture::complaint()
        });
        given([taken()])
            .on("2015-03-31")
            .when(corporate)
            .then_due("D-C1-ACK", "2015-04-02")
            .then_stopped("D-ACK1", "2015-03-31");
    }

    #[test]
    fn it_is_sorted_once() {
        let wrong = |is| Refusal::WrongKind {
            action: "recording it as a complaint",
            wanted: "contacts to sort",
            is,
        };
        given([record_complaint()])
            .when(RecordAsComplaint(fixture::complaint()))
            .then_refused(&wrong("a complaint"));
        given([taken(), RecordAsComplaint(fixture::complaint()).into()])
            .when(RecordAsComplaint(fixture::complaint()))
            .then_refused(&wrong("a complaint"));
    }
}
