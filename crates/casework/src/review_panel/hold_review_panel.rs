//! Record that the Review Panel met.

use jiff::civil::Date;
use statute::limits::LimitId;

use super::Attendance;
use crate::case::Case;
use crate::clock::ClockChange;
use crate::event::{Event, Fact};
use crate::law::Law;
use crate::refusal::Refusal;

/// Record the day the panel met and who was there. Its report is due five working days later.
///
/// Source: SI 2006/1738 regs 19(4) to (6) and 20(2).
#[derive(Clone, Debug)]
pub struct HoldReviewPanel {
    /// The day.
    pub on: Date,
    /// Who was there; `None` only where an old register does not say.
    pub attendance: Option<Attendance>,
}

impl HoldReviewPanel {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when there is no panel, it met before, somebody spoke who was not there, or the
    /// day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        let (review_panel, _) = case.before_the_panel("the panel’s meeting")?;
        law.happened(
            "the panel’s meeting",
            self.on,
            ("the request for a panel", review_panel.requested_on),
        )?;
        if let Some(attendance) = &self.attendance {
            attendance.check()?;
        }
        let met = [
            LimitId::ReviewPanelAcknowledgement,
            LimitId::ReviewPanelMeets,
        ];
        let mut clocks: Vec<_> = met
            .into_iter()
            .filter_map(|limit| case.clocks.meet(limit, self.on))
            .collect();
        // What was to come before the meeting cannot be done any more.
        for limit in super::COUNTED_BACK {
            if case.clocks.running_of(limit).is_some() {
                clocks.push(ClockChange::Stopped { limit, on: self.on });
            }
        }
        clocks.push(law.start(LimitId::ReviewPanelReport, self.on)?);
        Ok(vec![Fact {
            on: self.on,
            event: Event::ReviewPanelMet {
                attendance: self.attendance.clone(),
            },
            clocks,
        }])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::refusal::NotYet;
    use crate::refusal::PanelFault;
    use crate::review_panel::Present;
    use crate::story::{at_review_panel, day, given, panel_appointed};

    fn hold(present: &[Present], spoke: Option<Present>) -> HoldReviewPanel {
        HoldReviewPanel {
            on: day("2015-10-07"),
            attendance: Some(Attendance {
                present: present.to_vec(),
                spoke,
            }),
        }
    }

    #[test]
    fn the_report_is_due_five_working_days_after_the_meeting() {
        given(panel_appointed())
            .when(hold(&[], None))
            .then_met("D-S3-PANEL", "2015-10-07")
            .then_stopped("D-S3-PAPERS", "2015-10-07")
            .then_clocks(&[("D-S3-REPORT", "2015-10-14")]);
        given(at_review_panel())
            .when(hold(&[], None))
            .then_refused(&Refusal::NotYet(NotYet::PanelAppointed));
    }

    #[test]
    fn the_complainant_the_advocate_or_one_other_person_speaks_if_they_are_there() {
        for who in Present::ALL {
            let there = given(panel_appointed()).when(hold(&[who], Some(who)));
            if Present::SPEAKERS.contains(&who) {
                there.then_accepted();
            } else {
                there.then_refused(&Refusal::Panel(PanelFault::CouldNotSpeak(who)));
            }
            given(panel_appointed())
                .when(hold(&[], Some(who)))
                .then_refused(&Refusal::Panel(PanelFault::CouldNotSpeak(who)));
        }
    }
}
