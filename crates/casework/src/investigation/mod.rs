//! Investigation, Stage 2: an Investigating Officer and an Independent Person look at every point;
//! the authority adjudicates and sends both reports with its answer.

mod agree_statement;
mod appoint_investigators;
mod appoint_reviewer;
mod extend_investigation;
mod receive_reports;
mod send_adjudication;

pub use agree_statement::AgreeStatement;
pub use appoint_investigators::AppointInvestigators;
pub use appoint_reviewer::AppointReviewer;
pub use extend_investigation::ExtendInvestigation;
pub use receive_reports::ReceiveReports;
pub use send_adjudication::SendAdjudication;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use statute::procedure::Outcome;

use crate::case::Case;
use crate::closure::NoticeOfRights;
use crate::event::{Event, Fact};
use crate::ids::{AccountId, PersonId};
use crate::local_resolution::ExtensionReason;
use crate::point::PointFinding;
use crate::refusal::{NotYet, Refusal};

/// Where Stage 2 stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Investigation {
    /// When it was asked for.
    pub requested_on: Date,
    /// Whether it was asked for by word of mouth, so that a written record must be agreed.
    pub oral: bool,
    /// Who investigates, and since when.
    pub appointed: Option<(Date, InvestigatorsAppointed)>,
    /// When the complainant agreed the written statement of complaint.
    pub statement_agreed_on: Option<Date>,
    /// Why it was extended and when the complainant was told.
    pub extended: Option<(ExtensionReason, Option<Date>)>,
    /// When both reports were in. Does not end the stage (REP-12.14).
    pub reported_on: Option<Date>,
    /// The answer, and the day the pack was sent: the end of the stage.
    pub answered: Option<(Date, InvestigationResponseSent)>,
    /// Answers to other points, sent before deferred ones came back and opened the stage again; and a
    /// corporate review that an investigation followed.
    #[serde(default)]
    pub earlier: Vec<(Date, InvestigationResponseSent)>,
    /// The day from which its length counts, when that is not the request.
    #[serde(default)]
    pub counted_from: Option<Date>,
    /// Who reviews a corporate complaint, and since when.
    #[serde(default)]
    pub reviewer: Option<(Date, AccountId)>,
}

/// Who investigates.
///
/// Source: SI 2006/1738 reg 17(2): an Independent Person takes part in every Stage 2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvestigatorsAppointed {
    /// The Investigating Officer: may be employed by the authority.
    pub investigating_officer: PersonId,
    /// The Independent Person: neither member nor officer of the authority, nor married to one.
    pub independent_person: PersonId,
}

/// How Stage 2 was answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvestigationResponseSent {
    /// A finding for every point.
    pub findings: Vec<PointFinding>,
    /// The outcome of the whole.
    pub outcome: Outcome,
    /// Working days from the day the authority counts from: the request, unless it chose the agreed record.
    pub took: u16,
    /// What the letter says about the next right; `None` in older records.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<NoticeOfRights>,
}

impl Investigation {
    /// A Stage 2 just asked for.
    pub(crate) fn requested(on: Date, oral: bool) -> Self {
        Self {
            requested_on: on,
            oral,
            appointed: None,
            statement_agreed_on: None,
            extended: None,
            reported_on: None,
            answered: None,
            earlier: Vec::new(),
            counted_from: None,
            reviewer: None,
        }
    }

    /// Copies one fact into the state.
    pub(crate) fn evolve(&mut self, fact: &Fact) {
        if let Event::InvestigatorsAppointed(appointed) = &fact.event {
            self.appointed = Some((fact.on, *appointed));
        } else if let Event::StatementAgreed = &fact.event {
            self.statement_agreed_on = Some(fact.on);
        } else if let Event::InvestigationExtended {
            reason,
            notified_on,
        } = &fact.event
        {
            self.extended = Some((*reason, *notified_on));
        } else if let Event::ReviewerAppointed { reviewer } = &fact.event {
            self.reviewer = Some((fact.on, *reviewer));
        } else if let Event::InvestigationReported = &fact.event {
            self.reported_on = Some(fact.on);
        } else if let Event::InvestigationResponseSent(response) = &fact.event {
            self.answered = Some((fact.on, response.clone()));
        }
    }
}

impl Case {
    /// A Stage 2 that was asked for, is not answered and not past.
    pub(crate) fn at_investigation(&self, action: &'static str) -> Result<&Investigation, Refusal> {
        self.complaint(action)?;
        self.still_running()?;
        self.not_wholly_deferred()?;
        let investigation = self
            .investigation
            .as_ref()
            .ok_or(Refusal::NotYet(NotYet::Asked))?;
        match &investigation.answered {
            Some((on, _)) => Err(Refusal::AlreadyDone {
                what: "the Stage 2 answer",
                on: *on,
            }),
            None => Ok(investigation),
        }
    }
}
