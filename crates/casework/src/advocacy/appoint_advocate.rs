//! Appoint an advocate for a child.

use jiff::civil::Date;
use statute::procedure::Role;

use super::{AdvocateAppointed, AdvocateBar};
use crate::case::Case;
use crate::event::{Event, Fact};
use crate::law::Law;
use crate::refusal::Refusal;

/// Record the advocate who begins to help a child or young person, once the five bars were asked.
///
/// Source: Children Act 1989 s.26A; SI 2004/719 reg 3.
#[derive(Clone, Debug)]
pub struct AppointAdvocate {
    /// Who helps whom.
    pub appointed: AdvocateAppointed,
    /// The bars that hold for the advocate.
    pub bars: Vec<AdvocateBar>,
    /// The day it began.
    pub on: Date,
}

impl AppointAdvocate {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when the case is closed, the person has no right to an advocate, a bar holds or
    /// another part in the case excludes it, the two are together already, or the day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        case.still_open()?;
        law.happened(
            "the beginning of the advocate’s help",
            self.on,
            ("the receipt", case.received_on),
        )?;
        let AdvocateAppointed {
            person, advocate, ..
        } = self.appointed;
        case.entitled(person, law.settings)?;
        if let Some(bar) = self.bars.first() {
            return Err(Refusal::AdvocateBarred(*bar));
        }
        case.may_play(&[(Role::Advocate, advocate)])?;
        if let Some(episode) = case.advocacy_of(person, advocate) {
            return Err(Refusal::AlreadyDone {
                what: "the help of this advocate for this child",
                on: episode.since,
            });
        }
        Ok(vec![Fact::new(
            self.on,
            Event::AdvocateAppointed(self.appointed.clone()),
        )])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::advocacy::AdvocateKind;
    use crate::ids::PersonId;
    use crate::story::{
        appoint_investigators, at_investigation, day, fixture, given, record_complaint,
    };

    fn appoint(advocate: PersonId, bars: &[AdvocateBar]) -> AppointAdvocate {
        AppointAdvocate {
            appointed: AdvocateAppointed {
                person: fixture::CHILD,
                advocate,
                kind: AdvocateKind::Independent,
                organisation: None,
            },
            bars: bars.to_vec(),
            on: day("2015-05-11"),
        }
    }

    #[test]
    fn each_of_the_five_bars_blocks_the_appointment() {
        for bar in AdvocateBar::ALL {
            given([record_complaint()])
                .when(appoint(fixture::MS_SHAH, &[bar]))
                .then_refused(&Refusal::AdvocateBarred(bar));
        }
        given([record_complaint()])
            .when(appoint(fixture::MS_SHAH, &[]))
            .then_accepted();
    }

    #[test]
    fn whoever_considers_the_complaint_is_nobodys_advocate() {
        let mut history = at_investigation();
        history.push(appoint_investigators());
        given(history)
            .when(appoint(fixture::MS_OKAFOR, &[]))
            .then_refused(&Refusal::Barred {
                part: Role::Advocate,
                other: Role::IndependentPerson,
                rule: "SI 2004/719 reg 3",
            });
    }

    #[test]
    fn a_child_may_have_several_advocates_and_each_once_at_a_time() {
        let first = appoint(fixture::MS_SHAH, &[]);
        given([record_complaint(), first.clone().into()])
            .when(appoint(fixture::MR_LANE, &[]))
            .then_accepted();
        given([record_complaint(), first.clone().into()])
            .when(first)
            .then_refused(&Refusal::AlreadyDone {
                what: "the help of this advocate for this child",
                on: day("2015-05-11"),
            });
    }
}
