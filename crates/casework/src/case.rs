//! The state of a case, folded from its facts.
//!
//! Folding copies; it never asks the law. Each room keeps its own part of the state beside its
//! actions, and a part that has not begun is `None`: a case at Stage 1 has no review panel to ask.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use statute::procedure::Route;

use crate::advocacy::{Advocacy, AdvocacyRecorded};
use crate::clock::Clocks;
use crate::closure::{Closed, RemedyOfTheCase, Withdrawn};
use crate::event::{Event, Fact, RepresentationRecorded};
use crate::ids::{AccountId, CaseId, PersonId, Sealed};
use crate::intake::{CameIn, Declined};
use crate::intake::{
    ConsentRecorded, DelayWeighed, EqualityMonitoring, InterestDecided, Procedure, ProcedureJudged,
    RepresentationKind,
};
use crate::investigation::Investigation;
use crate::learning::{CorrectiveAction, Debrief, Learned};
use crate::local_resolution::{
    Activity, Dissatisfaction, Drafting, EscalationRefused, Instead, InvestigationRequested,
    LocalResolution,
};
use crate::ombudsman::{EarlyReferral, OmbudsmanCase};
use crate::people::{ProtectedElsewhere, RestrictedElsewhere, Restriction, StandingProtection};
use crate::point::{Point, PointNumber};
use crate::proceedings::Deferral;
use crate::refusal::Refusal;
use crate::registers::Overlap;
use crate::review_panel::ReviewPanel;
use crate::settings::Code;

/// A case as it stands after some number of facts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// Which case.
    pub id: CaseId,
    /// How many facts have been folded: the stream version to append after.
    pub version: u32,
    /// The day the authority received it.
    pub received_on: Date,
    /// What was received.
    pub representation: RepresentationRecorded,
    /// When it was acknowledged.
    pub acknowledged_on: Option<Date>,
    /// Who was asked to answer.
    pub assigned_to: Option<AccountId>,
    /// Since when they have it.
    #[serde(default)]
    pub assigned_on: Option<Date>,
    /// How the Stage 1 answer is got ready, and by whom. It moves no stage and no time limit.
    #[serde(default)]
    pub drafting: Drafting,
    /// Which procedure points were judged to belong to, the earliest first.
    #[serde(default)]
    pub judgements: Vec<(Date, ProcedureJudged)>,
    /// What children were told about advocates.
    pub advocacy: Vec<AdvocacyRecorded>,
    /// Who helps or helped which child.
    pub advocates: Vec<Advocacy>,
    /// Who was sent an equality form and whose answers came; what they say is not here.
    pub equality: Vec<EqualityMonitoring>,
    /// Stage 1, once it runs.
    pub local_resolution: Option<LocalResolution>,
    /// Stage 2, once it was asked for.
    pub investigation: Option<Investigation>,
    /// Stage 3, once it was asked for.
    pub review_panel: Option<ReviewPanel>,
    /// Requests for Stage 2 that were taken back: the day, and whether after a meeting.
    pub withdrawn_requests: Vec<WithdrawnRequest>,
    /// An early referral to the Ombudsman that is not decided, and its day.
    pub early_referral: Option<(Date, EarlyReferral)>,
    /// What was decided on people's interest in the child's welfare, and when.
    pub interests: Vec<(Date, InterestDecided)>,
    /// How lateness was weighed, and when; the latest word on a point stands.
    pub delays: Vec<(Date, DelayWeighed)>,
    /// Whether children agree to somebody complaining for them. Asked by nothing that decides.
    pub consents: Vec<(Date, ConsentRecorded)>,
    /// Points deferred because of proceedings elsewhere, in order.
    pub deferrals: Vec<Deferral>,
    /// The procedures it was handled under before, each with the day it changed.
    pub earlier_procedures: Vec<(Date, Procedure)>,
    /// Who was asked to answer at Stage 1, and so cannot review a corporate complaint.
    pub handled_stage_1: Vec<AccountId>,
    /// Requests for the next stage that were refused.
    pub refused_escalations: Vec<(Date, EscalationRefused)>,
    /// Other ways of resolving it that were tried.
    pub activities: Vec<(Date, Activity)>,
    /// When the complainant said that they are not content with an answer. Asked by nothing that decides.
    #[serde(default)]
    pub dissatisfactions: Vec<(Date, Dissatisfaction)>,
    /// What the Ombudsman did.
    pub ombudsman: Vec<OmbudsmanCase>,
    /// The stage the Ombudsman last sent the complaint back to.
    pub sent_back_to: Option<Stage>,
    /// What the authority agreed to put a wrong right.
    pub remedies: Vec<RemedyOfTheCase>,
    /// The answer to an enquiry: the day and the working days it took.
    pub enquiry_answered: Option<EnquiryAnswer>,
    /// Which cases an enquiry was judged to share its person with, in order; the latest word on a case stands.
    #[serde(default)]
    pub overlaps: Vec<(Date, Overlap)>,
    /// How people’s contact is or was restricted, in order. Asked by nothing that decides on the complaint.
    #[serde(default)]
    pub restrictions: Vec<Restriction>,
    /// Whose contact is protected, and how. Asked by nothing that decides on the case.
    #[serde(default)]
    pub protections: Vec<StandingProtection>,
    /// Whose contact another case of the same person protects. No fact of this case says so, so nothing is folded or
    /// stored here; whoever reads a case lays it over ([`Case::protect_from_elsewhere`]).
    #[serde(skip)]
    pub protected_elsewhere: Vec<ProtectedElsewhere>,
    /// Whose contact another case of the same person restricts, laid over in the same way
    /// ([`Case::restrict_from_elsewhere`]). Asked by nothing that decides on the complaint.
    #[serde(skip)]
    pub restricted_elsewhere: Vec<RestrictedElsewhere>,
    /// Which ids are one person, as far as it concerns this case; laid over in the same way ([`Case::know_as`]).
    #[serde(skip)]
    pub known_as: Vec<BTreeSet<PersonId>>,
    /// How the case left the procedure, if it did not run its course.
    pub departure: Option<Departure>,
    /// When and how it was closed; gone again when the next stage is asked for.
    pub closed: Option<(Date, Closed)>,
    /// What somebody does so that it does not happen again, in the order agreed.
    #[serde(default)]
    pub corrective_actions: Vec<CorrectiveAction>,
    /// When those concerned met to talk it over, in the order recorded.
    #[serde(default)]
    pub debriefs: Vec<(Date, Debrief)>,
    /// What it taught, written down since it was closed last.
    pub lesson: Option<(Date, Learned)>,
    /// How it came in with an import, if it did.
    #[serde(default)]
    pub import: Option<CameIn>,
    /// The time limits.
    pub clocks: Clocks,
    /// The day of the last thing that happened to it.
    pub last_on: Date,
}

/// A request for the next stage that was taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WithdrawnRequest {
    /// When the next stage was asked for.
    pub requested_on: Date,
    /// Why, as far as they said so.
    #[serde(default)]
    pub reasons: Vec<Code>,
    /// When it was taken back.
    pub withdrawn_on: Date,
    /// Whether a meeting was held about it.
    pub after_meeting: bool,
    /// What was agreed to in its place, where that is no activity of its own.
    #[serde(default)]
    pub instead: Option<Instead>,
}

/// The answer to an enquiry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnquiryAnswer {
    /// The day it was sent.
    pub on: Date,
    /// Working days from receipt.
    pub took: u16,
    /// What came of it, from the authority's list, where the record says.
    #[serde(default)]
    pub outcome: Option<Code>,
}

/// How a case left the procedure without running its course.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "departure", rename_all = "snake_case")]
pub enum Departure {
    /// The complainant withdrew.
    Withdrawn {
        /// When.
        on: Date,
        /// The particulars.
        withdrawn: Withdrawn,
    },
    /// The authority declined to consider it.
    Declined {
        /// When.
        on: Date,
        /// The particulars.
        declined: Declined,
    },
    /// It went to another route.
    ReferredElsewhere {
        /// When.
        on: Date,
        /// Which.
        route: Route,
    },
}

/// Where a case stands in its procedure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// A compliment, comment or enquiry, which has no stages.
    Register,
    /// Local resolution, Stage 1.
    LocalResolution,
    /// Investigation, Stage 2.
    Investigation,
    /// Review panel, Stage 3.
    ReviewPanel,
}

impl Departure {
    /// How a fact takes a case out of its procedure, if it does.
    fn of(fact: &Fact) -> Option<Self> {
        let on = fact.on;
        if let Event::Declined(declined) = &fact.event {
            let declined = declined.clone();
            Some(Self::Declined { on, declined })
        } else if let Event::ReferredElsewhere { route, .. } = &fact.event {
            Some(Self::ReferredElsewhere { on, route: *route })
        } else if let Event::Withdrawn(withdrawn) = &fact.event {
            let withdrawn = withdrawn.clone();
            Some(Self::Withdrawn { on, withdrawn })
        } else {
            None
        }
    }
}

impl Stage {
    /// Every stage, in order.
    pub const ALL: [Self; 4] = [
        Self::Register,
        Self::LocalResolution,
        Self::Investigation,
        Self::ReviewPanel,
    ];

    /// The words a page shows.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Register => "Register",
            Self::LocalResolution => "Stage 1, local resolution",
            Self::Investigation => "Stage 2, investigation",
            Self::ReviewPanel => "Stage 3, review panel",
        }
    }

    /// The code that the register and its filter use.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Register => "register",
            Self::LocalResolution => "local_resolution",
            Self::Investigation => "investigation",
            Self::ReviewPanel => "review_panel",
        }
    }
}

impl Case {
    /// The state after the first fact; `None` unless it is a recorded representation.
    pub fn open(id: CaseId, first: &Fact) -> Option<Self> {
        let Event::RepresentationRecorded(representation) = &first.event else {
            return None;
        };
        let representation = RepresentationRecorded::clone(representation);
        let runs = representation.kind == RepresentationKind::Complaint;
        let mut clocks = Clocks::default();
        first.clocks.iter().for_each(|change| clocks.apply(change));
        Some(Self {
            id,
            version: 1,
            received_on: first.on,
            local_resolution: runs.then(LocalResolution::default),
            representation,
            acknowledged_on: None,
            assigned_to: None,
            assigned_on: None,
            drafting: Drafting::default(),
            judgements: Vec::new(),
            advocacy: Vec::new(),
            advocates: Vec::new(),
            equality: Vec::new(),
            investigation: None,
            review_panel: None,
            withdrawn_requests: Vec::new(),
            early_referral: None,
            interests: Vec::new(),
            delays: Vec::new(),
            consents: Vec::new(),
            deferrals: Vec::new(),
            earlier_procedures: Vec::new(),
            handled_stage_1: Vec::new(),
            refused_escalations: Vec::new(),
            activities: Vec::new(),
            dissatisfactions: Vec::new(),
            ombudsman: Vec::new(),
            sent_back_to: None,
            remedies: Vec::new(),
            enquiry_answered: None,
            overlaps: Vec::new(),
            restrictions: Vec::new(),
            protections: Vec::new(),
            protected_elsewhere: Vec::new(),
            restricted_elsewhere: Vec::new(),
            known_as: Vec::new(),
            departure: None,
            closed: None,
            corrective_actions: Vec::new(),
            debriefs: Vec::new(),
            lesson: None,
            import: None,
            clocks,
            last_on: first.on,
        })
    }

    /// Folds a whole history; `None` when it is empty or does not begin with a recorded representation.
    pub fn fold<'a>(id: CaseId, facts: impl IntoIterator<Item = &'a Fact>) -> Option<Self> {
        let mut facts = facts.into_iter();
        let mut case = Self::open(id, facts.next()?)?;
        facts.for_each(|fact| case.evolve(fact));
        Some(case)
    }

    /// A contact to sort becomes what it was found to be. Nothing else is recorded a second time; if it were stored,
    /// the first stands.
    fn sort(&mut self, received_on: Date, sorted: &RepresentationRecorded) {
        if self.representation.kind == RepresentationKind::ContactToSort {
            let runs = sorted.kind == RepresentationKind::Complaint;
            self.received_on = received_on;
            self.local_resolution = runs.then(LocalResolution::default);
            self.representation = sorted.clone();
        }
    }

    /// Copies one fact into the state.
    pub fn evolve(&mut self, fact: &Fact) {
        self.version += 1;
        // How a person is contacted is theirs, an import the record’s: neither moves anything of the case.
        if !fact.event.is_about_contact() && !fact.event.is_of_an_import() {
            self.last_on = self.last_on.max(fact.on);
        }
        for change in &fact.clocks {
            self.clocks.apply(change);
        }
        match &fact.event {
            Event::RepresentationRecorded(sorted) => self.sort(fact.on, sorted),
            // What counting again, a pause or a longer time for a request did, it did to the clocks.
            Event::DeadlinesRecomputed { .. }
            | Event::SubjectAccessExtended { .. }
            | Event::PauseAgreed { .. } => {}
            Event::PlaceCorrected(corrected) => self.correct_place(corrected),
            // Requests for later stages are acknowledged too; this is the first.
            Event::Acknowledged { .. } => self.acknowledge(fact.on),
            Event::Assigned { to } => self.assign(fact.on, *to),
            Event::ProcedureJudged(_)
            | Event::InterestDecided(_)
            | Event::DelayWeighed(_)
            | Event::ConsentRecorded(_)
            | Event::ProcedureChanged(_) => self.evolve_intake(fact),
            Event::Imported { .. } | Event::ImportUndone => self.evolve_import(fact),
            Event::PointsDeferred(_)
            | Event::DeferralReviewed(_)
            | Event::ProceedingsEnded(_)
            | Event::Resubmitted(_) => self.evolve_proceedings(fact),
            Event::Declined(_) | Event::ReferredElsewhere { .. } | Event::Withdrawn(_) => {
                self.departure = Departure::of(fact).or(self.departure.take());
            }
            Event::EqualityRecorded(_) | Event::EqualityFormSent(_) => self.evolve_equality(fact),
            Event::AdvocacyRecorded(_)
            | Event::AdvocateAppointed(_)
            | Event::AdvocacyEnded { .. } => self.evolve_advocacy(fact),
            Event::ActivityRecorded(activity) => self.activities.push((fact.on, activity.clone())),
            Event::DissatisfactionRecorded(told) => self.dissatisfied(fact.on, told),
            Event::EscalationRefused(refused) => self.refuse_escalation(fact.on, refused),
            Event::HelperNamed(_)
            | Event::DraftHandedIn(_)
            | Event::AnswerChecked(_)
            | Event::MoreTimeAsked(_)
            | Event::MoreTimeRefused(_) => self.evolve_drafting(fact),
            Event::AnswerCompleted(completed) => self.complete_answer(completed),
            Event::LocalResolutionExtended { .. }
            | Event::LocalResolutionSkipped { .. }
            | Event::InvestigationOffered { .. }
            | Event::WaitAgreed { .. }
            | Event::LocalResolutionAnswered(_) => self.evolve_local_resolution(fact),
            Event::InvestigationRequested(requested) => self.ask_stage_2(fact.on, requested),
            Event::RequestWithdrawn {
                after_meeting,
                instead,
            } => self.take_request_back(fact.on, *after_meeting, *instead),
            Event::InvestigatorsAppointed(_)
            | Event::ReviewerAppointed { .. }
            | Event::StatementSent(_)
            | Event::StatementCommented { .. }
            | Event::StatementAgreed
            | Event::OfficerReported(_)
            | Event::IndependentPersonReported(_)
            | Event::InvestigationExtended { .. }
            | Event::InvestigationReported
            | Event::InvestigationResponseSent(_) => self.evolve_investigation(fact),
            Event::ReviewPanelRequested {
                late_reasons,
                reasons,
            } => self.ask_stage_3(fact.on, late_reasons.as_ref(), reasons),
            Event::ReviewPanelAppointed(_)
            | Event::ReviewPanelRearranged { .. }
            | Event::ReviewPanelInvited
            | Event::PanelPapersSent { .. }
            | Event::ReviewPanelMet { .. }
            | Event::ReviewPanelReported { .. }
            | Event::ReviewPanelResponseSent { .. } => {
                if let Some(review_panel) = &mut self.review_panel {
                    review_panel.evolve(fact);
                }
            }
            Event::ReferredEarly(_)
            | Event::OmbudsmanCaseOpened { .. }
            | Event::OmbudsmanEnquired { .. }
            | Event::OmbudsmanEnquiryAnswered
            | Event::OmbudsmanDecided(_)
            | Event::OmbudsmanRemedyDone { .. }
            | Event::OmbudsmanComplied
            | Event::OmbudsmanReportAnswered { .. } => self.evolve_ombudsman(fact),
            Event::EnquiryAnswered { .. } | Event::OverlapNoted(_) => self.evolve_registers(fact),
            Event::ContactRestricted(_)
            | Event::RestrictionReviewed(_)
            | Event::ContactProtected(_)
            | Event::ProtectionLifted(_)
            | Event::ContactReleased(_) => self.evolve_people(fact),
            Event::RemedyAgreed(_) | Event::RemedyCarriedOut { .. } => self.evolve_remedies(fact),
            Event::Closed(closed) => self.close(fact.on, closed),
            Event::ReportedBack { learned } => self.learn(fact.on, learned),
            Event::ActionAgreed(_)
            | Event::ActionReplanned(_)
            | Event::ActionCarriedOut(_)
            | Event::ActionClosed(_)
            | Event::ImpactReviewed(_)
            | Event::DebriefHeld(_) => self.evolve_learning(fact),
        }
    }

    fn dissatisfied(&mut self, on: Date, told: &Dissatisfaction) {
        self.dissatisfactions.push((on, told.clone()));
    }

    /// Copies a request for Stage 2, which takes a closed case up again.
    fn ask_stage_2(&mut self, on: Date, asked: &InvestigationRequested) {
        self.closed = None;
        self.investigation = Some(Investigation::requested(on, asked));
    }

    /// Copies a request for Stage 3, which takes a closed case up again.
    fn ask_stage_3(&mut self, on: Date, late_reasons: Option<&Sealed>, reasons: &[Code]) {
        self.closed = None;
        self.early_referral = None;
        self.review_panel = Some(ReviewPanel {
            requested_on: on,
            late_reasons: late_reasons.cloned(),
            reasons: reasons.to_vec(),
            ..ReviewPanel::default()
        });
    }

    /// The first acknowledgement is the complaint's; later ones are of requests for the next stage.
    fn acknowledge(&mut self, on: Date) {
        self.acknowledged_on = self.acknowledged_on.or(Some(on));
    }

    fn evolve_local_resolution(&mut self, fact: &Fact) {
        if let Some(local_resolution) = &mut self.local_resolution {
            local_resolution.evolve(fact);
        }
        self.drafting.past(&fact.event);
    }

    /// The agreed statement of complaint puts its own words in place of the first.
    fn evolve_investigation(&mut self, fact: &Fact) {
        if let Some(investigation) = &mut self.investigation {
            investigation.evolve(fact);
            if let Some(agreed) = investigation.agreed_points() {
                self.representation.points = agreed.to_vec();
            }
        }
    }

    fn assign(&mut self, on: Date, to: AccountId) {
        self.assigned_to = Some(to);
        self.assigned_on = Some(on);
        self.handles_stage_1(to);
    }

    fn take_request_back(
        &mut self,
        withdrawn_on: Date,
        after_meeting: bool,
        instead: Option<Instead>,
    ) {
        if let Some(investigation) = self.investigation.take() {
            let Investigation {
                requested_on,
                reasons,
                ..
            } = investigation;
            self.withdrawn_requests.push(WithdrawnRequest {
                requested_on,
                reasons,
                withdrawn_on,
                after_meeting,
                instead,
            });
        }
    }

    /// Where the case stands.
    pub fn stage(&self) -> Stage {
        if self.review_panel.is_some() {
            Stage::ReviewPanel
        } else if self.investigation.is_some() {
            Stage::Investigation
        } else if self.local_resolution.is_some() {
            Stage::LocalResolution
        } else {
            Stage::Register
        }
    }

    /// Which procedure it runs under, if it is a complaint.
    pub fn procedure(&self) -> Option<Procedure> {
        self.representation.procedure
    }

    /// Whether anything is still to be done.
    pub fn is_open(&self) -> bool {
        self.closed.is_none()
    }

    /// The points nobody has withdrawn, in order.
    pub fn points(&self) -> &[Point] {
        &self.representation.points
    }

    /// The point with a number.
    pub fn point(&self, number: PointNumber) -> Option<&Point> {
        self.points().iter().find(|point| point.number == number)
    }

    /// Refuses when the case is closed.
    pub(crate) fn still_open(&self) -> Result<(), Refusal> {
        match &self.closed {
            Some((on, _)) => Err(Refusal::Closed(*on)),
            None => Ok(()),
        }
    }

    /// Refuses when the case is closed or has left the procedure.
    pub(crate) fn still_running(&self) -> Result<(), Refusal> {
        self.still_open()?;
        match &self.departure {
            Some(Departure::Withdrawn { on, .. }) => Err(Refusal::AlreadyDone {
                what: "the withdrawal",
                on: *on,
            }),
            Some(Departure::Declined { on, .. }) => Err(Refusal::AlreadyDone {
                what: "the decision not to consider the complaint",
                on: *on,
            }),
            Some(Departure::ReferredElsewhere { on, .. }) => Err(Refusal::AlreadyDone {
                what: "the referral to another route",
                on: *on,
            }),
            None => Ok(()),
        }
    }
}
