//! Settle another day for the panel.

use jiff::civil::Date;

use crate::case::Case;
use crate::event::{Event, Fact};
use crate::ids::Sealed;
use crate::law::Law;
use crate::refusal::Refusal;

/// Settle another day for a panel that is appointed and has not met.
///
/// Source: SI 2006/1738 reg 19(4). The limit for the meeting does not move: a day after it that the
/// complainant agreed to is recorded as agreed and is late all the same.
#[derive(Clone, Debug)]
pub struct RearrangeReviewPanel {
    /// The new day.
    pub meets_on: Date,
    /// Why, sealed.
    pub reasons: Sealed,
    /// When the complainant agreed to a day after the limit.
    pub agreed_late_on: Option<Date>,
    /// The day it was settled.
    pub on: Date,
}

impl RearrangeReviewPanel {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when there is no panel, it met, the day is the same, or a day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        let (review_panel, appointed_on) = case.before_the_panel("another day for the panel")?;
        law.happened(
            "settling another day",
            self.on,
            ("the appointment of the panel", appointed_on),
        )?;
        if let Some(agreed_on) = self.agreed_late_on {
            law.happened(
                "the agreement",
                agreed_on,
                ("the request for a panel", review_panel.requested_on),
            )?;
        }
        if review_panel.meets_on() == Some(self.meets_on) {
            return Err(Refusal::AlreadyDone {
                what: "this day for the panel",
                on: appointed_on,
            });
        }
        if self.meets_on < self.on {
            return Err(Refusal::BeforeItCould {
                what: "the panel’s meeting",
                on: self.meets_on,
                earliest: "settling another day",
                earliest_on: self.on,
            });
        }
        let clocks = case.settling(law, self.meets_on, self.on)?;
        let event = Event::ReviewPanelRearranged {
            meets_on: self.meets_on,
            reasons: self.reasons.clone(),
            agreed_late_on: self.agreed_late_on,
        };
        Ok(vec![Fact {
            on: self.on,
            event,
            clocks,
        }])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::{given, panel_appointed, rearrange};

    #[test]
    fn a_new_day_moves_invitation_and_papers_and_never_the_limit_for_the_meeting() {
        let then = given(panel_appointed());
        then.when(rearrange("2015-10-14", "2015-09-25"))
            .then_clocks(&[("D-S3-INVITE", "2015-09-30"), ("D-S3-PAPERS", "2015-09-30")])
            .then_due("D-S3-PANEL", "2015-10-12")
            .then_running("D-S3-PANEL");
    }

    #[test]
    fn the_same_day_is_no_other_day() {
        given(panel_appointed())
            .when(rearrange("2015-10-07", "2015-09-25"))
            .then_refused(&Refusal::AlreadyDone {
                what: "this day for the panel",
                on: crate::story::day("2015-09-10"),
            });
    }
}
