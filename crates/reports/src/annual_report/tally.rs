//! The tally: register lines and equality answers folded one at a time, so that a year streams by.

use casework::authority_file::AuthorityFile;
use casework::ids::CaseId;
use casework::intake::RepresentationKind;
use casework::organisation::{Organisation, UnitKind};
use casework::settings::{ReportingYear, Settings};
use views::equality::{EqualityAnswers, NonAnswer};
use views::register_line::RegisterLine;

use super::advocacy::Advocacy;
use super::advocacy_help::AdvocacyHelp;
use super::channels::ByChannel;
use super::cohorts::Cohorts;
use super::complaints_by_issue::ComplaintsByIssue;
use super::complaints_by_representative::ComplaintsByRepresentative;
use super::complaints_by_service::ComplaintsByService;
use super::complaints_by_unit::{AreaContext, ComplaintsByUnit};
use super::compliments_by_service::ComplimentsByService;
use super::drawn::Drawn;
use super::equality::EqualityForms;
use super::equality_returns::{EqualityReturns, why_no_form};
use super::escalation::Escalation;
use super::escalation_reasons::EscalationReasons;
use super::escalation_requests::EscalationRequests;
use super::late_answers::LateAnswers;
use super::learning::Learning;
use super::learning_by_origin::LearningByOrigin;
use super::lgo_decisions::OmbudsmanDecisions;
use super::looked_after::LookedAfter;
use super::members_by_period::MembersByPeriod;
use super::mp_letters::MemberEnquiries;
use super::outcomes_stage1::Stage1Outcomes;
use super::passages::{OpenedPassage, Passages};
use super::registers::Registers;
use super::resolutions::Resolutions;
use super::stage2_timescales::Stage2Timescale;
use super::telling::Telling;
use super::timescale_by_group::Stage1ByGroup;
use super::timescale_stage1::Stage1Timescale;
use super::young_people::YoungPeople;
use crate::document::{AsAt, Audience, Document};

/// What has been counted so far for one reporting year.
///
/// Every line of the authority's register is offered, whatever its year and its kind, once each and in
/// any order: the tally takes what it needs.
#[derive(Clone, Debug)]
pub struct Tally {
    pub(super) settings: Settings,
    pub(super) year: ReportingYear,
    pub(super) cohorts: Cohorts,
    pub(super) by_service: ComplaintsByService,
    /// By area and by team.
    pub(super) by_unit: [ComplaintsByUnit; 2],
    pub(super) areas: Vec<AreaContext>,
    pub(super) by_issue: ComplaintsByIssue,
    pub(super) by_representative: ComplaintsByRepresentative,
    pub(super) looked_after: LookedAfter,
    pub(super) timescale: Stage1Timescale,
    pub(super) timescale_by_group: Stage1ByGroup,
    pub(super) late_answers: LateAnswers,
    pub(super) resolutions: Resolutions,
    pub(super) stage2_timescale: Stage2Timescale,
    pub(super) outcomes: Stage1Outcomes,
    pub(super) escalation: Escalation,
    pub(super) escalation_requests: EscalationRequests,
    pub(super) escalation_reasons: EscalationReasons,
    pub(super) ombudsman: OmbudsmanDecisions,
    pub(super) advocacy: Advocacy,
    pub(super) advocacy_help: AdvocacyHelp,
    pub(super) young_people: YoungPeople,
    pub(super) by_channel: ByChannel,
    pub(super) compliments: ComplimentsByService,
    pub(super) member_enquiries: MemberEnquiries,
    pub(super) members_by_period: MembersByPeriod,
    pub(super) registers: Registers,
    pub(super) learning: Learning,
    pub(super) learning_by_origin: LearningByOrigin,
    pub(super) equality: EqualityForms,
    pub(super) equality_returns: EqualityReturns,
    pub(super) passages: Passages,
    /// The statutory complaints received in the year, with why answers are missing where no form is held.
    pub(super) received: Vec<(CaseId, NonAnswer)>,
}

impl Tally {
    /// An empty tally.
    pub fn new(settings: &Settings, year: ReportingYear) -> Self {
        Self {
            settings: settings.clone(),
            year,
            cohorts: Cohorts::default(),
            by_service: ComplaintsByService::new(settings),
            by_unit: by_unit(&Organisation::default(), year),
            areas: Vec::new(),
            by_issue: ComplaintsByIssue::new(settings),
            by_representative: ComplaintsByRepresentative::new(settings),
            looked_after: LookedAfter::default(),
            timescale: Stage1Timescale::default(),
            timescale_by_group: Stage1ByGroup::default(),
            late_answers: LateAnswers::new(settings),
            resolutions: Resolutions::new(settings),
            stage2_timescale: Stage2Timescale::default(),
            outcomes: Stage1Outcomes::default(),
            escalation: Escalation::default(),
            escalation_requests: EscalationRequests::default(),
            escalation_reasons: EscalationReasons::new(settings),
            ombudsman: OmbudsmanDecisions::new(settings),
            advocacy: Advocacy::default(),
            advocacy_help: AdvocacyHelp::default(),
            young_people: YoungPeople::new(settings),
            by_channel: ByChannel::default(),
            compliments: ComplimentsByService::new(settings),
            member_enquiries: MemberEnquiries::default(),
            members_by_period: MembersByPeriod::new(settings, year),
            registers: Registers::new(settings),
            learning: Learning::default(),
            learning_by_origin: LearningByOrigin::new(settings),
            equality: EqualityForms::default(),
            equality_returns: EqualityReturns::default(),
            passages: Passages::default(),
            received: Vec::new(),
        }
    }

    /// The same for an authority with areas, teams, populations and training of its own, before anything is counted.
    #[must_use]
    pub fn against(self, file: &AuthorityFile) -> Self {
        Self {
            by_unit: by_unit(&file.organisation, self.year),
            areas: AreaContext::of(file, self.year),
            learning: self.learning.with_training(file, self.year),
            ..self
        }
    }

    /// The same with the passages that stand in the report of the year, each kind in its order.
    #[must_use]
    pub fn with_passages(self, passages: Vec<OpenedPassage>) -> Self {
        Self {
            passages: Passages(passages),
            ..self
        }
    }

    /// Counts one register line. Each case is counted once.
    pub fn count(&mut self, line: &RegisterLine) {
        self.cohorts.count(self.year, line);
        self.ombudsman.count(&self.settings, self.year, line);
        if line.is_statutory_complaint() {
            self.count_statutory_complaint(line);
        } else if self.year.contains(line.received_on) {
            self.registers.count(line);
            self.by_channel.count(&self.settings, line);
            match line.kind {
                RepresentationKind::Compliment => self.compliments.count(&self.settings, line),
                RepresentationKind::Enquiry => self.looked_after.count_enquiry(line),
                RepresentationKind::ElectedMemberEnquiry => {
                    self.member_enquiries.count(line);
                    self.members_by_period.count(line);
                }
                RepresentationKind::Complaint
                | RepresentationKind::Comment
                | RepresentationKind::AnonymousComplaint
                | RepresentationKind::ServiceRequest
                | RepresentationKind::SettledAtFirstContact
                | RepresentationKind::SubjectAccessRequest
                | RepresentationKind::InformalContact
                | RepresentationKind::HelplineContact
                | RepresentationKind::ContactToSort => {}
            }
        }
    }

    /// Counts the equality answers of somebody in a case, before or after the case's line.
    pub fn count_equality(&mut self, case: CaseId, answers: &EqualityAnswers) {
        self.equality.add(&self.settings, case, answers);
    }

    /// Draws up the report for an audience. The tally stays as it is, so that one count serves both.
    pub fn finish(&self, as_at: AsAt, audience: Audience) -> Document {
        let (drawn, drafts, ledger) = Drawn::enter(self, as_at);
        let book = ledger.disclose(audience);
        let figures = drafts.disclosed(&book);
        Telling {
            settings: &self.settings,
            year: self.year,
            audience,
            book: &book,
            drawn: &drawn,
            figures: &figures,
            areas: &self.areas,
            passages: &self.passages,
        }
        .document(as_at)
    }

    fn count_statutory_complaint(&mut self, line: &RegisterLine) {
        self.escalation.count(self.year, line);
        self.escalation_requests.count(self.year, line);
        self.escalation_reasons
            .count(&self.settings, self.year, line);
        self.learning.count(self.year, line);
        if let Some(stage) = &line.investigation
            && self.year.contains(stage.requested_on)
        {
            self.stage2_timescale.count(stage);
        }
        if !self.year.contains(line.received_on) {
            return;
        }
        self.received.push((line.case, why_no_form(line)));
        self.equality_returns.count(line);
        self.by_service.count(&self.settings, line);
        for by_unit in &mut self.by_unit {
            by_unit.count(line);
        }
        self.by_issue.count(&self.settings, line);
        self.by_representative.count(&self.settings, line);
        self.looked_after.count_complaint(line);
        self.timescale.count(line);
        self.timescale_by_group.count(&self.settings, line);
        self.late_answers.count(&self.settings, line);
        self.resolutions.count(&self.settings, line);
        self.outcomes.count(line);
        self.advocacy.count(&self.settings, line);
        self.advocacy_help.count(&self.settings, self.year, line);
        self.young_people.count(&self.settings, line);
        self.by_channel.count(&self.settings, line);
        self.learning_by_origin.count(&self.settings, line);
    }
}

fn by_unit(organisation: &Organisation, year: ReportingYear) -> [ComplaintsByUnit; 2] {
    [UnitKind::Area, UnitKind::Team].map(|kind| ComplaintsByUnit::new(organisation, kind, year))
}
