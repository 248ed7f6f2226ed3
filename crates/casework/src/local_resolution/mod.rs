//! Local resolution, Stage 1: the manager of the service answers, point by point, in ten working
//! days, or in twenty when it is complex; and what the complainant may do next.

mod agree_pause;
mod agree_to_wait;
mod ask_for_time;
mod check_answer;
mod complete_answer;
mod drafting;
mod extend_local_resolution;
mod hand_in_draft;
mod name_helper;
mod offer_investigation;
mod overdue_again;
mod record_activity;
mod record_dissatisfaction;
mod refuse_escalation;
mod refuse_more_time;
mod request_investigation;
mod resolve;
mod respond;
mod skip_local_resolution;
mod withdraw_request;

pub use agree_pause::AgreePause;
pub use agree_to_wait::AgreeToWait;
pub use ask_for_time::AskForTime;
pub use check_answer::CheckAnswer;
pub use complete_answer::{AnswerCompleted, CompleteAnswer};
pub use drafting::{
    AnswerChecked, AnswerDesk, AnswerQuality, CheckResult, Draft, DraftHandedIn, Drafting,
    HelperNamed, HelperPart, MoreTimeAsked, MoreTimeRefused,
};
pub use extend_local_resolution::ExtendLocalResolution;
pub use hand_in_draft::HandInDraft;
pub use name_helper::NameHelper;
pub use offer_investigation::OfferInvestigation;
pub use record_activity::{
    Activity, ActivityFinding, ActivityKind, ActivityOutcome, RecordActivity,
};
pub use record_dissatisfaction::{
    Afterwards, Dissatisfaction, MeetingHeld, MetBy, RecordDissatisfaction,
};
pub use refuse_escalation::{Escalation, EscalationGround, EscalationRefused, RefuseEscalation};
pub use refuse_more_time::RefuseMoreTime;
pub use request_investigation::RequestInvestigation;
pub use resolve::Resolve;
pub use respond::{KINDS_OF_RESOLUTION, Respond};
pub use skip_local_resolution::SkipLocalResolution;
pub use withdraw_request::{Instead, WithdrawRequest};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use statute::procedure::Outcome;

use crate::case::Case;
use crate::clock::{Clock, STAGE_1_ANSWER};
use crate::closure::NoticeOfRights;
use crate::event::{Event, Fact};
use crate::ids::Sealed;
use crate::law::Law;
use crate::point::{Point, PointFinding};
use crate::refusal::{DecisionFault, Refusal};
use crate::settings::{Code, Settings};

/// Where Stage 1 stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LocalResolution {
    /// Why it was extended and when the complainant was told.
    pub extended: Option<(ExtensionReason, Option<Date>)>,
    /// When it was left out, by agreement of both.
    pub skipped_on: Option<Date>,
    /// When the complainant was told that Stage 2 is open without an answer, and how.
    pub offered: Option<(Date, NoticeOfRights)>,
    /// Until when the complainant agreed to wait for a late answer.
    pub waiting_until: Option<Date>,
    /// The answer, and the day it was sent.
    pub answered: Option<(Date, LocalResolutionAnswered)>,
    /// Answers to other points, sent before deferred ones came back and opened the stage again.
    #[serde(default)]
    pub earlier: Vec<(Date, LocalResolutionAnswered)>,
    /// The day from which its length counts, when that is not the receipt: deferred points came back.
    #[serde(default)]
    pub counted_from: Option<Date>,
}

/// How Stage 1 was answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LocalResolutionAnswered {
    /// By a response with findings, or by terms agreed with the complainant.
    pub manner: AnswerManner,
    /// A finding for every point.
    pub findings: Vec<PointFinding>,
    /// The outcome of the whole, worked out from the findings when it was recorded.
    pub outcome: Outcome,
    /// The letter or the terms, sealed.
    pub letter: Option<Sealed>,
    /// Working days from receipt to answer.
    pub took: u16,
    /// What the letter says about the next right; `None` in older records.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<NoticeOfRights>,
    /// Why it came after its last day, where that is noted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late: Option<Lateness>,
    /// How it was resolved, from the authority's list; empty where that is not noted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub resolution: Vec<Code>,
    /// Whether it told the complainant what was learned; `None` where that is not noted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub learning_shared: Option<bool>,
}

/// Why a Stage 1 answer came after its last day.
///
/// Source: annual reports of councils, which found that answers took longer and could not say why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lateness {
    /// The reason, from the authority's list.
    pub reason: Code,
    /// More about it, sealed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Sealed>,
}

/// How a Stage 1 was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AnswerManner {
    /// A response that answers every point.
    Response,
    /// Written terms on which the complaint was resolved.
    Terms,
}

/// Why a time limit is extended.
///
/// Source: SI 2006/1738 regs 14(5) and 17(6); grounds from Getting the Best from Complaints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExtensionReason {
    /// The complaint is complex.
    Complex,
    /// An advocate is being appointed.
    AdvocateAppointment,
    /// Several agencies are involved.
    SeveralAgencies,
    /// Some matters are being investigated elsewhere at the same time.
    ConcurrentInvestigation,
    /// A key witness is away.
    WitnessAway,
}

impl ExtensionReason {
    /// The reasons the law gives for Stage 1.
    pub const AT_STAGE_1: [Self; 2] = [Self::Complex, Self::AdvocateAppointment];
    /// The reasons the guidance gives for Stage 2.
    pub const AT_STAGE_2: [Self; 4] = [
        Self::Complex,
        Self::SeveralAgencies,
        Self::ConcurrentInvestigation,
        Self::WitnessAway,
    ];

    /// The words a page shows.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Complex => "The complaint is complex",
            Self::AdvocateAppointment => "An advocate is being appointed",
            Self::SeveralAgencies => "Several agencies are involved",
            Self::ConcurrentInvestigation => {
                "Some matters are being investigated elsewhere at the same time"
            }
            Self::WitnessAway => "A key witness is away",
        }
    }

    /// The code that forms and files use.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Complex => "complex",
            Self::AdvocateAppointment => "advocate_appointment",
            Self::SeveralAgencies => "several_agencies",
            Self::ConcurrentInvestigation => "concurrent_investigation",
            Self::WitnessAway => "witness_away",
        }
    }
}

/// A request for an independent investigation. It may be oral, and no reasons may be demanded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvestigationRequested {
    /// Whether it was made by word of mouth, so that a written record must be agreed.
    pub oral: bool,
    /// Why they go on, as far as they said so of their own accord, from the authority's list.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<Code>,
}

/// What a refusal calls the list of reasons for going on to the next stage.
pub const REASONS_FOR_GOING_ON: &str = "reasons for going on";

/// Checks that reasons for going on are the authority's.
pub(crate) fn check_reasons_for_going_on(law: &Law<'_>, reasons: &[Code]) -> Result<(), Refusal> {
    let list = &law.settings.escalation_reasons;
    for reason in reasons {
        Settings::listed(REASONS_FOR_GOING_ON, list, reason)?;
    }
    Ok(())
}

impl LocalResolution {
    /// Copies one fact into the state.
    pub(crate) fn evolve(&mut self, fact: &Fact) {
        if let Event::LocalResolutionExtended {
            reason,
            notified_on,
        } = &fact.event
        {
            self.extended = Some((*reason, *notified_on));
        }
        if let Event::LocalResolutionSkipped { .. } = &fact.event {
            self.skipped_on = Some(fact.on);
        }
        if let Event::InvestigationOffered { notice } = &fact.event {
            self.offered = Some((fact.on, notice.clone()));
        }
        if let Event::WaitAgreed { until } = &fact.event {
            self.waiting_until = Some(*until);
        }
        if let Event::LocalResolutionAnswered(answered) = &fact.event {
            self.answered = Some((fact.on, answered.clone()));
        }
    }
}

impl Case {
    /// Stage 1 of a complaint that is there and not past it.
    pub(crate) fn at_local_resolution(
        &self,
        action: &'static str,
    ) -> Result<&LocalResolution, Refusal> {
        self.complaint(action)?;
        self.still_running()?;
        self.not_wholly_deferred()?;
        let local_resolution = self
            .local_resolution
            .as_ref()
            .filter(|_| self.investigation.is_none());
        local_resolution.ok_or(Refusal::NotAtThisStage {
            action,
            belongs: "Stage 1",
            at: self.stage().label(),
        })
    }

    /// The day by which Stage 1 has to be answered; `None` where no time for it runs.
    pub fn stage_1_due_on(&self) -> Option<Date> {
        let mut running = STAGE_1_ANSWER
            .iter()
            .filter_map(|limit| self.clocks.running_of(*limit));
        running.next().map(Clock::due_on)
    }

    /// The latest day to which the time for Stage 1 can be extended; `None` where no time for it runs.
    pub fn stage_1_latest_on(&self) -> Option<Date> {
        let mut running = STAGE_1_ANSWER
            .iter()
            .filter_map(|limit| self.clocks.running_of(*limit));
        running.next().and_then(|clock| clock.due.latest_on)
    }

    /// Refuses what must come before the Stage 1 answer.
    pub(crate) fn not_yet_answered(&self, action: &'static str) -> Result<(), Refusal> {
        match &self.at_local_resolution(action)?.answered {
            Some((on, _)) => Err(Refusal::AlreadyDone {
                what: "the Stage 1 answer",
                on: *on,
            }),
            None => Ok(()),
        }
    }
}

impl Case {
    /// Checks that findings answer every point under consideration once and nothing else.
    pub(crate) fn every_point_in_play_once(
        &self,
        findings: &[PointFinding],
    ) -> Result<(), Refusal> {
        let in_play = self.points_in_play();
        for finding in findings {
            if in_play.iter().any(|point| point.number == finding.point)
                || self.point(finding.point).is_none()
            {
                continue;
            }
            return Err(if self.is_answered_at_this_stage(finding.point) {
                Refusal::AnsweredTwice(finding.point)
            } else {
                Refusal::Decision(DecisionFault::NotUnderConsideration(finding.point))
            });
        }
        every_point_once(&in_play, findings)
    }
}

/// Checks that findings answer every point once and nothing else.
pub(crate) fn every_point_once(points: &[Point], findings: &[PointFinding]) -> Result<(), Refusal> {
    for (index, finding) in findings.iter().enumerate() {
        if !points.iter().any(|point| point.number == finding.point) {
            return Err(Refusal::NoSuchPoint(finding.point));
        }
        if findings[..index]
            .iter()
            .any(|earlier| earlier.point == finding.point)
        {
            return Err(Refusal::AnsweredTwice(finding.point));
        }
    }
    match points
        .iter()
        .find(|point| !findings.iter().any(|finding| finding.point == point.number))
    {
        Some(point) => Err(Refusal::PointUnanswered(point.number)),
        None => Ok(()),
    }
}
