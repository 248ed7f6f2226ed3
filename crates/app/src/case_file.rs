//! Reading a case file: the facts folded, and the vault opened for the people and texts in it.

use std::collections::BTreeMap;
use std::fmt;

use casework::event::Event;
use casework::ids::{AccountId, ItemId, PersonId, Reference, Sealed};
use casework::intake::ChildViews;
use casework::point::PointFinding;
use casework::review_panel::{PanelReport, PanelResponse};
use views::case_file::CaseFile;

use crate::App;
use crate::failure::Failure;
use crate::permit::{OPERATOR, Permit, Recorded};
use crate::private::PersonDetails;

/// A case file with what it refers to.
pub struct OpenedCaseFile {
    /// Its reference.
    pub reference: Reference,
    /// The file itself.
    pub file: CaseFile,
    /// Each fact with when it was recorded and by whom, in the order of the timeline.
    pub history: Vec<Recorded>,
    /// What the vault holds of it, by item; empty after disposal.
    texts: BTreeMap<ItemId, String>,
    /// The names of the accounts in it.
    names: BTreeMap<AccountId, String>,
}

impl fmt::Debug for OpenedCaseFile {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "OpenedCaseFile({})", self.reference)
    }
}

impl OpenedCaseFile {
    /// A text, if the vault still holds it.
    pub fn text(&self, sealed: &Sealed) -> Option<&str> {
        self.texts.get(&sealed.item).map(String::as_str)
    }

    /// A person's particulars, if the vault still holds them.
    pub fn person(&self, sealed: &Sealed) -> Option<PersonDetails> {
        self.text(sealed).map(PersonDetails::read)
    }

    /// The name of a colleague who plays a part in the case.
    pub fn colleague(&self, person: PersonId) -> Option<&str> {
        self.names.get(&AccountId(person.0)).map(String::as_str)
    }

    /// The name of somebody who works with the record.
    pub fn name(&self, account: AccountId) -> &str {
        if account == OPERATOR {
            return "the operator";
        }
        self.names
            .get(&account)
            .map_or("a former colleague", String::as_str)
    }
}

impl App {
    /// Reads the case file a permit is for; `None` when the permit concerns no case.
    ///
    /// # Errors
    ///
    /// [`Failure`] when the record cannot be read.
    pub async fn case_file(&self, permit: &Permit) -> Result<Option<OpenedCaseFile>, Failure> {
        let Some(subject) = permit.subject() else {
            return Ok(None);
        };
        let officer = permit.officer();
        let settings = self.settings_of(&officer.authority)?;
        let facts: Vec<_> = subject
            .history
            .iter()
            .map(|recorded| recorded.fact.clone())
            .collect();
        let file = CaseFile::fold(subject.case.id, &facts, &settings)
            .ok_or(Failure::HeadlessCase(subject.case.id))?;
        let sealed = facts.iter().flat_map(|fact| sealed_in(&fact.event));
        let appointed = facts.iter().flat_map(|fact| appointed_in(&fact.event));
        let items: Vec<_> = sealed
            .map(|sealed| sealed.item)
            .chain(appointed.map(|person| ItemId(person.0)))
            .collect();
        let texts = self
            .journal
            .open_items(&officer.authority, subject.case.id, &items)
            .await?;
        let names = self.account_names(&officer.authority).await?;
        Ok(Some(OpenedCaseFile {
            reference: subject.reference,
            file,
            history: subject.history.clone(),
            texts,
            names,
        }))
    }
}

/// The people an event appoints. The name of each lies in the vault under the person's own id.
fn appointed_in(event: &Event) -> Vec<PersonId> {
    if let Event::InvestigationResponseSent(response) = event {
        let adjudicated = response.adjudication.iter();
        adjudicated
            .map(|adjudication| adjudication.officer)
            .collect()
    } else if let Event::InvestigatorsAppointed(appointed) = event {
        vec![
            appointed.investigating_officer,
            appointed.independent_person,
        ]
    } else if let Event::ReviewPanelAppointed(appointed) = event {
        let [first, second] = appointed.members;
        vec![appointed.chair, first, second]
    } else if let Event::AdvocateAppointed(appointed) = event {
        vec![appointed.advocate]
    } else {
        Vec::new()
    }
}

/// What of an event people who handle the case may open: everything but equality answers.
fn sealed_in(event: &Event) -> Vec<&Sealed> {
    match event {
        Event::RepresentationRecorded(recorded) => {
            let complainants = recorded
                .complainants
                .iter()
                .filter_map(|person| person.details.as_ref());
            let children = recorded
                .children
                .iter()
                .filter_map(|child| child.details.as_ref());
            let points = recorded.points.iter().map(|point| &point.text);
            let texts = recorded
                .late_reasons
                .iter()
                .chain(&recorded.desired_outcome);
            complainants
                .chain(children)
                .chain(points)
                .chain(texts)
                .collect()
        }
        Event::ProcedureJudged(judged) => judged.note.iter().collect(),
        Event::Declined(declined) => vec![&declined.reasons],
        Event::ReferredElsewhere { reasons, .. } | Event::ReviewPanelRearranged { reasons, .. } => {
            vec![reasons]
        }
        Event::DeadlinesRecomputed { reason, .. } => vec![reason],
        Event::InterestDecided(decided) => {
            let why = match &decided.child_views {
                ChildViews::Considered => None,
                ChildViews::NotConsidered { why } => Some(why),
            };
            why.into_iter().chain([&decided.reasons]).collect()
        }
        Event::DelayWeighed(weighed) => weighed
            .adjustments
            .iter()
            .chain([&weighed.reasons])
            .collect(),
        Event::ConsentRecorded(recorded) => recorded.scope.iter().collect(),
        Event::ProcedureChanged(changed) => vec![&changed.reasons],
        Event::PointsDeferred(deferred) => vec![&deferred.proceedings, &deferred.prejudice],
        Event::DeferralReviewed(reviewed) => vec![&reviewed.reasons],
        Event::LocalResolutionAnswered(answered) => {
            let reasons = answered
                .findings
                .iter()
                .filter_map(|finding| finding.reasons.as_ref());
            reasons.chain(&answered.letter).collect()
        }
        Event::InvestigationResponseSent(response) => {
            let adjudicated = response.adjudication.iter().flat_map(|adjudication| {
                let decided = adjudication
                    .decisions
                    .iter()
                    .flat_map(|decision| decision.reasons.iter().chain(&decision.action));
                decided.chain(&adjudication.letter)
            });
            reasons(&response.findings).chain(adjudicated).collect()
        }
        Event::OfficerReported(report) => {
            let recommended = report.recommendations.iter();
            let recommended = recommended.map(|recommendation| &recommendation.text);
            reasons(&report.findings).chain(recommended).collect()
        }
        Event::IndependentPersonReported(report) => report.remarks.iter().collect(),
        Event::StatementSent(version) => {
            let points = version.points.iter().map(|point| &point.text);
            points.chain(&version.text).collect()
        }
        Event::StatementCommented { comments } => vec![comments],
        Event::InvestigatorsAppointed(appointed) => appointed.replaces.iter().collect(),
        Event::EscalationRefused(refused) => vec![&refused.reasons],
        Event::ActivityRecorded(activity) => activity.result.iter().collect(),
        Event::ReviewPanelRequested { late_reasons } => late_reasons.iter().collect(),
        Event::ReviewPanelAppointed(appointed) => appointed.despite.iter().collect(),
        Event::ReviewPanelReported { report, .. } => {
            report.as_ref().map(of_the_report).unwrap_or_default()
        }
        Event::ReviewPanelResponseSent { response, .. } => {
            response.as_ref().map(of_the_response).unwrap_or_default()
        }
        Event::AdvocateAppointed(appointed) => appointed.organisation.iter().collect(),
        Event::OmbudsmanCaseOpened { reference, .. } => reference.iter().collect(),
        Event::OmbudsmanDecided(decision) => {
            let remedies = decision.remedies.iter();
            remedies.filter_map(|remedy| remedy.text.as_ref()).collect()
        }
        Event::RemedyAgreed(agreed) => {
            let approver = agreed.payment.iter().map(|payment| &payment.approver);
            approver.chain([&agreed.text]).collect()
        }
        Event::Acknowledged
        | Event::Assigned { .. }
        | Event::EqualityRecorded { .. }
        | Event::AdvocacyRecorded(_)
        | Event::LocalResolutionExtended { .. }
        | Event::InvestigationRequested(_)
        | Event::RequestWithdrawn { .. }
        | Event::ProceedingsEnded(_)
        | Event::Resubmitted(_)
        | Event::InvestigatorsAppointed(_)
        | Event::ReviewerAppointed { .. }
        | Event::LocalResolutionSkipped { .. }
        | Event::InvestigationOffered { .. }
        | Event::WaitAgreed { .. }
        | Event::StatementAgreed
        | Event::InvestigationExtended { .. }
        | Event::InvestigationReported
        | Event::ReviewPanelInvited
        | Event::PanelPapersSent { .. }
        | Event::ReviewPanelMet { .. }
        | Event::AdvocacyEnded { .. }
        | Event::ReferredEarly(_)
        | Event::OmbudsmanEnquired { .. }
        | Event::OmbudsmanEnquiryAnswered
        | Event::OmbudsmanRemedyDone { .. }
        | Event::OmbudsmanComplied
        | Event::OmbudsmanReportAnswered { .. }
        | Event::RemedyCarriedOut { .. }
        | Event::EnquiryAnswered { .. }
        | Event::Withdrawn(_)
        | Event::Closed(_) => Vec::new(),
    }
}

fn reasons(findings: &[PointFinding]) -> impl Iterator<Item = &Sealed> {
    findings
        .iter()
        .filter_map(|finding| finding.reasons.as_ref())
}

fn of_the_report(report: &PanelReport) -> Vec<&Sealed> {
    let reasons = report
        .findings
        .iter()
        .filter_map(|finding| finding.reasons.as_ref());
    let recommendations = report
        .recommendations
        .iter()
        .map(|recommendation| &recommendation.text);
    std::iter::once(&report.summary)
        .chain(reasons)
        .chain(recommendations)
        .collect()
}

fn of_the_response(response: &PanelResponse) -> Vec<&Sealed> {
    let decided = response
        .decisions
        .iter()
        .flat_map(|decision| decision.reasons.iter().chain(&decision.action));
    decided.chain(&response.letter).collect()
}
