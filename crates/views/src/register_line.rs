//! The register line: one typed row per case, which lists and reports count.

mod advocacy;
mod appointment;
mod contact;
mod drafting;
mod escalation;
mod learning;

pub use advocacy::{AdvocacyLine, EpisodeLine};
pub use appointment::AppointmentLine;
pub(crate) use appointment::lines as appointments;
pub use contact::ContactLine;
pub use drafting::DraftingLine;
pub use escalation::{Disposition, EscalationRequestLine};
pub use learning::{ActionLine, LearningLine, Said};

use casework::advocacy::AdvocateKind;
use casework::case::{Case, Departure, Stage};
use casework::clock::Clock;
use casework::closure::NextRight;
use casework::ids::{AccountId, BatchId, CaseId};
use casework::intake::{About, FormState, Procedure, RepresentationKind};
use casework::local_resolution::{Afterwards, AnswerManner};
use casework::ombudsman::OmbudsmanDecision;
use casework::organisation::Place;
use casework::people::{Channel, ChildStatus};
use casework::settings::Code;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use statute::limits::{Kind, LimitId, of as limit_of};
use statute::procedure::Outcome;

/// One case as a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegisterLine {
    /// Which case.
    pub case: CaseId,
    /// Complaint, compliment, enquiry and so on.
    pub kind: RepresentationKind,
    /// Which procedure, for a complaint.
    pub procedure: Option<Procedure>,
    /// Where it stands.
    pub stage: Stage,
    /// When the authority received it.
    pub received_on: Date,
    /// How it arrived.
    pub channel: Channel,
    /// The service it is about; `None` while a contact is not sorted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<Code>,
    /// The area, team and provider it is about, and where it came in, as far as said.
    #[serde(default, skip_serializing_if = "Place::is_unknown")]
    pub place: Place,
    /// Every category of every point, once each; the first is the main one of the first point.
    pub categories: Vec<Code>,
    /// How many points it has.
    pub points: u16,
    /// The capacity of each complainant, in order.
    pub capacities: Vec<Code>,
    /// The standing of each child, in order.
    pub children: Vec<ChildStatus>,
    /// Who helped, once for each episode of advocacy.
    pub advocates: Vec<AdvocateKind>,
    /// Each child and young person who complains, or for whom advocacy was recorded: people, with
    /// their episodes.
    #[serde(default)]
    pub advocacy: Vec<AdvocacyLine>,
    /// Who was appointed as what, and whether their work is done.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub appointments: Vec<AppointmentLine>,
    /// How far the equality form of each complainant and child has come, once there is anything to tell.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub equality: Vec<(About, FormState)>,
    /// When it was acknowledged.
    pub acknowledged_on: Option<Date>,
    /// Who is to answer.
    pub assigned_to: Option<AccountId>,
    /// How its Stage 1 answer is got ready, or was.
    #[serde(default, skip_serializing_if = "DraftingLine::is_empty")]
    pub drafting: DraftingLine,
    /// Stage 1, when it is a complaint.
    pub local_resolution: Option<LocalResolutionLine>,
    /// Requests for Stage 2 that were taken back.
    pub requests_taken_back: Vec<RequestTakenBack>,
    /// Every request for Stage 2 with what came of it, in the order made.
    #[serde(default)]
    pub escalation_requests: Vec<EscalationRequestLine>,
    /// What came of talking about the Stage 1 answer, each time the complainant was not content with it.
    #[serde(default)]
    pub dissatisfied: Vec<(Date, Afterwards)>,
    /// Stage 2, when it was asked for.
    pub investigation: Option<InvestigationLine>,
    /// Stage 3, when it was asked for.
    pub review_panel: Option<ReviewPanelLine>,
    /// What the Ombudsman did.
    pub ombudsman: Vec<OmbudsmanLine>,
    /// The answer to an enquiry.
    pub enquiry: Option<Answer>,
    /// What came of a general enquiry, where the record says.
    #[serde(default)]
    pub enquiry_outcome: Option<Code>,
    /// What its register alone tells.
    #[serde(default)]
    pub contact: Option<ContactLine>,
    /// How it left the procedure without running its course.
    pub departure: Option<DepartureLine>,
    /// When it was closed and what the complainant could do next.
    pub closed: Option<(Date, NextRight)>,
    /// What it taught and what is done about it.
    #[serde(default, skip_serializing_if = "LearningLine::is_empty")]
    pub learning: LearningLine,
    /// When and with which import it came in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import: Option<(Date, BatchId)>,
    /// The next thing due by the authority: the earliest running limit that binds it.
    pub due: Option<(Date, LimitId)>,
}

/// An answer: the day it was sent and the working days it took.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The day it was sent.
    pub on: Date,
    /// Working days it took.
    pub took: u16,
}

/// Stage 1 of a complaint.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LocalResolutionLine {
    /// The last day of the first limit; `None` while a corporate complaint is not acknowledged.
    pub due_on: Option<Date>,
    /// The day it was extended to, and whether the rules for extending were kept.
    pub extended: Option<(Date, bool)>,
    /// The answer.
    pub answer: Option<Answer>,
    /// Whether it was answered by terms agreed with the complainant.
    pub by_terms: bool,
    /// The outcome.
    pub outcome: Option<Outcome>,
    /// That the answer came after its last day, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late: Option<LateAnswer>,
    /// How it was resolved, beside the outcome; empty where that is not noted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub resolution: Vec<Code>,
}

/// An answer that came after its last day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LateAnswer {
    /// Why; `None` where it is not noted.
    pub reason: Option<Code>,
}

/// A request for Stage 2 that was taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestTakenBack {
    /// When it was made.
    pub requested_on: Date,
    /// Whether after a meeting.
    pub after_meeting: bool,
}

/// Stage 2 of a complaint.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvestigationLine {
    /// When it was asked for.
    pub requested_on: Date,
    /// When somebody was first appointed to investigate.
    #[serde(default)]
    pub begun_on: Option<Date>,
    /// When the statement was agreed.
    pub statement_agreed_on: Option<Date>,
    /// The last day, counted from the request, with a valid extension.
    pub due_on: Option<Date>,
    /// The answer, counted from the day the authority counts from.
    pub answer: Option<Answer>,
    /// The outcome.
    pub outcome: Option<Outcome>,
}

/// Stage 3 of a complaint.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewPanelLine {
    /// When it was asked for.
    pub requested_on: Date,
    /// Why they went on, as far as they said so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<Code>,
    /// When the panel was appointed.
    #[serde(default)]
    pub begun_on: Option<Date>,
    /// When the panel met.
    pub met_on: Option<Date>,
    /// When its report was received.
    pub reported_on: Option<Date>,
    /// When the director answered.
    pub answered_on: Option<Date>,
}

/// A case at the Ombudsman.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OmbudsmanLine {
    /// When the authority first heard of it.
    pub opened_on: Date,
    /// When and how it was decided.
    pub decided: Option<(Date, OmbudsmanDecision)>,
}

/// How a case left the procedure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "how", rename_all = "snake_case")]
pub enum DepartureLine {
    /// Withdrawn, and confirmed in writing after so many working days.
    Withdrawn {
        /// The day it was confirmed.
        on: Date,
        /// Working days from receipt.
        took: u16,
    },
    /// Declined.
    Declined {
        /// The day.
        on: Date,
    },
    /// Sent to another route.
    ReferredElsewhere {
        /// The day.
        on: Date,
    },
}

impl RegisterLine {
    /// The line of a case.
    pub fn of(case: &Case) -> Self {
        let representation = &case.representation;
        let advocacy = advocacy::lines(case);
        let mut categories: Vec<Code> = Vec::new();
        for category in representation
            .points
            .iter()
            .flat_map(|point| &point.categories)
        {
            if !categories.contains(category) {
                categories.push(category.clone());
            }
        }
        Self {
            case: case.id,
            kind: representation.kind,
            procedure: representation.procedure,
            stage: case.stage(),
            received_on: case.received_on,
            channel: representation.channel,
            service: representation.service.clone(),
            place: representation.place.clone(),
            categories,
            points: u16::try_from(representation.points.len()).unwrap_or(u16::MAX),
            capacities: representation
                .complainants
                .iter()
                .map(|person| person.capacity.clone())
                .collect(),
            children: representation
                .children
                .iter()
                .map(|child| child.status)
                .collect(),
            advocates: advocacy
                .iter()
                .flat_map(|person| &person.episodes)
                .map(|episode| episode.kind)
                .collect(),
            advocacy,
            appointments: appointment::lines(case),
            equality: equality(case),
            acknowledged_on: case.acknowledged_on,
            assigned_to: case.assigned_to,
            drafting: DraftingLine::of(case),
            local_resolution: local_resolution(case),
            requests_taken_back: case
                .withdrawn_requests
                .iter()
                .map(|request| RequestTakenBack {
                    requested_on: request.requested_on,
                    after_meeting: request.after_meeting,
                })
                .collect(),
            escalation_requests: escalation::requests(case),
            dissatisfied: case
                .dissatisfactions
                .iter()
                .map(|(on, told)| (*on, told.came_of))
                .collect(),
            investigation: investigation(case),
            review_panel: case.review_panel.as_ref().map(|panel| ReviewPanelLine {
                requested_on: panel.requested_on,
                reasons: panel.reasons.clone(),
                begun_on: panel.appointed.as_ref().map(|(on, _)| *on),
                met_on: panel.met_on,
                reported_on: panel.reported_on,
                answered_on: panel.answered_on,
            }),
            ombudsman: case
                .ombudsman
                .iter()
                .map(|ombudsman| OmbudsmanLine {
                    opened_on: ombudsman.opened_on,
                    decided: ombudsman.decided.as_ref().map(|(on, decision)| {
                        // What is to be done about it stands in the case file.
                        let decision = OmbudsmanDecision {
                            remedies: Vec::new(),
                            ..decision.clone()
                        };
                        (*on, decision)
                    }),
                })
                .collect(),
            enquiry: case.enquiry_answered.as_ref().map(|answer| Answer {
                on: answer.on,
                took: answer.took,
            }),
            enquiry_outcome: case
                .enquiry_answered
                .as_ref()
                .and_then(|answer| answer.outcome.clone()),
            contact: contact::line(case),
            departure: case.departure.as_ref().map(departure),
            closed: case
                .closed
                .as_ref()
                .map(|(on, closed)| (*on, closed.next_right)),
            learning: LearningLine::of(case),
            import: case.import.map(|came_in| (came_in.on, came_in.batch)),
            due: next_due(case),
        }
    }

    /// Whether anything is still to be done.
    pub fn is_open(&self) -> bool {
        self.closed.is_none()
    }

    /// Whether it is a complaint under the statutory procedure.
    pub fn is_statutory_complaint(&self) -> bool {
        self.kind == RepresentationKind::Complaint && self.procedure == Some(Procedure::ChildrenAct)
    }

    /// When Stage 1 was completed and after how many working days: the answer, or the written
    /// confirmation of a withdrawal before there was one.
    pub fn stage_1_completed(&self) -> Option<Answer> {
        let answered = self.local_resolution.as_ref().and_then(|line| line.answer);
        answered.or(match self.departure {
            Some(DepartureLine::Withdrawn { on, took }) => Some(Answer { on, took }),
            Some(DepartureLine::Declined { .. } | DepartureLine::ReferredElsewhere { .. })
            | None => None,
        })
    }
}

/// The earliest running limit that binds the authority; a complainant's own limits are not due from it.
pub fn next_due(case: &Case) -> Option<(Date, LimitId)> {
    case.clocks
        .running()
        .filter(|clock| binds_the_authority(clock))
        .map(|clock| (clock.due_on(), clock.due.limit))
        .min()
}

/// Whether a clock is the authority's duty and not the complainant's right.
pub fn binds_the_authority(clock: &Clock) -> bool {
    let limit = limit_of(clock.due.limit);
    limit.kind != Kind::Advisory && limit.owner != statute::limits::Owner::Complainant
}

fn equality(case: &Case) -> Vec<(About, FormState)> {
    let monitoring = case.monitoring().into_iter();
    monitoring
        .map(|(_, about, state)| (about, state))
        .filter(|(_, state)| *state != FormState::NotAsked)
        .collect()
}

fn local_resolution(case: &Case) -> Option<LocalResolutionLine> {
    let stage = case.local_resolution.as_ref()?;
    let clock = [LimitId::LocalResolution, LimitId::CorporateResponse]
        .into_iter()
        .find_map(|limit| case.clocks.latest(limit));
    Some(LocalResolutionLine {
        due_on: clock.map(|clock| clock.due.due_on),
        extended: clock
            .and_then(|clock| clock.extended)
            .map(|extension| (extension.to, extension.valid)),
        answer: stage.answered.as_ref().map(|(on, answered)| Answer {
            on: *on,
            took: answered.took,
        }),
        by_terms: stage
            .answered
            .as_ref()
            .is_some_and(|(_, answered)| answered.manner == AnswerManner::Terms),
        outcome: stage
            .answered
            .as_ref()
            .map(|(_, answered)| answered.outcome),
        late: stage
            .answered
            .as_ref()
            .filter(|(on, _)| clock.is_some_and(|clock| clock.is_late(*on)))
            .map(|(_, answered)| LateAnswer {
                reason: answered.late.as_ref().map(|late| late.reason.clone()),
            }),
        resolution: stage
            .answered
            .as_ref()
            .map(|(_, answered)| answered.resolution.clone())
            .unwrap_or_default(),
    })
}

fn investigation(case: &Case) -> Option<InvestigationLine> {
    let stage = case.investigation.as_ref()?;
    Some(InvestigationLine {
        requested_on: stage.requested_on,
        begun_on: stage.appointed.as_ref().map(|(on, _)| *on),
        statement_agreed_on: stage.statement_agreed_on,
        due_on: case
            .clocks
            .latest(LimitId::InvestigationFromRequest)
            .map(Clock::due_on),
        answer: stage.answered.as_ref().map(|(on, answered)| Answer {
            on: *on,
            took: answered.took,
        }),
        outcome: stage
            .answered
            .as_ref()
            .map(|(_, answered)| answered.outcome),
    })
}

fn departure(departure: &Departure) -> DepartureLine {
    match departure {
        Departure::Withdrawn { on, withdrawn } => DepartureLine::Withdrawn {
            on: *on,
            took: withdrawn.took,
        },
        Departure::Declined { on, .. } => DepartureLine::Declined { on: *on },
        Departure::ReferredElsewhere { on, .. } => DepartureLine::ReferredElsewhere { on: *on },
    }
}
