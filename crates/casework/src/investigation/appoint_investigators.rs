//! Appoint the Investigating Officer and the Independent Person.

use jiff::civil::Date;

use super::InvestigatorsAppointed;
use crate::case::Case;
use crate::event::{Event, Fact};
use crate::intake::Procedure;
use crate::law::Law;
use crate::refusal::Refusal;

/// Appoint the two people who investigate.
///
/// Source: SI 2006/1738 regs 2 and 17(2).
#[derive(Clone, Copy, Debug)]
pub struct AppointInvestigators {
    /// Who.
    pub appointed: InvestigatorsAppointed,
    /// The day of the appointment.
    pub on: Date,
}

impl AppointInvestigators {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when Stage 2 does not run, both seats go to one person, or the day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        if case.procedure() == Some(Procedure::Corporate) {
            return Err(Refusal::WrongKind {
                action: "appointing investigators",
                wanted: "complaints under the Children Act 1989 procedure",
                is: "a corporate complaint",
            });
        }
        let investigation = case.at_investigation("appointing investigators")?;
        law.happened(
            "the appointment",
            self.on,
            ("the request for Stage 2", investigation.requested_on),
        )?;
        if self.appointed.investigating_officer == self.appointed.independent_person {
            return Err(Refusal::SamePerson {
                first: "the Investigating Officer",
                second: "the Independent Person",
            });
        }
        Ok(vec![Fact::new(
            self.on,
            Event::InvestigatorsAppointed(self.appointed),
        )])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::{at_investigation, day, fixture, given};

    #[test]
    fn one_person_cannot_be_both() {
        let appointed = InvestigatorsAppointed {
            investigating_officer: fixture::MS_OKAFOR,
            independent_person: fixture::MS_OKAFOR,
        };
        given(at_investigation())
            .when(AppointInvestigators {
                appointed,
                on: day("2015-05-08"),
            })
            .then_refused(&Refusal::SamePerson {
                first: "the Investigating Officer",
                second: "the Independent Person",
            });
    }
}
