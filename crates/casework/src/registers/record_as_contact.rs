//! Record a contact that was taken down as a compliment, a comment or an enquiry.

use super::RecordContact;
use crate::case::Case;
use crate::event::Fact;
use crate::law::Law;
use crate::refusal::Refusal;

/// Make a contact an entry of one of the registers: the same reference, and the day it was received.
///
/// Source: REP-4.2, what is no complaint is told apart by what was said and not by how it came in.
#[derive(Clone, Debug)]
pub struct RecordAsContact(pub RecordContact);

impl RecordAsContact {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when it is no contact to sort, or the register could not take it.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        case.to_sort("recording it in a register")?;
        let facts = self.0.decide(law)?;
        Ok(case.sorted(facts, law))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::RepresentationKind;
    use crate::story::{fixture, given, record_complaint};

    #[test]
    fn what_is_no_complaint_stops_the_clock_that_ran_in_case_it_was() {
        given([fixture::contact_to_sort().into()])
            .on("2015-03-31")
            .when(RecordAsContact(fixture::contact(
                RepresentationKind::Comment,
            )))
            .then_stopped("D-ACK1", "2015-03-31");
        given([fixture::contact_to_sort().into()])
            .on("2015-03-31")
            .when(RecordAsContact(fixture::contact(
                RepresentationKind::ElectedMemberEnquiry,
            )))
            .then_due("D-MP", "2015-04-13");
    }

    #[test]
    fn a_complaint_is_not_made_less() {
        given([record_complaint()])
            .when(RecordAsContact(fixture::contact(
                RepresentationKind::Comment,
            )))
            .then_refused(&Refusal::WrongKind {
                action: "recording it in a register",
                wanted: "contacts to sort",
                is: "a complaint",
            });
    }
}
