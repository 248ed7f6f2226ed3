//! Review panel, Stage 3: three independent people hear whether Stage 2 was adequate; the director
//! answers their report.

mod appoint_review_panel;
mod hold_review_panel;
mod receive_panel_report;
mod request_review_panel;
mod send_panel_response;

pub use appoint_review_panel::AppointReviewPanel;
pub use hold_review_panel::HoldReviewPanel;
pub use receive_panel_report::ReceivePanelReport;
pub use request_review_panel::RequestReviewPanel;
pub use send_panel_response::SendPanelResponse;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::case::Case;
use crate::event::{Event, Fact};
use crate::ids::PersonId;
use crate::refusal::{NotYet, Refusal};

/// Where Stage 3 stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewPanel {
    /// When it was asked for.
    pub requested_on: Date,
    /// Who sits, since when, and the day settled.
    pub appointed: Option<(Date, ReviewPanelAppointed)>,
    /// The day it met.
    pub met_on: Option<Date>,
    /// The day the authority received its report.
    pub reported_on: Option<Date>,
    /// The day the director's response was sent: the end of the stage.
    pub answered_on: Option<Date>,
}

/// The panel's three people and its day.
///
/// Source: SI 2006/1738 reg 19(2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewPanelAppointed {
    /// Who takes the chair.
    pub chair: PersonId,
    /// The two others.
    pub members: [PersonId; 2],
    /// The day it is to meet.
    pub meets_on: Date,
}

impl ReviewPanel {
    /// A Stage 3 just asked for.
    pub(crate) fn requested(on: Date) -> Self {
        Self {
            requested_on: on,
            appointed: None,
            met_on: None,
            reported_on: None,
            answered_on: None,
        }
    }

    /// Copies one fact into the state.
    pub(crate) fn evolve(&mut self, fact: &Fact) {
        if let Event::ReviewPanelAppointed(appointed) = &fact.event {
            self.appointed = Some((fact.on, *appointed));
        } else if let Event::ReviewPanelMet = &fact.event {
            self.met_on = Some(fact.on);
        } else if let Event::ReviewPanelReported { .. } = &fact.event {
            self.reported_on = Some(fact.on);
        } else if let Event::ReviewPanelResponseSent = &fact.event {
            self.answered_on = Some(fact.on);
        }
    }
}

impl Case {
    /// A Stage 3 that was asked for and is not answered.
    pub(crate) fn at_review_panel(&self, action: &'static str) -> Result<&ReviewPanel, Refusal> {
        self.complaint(action)?;
        self.still_running()?;
        let review_panel = self
            .review_panel
            .as_ref()
            .ok_or(Refusal::NotYet(NotYet::Asked))?;
        match review_panel.answered_on {
            Some(on) => Err(Refusal::AlreadyDone {
                what: "the response to the Review Panel",
                on,
            }),
            None => Ok(review_panel),
        }
    }
}
