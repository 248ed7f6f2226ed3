//! Review panel, Stage 3: three independent people hear whether Stage 2 was adequate; the director
//! answers their report.

mod appoint_review_panel;
mod attendance;
mod hold_review_panel;
mod invite_to_review_panel;
mod rearrange_review_panel;
mod receive_panel_report;
mod report;
mod request_review_panel;
mod response;
mod send_panel_papers;
mod send_panel_response;
mod tie;

pub use appoint_review_panel::AppointReviewPanel;
pub use attendance::{Attendance, Present};
pub use hold_review_panel::HoldReviewPanel;
pub use invite_to_review_panel::InviteToReviewPanel;
pub use rearrange_review_panel::RearrangeReviewPanel;
pub use receive_panel_report::ReceivePanelReport;
pub use report::{PanelReport, Recipient, Recommendation, RecommendationNumber};
pub use request_review_panel::RequestReviewPanel;
pub(crate) use response::every_recommendation_decided;
pub use response::{PanelResponse, RecommendationAnswer, RecommendationDecision};
pub use send_panel_papers::{PanelPaper, SendPanelPapers};
pub use send_panel_response::SendPanelResponse;
pub use tie::{COOLING_OFF_YEARS, Tie};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use statute::limits::LimitId;

use crate::case::Case;
use crate::clock::ClockChange;
use crate::closure::NoticeOfRights;
use crate::event::{Event, Fact};
use crate::ids::{PersonId, Sealed};
use crate::law::Law;
use crate::refusal::{NotYet, Refusal};
use crate::settings::Code;

/// Where Stage 3 stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewPanel {
    /// When it was asked for.
    pub requested_on: Date,
    /// Why it was allowed although the time for asking had passed, sealed.
    pub late_reasons: Option<Sealed>,
    /// Why the complainant goes on, as far as they said so.
    #[serde(default)]
    pub reasons: Vec<Code>,
    /// Who sits, since when, and the day settled.
    pub appointed: Option<(Date, ReviewPanelAppointed)>,
    /// When everybody was told the day now settled.
    pub invited_on: Option<Date>,
    /// When the papers were sent, and which.
    pub papers: Option<(Date, Vec<PanelPaper>)>,
    /// The day it met.
    pub met_on: Option<Date>,
    /// Who was there; `None` where an old register does not say.
    pub attendance: Option<Attendance>,
    /// The day the authority received its report.
    pub reported_on: Option<Date>,
    /// What it reported; `None` where an old register does not say.
    pub report: Option<PanelReport>,
    /// The day the director's response was sent: the end of the stage.
    pub answered_on: Option<Date>,
    /// What was answered; `None` where an old register does not say.
    pub response: Option<PanelResponse>,
    /// What the letter said about the next right.
    pub notice: Option<NoticeOfRights>,
    /// What a panel reported on other points, before deferred ones came back and one was asked for again.
    #[serde(default)]
    pub earlier: Vec<PanelReport>,
}

/// The panel's three people and its day.
///
/// Source: SI 2006/1738 reg 19(2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewPanelAppointed {
    /// Who takes the chair.
    pub chair: PersonId,
    /// The two others.
    pub members: [PersonId; 2],
    /// The day it is to meet.
    pub meets_on: Date,
    /// Whether all three declared their ties to the authority; false where an old register does not say.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub declared: bool,
    /// Why somebody sits whom guidance advises against, sealed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub despite: Option<Sealed>,
    /// When the complainant agreed to a day after the limit, which stays late all the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreed_late_on: Option<Date>,
}

impl ReviewPanelAppointed {
    /// A panel of which no more is known than who sits and when.
    pub fn new(chair: PersonId, members: [PersonId; 2], meets_on: Date) -> Self {
        Self {
            chair,
            members,
            meets_on,
            declared: false,
            despite: None,
            agreed_late_on: None,
        }
    }
}

impl ReviewPanel {
    /// The day settled for the meeting.
    pub fn meets_on(&self) -> Option<Date> {
        self.appointed
            .as_ref()
            .map(|(_, appointed)| appointed.meets_on)
    }

    /// Copies one fact into the state.
    pub(crate) fn evolve(&mut self, fact: &Fact) {
        if let Event::ReviewPanelAppointed(appointed) = &fact.event {
            self.settle(appointed.meets_on);
            self.appointed = Some((fact.on, appointed.clone()));
        } else if let Event::ReviewPanelRearranged {
            meets_on,
            agreed_late_on,
            ..
        } = &fact.event
        {
            self.settle(*meets_on);
            if let Some((_, appointed)) = &mut self.appointed {
                appointed.meets_on = *meets_on;
                appointed.agreed_late_on = *agreed_late_on;
            }
        } else if let Event::ReviewPanelInvited = &fact.event {
            self.invited_on = Some(fact.on);
        } else if let Event::PanelPapersSent { papers } = &fact.event {
            self.papers = Some((fact.on, papers.clone()));
        } else if let Event::ReviewPanelMet { attendance } = &fact.event {
            self.met_on = Some(fact.on);
            self.attendance.clone_from(attendance);
        } else if let Event::ReviewPanelReported { report, .. } = &fact.event {
            self.reported_on = Some(fact.on);
            self.report.clone_from(report);
        } else if let Event::ReviewPanelResponseSent { response, notice } = &fact.event {
            self.answered_on = Some(fact.on);
            self.response.clone_from(response);
            self.notice.clone_from(notice);
        }
    }

    /// A new day has to be told again; papers that were sent need not be sent twice.
    fn settle(&mut self, meets_on: Date) {
        if self.meets_on() != Some(meets_on) {
            self.invited_on = None;
        }
    }
}

impl Case {
    /// A Stage 3 that was asked for and is not answered.
    pub(crate) fn at_review_panel(&self, action: &'static str) -> Result<&ReviewPanel, Refusal> {
        self.complaint(action)?;
        self.still_running()?;
        self.not_wholly_deferred()?;
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

    /// A panel that is appointed and has not met, with the day of the appointment.
    pub(crate) fn before_the_panel(
        &self,
        action: &'static str,
    ) -> Result<(&ReviewPanel, Date), Refusal> {
        let review_panel = self.at_review_panel(action)?;
        if let Some(on) = review_panel.met_on {
            return Err(Refusal::AlreadyDone {
                what: "the panel’s meeting",
                on,
            });
        }
        match &review_panel.appointed {
            Some((on, _)) => Ok((review_panel, *on)),
            None => Err(Refusal::NotYet(NotYet::PanelAppointed)),
        }
    }

    /// What settling a day of the meeting does to the clocks counted back from it.
    ///
    /// Reading: a new day is told again in good time; papers once sent are not due a second time.
    fn settling(
        &self,
        law: &Law<'_>,
        meets_on: Date,
        on: Date,
    ) -> Result<Vec<ClockChange>, Refusal> {
        let papers_sent = self
            .review_panel
            .as_ref()
            .is_some_and(|panel| panel.papers.is_some());
        let mut clocks = Vec::new();
        for limit in COUNTED_BACK {
            if limit == LimitId::ReviewPanelPapers && papers_sent {
                continue;
            }
            if let Some(clock) = self.clocks.latest(limit) {
                if clock.due.from == meets_on {
                    continue;
                }
                if clock.is_running() {
                    clocks.push(ClockChange::Stopped { limit, on });
                }
            }
            clocks.push(law.start(limit, meets_on)?);
        }
        Ok(clocks)
    }
}

/// The limits that are counted back from the day of the meeting.
const COUNTED_BACK: [LimitId; 2] = [LimitId::ReviewPanelInvitations, LimitId::ReviewPanelPapers];
