//! Ombudsman: what the Local Government and Social Care Ombudsman asked and decided, and what was
//! done about it.

mod answer_ombudsman_enquiry;
mod answer_ombudsman_report;
mod decision;
mod early_referral;
mod record_compliance;
mod record_ombudsman_case;
mod record_ombudsman_decision;
mod record_ombudsman_enquiry;
mod record_remedy_done;
mod refer_early;
mod twelve_months;

pub use answer_ombudsman_enquiry::AnswerOmbudsmanEnquiry;
pub use answer_ombudsman_report::AnswerOmbudsmanReport;
pub use decision::{OmbudsmanDecision, OmbudsmanRemedy, OmbudsmanVocabulary, RemedyNumber};
pub use early_referral::{EarlyCondition, EarlyReferral};
pub use record_compliance::RecordCompliance;
pub use record_ombudsman_case::RecordOmbudsmanCase;
pub use record_ombudsman_decision::RecordOmbudsmanDecision;
pub use record_ombudsman_enquiry::RecordOmbudsmanEnquiry;
pub use record_remedy_done::RecordRemedyDone;
pub use refer_early::ReferEarly;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::case::{Case, Stage};
use crate::event::{Event, Fact};
use crate::ids::Sealed;
use crate::refusal::{NotYet, Refusal};

/// A case at the Ombudsman.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OmbudsmanCase {
    /// When the authority first heard of it.
    pub opened_on: Date,
    /// The Ombudsman's own reference, sealed.
    pub reference: Option<Sealed>,
    /// Where the complaint stood then; `None` where an old record does not say.
    pub stage: Option<Stage>,
    /// What the Ombudsman asked.
    pub enquiries: Vec<OmbudsmanEnquiry>,
    /// When and how it was decided.
    pub decided: Option<(Date, OmbudsmanDecision)>,
    /// Remedies that were done: which, when, and whether the evidence was sent.
    pub done: Vec<(RemedyNumber, Date, bool)>,
    /// When everything the Ombudsman recommended was done.
    pub complied_on: Option<Date>,
    /// When the authority replied to the public report.
    pub report_answered_on: Option<Date>,
}

/// An enquiry of the Ombudsman.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OmbudsmanEnquiry {
    /// When it was received.
    pub received_on: Date,
    /// The day its letter sets for the reply.
    pub reply_by: Date,
    /// When it was answered.
    pub replied_on: Option<Date>,
}

impl OmbudsmanCase {
    /// A case the authority just heard of.
    fn opened(on: Date, reference: Option<Sealed>, stage: Option<Stage>) -> Self {
        Self {
            opened_on: on,
            reference,
            stage,
            enquiries: Vec::new(),
            decided: None,
            done: Vec::new(),
            complied_on: None,
            report_answered_on: None,
        }
    }

    /// The enquiry that waits for a reply.
    pub fn open_enquiry(&self) -> Option<&OmbudsmanEnquiry> {
        self.enquiries
            .iter()
            .find(|enquiry| enquiry.replied_on.is_none())
    }

    /// The remedies that are not done.
    pub fn outstanding(&self) -> impl Iterator<Item = &OmbudsmanRemedy> {
        let remedies = self
            .decided
            .iter()
            .flat_map(|(_, decision)| &decision.remedies);
        remedies.filter(|remedy| !self.is_done(remedy.number))
    }

    /// The remedies that are not done with their evidence sent.
    pub fn unproved(&self) -> impl Iterator<Item = &OmbudsmanRemedy> {
        let remedies = self
            .decided
            .iter()
            .flat_map(|(_, decision)| &decision.remedies);
        remedies.filter(|remedy| {
            let mut done = self.done.iter();
            !done.any(|(number, _, evidence)| *number == remedy.number && *evidence)
        })
    }

    /// Whether a remedy is done.
    pub fn is_done(&self, number: RemedyNumber) -> bool {
        self.done.iter().any(|(done, ..)| *done == number)
    }

    /// The earliest day by which something is to be done.
    pub(crate) fn next_remedy_due(&self) -> Option<Date> {
        self.outstanding().filter_map(|remedy| remedy.due_on).min()
    }
}

impl Case {
    /// Copies a fact of this room.
    ///
    /// What starts a clock opens a closed case again: something is to be done.
    pub(crate) fn evolve_ombudsman(&mut self, fact: &Fact) {
        use crate::clock::ClockChange;
        let starts = |change: &ClockChange| matches!(change, ClockChange::Started(_));
        if fact.clocks.iter().any(starts) {
            self.closed = None;
        }
        if let Event::OmbudsmanCaseOpened { reference, stage } = &fact.event {
            let opened = OmbudsmanCase::opened(fact.on, reference.clone(), *stage);
            self.ombudsman.push(opened);
        } else if let Event::ReferredEarly(referral) = &fact.event {
            self.early_referral = Some((fact.on, referral.clone()));
        } else if let Event::OmbudsmanDecided(decision) = &fact.event {
            self.decided(fact.on, decision);
        } else if let Some(latest) = self.ombudsman.last_mut() {
            latest.evolve(fact.on, &fact.event);
        }
    }

    fn decided(&mut self, on: Date, decision: &OmbudsmanDecision) {
        self.early_referral = None;
        self.sent_back_to = decision.sent_back_to.or(self.sent_back_to);
        if decision.sent_back_to == Some(Stage::LocalResolution) {
            self.departure = None;
            self.closed = None;
        }
        let mut cases = self.ombudsman.iter_mut();
        if let Some(open) = cases.find(|case| case.decided.is_none()) {
            open.decided = Some((on, decision.clone()));
        }
    }

    /// The Ombudsman's case that is not decided.
    fn with_the_ombudsman(&self) -> Result<&OmbudsmanCase, Refusal> {
        self.ombudsman
            .iter()
            .find(|ombudsman| ombudsman.decided.is_none())
            .ok_or(Refusal::NotYet(NotYet::WithTheOmbudsman))
    }

    /// The latest decision of the Ombudsman, if nothing is with the Ombudsman again.
    fn decided_by_the_ombudsman(
        &self,
    ) -> Result<(&OmbudsmanCase, Date, &OmbudsmanDecision), Refusal> {
        let latest = self.ombudsman.last();
        latest
            .and_then(|case| {
                let (on, decision) = case.decided.as_ref()?;
                Some((case, *on, decision))
            })
            .ok_or(Refusal::NotYet(NotYet::OmbudsmanDecided))
    }
}

impl OmbudsmanCase {
    fn evolve(&mut self, on: Date, event: &Event) {
        if let Event::OmbudsmanEnquired { reply_by } = event {
            let open = self
                .enquiries
                .iter_mut()
                .find(|enquiry| enquiry.replied_on.is_none());
            if let Some(open) = open {
                open.reply_by = *reply_by;
            } else {
                self.enquiries.push(OmbudsmanEnquiry {
                    received_on: on,
                    reply_by: *reply_by,
                    replied_on: None,
                });
            }
        } else if let Event::OmbudsmanEnquiryAnswered = event {
            for enquiry in &mut self.enquiries {
                enquiry.replied_on = enquiry.replied_on.or(Some(on));
            }
        } else if let Event::OmbudsmanRemedyDone { remedy, evidence } = event {
            self.done.push((*remedy, on, *evidence));
        } else if let Event::OmbudsmanComplied = event {
            self.complied_on = Some(on);
        } else if let Event::OmbudsmanReportAnswered { .. } = event {
            self.report_answered_on = Some(on);
        }
    }
}
