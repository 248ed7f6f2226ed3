//! Tell everybody the day and place of the panel.

use jiff::civil::Date;
use statute::limits::LimitId;

use crate::case::Case;
use crate::event::{Event, Fact};
use crate::law::Law;
use crate::refusal::Refusal;

/// Tell the complainant and everybody else the day and place of the meeting. After a new day was
/// settled it is done again.
///
/// Source: Getting the Best from Complaints (2006), Stage 3. The last day in time is counted back from
/// the meeting.
#[derive(Clone, Copy, Debug)]
pub struct InviteToReviewPanel {
    /// The day the invitations were sent.
    pub on: Date,
}

impl InviteToReviewPanel {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when there is no panel, it met, everybody was told of this day, or the day is
    /// impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        let (review_panel, appointed_on) = case.before_the_panel("the invitations")?;
        if let Some(on) = review_panel.invited_on {
            return Err(Refusal::AlreadyDone {
                what: "the invitation to this meeting",
                on,
            });
        }
        law.happened(
            "the invitations",
            self.on,
            ("the appointment of the panel", appointed_on),
        )?;
        let clocks = case.clocks.meet(LimitId::ReviewPanelInvitations, self.on);
        Ok(vec![Fact {
            on: self.on,
            event: Event::ReviewPanelInvited,
            clocks: clocks.into_iter().collect(),
        }])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::{day, given, panel_appointed, rearrange};

    fn invite(on: &str) -> InviteToReviewPanel {
        InviteToReviewPanel { on: day(on) }
    }

    #[test]
    fn everybody_is_told_ten_working_days_before_counted_back() {
        given(panel_appointed())
            .when(invite("2015-09-23"))
            .then_due("D-S3-INVITE", "2015-09-23")
            .then_met("D-S3-INVITE", "2015-09-23");
    }

    #[test]
    fn everybody_is_told_once_and_again_of_a_new_day() {
        let mut history = panel_appointed();
        history.push(invite("2015-09-23").into());
        given(history.clone())
            .when(invite("2015-09-24"))
            .then_refused(&Refusal::AlreadyDone {
                what: "the invitation to this meeting",
                on: day("2015-09-23"),
            });
        history.push(rearrange("2015-10-12", "2015-09-25"));
        given(history)
            .when(invite("2015-09-28"))
            .then_due("D-S3-INVITE", "2015-09-28")
            .then_met("D-S3-INVITE", "2015-09-28");
    }
}
