//! Send the director's response to the Review Panel.

use jiff::civil::Date;
use statute::limits::LimitId;

use crate::case::Case;
use crate::event::{Event, Fact};
use crate::law::Law;
use crate::refusal::{NotYet, Refusal};

/// Send the authority's final response with the right to go to the Ombudsman.
///
/// Source: SI 2006/1738 reg 20(3).
#[derive(Clone, Copy, Debug)]
pub struct SendPanelResponse {
    /// The day it was sent.
    pub sent_on: Date,
}

impl SendPanelResponse {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when the panel has not reported or the day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        let review_panel = case.at_review_panel("the response to the panel")?;
        let Some(reported_on) = review_panel.reported_on else {
            return Err(Refusal::NotYet(NotYet::PanelReported));
        };
        law.happened(
            "the response",
            self.sent_on,
            ("the receipt of the panel's report", reported_on),
        )?;
        let clocks = case
            .clocks
            .meet(LimitId::ReviewPanelResponse, self.sent_on)
            .into_iter()
            .collect();
        Ok(vec![Fact {
            on: self.sent_on,
            event: Event::ReviewPanelResponseSent,
            clocks,
        }])
    }
}
