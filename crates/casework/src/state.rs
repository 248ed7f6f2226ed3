//! Where a complaint stands, as one word: the boxes of the state diagram.
//!
//! The state is read off the case and never stored, so it cannot disagree with the record. Which states
//! follow which is not written down anywhere: it is what the decisions allow. `docs/state-diagram.md`
//! is drawn by trying them all.

use jiff::civil::Date;

use crate::case::{Case, Departure};
use crate::intake::RepresentationKind;
use crate::local_resolution::AnswerManner;

/// Where a representation stands.
///
/// Source: the stages of SI 2006/1738 and of the Ombudsman's Complaint Handling Code; a late answer is
/// no state of its own, because what may be done does not change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// A compliment, comment or enquiry, which has no stages.
    Registered,
    /// An anonymous complaint: logged and passed on, outside the stages.
    AnonLogged,
    /// A contact that was taken down and not sorted yet.
    ToSort,
    /// Logged, and nobody has been told yet.
    Received,
    /// Stage 1 runs: acknowledged, and to be answered.
    Stage1,
    /// The Stage 1 response was sent.
    Stage1Answered,
    /// Written terms of resolution were sent.
    Stage1Resolved,
    /// Stage 2 was asked for; whoever considers it is still to be appointed.
    Stage2Opening,
    /// The investigators are at work, or the reviewer of a corporate complaint.
    Stage2Investigation,
    /// The reports are in; the authority adjudicates.
    Stage2Adjudication,
    /// The Stage 2 answer was sent.
    Stage2Answered,
    /// Stage 3 was asked for; the panel is still to come.
    Stage3Requested,
    /// The panel and its day are settled.
    PanelArranged,
    /// The panel has met.
    PanelHeld,
    /// The panel's report has been received.
    PanelReported,
    /// The director's response was sent.
    FinalResponse,
    /// Every point is deferred because of proceedings elsewhere.
    Frozen,
    /// The proceedings are over, and nothing is considered until the complainant resubmits the points.
    AwaitResubmission,
    /// Referred to the Ombudsman after Stage 2, without a panel.
    EarlyReferral,
    /// It is not considered under the procedure.
    NotAccepted,
    /// It went to another route.
    OtherRoute,
    /// The complainant withdrew it.
    Withdrawn,
    /// The Ombudsman has it, and nothing is owed under the procedure.
    Ombudsman,
    /// The Ombudsman decided, and nothing is owed under the procedure.
    OmbudsmanDecided,
    /// Closed, with the next right named.
    Closed,
}

impl State {
    /// Every state, in the order of the procedure.
    pub const ALL: [Self; 25] = [
        Self::Registered,
        Self::AnonLogged,
        Self::ToSort,
        Self::Received,
        Self::Stage1,
        Self::Stage1Answered,
        Self::Stage1Resolved,
        Self::Stage2Opening,
        Self::Stage2Investigation,
        Self::Stage2Adjudication,
        Self::Stage2Answered,
        Self::Stage3Requested,
        Self::PanelArranged,
        Self::PanelHeld,
        Self::PanelReported,
        Self::FinalResponse,
        Self::Frozen,
        Self::AwaitResubmission,
        Self::EarlyReferral,
        Self::NotAccepted,
        Self::OtherRoute,
        Self::Withdrawn,
        Self::Ombudsman,
        Self::OmbudsmanDecided,
        Self::Closed,
    ];

    /// The name of its box in the diagram.
    pub fn name(self) -> String {
        format!("{self:?}")
    }
}

impl Case {
    /// Where it stands.
    pub fn state(&self) -> State {
        if self.closed.is_some() {
            return State::Closed;
        }
        match self.representation.kind {
            RepresentationKind::Complaint => {}
            RepresentationKind::AnonymousComplaint => {
                return match &self.departure {
                    Some(_) => State::OtherRoute,
                    None => State::AnonLogged,
                };
            }
            RepresentationKind::ContactToSort => {
                return match &self.departure {
                    Some(_) => State::OtherRoute,
                    None => State::ToSort,
                };
            }
            RepresentationKind::Compliment
            | RepresentationKind::Comment
            | RepresentationKind::Enquiry
            | RepresentationKind::ElectedMemberEnquiry
            | RepresentationKind::ServiceRequest
            | RepresentationKind::SettledAtFirstContact
            | RepresentationKind::SubjectAccessRequest
            | RepresentationKind::InformalContact
            | RepresentationKind::HelplineContact => return State::Registered,
        }
        let own = self.state_in_the_procedure();
        match (self.ended_on(), self.ombudsman.last()) {
            (Some(ended_on), Some(ombudsman)) if ombudsman.opened_on >= ended_on => {
                match ombudsman.decided {
                    Some(_) => State::OmbudsmanDecided,
                    None => State::Ombudsman,
                }
            }
            // While a stage runs, the Ombudsman's questions are answered beside it.
            (_, _) => own,
        }
    }

    /// The day from which nothing is owed under the procedure: the last answer, or the day it left.
    fn ended_on(&self) -> Option<Date> {
        match &self.departure {
            Some(
                Departure::Withdrawn { on, .. }
                | Departure::Declined { on, .. }
                | Departure::ReferredElsewhere { on, .. },
            ) => return Some(*on),
            None => {}
        }
        if let Some(panel) = &self.review_panel {
            panel.answered_on
        } else if let Some(investigation) = &self.investigation {
            investigation.answered.as_ref().map(|(on, _)| *on)
        } else {
            let local_resolution = self.local_resolution.as_ref();
            local_resolution
                .and_then(|stage| stage.answered.as_ref())
                .map(|(on, _)| *on)
        }
    }

    fn state_in_the_procedure(&self) -> State {
        match &self.departure {
            Some(Departure::Withdrawn { .. }) => return State::Withdrawn,
            Some(Departure::Declined { .. }) => return State::NotAccepted,
            Some(Departure::ReferredElsewhere { .. }) => return State::OtherRoute,
            None => {}
        }
        if self.wholly_deferred_since().is_some() {
            let mut open = self.open_deferrals();
            return if open.all(|deferral| deferral.ended.is_some()) {
                State::AwaitResubmission
            } else {
                State::Frozen
            };
        }
        if let Some(panel) = &self.review_panel {
            return if panel.answered_on.is_some() {
                State::FinalResponse
            } else if panel.reported_on.is_some() {
                State::PanelReported
            } else if panel.met_on.is_some() {
                State::PanelHeld
            } else if panel.appointed.is_some() {
                State::PanelArranged
            } else {
                State::Stage3Requested
            };
        }
        if let Some(investigation) = &self.investigation {
            return if investigation.answered.is_some() {
                match self.early_referral {
                    Some(_) => State::EarlyReferral,
                    None => State::Stage2Answered,
                }
            } else if investigation.reported_on.is_some() {
                State::Stage2Adjudication
            } else if investigation.begun_on().is_some() {
                State::Stage2Investigation
            } else {
                State::Stage2Opening
            };
        }
        let answered = self
            .local_resolution
            .as_ref()
            .and_then(|stage| stage.answered.as_ref());
        match answered {
            Some((_, answered)) => match answered.manner {
                AnswerManner::Response => State::Stage1Answered,
                AnswerManner::Terms => State::Stage1Resolved,
            },
            None if self.acknowledged_on.is_some() => State::Stage1,
            None => State::Received,
        }
    }
}
