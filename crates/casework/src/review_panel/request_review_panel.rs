//! Ask for a Review Panel.

use jiff::civil::Date;
use statute::limits::LimitId;

use crate::case::Case;
use crate::event::{Event, Fact};
use crate::intake::Procedure;
use crate::law::Law;
use crate::refusal::{NotYet, Refusal};

/// Record that the complainant asks for Stage 3. A closed case opens again.
///
/// Source: SI 2006/1738 regs 18 and 19(4). The twenty working days for asking are a real limit, but a
/// late request may be allowed (REP-13.1); recording it here allows it.
#[derive(Clone, Copy, Debug)]
pub struct RequestReviewPanel {
    /// The day the request was received.
    pub on: Date,
}

impl RequestReviewPanel {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when Stage 2 is not answered, a panel was asked for before, the complaint is not
    /// in the statutory procedure or left it, or the day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        case.complaint("asking for a Review Panel")?;
        if case.procedure() != Some(Procedure::ChildrenAct) {
            return Err(Refusal::WrongKind {
                action: "a Review Panel",
                wanted: "complaints under the Children Act 1989 procedure",
                is: "a corporate complaint",
            });
        }
        if let Some(review_panel) = &case.review_panel {
            return Err(Refusal::AlreadyDone {
                what: "the request for a Review Panel",
                on: review_panel.requested_on,
            });
        }
        if case.departure.is_some() {
            case.still_running()?;
        }
        let answered = case
            .investigation
            .as_ref()
            .and_then(|investigation| investigation.answered.as_ref());
        let Some((answered_on, _)) = answered else {
            return Err(Refusal::NotYet(NotYet::Answered));
        };
        law.happened("the request", self.on, ("the Stage 2 answer", *answered_on))?;
        let mut clocks: Vec<_> = case
            .clocks
            .meet(LimitId::ReviewPanelRequest, self.on)
            .into_iter()
            .collect();
        for limit in [
            LimitId::ReviewPanelAcknowledgement,
            LimitId::ReviewPanelChair,
            LimitId::ReviewPanelMeets,
        ] {
            clocks.push(law.start(limit, self.on)?);
        }
        Ok(vec![Fact {
            on: self.on,
            event: Event::ReviewPanelRequested,
            clocks,
        }])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::{at_investigation, given, request_review_panel, stage_2_answered};

    #[test]
    fn the_panel_is_to_meet_in_thirty_working_days() {
        given(stage_2_answered())
            .when(request_review_panel("2015-08-28"))
            .then_clocks(&[
                ("D-ACK3", "2015-09-02"),
                ("D-S3-CHAIR", "2015-09-14"),
                ("D-S3-PANEL", "2015-10-12"),
            ]);
    }

    #[test]
    fn there_is_no_panel_before_stage_2_is_answered() {
        given(at_investigation())
            .when(request_review_panel("2015-06-01"))
            .then_refused(&Refusal::NotYet(NotYet::Answered));
    }
}
