//! How decisions are tested: given a history, when a command, then facts or a refusal.
//!
//! The one helper through which stories run, so that the interface may change and the stories stay.

pub(crate) mod fixture;
mod review_panel;

pub(crate) use review_panel::{
    at_review_panel, panel_appointed, panel_met, panel_report, panel_reported, rearrange,
    request_review_panel,
};

use jiff::civil::Date;
use statute::limits::LimitId;
use statute::procedure::{Finding, Role};
use statute::working_days::{Calendar, Region};

use crate::action::Command;
use crate::case::Case;
use crate::clock::{ClockChange, ClockEnd};
use crate::closure::{NextRight, NoticeOfRights};
use crate::event::{Event, Fact};
use crate::ids::{CaseId, PersonId};
use crate::intake::{Acknowledge, Assign, Procedure, RecordComplaint, RepresentationKind};
use crate::investigation::{AppointInvestigators, InvestigatorsAppointed, SendAdjudication};
use crate::law::Law;
use crate::local_resolution::{
    AnswerQuality, CheckAnswer, CheckResult, ExtendLocalResolution, ExtensionReason, HandInDraft,
    RequestInvestigation, Respond,
};
use crate::point::{PointFinding, PointNumber};
use crate::proceedings::{DeferPoints, DeferralNumber, EndProceedings, ProceedingsKind};
use crate::refusal::Refusal;
use crate::registers::RecordContact;
use crate::settings::Settings;

/// A history to which something is about to happen.
pub(crate) struct Given {
    history: Vec<Fact>,
    today: Date,
    calendar: Calendar,
    settings: Settings,
}

/// What came of it.
pub(crate) struct Then {
    before: Option<Case>,
    result: Result<Vec<Fact>, Refusal>,
}

/// A history made by commands, each of which must be accepted.
pub(crate) fn given(commands: impl IntoIterator<Item = Command>) -> Given {
    let mut given = Given {
        history: Vec::new(),
        today: day("2016-03-01"),
        calendar: Calendar::of(Region::EnglandAndWales).clone(),
        settings: fixture::settings(),
    };
    for command in commands {
        given = given.and(command);
    }
    given
}

impl Given {
    /// The history goes on with a command that must be accepted.
    pub(crate) fn and(mut self, command: impl Into<Command>) -> Self {
        let facts = self
            .decide(&command.into())
            .expect("the history of a story is accepted");
        self.history.extend(facts);
        self
    }

    /// The working days as they are known from here on.
    pub(crate) fn with_calendar(mut self, calendar: Calendar) -> Self {
        self.calendar = calendar;
        self
    }

    /// What the authority chooses from here on.
    pub(crate) fn with_settings(mut self, choose: impl FnOnce(&mut Settings)) -> Self {
        choose(&mut self.settings);
        self
    }

    /// The day the command is given, where it matters.
    pub(crate) fn on(mut self, today: &str) -> Self {
        self.today = day(today);
        self
    }

    pub(crate) fn when(self, command: impl Into<Command>) -> Then {
        let result = self.decide(&command.into());
        Then {
            before: self.case(),
            result,
        }
    }

    /// Somebody plays a part in the case as it stands.
    #[track_caller]
    pub(crate) fn then_part(self, role: Role, person: PersonId) -> Self {
        let parts = self.case().expect("the history has a beginning").parts();
        assert!(parts.contains(&(role, person)), "{parts:?}");
        self
    }

    pub(crate) fn case(&self) -> Option<Case> {
        Case::fold(fixture::CASE, &self.history)
    }

    fn decide(&self, command: &Command) -> Result<Vec<Fact>, Refusal> {
        let law = Law {
            calendar: &self.calendar,
            settings: &self.settings,
            today: self.today,
        };
        command.decide(self.case().as_ref(), &law)
    }
}

impl Then {
    #[track_caller]
    pub(crate) fn then_accepted(&self) {
        assert!(self.result.is_ok(), "{:?}", self.result);
    }

    #[track_caller]
    pub(crate) fn then_refused(&self, refusal: &Refusal) {
        assert_eq!(self.result.as_ref().err(), Some(refusal));
    }

    #[track_caller]
    pub(crate) fn then_event(&self, event: &Event) -> &Self {
        assert!(
            self.facts().iter().any(|fact| fact.event == *event),
            "{:?}",
            self.result
        );
        self
    }

    /// Exactly these limits started, with these due dates.
    #[track_caller]
    pub(crate) fn then_clocks(&self, expected: &[(&str, &str)]) -> &Self {
        let started: Vec<_> = self
            .changes()
            .filter_map(|change| match change {
                ClockChange::Started(due) => {
                    Some((due.limit.code().to_owned(), due.due_on.to_string()))
                }
                ClockChange::Met { .. }
                | ClockChange::Stopped { .. }
                | ClockChange::Extended { .. }
                | ClockChange::Moved { .. } => None,
            })
            .collect();
        let expected: Vec<_> = expected
            .iter()
            .map(|(limit, due)| ((*limit).to_owned(), (*due).to_owned()))
            .collect();
        assert_eq!(started, expected);
        self
    }

    /// Exactly these limits were counted again: each with its last day before and after.
    #[track_caller]
    pub(crate) fn then_moved(&self, expected: &[(&str, &str, &str)]) -> &Self {
        let moved: Vec<_> = self
            .changes()
            .filter_map(|change| match change {
                ClockChange::Moved { due, was, .. } => {
                    Some((due.limit.code(), was.to_string(), due.due_on.to_string()))
                }
                ClockChange::Started(_)
                | ClockChange::Met { .. }
                | ClockChange::Stopped { .. }
                | ClockChange::Extended { .. } => None,
            })
            .collect();
        let moved: Vec<_> = moved
            .iter()
            .map(|(limit, was, to)| (*limit, was.as_str(), to.as_str()))
            .collect();
        assert_eq!(moved, expected);
        self
    }

    /// The latest day to which a limit may be extended after the facts.
    #[track_caller]
    pub(crate) fn then_latest(&self, limit: &str, latest: &str) -> &Self {
        let after = self.after();
        let clock = after.clocks.latest(limit_id(limit));
        let clock = clock.expect("the limit was started");
        assert_eq!(clock.due.latest_on, Some(day(latest)));
        self
    }

    #[track_caller]
    pub(crate) fn then_met(&self, limit: &str, on: &str) -> &Self {
        self.then_ended(limit, ClockEnd::Met(day(on)))
    }

    #[track_caller]
    pub(crate) fn then_stopped(&self, limit: &str, on: &str) -> &Self {
        self.then_ended(limit, ClockEnd::Stopped(day(on)))
    }

    #[track_caller]
    pub(crate) fn then_running(&self, limit: &str) -> &Self {
        assert!(self.after().clocks.running_of(limit_id(limit)).is_some());
        self
    }

    /// The day a limit is due after the facts, extensions included.
    #[track_caller]
    pub(crate) fn then_due(&self, limit: &str, due: &str) -> &Self {
        let after = self.after();
        let clock = after
            .clocks
            .latest(limit_id(limit))
            .expect("the limit was started");
        assert_eq!(clock.due_on(), day(due));
        self
    }

    #[track_caller]
    pub(crate) fn then_took(&self, days: u16) -> &Self {
        let took = self.facts().iter().find_map(|fact| {
            if let Event::LocalResolutionAnswered(answered) = &fact.event {
                Some(answered.took)
            } else if let Event::InvestigationResponseSent(response) = &fact.event {
                Some(response.took)
            } else if let Event::EnquiryAnswered { took, .. } = &fact.event {
                Some(*took)
            } else {
                None
            }
        });
        assert_eq!(took, Some(days));
        self
    }

    #[track_caller]
    pub(crate) fn then_points(&self, points: usize) -> &Self {
        assert_eq!(self.after().points().len(), points);
        self
    }

    /// The case is closed, and the complainant was told of this right.
    #[track_caller]
    pub(crate) fn then_closed(&self, right: NextRight) {
        let (_, closed) = self.after().closed.expect("the case is closed");
        assert_eq!(closed.notice.map(|notice| notice.right), Some(right));
    }

    #[track_caller]
    pub(crate) fn then_barred(&self) {
        assert!(
            matches!(self.result, Err(Refusal::Barred { .. })),
            "{:?}",
            self.result
        );
    }

    #[track_caller]
    fn then_ended(&self, limit: &str, end: ClockEnd) -> &Self {
        let after = self.after();
        let clock = after
            .clocks
            .latest(limit_id(limit))
            .expect("the limit was started");
        assert_eq!(clock.ended, Some(end));
        self
    }

    #[track_caller]
    fn facts(&self) -> &[Fact] {
        match &self.result {
            Ok(facts) => facts,
            Err(refusal) => panic!("refused: {refusal}"),
        }
    }

    pub(crate) fn changes(&self) -> impl Iterator<Item = &ClockChange> {
        self.facts().iter().flat_map(|fact| &fact.clocks)
    }

    pub(crate) fn is_accepted(&self) -> bool {
        self.result.is_ok()
    }

    pub(crate) fn result(&self) -> &Result<Vec<Fact>, Refusal> {
        &self.result
    }

    /// The case as it stands after the facts.
    #[track_caller]
    pub(crate) fn after(&self) -> Case {
        match self.before.clone() {
            Some(mut case) => {
                self.facts().iter().for_each(|fact| case.evolve(fact));
                case
            }
            None => Case::fold(fixture::CASE, self.facts()).expect("the first fact opens the case"),
        }
    }
}

pub(crate) fn day(text: &str) -> Date {
    text.parse().expect("a story’s dates are dates")
}

fn limit_id(code: &str) -> LimitId {
    code.parse().expect("a story’s limits exist")
}

/// The same with reasons.
pub(crate) fn reasoned(point: u16, found: Finding) -> PointFinding {
    PointFinding {
        reasons: Some(fixture::sealed(60 + u128::from(point))),
        ..finding(point, found)
    }
}

/// The notice that the law asks for in a letter of that day.
pub(crate) fn notice(right: NextRight, sent_on: &str) -> NoticeOfRights {
    let calendar = Calendar::of(Region::EnglandAndWales);
    NoticeOfRights::lawful(right, Procedure::ChildrenAct, day(sent_on), calendar)
        .expect("a story’s years are known")
}

pub(crate) fn finding(point: u16, finding: Finding) -> PointFinding {
    PointFinding {
        point: PointNumber(point),
        finding,
        reasons: None,
    }
}

// The commands of the worked case: received Thursday 26 March 2015, as in the published calendar.

pub(crate) fn record_complaint() -> Command {
    fixture::complaint().into()
}

/// The same, made by the child.
pub(crate) fn child_complains() -> Command {
    let mut complaint = fixture::complaint();
    complaint.complainants[0].person = fixture::CHILD;
    complaint.into()
}

pub(crate) fn corporate_complaint() -> Command {
    RecordComplaint {
        procedure: crate::intake::Procedure::Corporate,
        ..fixture::complaint()
    }
    .into()
}

pub(crate) fn defer(points: &[u16], on: &str) -> DeferPoints {
    DeferPoints {
        points: points.iter().copied().map(PointNumber).collect(),
        kind: ProceedingsKind::Court,
        proceedings: Some(fixture::sealed(80)),
        prejudice: Some(fixture::sealed(81)),
        decided_by: fixture::MR_LEE,
        legal_advice: true,
        notice_sent_on: Some(day(on)),
        on: day(on),
    }
}

pub(crate) fn end_proceedings(on: &str) -> EndProceedings {
    EndProceedings {
        deferral: DeferralNumber(1),
        on: day(on),
        invited_on: day(on),
    }
}

pub(crate) fn two_points() -> Command {
    let mut complaint = fixture::complaint();
    let second = crate::point::Point {
        number: PointNumber(2),
        ..complaint.points[0].clone()
    };
    complaint.points.push(second);
    complaint.into()
}

/// A history of one point, in which a second was deferred from the beginning.
pub(crate) fn with_a_point_deferred(history: Vec<Command>) -> Vec<Command> {
    let begun = [two_points(), defer(&[2], "2015-04-01").into()];
    begun
        .into_iter()
        .chain(history.into_iter().skip(1))
        .collect()
}

pub(crate) fn acknowledge(on: &str) -> Command {
    Acknowledge {
        leaflets: Vec::new(),
        on: day(on),
    }
    .into()
}

pub(crate) fn assign(to: crate::ids::AccountId, on: &str) -> Command {
    Assign { to, on: day(on) }.into()
}

pub(crate) fn extend(on: &str, until: &str) -> Command {
    let reason = ExtensionReason::Complex;
    ExtendLocalResolution {
        reason,
        until: day(until),
        notified_on: Some(day(on)),
        on: day(on),
    }
    .into()
}

pub(crate) fn respond(on: &str) -> Command {
    Respond {
        findings: vec![finding(1, Finding::Upheld)],
        letter: None,
        notice: Some(notice(NextRight::Investigation, on)),
        late: None,
        resolution: Vec::new(),
        learning_shared: None,
        sent_on: day(on),
    }
    .into()
}

pub(crate) fn draft(written_by: crate::ids::AccountId, on: &str) -> HandInDraft {
    HandInDraft {
        written_by,
        handed_in_by: written_by,
        draft: None,
        on: day(on),
    }
}

pub(crate) fn ready(checked_by: crate::ids::AccountId, on: &str) -> CheckAnswer {
    CheckAnswer {
        checked_by,
        fulfilled: AnswerQuality::ALL.to_vec(),
        result: CheckResult::Ready,
        on: day(on),
    }
}

pub(crate) fn back(checked_by: crate::ids::AccountId, on: &str) -> CheckAnswer {
    CheckAnswer {
        fulfilled: Vec::new(),
        result: CheckResult::Back {
            missing: fixture::sealed(90),
        },
        ..ready(checked_by, on)
    }
}

pub(crate) fn request_investigation(on: &str) -> Command {
    RequestInvestigation {
        reasons: Vec::new(),
        oral: false,
        on: day(on),
    }
    .into()
}

pub(crate) fn at_investigation() -> Vec<Command> {
    vec![
        record_complaint(),
        respond("2015-04-13"),
        request_investigation("2015-05-06"),
    ]
}

pub(crate) fn appoint_investigators() -> Command {
    let appointed = InvestigatorsAppointed::new(fixture::MR_COLE_SENIOR, fixture::MS_OKAFOR);
    AppointInvestigators {
        appointed,
        on: day("2015-05-08"),
    }
    .into()
}

pub(crate) fn stage_2_answered() -> Vec<Command> {
    let mut history = at_investigation();
    history.push(appoint_investigators());
    let adjudication = SendAdjudication {
        findings: vec![finding(1, Finding::Upheld)],
        adjudication: None,
        notice: Some(notice(NextRight::ReviewPanel, "2015-08-05")),
        sent_on: day("2015-08-05"),
    };
    history.push(adjudication.into());
    history
}

/// The parent's contact restricted on a day: warned two weeks before, for six months, reviewed after three.
pub(crate) fn restrict_contact(on: &str) -> crate::people::RestrictContact {
    fixture::restriction(day(on))
}

/// The parent's contact protected on a day.
pub(crate) fn protect(what: crate::people::Protection, on: &str) -> crate::people::ProtectContact {
    crate::people::ProtectContact {
        person: fixture::PARENT,
        what,
        reasons: fixture::sealed(95),
        on: day(on),
    }
}

/// An action of Ms Hall’s of no particular origin: due on a day, agreed on another.
pub(crate) fn corrective_action(due_on: &str, on: &str) -> crate::learning::AgreeAction {
    fixture::corrective_action(day(due_on), day(on))
}

pub(crate) fn contact(kind: RepresentationKind) -> Command {
    fixture::contact(kind).into()
}

pub(crate) fn close(on: &str) -> Command {
    crate::closure::Close {
        notice: None,
        learned: Some(fixture::lesson()),
        on: day(on),
    }
    .into()
}
