//! The case file: everything about one case, ready to be shown.

mod occasion;

pub use occasion::Occasion;

use casework::action::Action;
use casework::case::Case;
use casework::clock::Clock;
use casework::event::Fact;
use casework::intake::{Procedure, RepresentationKind};
use casework::investigation::Investigation;
use casework::point::{Point, PointFinding, PointNumber};
use casework::review_panel::ReviewPanel;
use casework::settings::Settings;
use jiff::civil::Date;
use statute::limits::LimitId;

use crate::learning;
use crate::restrictions::{self, ReachingRestriction, StandingRestriction};
use crate::timeline::{self, TimelineEntry};

/// Everything about one case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseFile {
    /// Its state.
    pub case: Case,
    /// What happened, latest last.
    pub timeline: Vec<TimelineEntry>,
}

/// A point with what was found about it at each stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PointAnswers<'a> {
    /// The point.
    pub point: &'a Point,
    /// At Stage 1.
    pub local_resolution: Option<&'a PointFinding>,
    /// By the Investigating Officer.
    pub officer_report: Option<&'a PointFinding>,
    /// At Stage 2, as adjudicated.
    pub investigation: Option<&'a PointFinding>,
    /// At Stage 3, by the panel.
    pub review_panel: Option<&'a PointFinding>,
}

impl CaseFile {
    /// Folds a case file from a case's facts; `None` when there are none.
    pub fn fold(id: casework::ids::CaseId, facts: &[Fact], settings: &Settings) -> Option<Self> {
        let case = Case::fold(id, facts)?;
        Some(Self {
            case,
            timeline: timeline::entries(facts, settings),
        })
    }

    /// The points with their findings.
    pub fn points(&self) -> impl Iterator<Item = PointAnswers<'_>> {
        // A stage that opened again for deferred points has several answers; the latest word stands.
        let first: Vec<_> = self
            .case
            .local_resolution
            .iter()
            .flat_map(|stage| stage.earlier.iter().chain(&stage.answered))
            .collect();
        let second: Vec<_> = self
            .case
            .investigation
            .iter()
            .flat_map(|stage| stage.earlier.iter().chain(&stage.answered))
            .collect();
        let third: Vec<_> = self
            .case
            .review_panel
            .iter()
            .flat_map(|panel| panel.earlier.iter().chain(&panel.report))
            .collect();
        let reported = self
            .case
            .investigation
            .as_ref()
            .and_then(|stage| stage.officer_report.as_ref());
        self.case.points().iter().map(move |point| PointAnswers {
            point,
            local_resolution: first
                .iter()
                .rev()
                .find_map(|(_, answered)| finding_of(&answered.findings, point)),
            officer_report: reported.and_then(|(_, report)| finding_of(&report.findings, point)),
            investigation: second
                .iter()
                .rev()
                .find_map(|(_, answered)| finding_of(&answered.findings, point)),
            review_panel: third
                .iter()
                .rev()
                .find_map(|report| finding_of(&report.findings, point)),
        })
    }

    /// The clocks: running ones first, by the day they are due, then finished ones.
    pub fn clocks(&self) -> Vec<&Clock> {
        let mut clocks: Vec<_> = self.case.clocks.iter().collect();
        clocks.sort_by_key(|clock| (!clock.is_running(), clock.due_on()));
        clocks
    }

    /// How each restriction on contact stands on a day, those in force first.
    pub fn restrictions(&self, today: Date) -> Vec<StandingRestriction<'_>> {
        restrictions::restrictions(&self.case, today)
    }

    /// The restrictions on contact in force on a day that other cases of its people recorded.
    pub fn reaching_restrictions(&self, today: Date) -> Vec<ReachingRestriction<'_>> {
        restrictions::reaching(&self.case, today)
    }

    /// The points whose procedure nobody has judged although it still has to be settled: an oddity, shown and never a bar,
    /// because records brought in from elsewhere have no judgements.
    pub fn procedure_not_judged(&self) -> Vec<PointNumber> {
        let settled = self
            .case
            .local_resolution
            .as_ref()
            .is_none_or(|stage| stage.answered.is_some());
        if settled || !self.case.is_open() || self.case.departure.is_some() {
            return Vec::new();
        }
        self.case
            .unjudged_points()
            .map(|point| point.number)
            .collect()
    }

    /// What can be done next, the likeliest first. A hint for the page: `decide` has the last word.
    pub fn possible_actions(&self, today: Date) -> Vec<Action> {
        let mut actions = possible_actions(&self.case, today);
        actions.extend(about_the_ombudsman(&self.case));
        let mut remedies = self.case.remedies.iter();
        actions.extend(when(
            remedies.any(|remedy| remedy.carried_out_on.is_none()),
            Action::CarryOutRemedy,
        ));
        let kind = self.case.representation.kind;
        actions.extend(when(
            kind == RepresentationKind::ElectedMemberEnquiry,
            Action::NoteOverlap,
        ));
        actions.extend(learning::possible_actions(&self.case));
        actions.extend(when(
            kind == RepresentationKind::Complaint,
            Action::CorrectPlace,
        ));
        actions.extend(protections(&self.case));
        actions.extend(restrictions::possible_actions(&self.case, today));
        actions
    }
}

/// What can be done to protect how people are contacted, at any time and in any case that names somebody.
fn protections(case: &Case) -> Vec<Action> {
    let mut actions = vec![
        Action::ProtectContact,
        Action::ReleaseContact,
        Action::LiftProtection,
    ];
    actions.retain(|action| case.open_to(*action).is_ok());
    actions
}

fn finding_of<'a>(findings: &'a [PointFinding], point: &Point) -> Option<&'a PointFinding> {
    findings
        .iter()
        .find(|finding| finding.point == point.number)
}

fn possible_actions(case: &Case, today: Date) -> Vec<Action> {
    match case.representation.kind {
        RepresentationKind::Complaint => {}
        RepresentationKind::Compliment
        | RepresentationKind::Comment
        | RepresentationKind::ServiceRequest
        | RepresentationKind::SettledAtFirstContact
        | RepresentationKind::InformalContact
        | RepresentationKind::HelplineContact => {
            return when(case.is_open(), Action::Close).into_iter().collect();
        }
        RepresentationKind::AnonymousComplaint => return anonymous(case),
        RepresentationKind::ContactToSort => return to_sort(case),
        RepresentationKind::Enquiry | RepresentationKind::ElectedMemberEnquiry => {
            let action = if case.enquiry_answered.is_none() {
                Action::AnswerEnquiry
            } else {
                Action::Close
            };
            return when(case.is_open(), action).into_iter().collect();
        }
        RepresentationKind::SubjectAccessRequest => return subject_access(case),
    }
    let statutory = case.procedure() == Some(Procedure::ChildrenAct);
    let mut actions = Vec::new();
    if case.departure.is_some() {
        actions.extend(when(case.is_open(), Action::Close));
        return actions;
    }
    if case.wholly_deferred_since().is_some() {
        return wholly_deferred(case);
    }
    actions.extend(decisions_due(case));
    actions.extend(when(
        case.is_open() && case.awaits_acknowledgement(),
        Action::Acknowledge,
    ));
    let answered_1 = case
        .local_resolution
        .as_ref()
        .is_some_and(|stage| stage.answered.is_some());
    // Until somebody is to answer, that is what the case waits for.
    let to_assign = case.assigned_to.is_none() && !answered_1 && case.investigation.is_none();
    actions.extend(when(case.is_open() && to_assign, Action::Assign));
    actions.extend(of_the_stage(case, statutory, answered_1, today));
    if case.is_open() {
        actions.extend(judging(case, answered_1));
        actions.extend(when(!to_assign, Action::Assign));
        actions.push(Action::RecordActivity);
        actions.extend(when(answered_1, Action::RecordDissatisfaction));
        let in_time = case.may_pause(today).next().is_some();
        actions.extend(when(in_time, Action::AgreePause));
        actions.extend([
            Action::RecordAdvocacy,
            Action::AppointAdvocate,
            Action::SendEqualityForm,
            Action::RecordEquality,
        ]);
        let helped = case.advocates.iter().any(|episode| episode.until.is_none());
        actions.extend(when(helped, Action::EndAdvocacy));
        actions.extend(when(!answered_1, Action::ReferElsewhere));
        actions.extend(when(!answered_1, Action::Decline));
        actions.extend(proceedings(case));
        actions.extend(when(
            !case.representation.children.is_empty(),
            Action::RecordConsent,
        ));
        actions.push(Action::AgreeRemedy);
        actions.push(Action::Withdraw);
    }
    actions.extend(when(can_move(case), Action::ChangeProcedure));
    actions
}

/// A request is answered, with more time where that was told in time, and then closed.
fn subject_access(case: &Case) -> Vec<Action> {
    if !case.is_open() {
        return Vec::new();
    }
    if case.enquiry_answered.is_some() {
        return vec![Action::Close];
    }
    let running = case.clocks.running_of(LimitId::SubjectAccess);
    let extended = running.is_none_or(|clock| clock.extended.is_some());
    let mut actions = vec![Action::AnswerEnquiry];
    actions.extend(when(!extended, Action::ExtendSubjectAccess));
    actions
}

/// What the stage it is at asks for.
fn of_the_stage(case: &Case, statutory: bool, answered_1: bool, today: Date) -> Vec<Action> {
    let mut actions = Vec::new();
    let answered_2 = case
        .investigation
        .as_ref()
        .is_some_and(|stage| stage.answered.is_some());
    match (&case.investigation, &case.review_panel) {
        (_, Some(panel)) if case.is_open() => {
            actions.extend(at_the_panel(panel));
        }
        (Some(stage), None) if !answered_2 && !statutory => {
            actions.push(if stage.reviewer.is_none() {
                Action::AppointReviewer
            } else {
                Action::SendAdjudication
            });
            actions.push(Action::ExtendInvestigation);
            actions.push(Action::WithdrawRequest);
        }
        (Some(stage), None) if !answered_2 => {
            actions.extend(under_investigation(stage, statutory));
        }
        (Some(_), None) => {
            actions.extend(when(statutory, Action::RequestReviewPanel));
            actions.extend(when(
                statutory && case.is_open() && case.early_referral.is_none(),
                Action::ReferEarly,
            ));
            actions.extend(when(case.is_open(), Action::Close));
            actions.push(Action::RefuseEscalation);
        }
        (None, None) if answered_1 => {
            actions.push(Action::RequestInvestigation);
            actions.extend(when(case.is_open(), Action::Close));
            actions.push(Action::RefuseEscalation);
        }
        (None, None) => {
            actions.extend(at_local_resolution(case, statutory, today));
        }
        (_, Some(_)) => {}
    }
    actions
}

/// What has to be decided before the complaint can be answered.
fn decisions_due(case: &Case) -> impl Iterator<Item = Action> {
    let open = case.is_open() && case.investigation.is_none() && !stage_answered(case);
    let interest = open && !case.interest_to_decide().is_empty();
    let delay = open && case.delay_to_weigh().is_some();
    let decisions = [
        when(interest, Action::DecideInterest),
        when(delay, Action::WeighDelay),
    ];
    decisions.into_iter().flatten()
}

/// What can be done about points because of proceedings.
fn proceedings(case: &Case) -> Vec<Action> {
    let mut actions = Vec::new();
    let ended = |ended: bool| {
        case.open_deferrals()
            .any(|deferral| deferral.ended.is_some() == ended)
    };
    if ended(false) {
        actions.extend([Action::ReviewDeferral, Action::EndProceedings]);
    }
    actions.extend(when(ended(true), Action::Resubmit));
    let considered = !stage_answered(case) && !case.points_in_play().is_empty();
    actions.extend(when(considered, Action::DeferPoints));
    let unanswered = case.investigation.is_none() && !stage_answered(case);
    let statutory = case.procedure() == Some(Procedure::ChildrenAct);
    let not_due = case.delay_to_weigh().is_none();
    actions.extend(when(unanswered && statutory && not_due, Action::WeighDelay));
    actions
}

/// While nothing is considered there is no stage to act on.
fn wholly_deferred(case: &Case) -> Vec<Action> {
    let mut actions = proceedings(case);
    let proceedings_over = case
        .open_deferrals()
        .all(|deferral| deferral.ended.is_some());
    actions.extend(when(proceedings_over, Action::Close));
    actions.extend([
        Action::Assign,
        Action::RecordAdvocacy,
        Action::SendEqualityForm,
        Action::RecordEquality,
        Action::Withdraw,
    ]);
    actions
}

/// Nobody can be answered, but the complaint is passed on and may need safeguarding.
fn anonymous(case: &Case) -> Vec<Action> {
    if !case.is_open() {
        return Vec::new();
    }
    let mut actions = vec![Action::Close];
    if case.departure.is_none() {
        actions.extend([Action::Assign, Action::ReferElsewhere]);
    }
    actions
}

/// What somebody said is recorded as what it is, or goes to whom it concerns.
fn to_sort(case: &Case) -> Vec<Action> {
    if !case.is_open() {
        return Vec::new();
    }
    if case.departure.is_some() {
        return vec![Action::Close];
    }
    vec![
        Action::RecordAsComplaint,
        Action::RecordAsContact,
        Action::Assign,
        Action::ReferElsewhere,
    ]
}

/// The Ombudsman may write at any time, whatever the case's own stage.
fn about_the_ombudsman(case: &Case) -> Vec<Action> {
    if case.representation.kind != RepresentationKind::Complaint {
        return Vec::new();
    }
    let Some(latest) = case.ombudsman.last() else {
        return vec![Action::RecordOmbudsmanCase];
    };
    let Some((_, decision)) = &latest.decided else {
        let mut actions = Vec::new();
        actions.extend(when(
            latest.open_enquiry().is_some(),
            Action::AnswerOmbudsmanEnquiry,
        ));
        actions.extend([
            Action::RecordOmbudsmanDecision,
            Action::RecordOmbudsmanEnquiry,
        ]);
        return actions;
    };
    let mut actions = Vec::new();
    let owed = !decision.remedies.is_empty() && latest.complied_on.is_none();
    let all_shown = latest.unproved().next().is_none();
    actions.extend(when(owed && !all_shown, Action::RecordRemedyDone));
    actions.extend(when(owed && all_shown, Action::RecordCompliance));
    actions.extend(when(
        decision.report_on.is_some() && latest.report_answered_on.is_none(),
        Action::AnswerOmbudsmanReport,
    ));
    actions.push(Action::RecordOmbudsmanCase);
    actions
}

/// Before the answer: to answer, to take longer, or, when the time has run out, to go on without it.
fn at_local_resolution(case: &Case, statutory: bool, today: Date) -> Vec<Action> {
    let stage = case.local_resolution.as_ref();
    let limits = [LimitId::LocalResolution, LimitId::CorporateResponse];
    let running = limits
        .into_iter()
        .find_map(|limit| case.clocks.running_of(limit));
    let ran_out = running.is_some_and(|clock| clock.due_on() < today);
    let skipped = stage.is_some_and(|stage| stage.skipped_on.is_some());
    let offered = stage.is_some_and(|stage| stage.offered.is_some());
    let mut actions = Vec::new();
    actions.extend(when(
        case.drafting.to_check().is_some(),
        Action::CheckAnswer,
    ));
    actions.extend([Action::Respond, Action::HandInDraft, Action::Resolve]);
    let extended = stage.is_some_and(|stage| stage.extended.is_some());
    actions.extend(when(
        !extended && running.is_some(),
        Action::ExtendLocalResolution,
    ));
    let asked = case.drafting.more_time.is_some();
    actions.extend(when(asked, Action::RefuseMoreTime));
    actions.extend(when(!extended && running.is_some(), Action::AskForTime));
    actions.push(Action::NameHelper);
    actions.extend(when(ran_out && !offered, Action::OfferInvestigation));
    actions.extend(when(ran_out && offered, Action::AgreeToWait));
    actions.extend(when(ran_out || skipped, Action::RequestInvestigation));
    actions.extend(when(statutory && !skipped, Action::SkipLocalResolution));
    actions
}

/// From the request to the answer, the next step first.
fn under_investigation(stage: &Investigation, statutory: bool) -> Vec<Action> {
    let appointed = stage.appointed.is_some();
    let to_agree = match stage.statements.last() {
        Some(sent) => sent.agreed_on.is_none(),
        None => stage.statement_agreed_on.is_none(),
    };
    let to_comment = stage
        .statements
        .last()
        .is_some_and(|sent| sent.agreed_on.is_none());
    let mut actions = Vec::new();
    actions.extend(when(!appointed, Action::AppointInvestigators));
    actions.extend(when(
        to_agree && stage.statements.is_empty(),
        Action::SendStatement,
    ));
    actions.extend(when(to_comment, Action::RecordStatementComments));
    actions.extend(when(to_agree, Action::AgreeStatement));
    let awaited = appointed && stage.reported_on.is_none();
    actions.extend(when(
        awaited && stage.officer_report.is_none(),
        Action::ReceiveOfficerReport,
    ));
    actions.extend(when(
        awaited && stage.independent_report.is_none(),
        Action::ReceiveIndependentReport,
    ));
    // A corporate review has no reports of two people to wait for.
    actions.extend(when(
        stage.reported_on.is_some() || (appointed && !statutory),
        Action::SendAdjudication,
    ));
    actions.push(Action::ExtendInvestigation);
    actions.extend(when(!stage.statements.is_empty(), Action::SendStatement));
    actions.extend(when(appointed, Action::AppointInvestigators));
    actions.extend(when(
        awaited && stage.officer_report.is_none() && stage.independent_report.is_none(),
        Action::ReceiveReports,
    ));
    if !appointed {
        actions.extend([Action::WithdrawRequest, Action::RefuseEscalation]);
    }
    actions
}

/// From the appointment to the response, the next step first.
fn at_the_panel(panel: &ReviewPanel) -> Vec<Action> {
    if panel.answered_on.is_some() {
        return vec![Action::Close];
    }
    if panel.reported_on.is_some() {
        return vec![Action::SendPanelResponse];
    }
    if panel.met_on.is_some() {
        return vec![Action::ReceivePanelReport];
    }
    if panel.appointed.is_none() {
        return vec![Action::AppointReviewPanel];
    }
    let mut actions = Vec::new();
    actions.extend(when(
        panel.invited_on.is_none(),
        Action::InviteToReviewPanel,
    ));
    actions.extend(when(panel.papers.is_none(), Action::SendPanelPapers));
    actions.extend([
        Action::HoldReviewPanel,
        Action::RearrangeReviewPanel,
        Action::AppointReviewPanel,
    ]);
    actions
}

/// The procedure is judged before Stage 1 is answered, or afterwards for what nobody judged.
fn judging(case: &Case, answered_1: bool) -> Option<Action> {
    let unjudged = case.unjudged_points().next().is_some();
    when(!answered_1 || unjudged, Action::JudgeProcedure)
}

fn stage_answered(case: &Case) -> bool {
    let panel = case
        .review_panel
        .as_ref()
        .map(|stage| stage.answered_on.is_some());
    let second = case
        .investigation
        .as_ref()
        .map(|stage| stage.answered.is_some());
    let first = case
        .local_resolution
        .as_ref()
        .map(|stage| stage.answered.is_some());
    panel.or(second).or(first).unwrap_or(false)
}

/// A corporate complaint can move at any time, a statutory one until it is accepted.
fn can_move(case: &Case) -> bool {
    match case.procedure() {
        Some(Procedure::Corporate) => true,
        Some(Procedure::ChildrenAct) => case.is_open() && case.accepted_as_statutory().is_none(),
        None => false,
    }
}

fn when(holds: bool, action: Action) -> Option<Action> {
    holds.then_some(action)
}
