//! One case, played by its public decisions.
//!
//! Received on Thursday 26 March 2015, so that Easter and both May holidays fall into its time limits.

use casework::action::Command;
use casework::case::Case;
use casework::clock::Clock;
use casework::closure::{NextRight, NoticeOfRights};
use casework::event::Fact;
use casework::ids::{AccountId, CaseId, ItemId, PersonId, Sealed};
use casework::intake::{Acknowledge, Procedure, RecordComplaint};
use casework::investigation::{AppointInvestigators, InvestigatorsAppointed, SendAdjudication};
use casework::law::Law;
use casework::local_resolution::{RequestInvestigation, Respond};
use casework::people::{Channel, Child, ChildStatus, Complainant};
use casework::point::{Point, PointFinding, PointNumber};
use casework::refusal::Refusal;
use casework::review_panel::{AppointReviewPanel, RequestReviewPanel};
use casework::settings::{Code, Settings};
use jiff::civil::Date;
use statute::limits::LimitId;
use statute::procedure::{Finding, LegalGround};
use uuid::Uuid;

pub(crate) const FATHER: PersonId = PersonId(Uuid::from_u128(30));
pub(crate) const CHILD: PersonId = PersonId(Uuid::from_u128(31));
pub(crate) const MANAGER: AccountId = AccountId(Uuid::from_u128(10));
pub(crate) const OFFICER: PersonId = PersonId(Uuid::from_u128(21));
pub(crate) const INDEPENDENT: PersonId = PersonId(Uuid::from_u128(20));
pub(crate) const OUTSIDERS: [PersonId; 3] = [
    PersonId(Uuid::from_u128(22)),
    PersonId(Uuid::from_u128(23)),
    PersonId(Uuid::from_u128(24)),
];

/// What happened so far.
#[derive(Clone)]
pub(crate) struct Story(Vec<Fact>);

impl Story {
    /// A case that begins so.
    #[track_caller]
    pub(crate) fn of(first: impl Into<Command>) -> Self {
        Self(Vec::new()).and(first)
    }

    /// A complaint with so many points, recorded and acknowledged.
    pub(crate) fn received(points: u16) -> Self {
        Self::of(complaint(points)).and(Acknowledge {
            leaflets: Vec::new(),
            on: day("2015-03-27"),
        })
    }

    /// A complaint of one point, answered on the tenth working day.
    pub(crate) fn answered() -> Self {
        Self::received(1).and(respond(&[Finding::NotUpheld], "2015-04-13"))
    }

    /// Stage 2 asked for on Wednesday 6 May 2015: twenty-five working days end on 11 June, sixty-five on 6 August.
    pub(crate) fn at_investigation() -> Self {
        Self::answered().and(request_investigation("2015-05-06"))
    }

    /// The same, with its two investigators.
    pub(crate) fn under_investigation() -> Self {
        Self::at_investigation().and(appoint(OFFICER, INDEPENDENT))
    }

    /// Stage 3 asked for on Friday 28 August 2015: thirty working days end on 12 October.
    pub(crate) fn at_review_panel() -> Self {
        Self::under_investigation()
            .and(SendAdjudication {
                findings: findings(&[Finding::Upheld]),
                adjudication: None,
                notice: Some(notice(NextRight::ReviewPanel, "2015-08-05")),
                sent_on: day("2015-08-05"),
            })
            .and(RequestReviewPanel {
                reasons: Vec::new(),
                on: day("2015-08-28"),
                late_reasons: None,
            })
    }

    /// The same, with a panel that is to meet on a day.
    pub(crate) fn panel_appointed(meets_on: &str) -> Self {
        Self::at_review_panel().and(panel(OUTSIDERS, meets_on))
    }

    /// Goes on with a command that must be accepted.
    #[track_caller]
    pub(crate) fn and(mut self, command: impl Into<Command>) -> Self {
        let command = command.into();
        let facts = self.decide(&command);
        self.0.extend(
            facts.unwrap_or_else(|refusal| {
                panic!("{} is refused: {refusal}", command.action().file())
            }),
        );
        self
    }

    /// Why a command is refused.
    #[track_caller]
    pub(crate) fn refused(&self, command: impl Into<Command>) -> Refusal {
        self.decide(&command.into())
            .expect_err("the command is refused")
    }

    pub(crate) fn case(&self) -> Case {
        Case::fold(CASE, &self.0).expect("the history has a beginning")
    }

    pub(crate) fn facts(&self) -> &[Fact] {
        &self.0
    }

    /// The latest clock of a limit.
    #[track_caller]
    pub(crate) fn clock(&self, limit: LimitId) -> Clock {
        let case = self.case();
        let clock = case.clocks.latest(limit);
        clock.expect("the limit was started").clone()
    }

    fn decide(&self, command: &Command) -> Result<Vec<Fact>, Refusal> {
        let settings = settings();
        let law = Law {
            calendar: settings.published_calendar(),
            settings: &settings,
            today: day("2025-12-31"),
        };
        command.decide(Case::fold(CASE, &self.0).as_ref(), &law)
    }
}

const CASE: CaseId = CaseId(Uuid::from_u128(1));

pub(crate) fn day(text: &str) -> Date {
    text.parse().expect("a story’s dates are dates")
}

/// Something that changes.
pub(crate) fn lesson() -> casework::learning::Learned {
    casework::learning::Learned::Change { text: sealed(79) }
}

pub(crate) fn sealed(number: u128) -> Sealed {
    Sealed {
        item: ItemId(Uuid::from_u128(number)),
        commitment: "0".repeat(64),
    }
}

/// A complaint by a father without parental responsibility about help for his child.
pub(crate) fn complaint(points: u16) -> RecordComplaint {
    RecordComplaint {
        place: casework::organisation::Place::default(),
        procedure: Procedure::ChildrenAct,
        channel: Channel::Letter,
        received_on: day("2015-03-26"),
        reached_team_on: None,
        grounds_arose_on: None,
        late_reasons: None,
        service: Code::new("first_response"),
        complainants: vec![Complainant {
            person: FATHER,
            ground: Some(LegalGround::Parent),
            capacity: Code::new("parent"),
            details: Some(sealed(40)),
        }],
        children: vec![Child {
            person: CHILD,
            status: ChildStatus::InNeed,
            details: Some(sealed(41)),
        }],
        points: (1..=points)
            .map(|number| Point {
                number: PointNumber(number),
                text: sealed(100 + u128::from(number)),
                categories: vec![Code::new("delay"), Code::new("staff_conduct")],
            })
            .collect(),
        desired_outcome: None,
        complained_about: Vec::new(),
    }
}

/// One finding for each point, in order.
pub(crate) fn findings(found: &[Finding]) -> Vec<PointFinding> {
    (1..)
        .zip(found)
        .map(|(number, finding)| PointFinding {
            point: PointNumber(number),
            finding: *finding,
            reasons: Some(sealed(60 + u128::from(number))),
        })
        .collect()
}

pub(crate) fn notice(right: NextRight, sent_on: &str) -> NoticeOfRights {
    let calendar = settings().published_calendar();
    NoticeOfRights::lawful(right, Procedure::ChildrenAct, day(sent_on), calendar)
        .expect("a story’s years are known")
}

pub(crate) fn respond(found: &[Finding], sent_on: &str) -> Respond {
    Respond {
        findings: findings(found),
        letter: None,
        notice: Some(notice(NextRight::Investigation, sent_on)),
        late: None,
        resolution: Vec::new(),
        learning_shared: None,
        sent_on: day(sent_on),
    }
}

pub(crate) fn request_investigation(on: &str) -> RequestInvestigation {
    RequestInvestigation {
        reasons: Vec::new(),
        oral: false,
        on: day(on),
    }
}

pub(crate) fn appoint(officer: PersonId, independent_person: PersonId) -> AppointInvestigators {
    AppointInvestigators {
        appointed: InvestigatorsAppointed::new(officer, independent_person),
        on: day("2015-05-08"),
    }
}

/// A panel of three people with no ties to the authority; the first takes the chair.
pub(crate) fn panel([chair, one, two]: [PersonId; 3], meets_on: &str) -> AppointReviewPanel {
    AppointReviewPanel {
        declared: Some([Vec::new(), Vec::new(), Vec::new()]),
        ..AppointReviewPanel::undeclared(chair, [one, two], day(meets_on), day("2015-09-10"))
    }
}

pub(crate) fn settings() -> Settings {
    serde_json::from_value(serde_json::json!({
        "code": "testshire",
        "name": "Testshire County Council",
        "services": [{"code": "first_response", "label": "First Response"}],
        "categories": [
            {"code": "delay", "label": "Delay"},
            {"code": "staff_conduct", "label": "Conduct of staff"},
        ],
        "capacities": [{"code": "parent", "label": "Parent"}],
        "outcomes": [{"code": "upheld", "label": "Upheld"}],
        "timescale_bands": [],
        "ombudsman_decisions": [
            {"code": "local_settlement", "label": "Local settlement"},
            {"code": "upheld", "label": "Upheld"},
        ],
        "equality": {"gender": [], "ethnicity": [], "sexual_orientation": [], "religion": [], "disability": [], "age": []},
    }))
    .expect("the settings are settings")
}
