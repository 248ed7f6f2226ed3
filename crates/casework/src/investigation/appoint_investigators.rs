//! Appoint the Investigating Officer and the Independent Person.

use jiff::civil::Date;
use statute::procedure::Role;

use super::InvestigatorsAppointed;
use crate::case::Case;
use crate::event::{Event, Fact};
use crate::intake::Procedure;
use crate::law::Law;
use crate::refusal::{InvestigationFault, Refusal};

/// Appoint the two people who investigate, or others in their place, with a reason.
///
/// Source: SI 2006/1738 regs 2 and 17(2); that the officer stands outside the line of management, Getting
/// the Best from Complaints (2006).
#[derive(Clone, Debug)]
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
    /// A [`Refusal`] when Stage 2 does not run, a seat goes to somebody who plays another part or was not
    /// found independent, others are replaced without a reason, or the day is impossible.
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
        case.may_play(&[
            (
                Role::InvestigatingOfficer,
                self.appointed.investigating_officer,
            ),
            (Role::IndependentPerson, self.appointed.independent_person),
        ])?;
        if self.appointed.checked == Some(false) {
            return Err(Refusal::Investigation(
                InvestigationFault::InvestigatorsNotChecked,
            ));
        }
        if let (Some((on, _)), None) = (&investigation.appointed, &self.appointed.replaces) {
            return Err(Refusal::Investigation(
                InvestigationFault::ReplacedWithoutReason(*on),
            ));
        }
        Ok(vec![Fact::new(
            self.on,
            Event::InvestigatorsAppointed(self.appointed.clone()),
        )])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::{appoint_investigators, at_investigation, day, fixture, given};

    #[test]
    fn one_person_cannot_be_both() {
        let appointed = InvestigatorsAppointed::new(fixture::MS_OKAFOR, fixture::MS_OKAFOR);
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

    fn others(replaces: Option<crate::ids::Sealed>) -> AppointInvestigators {
        let others = InvestigatorsAppointed::new(fixture::MR_LANE, fixture::MS_OKAFOR);
        AppointInvestigators {
            appointed: InvestigatorsAppointed { replaces, ..others },
            on: day("2015-06-01"),
        }
    }

    #[test]
    fn others_take_their_place_only_with_a_reason() {
        let mut history = at_investigation();
        history.push(appoint_investigators());
        given(history.clone())
            .when(others(None))
            .then_refused(&Refusal::Investigation(
                InvestigationFault::ReplacedWithoutReason(day("2015-05-08")),
            ));
        given(history)
            .when(others(Some(fixture::sealed(82))))
            .then_accepted();
    }

    #[test]
    fn an_independent_person_who_was_replaced_sits_on_no_panel_either() {
        let mut history = at_investigation();
        history.push(appoint_investigators());
        let others = InvestigatorsAppointed::new(fixture::MR_COLE_SENIOR, fixture::MR_LANE);
        history.push(
            AppointInvestigators {
                appointed: InvestigatorsAppointed {
                    replaces: Some(fixture::sealed(82)),
                    ..others
                },
                on: day("2015-06-01"),
            }
            .into(),
        );
        given(history)
            .then_part(Role::IndependentPerson, fixture::MS_OKAFOR)
            .then_part(Role::IndependentPerson, fixture::MR_LANE);
    }

    #[test]
    fn nobody_is_appointed_who_was_not_found_independent() {
        let checked = |checked| AppointInvestigators {
            appointed: InvestigatorsAppointed {
                checked: Some(checked),
                ..InvestigatorsAppointed::new(fixture::MR_LANE, fixture::MS_OKAFOR)
            },
            on: day("2015-05-08"),
        };
        given(at_investigation())
            .when(checked(false))
            .then_refused(&Refusal::Investigation(
                InvestigationFault::InvestigatorsNotChecked,
            ));
        given(at_investigation())
            .when(checked(true))
            .then_accepted();
    }
}
