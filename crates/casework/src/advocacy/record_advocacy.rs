//! Record what a child was told about advocates.

use jiff::civil::Date;
use statute::limits::LimitId;

use super::AdvocacyRecorded;
use crate::case::Case;
use crate::event::{Event, Fact};
use crate::ids::PersonId;
use crate::law::Law;
use crate::refusal::Refusal;

/// Record that a child or young person was told about advocacy and offered help in getting an
/// advocate, and whether they want one.
///
/// Source: Children Act 1989 s.26A; SI 2004/719 reg 4. The limit is met when everybody it protects in
/// this case was told and was offered help; which of the two came when is kept.
#[derive(Clone, Debug)]
pub struct RecordAdvocacy {
    /// What was done.
    pub recorded: AdvocacyRecorded,
    /// The day it was done.
    pub on: Date,
}

impl RecordAdvocacy {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when the case is closed, the person has no right to an advocate, or a day is
    /// impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        case.still_open()?;
        let receipt = ("the receipt", case.received_on);
        law.happened("the answer about an advocate", self.on, receipt)?;
        for (what, on) in [
            ("telling of advocacy", self.recorded.told_on),
            ("the offer of an advocate", self.recorded.offered_on),
        ] {
            if let Some(on) = on {
                law.happened(what, on, receipt)?;
            }
        }
        case.entitled(self.recorded.person, law.settings)?;
        let clocks = self
            .told_everybody_on(case, law)
            .and_then(|on| case.clocks.meet(LimitId::AdvocacyInformation, on));
        Ok(vec![Fact {
            on: self.on,
            event: Event::AdvocacyRecorded(self.recorded.clone()),
            clocks: clocks.into_iter().collect(),
        }])
    }

    /// The day on which the last of the children who complain had been told and offered help.
    fn told_everybody_on(&self, case: &Case, law: &Law<'_>) -> Option<Date> {
        let records = || case.advocacy.iter().chain([&self.recorded]);
        let first = |person: PersonId, day: fn(&AdvocacyRecorded) -> Option<Date>| {
            records()
                .filter(|recorded| recorded.person == person)
                .filter_map(day)
                .min()
        };
        let children = case.complaining_children(law.settings);
        let days: Option<Vec<Date>> = children
            .into_iter()
            .map(|person| {
                let told_on = first(person, |recorded| recorded.told_on)?;
                let offered_on = first(person, |recorded| recorded.offered_on)?;
                Some(told_on.max(offered_on))
            })
            .collect();
        days?.into_iter().max()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::advocacy::{AdvocateKind, Wanted};
    use crate::story::{child_complains, day, fixture, given, record_complaint};

    fn told(person: PersonId, told_on: &str, offered_on: Option<&str>) -> RecordAdvocacy {
        RecordAdvocacy {
            recorded: AdvocacyRecorded {
                person,
                wanted: Wanted::Undecided,
                kind: AdvocateKind::Nobody,
                told_on: Some(day(told_on)),
                offered_on: offered_on.map(day),
            },
            on: day("2015-04-02"),
        }
    }

    #[test]
    fn a_child_who_complains_is_told_at_once_and_a_parent_starts_no_such_clock() {
        given([]).when(child_complains()).then_clocks(&[
            ("D-ACK1", "2015-03-30"),
            ("D-S1", "2015-04-13"),
            ("D-ADV", "2015-03-30"),
        ]);
        given([])
            .when(record_complaint())
            .then_clocks(&[("D-ACK1", "2015-03-30"), ("D-S1", "2015-04-13")]);
    }

    #[test]
    fn telling_and_offering_meet_the_limit_and_telling_alone_does_not() {
        given([child_complains()])
            .when(told(fixture::CHILD, "2015-03-27", Some("2015-03-30")))
            .then_met("D-ADV", "2015-03-30");
        given([child_complains()])
            .when(told(fixture::CHILD, "2015-03-27", None))
            .then_running("D-ADV");
        let told_first = told(fixture::CHILD, "2015-03-27", None);
        given([child_complains(), told_first.into()])
            .when(told(fixture::CHILD, "2015-03-27", Some("2015-03-31")))
            .then_met("D-ADV", "2015-03-31");
    }

    #[test]
    fn a_parent_has_no_statutory_advocate() {
        given([record_complaint()])
            .when(told(fixture::PARENT, "2015-03-27", None))
            .then_refused(&Refusal::NoStatutoryAdvocate);
    }
}
