//! Record that the Review Panel met.

use jiff::civil::Date;
use statute::limits::LimitId;

use crate::case::Case;
use crate::event::{Event, Fact};
use crate::law::Law;
use crate::refusal::{NotYet, Refusal};

/// Record the day the panel met. Its report is due five working days later.
///
/// Source: SI 2006/1738 regs 19(4) and 20(2).
#[derive(Clone, Copy, Debug)]
pub struct HoldReviewPanel {
    /// The day.
    pub on: Date,
}

impl HoldReviewPanel {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when there is no panel, it met before, or the day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        let review_panel = case.at_review_panel("the panel's meeting")?;
        if review_panel.appointed.is_none() {
            return Err(Refusal::NotYet(NotYet::PanelAppointed));
        }
        if let Some(on) = review_panel.met_on {
            return Err(Refusal::AlreadyDone {
                what: "the panel's meeting",
                on,
            });
        }
        law.happened(
            "the panel's meeting",
            self.on,
            ("the request for a panel", review_panel.requested_on),
        )?;
        let met = [
            LimitId::ReviewPanelAcknowledgement,
            LimitId::ReviewPanelMeets,
        ];
        let mut clocks: Vec<_> = met
            .into_iter()
            .filter_map(|limit| case.clocks.meet(limit, self.on))
            .collect();
        clocks.push(law.start(LimitId::ReviewPanelReport, self.on)?);
        Ok(vec![Fact {
            on: self.on,
            event: Event::ReviewPanelMet,
            clocks,
        }])
    }
}
