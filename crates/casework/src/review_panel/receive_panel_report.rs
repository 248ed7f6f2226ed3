//! Receive the Review Panel's report.

use jiff::civil::Date;
use statute::limits::LimitId;

use crate::case::Case;
use crate::event::{Event, Fact};
use crate::law::Law;
use crate::refusal::{NotYet, Refusal};

/// Record when the panel sent its report and when the authority received it.
///
/// Source: SI 2006/1738 reg 20(2) and (3). The director's fifteen working days run from receipt, never
/// from the meeting (REP-13.13).
#[derive(Clone, Copy, Debug)]
pub struct ReceivePanelReport {
    /// The day the panel sent it.
    pub sent_on: Date,
    /// The day the authority received it.
    pub received_on: Date,
}

impl ReceivePanelReport {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when the panel has not met, the report was received before, or a day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        let review_panel = case.at_review_panel("the panel's report")?;
        let Some(met_on) = review_panel.met_on else {
            return Err(Refusal::NotYet(NotYet::PanelMet));
        };
        if let Some(on) = review_panel.reported_on {
            return Err(Refusal::AlreadyDone {
                what: "the receipt of the panel's report",
                on,
            });
        }
        law.happened(
            "sending the panel's report",
            self.sent_on,
            ("the panel's meeting", met_on),
        )?;
        law.happened(
            "the receipt of the panel's report",
            self.received_on,
            ("its sending", self.sent_on),
        )?;
        let mut clocks: Vec<_> = case
            .clocks
            .meet(LimitId::ReviewPanelReport, self.sent_on)
            .into_iter()
            .collect();
        clocks.push(law.start(LimitId::ReviewPanelResponse, self.received_on)?);
        let event = Event::ReviewPanelReported {
            sent_on: self.sent_on,
        };
        Ok(vec![Fact {
            on: self.received_on,
            event,
            clocks,
        }])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::{day, given, panel_met};

    #[test]
    fn the_director_has_fifteen_working_days_from_receipt() {
        let report = ReceivePanelReport {
            sent_on: day("2015-10-14"),
            received_on: day("2015-10-14"),
        };
        given(panel_met())
            .when(report)
            .then_met("D-S3-REPORT", "2015-10-14")
            .then_clocks(&[("D-S3-RESP", "2015-11-04")]);
    }
}
