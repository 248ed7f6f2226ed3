//! Completeness: which facts that the statutory report counts are missing from a case, since when, and which are not yet
//! due.
//!
//! The rules are a table. Nothing here decides anything about a complaint: a case with gaps goes its way all the same.

use casework::action::Action;
use casework::case::{Case, Departure};
use casework::clock::Clock;
use casework::intake::{FormState, RepresentationKind};
use casework::local_resolution::AnswerManner;
use jiff::civil::Date;
use statute::limits::LimitId;

use crate::register_line::RegisterLine;

/// A fact that a report counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WantedFact {
    /// What a contact is that was taken down to be sorted.
    Kind,
    /// When it was acknowledged.
    Acknowledgement,
    /// The answer at Stage 1 with its outcome.
    Stage1Answer,
    /// Why the answer at Stage 1 was late.
    LateReason,
    /// Where it belongs: area, team or provider.
    Place,
    /// What a child who complains was told of advocates.
    Advocacy,
    /// That an equality form was sent.
    EqualityForm,
    /// The answer at Stage 2 with its outcome.
    Stage2Answer,
    /// The answer to the Review Panel.
    PanelResponse,
    /// The answer to an enquiry.
    EnquiryAnswer,
    /// What it taught, or that it taught nothing.
    Learning,
}

/// Why a fact is wanted, and how it comes into the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CompletenessRule {
    /// The fact.
    pub fact: WantedFact,
    /// Its name, as a page shows it.
    pub label: &'static str,
    /// The code the read tables carry.
    pub code: &'static str,
    /// What of the annual report counts it.
    pub counted_in: &'static str,
    /// What brings it into the record.
    pub fills: Action,
    /// Whether it is asked of cases that came in with an import, where nobody may know it any longer.
    pub of_imported: bool,
}

/// Every rule, in the order of a case.
pub const RULES: &[CompletenessRule] = &[
    CompletenessRule {
        fact: WantedFact::Kind,
        label: "What it is",
        code: "kind",
        counted_in: "Representations received: complaint, compliment, enquiry",
        fills: Action::RecordAsComplaint,
        of_imported: true,
    },
    CompletenessRule {
        fact: WantedFact::Acknowledgement,
        label: "Acknowledgement",
        code: "acknowledgement",
        counted_in: "Compliance with timescales: acknowledgements",
        fills: Action::Acknowledge,
        of_imported: false,
    },
    CompletenessRule {
        fact: WantedFact::Stage1Answer,
        label: "Stage 1 answer and outcome",
        code: "stage_1_answer",
        counted_in: "Outcomes and timescales of Stage 1",
        fills: Action::Respond,
        of_imported: true,
    },
    CompletenessRule {
        fact: WantedFact::LateReason,
        label: "Why the Stage 1 answer was late",
        code: "late_reason",
        counted_in: "Reasons for late answers",
        fills: Action::CompleteAnswer,
        of_imported: false,
    },
    CompletenessRule {
        fact: WantedFact::Place,
        label: "Area, team or provider",
        code: "place",
        counted_in: "Complaints by area and team",
        fills: Action::CorrectPlace,
        of_imported: false,
    },
    CompletenessRule {
        fact: WantedFact::Advocacy,
        label: "What the child was told of advocates",
        code: "advocacy",
        counted_in: "Advocacy offered to children who complain",
        fills: Action::RecordAdvocacy,
        of_imported: false,
    },
    CompletenessRule {
        fact: WantedFact::EqualityForm,
        label: "Equality form sent",
        code: "equality_form",
        counted_in: "Equality monitoring: ages, ethnic groups, disability",
        fills: Action::SendEqualityForm,
        of_imported: false,
    },
    CompletenessRule {
        fact: WantedFact::Stage2Answer,
        label: "Stage 2 answer and outcome",
        code: "stage_2_answer",
        counted_in: "Outcomes and timescales of Stage 2",
        fills: Action::SendAdjudication,
        of_imported: true,
    },
    CompletenessRule {
        fact: WantedFact::PanelResponse,
        label: "Response to the Review Panel",
        code: "panel_response",
        counted_in: "Review Panels and their outcomes",
        fills: Action::SendPanelResponse,
        of_imported: true,
    },
    CompletenessRule {
        fact: WantedFact::EnquiryAnswer,
        label: "Answer to the enquiry",
        code: "enquiry_answer",
        counted_in: "Enquiries and their outcomes",
        fills: Action::AnswerEnquiry,
        of_imported: true,
    },
    CompletenessRule {
        fact: WantedFact::Learning,
        label: "What it taught, or that it taught nothing",
        code: "learning",
        counted_in: "What complaints taught",
        fills: Action::ReportBack,
        of_imported: false,
    },
];

/// A fact that a case does not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// Which, and why it is wanted.
    pub rule: &'static CompletenessRule,
    /// The last day on which it is no gap: until then it is not yet due.
    pub due_on: Date,
}

impl Gap {
    /// Whether it is missing on a day, and not only not yet due.
    pub fn is_missing(&self, today: Date) -> bool {
        self.due_on < today
    }
}

impl CompletenessRule {
    /// The rule with a code.
    pub fn coded(code: &str) -> Option<&'static Self> {
        RULES.iter().find(|rule| rule.code == code)
    }
}

/// What a case does not have of what the report counts, in the order of the rules.
pub fn gaps(case: &Case) -> Vec<Gap> {
    let imported = case.import.is_some();
    let asked = RULES.iter().filter(|rule| rule.of_imported || !imported);
    asked
        .filter_map(|rule| due_on(rule.fact, case).map(|due_on| Gap { rule, due_on }))
        .collect()
}

/// Until when the fact is not yet due; `None` where the case has it, or it is not wanted of it.
fn due_on(fact: WantedFact, case: &Case) -> Option<Date> {
    let complaint = case.representation.kind == RepresentationKind::Complaint;
    match fact {
        WantedFact::Kind => {
            let sorted = case.representation.kind != RepresentationKind::ContactToSort;
            let awaited = !sorted && case.departure.is_none() && case.is_open();
            awaited.then(|| until(case, &ACKNOWLEDGEMENTS).unwrap_or(case.received_on))
        }
        WantedFact::Acknowledgement => until(case, &ACKNOWLEDGEMENTS).filter(|_| complaint),
        WantedFact::Stage1Answer => until(case, &STAGE_1).filter(|_| complaint),
        WantedFact::LateReason => case
            .answer_lacks_a_reason()
            .then(|| answered_on(case))
            .flatten(),
        WantedFact::Place => {
            let unknown = complaint && case.representation.place.is_unknown();
            unknown.then_some(case.received_on)
        }
        WantedFact::Advocacy => advocacy(case).filter(|_| complaint),
        WantedFact::EqualityForm => equality_form(case).filter(|_| complaint),
        WantedFact::Stage2Answer => until(case, &STAGE_2),
        WantedFact::PanelResponse => until(case, &[LimitId::ReviewPanelResponse]),
        WantedFact::EnquiryAnswer => until(case, &ENQUIRIES),
        WantedFact::Learning => until(case, &[LimitId::Learning]),
    }
}

const ACKNOWLEDGEMENTS: [LimitId; 2] =
    [LimitId::Acknowledgement, LimitId::CorporateAcknowledgement];
const STAGE_1: [LimitId; 2] = [LimitId::LocalResolution, LimitId::CorporateResponse];
const STAGE_2: [LimitId; 2] = [
    LimitId::InvestigationFromRequest,
    LimitId::CorporateReviewResponse,
];
const ENQUIRIES: [LimitId; 2] = [LimitId::CouncillorEnquiry, LimitId::SubjectAccess];

/// The last day of whichever of these limits runs.
fn until(case: &Case, limits: &[LimitId]) -> Option<Date> {
    let mut running = limits
        .iter()
        .filter_map(|limit| case.clocks.running_of(*limit));
    running.next().map(Clock::due_on)
}

fn answered_on(case: &Case) -> Option<Date> {
    let stage = case.local_resolution.as_ref()?;
    stage.answered.as_ref().map(|(on, _)| *on)
}

/// Source: Children Act 1989 s.26A and REP-9.2: owed to children who complain, at once.
/// Reading: where no clock runs for it, the answer at Stage 1 is the last occasion.
fn advocacy(case: &Case) -> Option<Date> {
    let line = RegisterLine::of(case);
    let untold = line.advocacy.iter().any(|person| {
        person.complains_as.is_some() && person.told_on.is_none() && person.episodes.is_empty()
    });
    if !untold {
        return None;
    }
    let clock = case.clocks.latest(LimitId::AdvocacyInformation);
    clock
        .map(Clock::due_on)
        .or_else(|| answered_on(case))
        .or_else(|| {
            let closed = case.closed.as_ref();
            closed.map(|(on, _)| *on)
        })
}

/// Reading: a form is sent by the time the complaint is closed; sooner nobody waits for one. Whoever agreed terms has
/// been answered too. Anonymous complainants and those who left before an answer are sent none.
fn equality_form(case: &Case) -> Option<Date> {
    let (closed_on, _) = case.closed.as_ref()?;
    let stage = case.local_resolution.as_ref()?;
    let (_, answered) = stage.answered.as_ref()?;
    let left = matches!(
        case.departure,
        Some(Departure::Declined { .. } | Departure::ReferredElsewhere { .. })
    );
    let answered = match answered.manner {
        AnswerManner::Response | AnswerManner::Terms => !left,
    };
    let monitored = case.monitoring();
    let unasked = monitored
        .iter()
        .all(|(_, _, state)| *state == FormState::NotAsked);
    (answered && unasked && !monitored.is_empty()).then_some(*closed_on)
}
