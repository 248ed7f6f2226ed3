//! Appoint the Review Panel.

use jiff::civil::Date;
use statute::limits::LimitId;
use statute::procedure::Role;

use super::ReviewPanelAppointed;
use crate::case::Case;
use crate::event::{Event, Fact};
use crate::law::Law;
use crate::refusal::Refusal;

/// Appoint the Review Panel that will hear the complaint at Stage 3, and settle its day.
///
/// Source: SI 2006/1738 regs 2 and 19(2) and (3). A day after the thirty working days can be settled
/// with the complainant but still counts as late: the Regulations know no extension (REP-13.7).
#[derive(Clone, Copy, Debug)]
pub struct AppointReviewPanel {
    /// Who sits and when they meet.
    pub appointed: ReviewPanelAppointed,
    /// The day of the appointment.
    pub on: Date,
}

impl AppointReviewPanel {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when no panel was asked for, two seats go to one person, somebody is to sit whose
    /// other part in the case excludes it, or a day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        let review_panel = case.at_review_panel("appointing the panel")?;
        law.happened(
            "the appointment",
            self.on,
            ("the request for a panel", review_panel.requested_on),
        )?;
        let ReviewPanelAppointed {
            chair,
            members: [first, second],
            meets_on,
        } = self.appointed;
        if meets_on < review_panel.requested_on {
            return Err(Refusal::BeforeItCould {
                what: "the panel's meeting",
                on: meets_on,
                earliest: "the request for a panel",
                earliest_on: review_panel.requested_on,
            });
        }
        if first == second {
            return Err(Refusal::SamePerson {
                first: "one member",
                second: "the other",
            });
        }
        case.may_play(&[
            (Role::PanelChair, chair),
            (Role::PanelMember, first),
            (Role::PanelMember, second),
        ])?;
        let clocks = case
            .clocks
            .meet(LimitId::ReviewPanelChair, self.on)
            .into_iter()
            .collect();
        Ok(vec![Fact {
            on: self.on,
            event: Event::ReviewPanelAppointed(self.appointed),
            clocks,
        }])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::{assign, at_review_panel, day, fixture, given, record_complaint};

    fn panel(
        chair: crate::ids::PersonId,
        members: [crate::ids::PersonId; 2],
    ) -> AppointReviewPanel {
        let appointed = ReviewPanelAppointed {
            chair,
            members,
            meets_on: day("2015-10-07"),
        };
        AppointReviewPanel {
            appointed,
            on: day("2015-09-10"),
        }
    }

    #[test]
    fn independent_person_from_stage_2_cannot_sit_on_the_panel() {
        let members = [fixture::MS_OKAFOR, fixture::MS_SHAH];
        given(at_review_panel())
            .when(panel(fixture::MR_LANE, members))
            .then_refused(&Refusal::Barred {
                part: Role::PanelMember,
                other: Role::IndependentPerson,
                rule: "SI 2006/1738 reg 19(3)",
            });
        let members = [fixture::MR_LANE, fixture::MS_SHAH];
        given(at_review_panel())
            .when(panel(fixture::MS_OKAFOR, members))
            .then_refused(&Refusal::Barred {
                part: Role::PanelChair,
                other: Role::IndependentPerson,
                rule: "SI 2006/1738 reg 19(3)",
            });
    }

    #[test]
    fn whoever_was_asked_to_answer_at_stage_1_cannot_sit_on_the_panel() {
        let mut history = vec![record_complaint(), assign(fixture::MS_HALL, "2015-03-27")];
        history.extend(at_review_panel().into_iter().skip(1));
        let members = [fixture::MS_HALL.into(), fixture::MS_SHAH];
        given(history)
            .when(panel(fixture::MR_LANE, members))
            .then_refused(&Refusal::Barred {
                part: Role::PanelMember,
                other: Role::RespondingManager,
                rule: "SI 2006/1738 reg 2",
            });
    }

    #[test]
    fn the_panel_needs_three_different_people() {
        given(at_review_panel())
            .when(panel(
                fixture::MR_LANE,
                [fixture::MS_SHAH, fixture::MS_SHAH],
            ))
            .then_refused(&Refusal::SamePerson {
                first: "one member",
                second: "the other",
            });
        given(at_review_panel())
            .when(panel(
                fixture::MR_LANE,
                [fixture::MS_SHAH, fixture::MR_COLE],
            ))
            .then_met("D-S3-CHAIR", "2015-09-10");
    }
}
