//! Record a contact that was taken down as a compliment, a comment or an enquiry.

use super::RecordContact;
use crate::case::Case;
use crate::event::{Event, Fact};
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
        let mut facts = self.0.decide(law)?;
        for fact in &mut facts {
            // What no register asks stays as it was taken down: whom it names reads it as little as before.
            if let Event::RepresentationRecorded(sorted) = &mut fact.event {
                sorted
                    .complained_about
                    .clone_from(&case.representation.complained_about);
            }
        }
        Ok(case.sorted(facts, law))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    use crate::ids::AccountId;
    use crate::intake::{RepresentationKind, TakeContact};
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
    fn staff_whom_it_names_are_named_in_the_register_too() {
        let named = vec![AccountId(Uuid::from_u128(51))];
        let taken = TakeContact {
            complained_about: named.clone(),
            ..fixture::contact_to_sort()
        };
        let sort = RecordAsContact(fixture::contact(RepresentationKind::AnonymousComplaint));
        let sorted = given([taken.into(), sort.into()]);
        let case = sorted.case().expect("it is recorded");
        assert_eq!(
            case.representation.kind,
            RepresentationKind::AnonymousComplaint
        );
        assert_eq!(case.representation.complained_about, named);
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
