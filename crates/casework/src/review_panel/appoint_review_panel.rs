//! Appoint the Review Panel.

use jiff::civil::Date;
use statute::limits::LimitId;
use statute::procedure::Role;

use super::tie::independent;
use super::{ReviewPanelAppointed, Tie};
use crate::case::Case;
use crate::event::{Event, Fact};
use crate::ids::{PersonId, Sealed};
use crate::law::Law;
use crate::refusal::Refusal;

/// Appoint the Review Panel that will hear the complaint at Stage 3, and settle its day.
///
/// Source: SI 2006/1738 regs 2 and 19(2) and (3). A day after the thirty working days can be settled
/// with the complainant but still counts as late: the Regulations know no extension.
///
/// Until the panel meets it may be appointed again, when somebody cannot sit.
#[derive(Clone, Debug)]
pub struct AppointReviewPanel {
    /// Who takes the chair.
    pub chair: PersonId,
    /// The two others.
    pub members: [PersonId; 2],
    /// The day it is to meet.
    pub meets_on: Date,
    /// When the complainant agreed to a day after the limit.
    pub agreed_late_on: Option<Date>,
    /// The ties each declared, the chair's first; `None` only where an old register does not say.
    pub declared: Option<[Vec<Tie>; 3]>,
    /// Why somebody sits whom guidance advises against, sealed.
    pub despite: Option<Sealed>,
    /// The day of the appointment.
    pub on: Date,
}

impl AppointReviewPanel {
    /// A panel of which an old register says no more than who sat and when.
    pub fn undeclared(chair: PersonId, members: [PersonId; 2], meets_on: Date, on: Date) -> Self {
        Self {
            chair,
            members,
            meets_on,
            agreed_late_on: None,
            declared: None,
            despite: None,
            on,
        }
    }

    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when no panel was asked for or it met, two seats go to one person, somebody is to
    /// sit who is not independent or whose other part in the case excludes it, or a day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        let review_panel = case.at_review_panel("appointing the panel")?;
        if let Some(on) = review_panel.met_on {
            return Err(Refusal::AlreadyDone {
                what: "the panel’s meeting",
                on,
            });
        }
        let requested = ("the request for a panel", review_panel.requested_on);
        law.happened("the appointment", self.on, requested)?;
        if let Some(agreed_on) = self.agreed_late_on {
            law.happened("the agreement", agreed_on, requested)?;
        }
        if self.meets_on < review_panel.requested_on {
            return Err(Refusal::BeforeItCould {
                what: "the panel’s meeting",
                on: self.meets_on,
                earliest: requested.0,
                earliest_on: requested.1,
            });
        }
        self.check_people(case)?;
        let mut clocks: Vec<_> = case
            .clocks
            .meet(LimitId::ReviewPanelChair, self.on)
            .into_iter()
            .collect();
        clocks.extend(case.settling(law, self.meets_on, self.on)?);
        let appointed = ReviewPanelAppointed {
            declared: self.declared.is_some(),
            despite: self.despite.clone(),
            agreed_late_on: self.agreed_late_on,
            ..ReviewPanelAppointed::new(self.chair, self.members, self.meets_on)
        };
        Ok(vec![Fact {
            on: self.on,
            event: Event::ReviewPanelAppointed(appointed),
            clocks,
        }])
    }

    fn check_people(&self, case: &Case) -> Result<(), Refusal> {
        let [first, second] = self.members;
        if first == second {
            return Err(Refusal::SamePerson {
                first: "one member",
                second: "the other",
            });
        }
        case.may_play(&[
            (Role::PanelChair, self.chair),
            (Role::PanelMember, first),
            (Role::PanelMember, second),
        ])?;
        match &self.declared {
            Some(declared) => independent(declared, self.despite.is_some()),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::AccountId;
    use crate::story::{
        assign, at_review_panel, day, fixture, given, panel_appointed, record_complaint,
    };

    fn panel(chair: PersonId, members: [PersonId; 2]) -> AppointReviewPanel {
        AppointReviewPanel {
            declared: Some([Vec::new(), Vec::new(), Vec::new()]),
            ..AppointReviewPanel::undeclared(chair, members, day("2015-10-07"), day("2015-09-10"))
        }
    }

    fn usual() -> AppointReviewPanel {
        panel(fixture::MR_LANE, [fixture::MS_SHAH, fixture::MR_COLE])
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
            .when(usual())
            .then_met("D-S3-CHAIR", "2015-09-10");
    }

    #[test]
    fn the_day_of_the_meeting_starts_the_clocks_counted_back_from_it() {
        given(at_review_panel())
            .when(usual())
            .then_clocks(&[("D-S3-INVITE", "2015-09-23"), ("D-S3-PAPERS", "2015-09-23")]);
    }

    #[test]
    fn papers_for_a_panel_on_10_january_2024_are_due_on_22_december() {
        use crate::action::Command;
        use crate::law::Law;
        use statute::working_days::{Calendar, Region};
        let settings = fixture::settings();
        let law = Law {
            calendar: Calendar::of(Region::EnglandAndWales),
            settings: &settings,
            today: day("2024-02-01"),
        };
        let mut history = Vec::new();
        for command in at_review_panel() {
            let case = Case::fold(fixture::CASE, &history);
            let facts = Command::decide(&command, case.as_ref(), &law);
            history.extend(facts.expect("the history of a story is accepted"));
        }
        let case = Case::fold(fixture::CASE, &history).expect("the history has a beginning");
        let clocks = case
            .settling(&law, day("2024-01-10"), day("2023-12-01"))
            .expect("the calendar reaches so far");
        for change in clocks {
            let crate::clock::ClockChange::Started(due) = change else {
                panic!("both start: {change:?}");
            };
            assert_eq!(due.due_on, day("2023-12-22"), "{due:?}");
        }
    }

    #[test]
    fn a_panel_is_appointed_again_when_somebody_cannot_sit_until_it_meets() {
        let again = panel(fixture::MS_SHAH, [fixture::MR_LANE, fixture::MR_COLE]);
        given(panel_appointed())
            .when(again.clone())
            .then_clocks(&[]);
        given(crate::story::panel_met())
            .when(again)
            .then_refused(&Refusal::AlreadyDone {
                what: "the panel’s meeting",
                on: day("2015-10-07"),
            });
    }

    #[test]
    fn what_the_regulations_forbid_no_reason_allows() {
        for tie in Tie::ALL {
            for (place, seat) in ["the chair", "the first member", "the second member"]
                .into_iter()
                .enumerate()
            {
                let mut declared = [Vec::new(), Vec::new(), Vec::new()];
                declared[place].push(tie);
                let plain = AppointReviewPanel {
                    declared: Some(declared),
                    ..usual()
                };
                let refusal = Refusal::NotIndependent { seat, tie };
                given(at_review_panel())
                    .when(plain.clone())
                    .then_refused(&refusal);
                let reasoned = AppointReviewPanel {
                    despite: Some(fixture::sealed(81)),
                    ..plain
                };
                let then = given(at_review_panel()).when(reasoned);
                if [Tie::MemberOrOfficer, Tie::MarriedToOne].contains(&tie) {
                    then.then_refused(&refusal);
                } else {
                    then.then_accepted();
                }
            }
        }
    }

    #[test]
    fn somebody_complained_about_sits_nowhere() {
        let mut history = at_review_panel();
        let complained_about: AccountId = fixture::MR_LEE;
        history[0] = crate::intake::RecordComplaint {
            complained_about: vec![complained_about],
            ..fixture::complaint()
        }
        .into();
        given(history)
            .when(panel(
                complained_about.into(),
                [fixture::MS_SHAH, fixture::MR_COLE],
            ))
            .then_refused(&Refusal::Barred {
                part: Role::PanelChair,
                other: Role::ComplainedAbout,
                rule: "Getting the Best from Complaints (2006)",
            });
    }
}
