//! Investigation, Stage 2: an Investigating Officer and an Independent Person look at every point;
//! the authority adjudicates and sends both reports with its answer.

mod adjudication;
mod agree_statement;
mod appoint_investigators;
mod appoint_reviewer;
mod extend_investigation;
mod receive_independent_report;
mod receive_officer_report;
mod receive_reports;
mod record_statement_comments;
mod reports;
mod send_adjudication;
mod send_statement;
mod statement;

pub use adjudication::{Adjudication, PackItem};
pub use agree_statement::AgreeStatement;
pub use appoint_investigators::AppointInvestigators;
pub use appoint_reviewer::AppointReviewer;
pub use extend_investigation::ExtendInvestigation;
pub use receive_independent_report::ReceiveIndependentReport;
pub use receive_officer_report::ReceiveOfficerReport;
pub use receive_reports::ReceiveReports;
pub use record_statement_comments::RecordStatementComments;
pub use reports::{IndependentCheck, IndependentReport, OfficerReport};
pub use send_adjudication::SendAdjudication;
pub use send_statement::SendStatement;
pub use statement::{Statement, StatementVersion};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use statute::procedure::Outcome;

use crate::case::Case;
use crate::closure::NoticeOfRights;
use crate::event::{Event, Fact};
use crate::ids::{AccountId, PersonId, Sealed};
use crate::local_resolution::{ExtensionReason, InvestigationRequested};
use crate::point::{Point, PointFinding, PointNumber};
use crate::refusal::{NotYet, Refusal};
use crate::settings::Code;

/// Where Stage 2 stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Investigation {
    /// When it was asked for.
    pub requested_on: Date,
    /// Whether it was asked for by word of mouth, so that a written record must be agreed.
    pub oral: bool,
    /// Why the complainant goes on, as far as they said so.
    #[serde(default)]
    pub reasons: Vec<Code>,
    /// Who investigates, and since when.
    pub appointed: Option<(Date, InvestigatorsAppointed)>,
    /// Who investigated before and was replaced.
    pub replaced: Vec<InvestigatorsAppointed>,
    /// The statement of complaint, version by version.
    pub statements: Vec<Statement>,
    /// When the complainant first agreed a written statement of complaint.
    pub statement_agreed_on: Option<Date>,
    /// Why it was extended and when the complainant was told.
    pub extended: Option<(ExtensionReason, Option<Date>)>,
    /// The Investigating Officer's report, and when it came.
    pub officer_report: Option<(Date, OfficerReport)>,
    /// The Independent Person's report, and when it came.
    pub independent_report: Option<(Date, IndependentReport)>,
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvestigatorsAppointed {
    /// The Investigating Officer: may be employed by the authority.
    pub investigating_officer: PersonId,
    /// The Independent Person: neither member nor officer of the authority, nor married to one.
    pub independent_person: PersonId,
    /// Whether the officer was found to stand outside the line of management complained about and the
    /// Independent Person declared no tie to the authority; `None` where an older record does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checked: Option<bool>,
    /// Why they take the place of those appointed before, sealed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<Sealed>,
}

impl InvestigatorsAppointed {
    /// Two people of whom no more is known than who they are.
    pub fn new(investigating_officer: PersonId, independent_person: PersonId) -> Self {
        Self {
            investigating_officer,
            independent_person,
            checked: None,
            replaces: None,
        }
    }
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
    /// Who decided, about what, and what was sent; `None` in older records.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adjudication: Option<Adjudication>,
}

impl Investigation {
    /// A Stage 2 just asked for.
    pub(crate) fn requested(on: Date, asked: &InvestigationRequested) -> Self {
        Self {
            requested_on: on,
            oral: asked.oral,
            reasons: asked.reasons.clone(),
            appointed: None,
            replaced: Vec::new(),
            statements: Vec::new(),
            statement_agreed_on: None,
            extended: None,
            officer_report: None,
            independent_report: None,
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
            let before = self.appointed.replace((fact.on, appointed.clone()));
            self.replaced.extend(before.map(|(_, before)| before));
        } else if let Event::StatementSent(version) = &fact.event {
            self.statements.push(Statement {
                sent_on: fact.on,
                version: version.clone(),
                comments: Vec::new(),
                agreed_on: None,
            });
        } else if let Event::StatementCommented { comments } = &fact.event {
            if let Some(statement) = self.statements.last_mut() {
                statement.comments.push((fact.on, comments.clone()));
            }
        } else if let Event::StatementAgreed = &fact.event {
            self.statement_agreed_on = self.statement_agreed_on.or(Some(fact.on));
            if let Some(statement) = self.statements.last_mut() {
                statement.agreed_on = Some(fact.on);
            }
        } else if let Event::OfficerReported(report) = &fact.event {
            self.officer_report = Some((fact.on, report.clone()));
            self.both_reported();
        } else if let Event::IndependentPersonReported(report) = &fact.event {
            self.independent_report = Some((fact.on, report.clone()));
            self.both_reported();
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

    /// Since when somebody considers it: investigators, or the reviewer of a corporate complaint.
    pub(crate) fn begun_on(&self) -> Option<Date> {
        let investigators = self.appointed.as_ref().map(|(on, _)| *on);
        investigators.or(self.reviewer.map(|(on, _)| on))
    }

    /// Takes points in that were deferred. An officer's report that came without them does not do for all; where no
    /// more is known of the reports than their day, neither do those that came while the points were deferred.
    pub(crate) fn joined_by(&mut self, points: &[PointNumber], deferred_on: Date) {
        let reported = |report: &OfficerReport, point: &PointNumber| {
            report.findings.iter().any(|found| found.point == *point)
        };
        let in_part = match (&self.officer_report, self.reported_on) {
            (Some((_, report)), _) => !points.iter().all(|point| reported(report, point)),
            (None, Some(reported_on)) => reported_on >= deferred_on,
            (None, None) => false,
        };
        if in_part {
            self.reported_in_part();
        }
    }

    /// Lets go of the reports, so that others can come in: what these found stays on record.
    pub(crate) fn reported_in_part(&mut self) {
        self.officer_report = None;
        self.independent_report = None;
        self.reported_on = None;
    }

    /// The points as the complainant agreed them last.
    pub(crate) fn agreed_points(&self) -> Option<&[Point]> {
        let agreed = self
            .statements
            .iter()
            .rev()
            .find(|statement| statement.agreed_on.is_some());
        agreed.map(|statement| statement.version.points.as_slice())
    }

    /// Both reports are in on the day of the later one.
    fn both_reported(&mut self) {
        if let (Some((one, _)), Some((other, _))) = (&self.officer_report, &self.independent_report)
        {
            self.reported_on = Some((*one).max(*other));
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
