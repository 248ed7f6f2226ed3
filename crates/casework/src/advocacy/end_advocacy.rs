//! End an advocate's help.

use jiff::civil::Date;

use crate::case::Case;
use crate::event::{Event, Fact};
use crate::ids::PersonId;
use crate::law::Law;
use crate::refusal::{NotYet, Refusal};

/// Record that an advocate no longer helps a child. Possible after the case is closed.
///
/// Source: SI 2004/719: a record is kept of advocates and of what was done.
#[derive(Clone, Copy, Debug)]
pub struct EndAdvocacy {
    /// The child or young person.
    pub person: PersonId,
    /// The advocate.
    pub advocate: PersonId,
    /// The last day.
    pub on: Date,
}

impl EndAdvocacy {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when the advocate does not help this child, or the day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        let episode = case
            .advocacy_of(self.person, self.advocate)
            .ok_or(Refusal::NotYet(NotYet::AdvocateAppointed))?;
        law.happened(
            "the end of the advocate’s help",
            self.on,
            ("its beginning", episode.since),
        )?;
        let event = Event::AdvocacyEnded {
            person: self.person,
            advocate: self.advocate,
        };
        Ok(vec![Fact::new(self.on, event)])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::advocacy::{AdvocateAppointed, AdvocateKind, AppointAdvocate};
    use crate::story::{day, fixture, given, record_complaint};

    #[test]
    fn what_never_began_cannot_end_and_nothing_ends_before_it_began() {
        let end = |on: &str| EndAdvocacy {
            person: fixture::CHILD,
            advocate: fixture::MS_SHAH,
            on: day(on),
        };
        given([record_complaint()])
            .when(end("2015-04-20"))
            .then_refused(&Refusal::NotYet(NotYet::AdvocateAppointed));
        let begun = AppointAdvocate {
            appointed: AdvocateAppointed {
                person: fixture::CHILD,
                advocate: fixture::MS_SHAH,
                kind: AdvocateKind::Independent,
                organisation: None,
            },
            bars: Vec::new(),
            on: day("2015-04-10"),
        };
        let history = [record_complaint(), begun.into()];
        given(history.clone())
            .when(end("2015-04-10"))
            .then_accepted();
        given(history)
            .when(end("2015-04-09"))
            .then_refused(&Refusal::BeforeItCould {
                what: "the end of the advocate’s help",
                on: day("2015-04-09"),
                earliest: "its beginning",
                earliest_on: day("2015-04-10"),
            });
    }
}
