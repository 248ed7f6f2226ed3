//! Proceedings: points that are deferred because considering them now might prejudice proceedings
//! elsewhere, and how they come back.
//!
//! It is a room of its own because a deferral can touch every stage. It is a decision about prejudice,
//! point by point, and never follows by itself from the fact that there are proceedings.

mod consideration;
mod defer_points;
mod end_proceedings;
mod resubmit;
mod resumption;
mod review_deferral;

pub use defer_points::DeferPoints;
pub use end_proceedings::EndProceedings;
pub use resubmit::Resubmit;
pub use review_deferral::ReviewDeferral;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use statute::limits::LimitId;

use crate::case::{Case, Stage};
use crate::clock::ClockChange;
use crate::event::{Event, Fact};
use crate::ids::{AccountId, Reference, Sealed};
use crate::point::PointNumber;
use crate::refusal::{DecisionFault, NotYet, Refusal};

/// The proceedings that considering a point might prejudice.
///
/// Source: SI 2006/1738 reg 8(1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProceedingsKind {
    /// Before a court.
    Court,
    /// Before a tribunal.
    Tribunal,
    /// Disciplinary, against somebody who works for the authority.
    Disciplinary,
    /// Criminal, from the police's investigation on.
    Criminal,
}

impl ProceedingsKind {
    /// Every kind, in the order a form lists them.
    pub const ALL: [Self; 4] = [
        Self::Court,
        Self::Tribunal,
        Self::Disciplinary,
        Self::Criminal,
    ];

    /// The words a page shows.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Court => "Court proceedings",
            Self::Tribunal => "Tribunal proceedings",
            Self::Disciplinary => "Disciplinary proceedings",
            Self::Criminal => "Criminal proceedings, or the investigation of a crime",
        }
    }

    /// The code that forms use.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Court => "court",
            Self::Tribunal => "tribunal",
            Self::Disciplinary => "disciplinary",
            Self::Criminal => "criminal",
        }
    }
}

/// The number of a deferral within its case, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DeferralNumber(pub u16);

/// A decision to defer points, with what the notice to the complainant says.
///
/// Source: SI 2006/1738 reg 8: the notice gives the reasons and names the proceedings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PointsDeferred {
    /// Its number within the case.
    pub deferral: DeferralNumber,
    /// The points.
    pub points: Vec<PointNumber>,
    /// What kind of proceedings.
    pub kind: ProceedingsKind,
    /// Which proceedings, as named in the notice, sealed.
    pub proceedings: Sealed,
    /// How considering the points now might prejudice them, sealed.
    pub prejudice: Sealed,
    /// Who decided.
    pub decided_by: AccountId,
    /// Whether legal advice was taken.
    pub legal_advice: bool,
    /// When the complainant was sent the notice.
    pub notice_sent_on: Date,
    /// The stage the points had reached, where they come back.
    pub reached: Stage,
}

/// A review of a deferral.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeferralReviewed {
    /// Which deferral.
    pub deferral: DeferralNumber,
    /// Whether the points stay deferred.
    pub continues: bool,
    /// Why, sealed.
    pub reasons: Sealed,
    /// How the points come back; `None` while they stay deferred.
    pub resumed: Option<Resumption>,
}

/// The end of the proceedings for which points were deferred.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProceedingsEnded {
    /// Which deferral.
    pub deferral: DeferralNumber,
    /// When the complainant was sent the invitation to resubmit.
    pub invited_on: Date,
    /// The last day on which the authority must consider the points if they are resubmitted.
    pub resubmit_until: Date,
}

/// Points that the complainant brought back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resubmitted {
    /// Which deferral.
    pub deferral: DeferralNumber,
    /// How they come back.
    pub resumed: Resumption,
}

/// How deferred points come back under consideration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "how", rename_all = "snake_case")]
pub enum Resumption {
    /// Here, at the stage they had reached.
    Here {
        /// Whether the other points were answered at that stage meanwhile, so that it opens again.
        reopens: bool,
        /// The day from which the stage's length counts in the figures; `None` where the points join
        /// others that were never deferred, and the stage counts as it did.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        counted_from: Option<Date>,
    },
    /// As a complaint of their own, because the other points have gone on to a later stage.
    As {
        /// Its reference.
        case: Reference,
    },
}

/// Where a deferral stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deferral {
    /// What was decided.
    pub deferred: PointsDeferred,
    /// When it was decided.
    pub on: Date,
    /// The limits that stopped with it; none when other points went on.
    pub stopped: Vec<LimitId>,
    /// When it was reviewed, the latest last.
    pub reviewed_on: Vec<Date>,
    /// When the proceedings ended, and what was done about it.
    pub ended: Option<(Date, ProceedingsEnded)>,
    /// When and how the points came back.
    pub resumed: Option<(Date, Resumption)>,
}

impl Deferral {
    /// Whether its points are not considered: still deferred, or not yet brought back.
    pub fn is_open(&self) -> bool {
        self.resumed.is_none()
    }

    /// The last day for bringing the points back, once the proceedings have ended.
    pub fn resubmit_until(&self) -> Option<Date> {
        self.ended.map(|(_, ended)| ended.resubmit_until)
    }
}

impl Case {
    /// Copies a fact of this room into the state.
    pub(crate) fn evolve_proceedings(&mut self, fact: &Fact) {
        if let Event::PointsDeferred(deferred) = &fact.event {
            let stopped = fact.clocks.iter().filter_map(stopped);
            self.deferrals.push(Deferral {
                deferred: PointsDeferred::clone(deferred),
                on: fact.on,
                stopped: stopped.collect(),
                reviewed_on: Vec::new(),
                ended: None,
                resumed: None,
            });
        } else if let Event::DeferralReviewed(reviewed) = &fact.event {
            if let Some(deferral) = self.deferral_mut(reviewed.deferral) {
                deferral.reviewed_on.push(fact.on);
            }
            if let Some(resumed) = reviewed.resumed {
                self.resume(reviewed.deferral, fact.on, resumed);
            }
        } else if let Event::ProceedingsEnded(ended) = &fact.event {
            if let Some(deferral) = self.deferral_mut(ended.deferral) {
                deferral.ended = Some((fact.on, *ended));
            }
        } else if let Event::Resubmitted(resubmitted) = &fact.event {
            self.resume(resubmitted.deferral, fact.on, resubmitted.resumed);
        }
    }

    fn resume(&mut self, number: DeferralNumber, on: Date, resumed: Resumption) {
        let mut points = Vec::new();
        let mut deferred_on = on;
        if let Some(deferral) = self.deferral_mut(number) {
            deferral.resumed = Some((on, resumed));
            points.clone_from(&deferral.deferred.points);
            deferred_on = deferral.on;
        }
        match resumed {
            Resumption::Here {
                reopens,
                counted_from,
            } => {
                if reopens {
                    self.reopen_stage(on, &points);
                } else if let (Some(investigation), None) =
                    (&mut self.investigation, &self.review_panel)
                {
                    investigation.joined_by(&points, deferred_on);
                }
                if counted_from.is_some() {
                    self.count_stage_from(counted_from);
                }
            }
            Resumption::As { .. } => {}
        }
    }

    fn deferral_mut(&mut self, number: DeferralNumber) -> Option<&mut Deferral> {
        self.deferrals
            .iter_mut()
            .find(|deferral| deferral.deferred.deferral == number)
    }

    /// The deferral with a number.
    pub fn deferral(&self, number: DeferralNumber) -> Option<&Deferral> {
        self.deferrals
            .iter()
            .find(|deferral| deferral.deferred.deferral == number)
    }

    /// The deferrals whose points have not come back.
    pub fn open_deferrals(&self) -> impl Iterator<Item = &Deferral> {
        self.deferrals.iter().filter(|deferral| deferral.is_open())
    }

    /// The deferral that keeps a point from being considered in this case: an open one, or one whose
    /// points came back as a complaint of their own.
    pub fn deferral_of(&self, point: PointNumber) -> Option<&Deferral> {
        self.deferrals.iter().find(|deferral| {
            let here = matches!(deferral.resumed, Some((_, Resumption::Here { .. })));
            !here && deferral.deferred.points.contains(&point)
        })
    }

    /// Since when nothing of the case is considered; `None` while any point is.
    pub fn wholly_deferred_since(&self) -> Option<Date> {
        let open = self.open_deferrals().map(|deferral| deferral.on).max();
        open.filter(|_| self.points_in_play().is_empty())
    }

    /// Refuses what cannot be done while nothing of the case is considered.
    pub(crate) fn not_wholly_deferred(&self) -> Result<(), Refusal> {
        match self.wholly_deferred_since() {
            Some(on) => Err(Refusal::Decision(DecisionFault::Deferred(on))),
            None => Ok(()),
        }
    }

    /// An open deferral of this case.
    fn open_deferral(&self, number: DeferralNumber) -> Result<&Deferral, Refusal> {
        let deferral = self
            .deferral(number)
            .ok_or(Refusal::NotYet(NotYet::Deferred))?;
        match deferral.resumed {
            Some((on, _)) => Err(Refusal::AlreadyDone {
                what: "the end of this deferral",
                on,
            }),
            None => Ok(deferral),
        }
    }
}

fn stopped(change: &ClockChange) -> Option<LimitId> {
    match change {
        ClockChange::Stopped { limit, .. } => Some(*limit),
        ClockChange::Started(_)
        | ClockChange::Met { .. }
        | ClockChange::Extended { .. }
        | ClockChange::Moved { .. } => None,
    }
}

/// Whether a limit is a stage's own, so that it does not run while nothing is considered.
///
/// The others stay: what a child is owed about advocacy, what the Ombudsman asks, what the complainant
/// may ask for, and the decision on sufficient interest have nothing to do with the proceedings.
pub(crate) const fn belongs_to_a_stage(limit: LimitId) -> bool {
    match limit {
        LimitId::Acknowledgement
        | LimitId::LocalResolution
        | LimitId::LocalResolutionExtension
        | LimitId::ResolutionTerms
        | LimitId::InvestigationAcknowledgement
        | LimitId::InvestigationRecord
        | LimitId::InvestigationFromRequest
        | LimitId::InvestigationFromRecord
        | LimitId::InvestigationExtension
        | LimitId::ReviewPanelAcknowledgement
        | LimitId::ReviewPanelChair
        | LimitId::ReviewPanelMeets
        | LimitId::ReviewPanelPapers
        | LimitId::ReviewPanelInvitations
        | LimitId::ReviewPanelReport
        | LimitId::ReviewPanelResponse
        | LimitId::CorporateAcknowledgement
        | LimitId::CorporateResponse
        | LimitId::CorporateReviewAcknowledgement
        | LimitId::CorporateReviewResponse => true,
        LimitId::MadeWithinAYear
        | LimitId::SufficientInterest
        | LimitId::AdvocacyInformation
        | LimitId::InvestigationRequest
        | LimitId::ReviewPanelRequest
        | LimitId::Resubmission
        | LimitId::FreezeReview
        | LimitId::AnnualReport
        | LimitId::OmbudsmanComplaint
        | LimitId::OmbudsmanEnquiry
        | LimitId::OmbudsmanReport
        | LimitId::DataProtectionAcknowledgement
        | LimitId::SubjectAccess
        | LimitId::AgreedAction
        | LimitId::Learning
        | LimitId::CouncillorEnquiry
        | LimitId::CorporateReviewRequest => false,
    }
}
