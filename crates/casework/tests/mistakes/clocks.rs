//! Mistakes 1 to 7: time limits that are too long, run from the wrong day, or stop when they should not.

use casework::action::Action;
use casework::clock::ClockEnd;
use casework::closure::{ByWhen, Close, NextRight, NoticeFault, NoticeOfRights};
use casework::intake::JudgeProcedure;
use casework::investigation::{
    Adjudication, ExtendInvestigation, IndependentCheck, IndependentReport, OfficerReport,
    PackItem, ReceiveIndependentReport, ReceiveOfficerReport, SendAdjudication,
};
use casework::local_resolution::{
    Escalation, EscalationGround, ExtendLocalResolution, ExtensionReason, RefuseEscalation, Respond,
};
use casework::point::PointNumber;
use casework::proceedings::{DeferPoints, ProceedingsKind};
use casework::refusal::{EscalationFault, NotYet, Refusal};
use casework::review_panel::{HoldReviewPanel, RearrangeReviewPanel, ReceivePanelReport};
use statute::limits::LimitId;
use statute::procedure::Finding;
use statute::procedure::interview::{Leaf, QuestionId, Uncertainty};
use statute::working_days::WorkingDays;

use crate::story::{
    CHILD, FATHER, MANAGER, OUTSIDERS, Story, complaint, day, findings, lesson, notice, panel,
    request_investigation, respond, sealed, settings,
};

fn extend_investigation(until: &str) -> ExtendInvestigation {
    ExtendInvestigation {
        reason: ExtensionReason::Complex,
        until: day(until),
        notified_on: Some(day("2015-06-10")),
        on: day("2015-06-10"),
    }
}

#[test]
fn m01_adding_65_to_25_or_extending_from_day_25() {
    // Asked for on 6 May: day 25 is 11 June and day 65 is 6 August, the latest there is.
    let story = Story::at_investigation();
    let latest = day("2015-08-06");
    let due = story.clock(LimitId::InvestigationFromRequest).due;
    assert_eq!(
        (due.due_on, due.latest_on),
        (day("2015-06-11"), Some(latest))
    );
    // Sixty-five more from day 25 would end here.
    let calendar = settings();
    let calendar = calendar.published_calendar();
    let added = WorkingDays(65).end(due.due_on, calendar);
    assert_eq!(added, Ok(day("2015-09-11")));
    for beyond in ["2015-08-07", "2015-09-11"] {
        let asked = day(beyond);
        let refusal = story.refused(extend_investigation(beyond));
        assert_eq!(refusal, Refusal::PastTheCeiling { asked, latest });
    }
    // Nor do extensions add up: a second one has the same last day.
    let twice = story.and(extend_investigation("2015-07-10"));
    let refusal = twice.refused(extend_investigation("2015-08-07"));
    let asked = day("2015-08-07");
    assert_eq!(refusal, Refusal::PastTheCeiling { asked, latest });
    let twice = twice.and(extend_investigation("2015-08-06"));
    assert_eq!(
        twice.clock(LimitId::InvestigationFromRequest).due_on(),
        latest
    );
}

#[test]
fn m01_adding_20_to_10_at_stage_1() {
    // Received on 26 March: day 20 is 27 April. Ten and twenty would be 12 May.
    let extend = |until: &str| ExtendLocalResolution {
        reason: ExtensionReason::Complex,
        until: day(until),
        notified_on: Some(day("2015-04-10")),
        on: day("2015-04-10"),
    };
    let latest = day("2015-04-27");
    for beyond in ["2015-04-28", "2015-05-12"] {
        let asked = day(beyond);
        let refusal = Story::received(1).refused(extend(beyond));
        assert_eq!(refusal, Refusal::PastTheCeiling { asked, latest });
    }
    let story = Story::received(1).and(extend("2015-04-27"));
    assert_eq!(story.clock(LimitId::LocalResolution).due_on(), latest);
}

#[test]
fn m02_counting_the_day_of_receipt_as_day_1() {
    // Received on Thursday 26 March: Friday is day 1, and with Easter day 10 is Monday 13 April. Counting the day of
    // receipt would make it Friday 10 April, and call this answer late.
    let story = Story::received(1);
    assert_eq!(
        story.clock(LimitId::LocalResolution).due.due_on,
        day("2015-04-13")
    );
    let story = story.and(respond(&[Finding::Upheld], "2015-04-13"));
    let clock = story.clock(LimitId::LocalResolution);
    assert_eq!(clock.ended, Some(ClockEnd::Met(day("2015-04-13"))));
    assert!(!clock.is_late(day("2015-12-31")));
    assert_eq!(took(&story), 10);
    // Answered on the day it came, it took no day.
    let at_once = Story::of(complaint(1)).and(respond(&[Finding::Upheld], "2015-03-26"));
    assert_eq!(took(&at_once), 0);
}

fn took(story: &Story) -> u16 {
    let stage = story.case().local_resolution.expect("Stage 1 ran");
    let (_, answered) = stage.answered.expect("it was answered");
    answered.took
}

#[test]
fn m03_closing_a_case_because_20_working_days_passed_after_stage_1() {
    // Answered on 13 April: the advised day is 12 May. Nothing happens by itself on the 13th.
    let story = Story::answered();
    let advised = story.clock(LimitId::InvestigationRequest);
    assert_eq!(advised.due_on(), day("2015-05-12"));
    assert!(story.case().closed.is_none());
    // Nine months later, and after somebody closed the case, the request opens it again.
    let closed = story.clone().and(Close {
        notice: None,
        learned: Some(lesson()),
        on: day("2015-05-13"),
    });
    for story in [&story, &closed] {
        let asked = story.clone().and(request_investigation("2016-01-29"));
        assert!(asked.case().closed.is_none());
        assert!(asked.case().investigation.is_some());
    }
    // Lateness is no ground to refuse it.
    let refuse = RefuseEscalation {
        to: Escalation::Investigation,
        ground: EscalationGround::TooLateForAPanel,
        reasons: sealed(70),
        agreed_by: MANAGER,
        asked_on: day("2015-06-01"),
        notice: Some(notice(NextRight::Ombudsman, "2015-06-02")),
        on: day("2015-06-02"),
    };
    assert_eq!(
        story.refused(refuse),
        Refusal::Escalation(EscalationFault::NoLawfulGround(
            EscalationGround::TooLateForAPanel
        ))
    );
    // And no letter makes a limit of the advice.
    let binding = Respond {
        notice: Some(NoticeOfRights {
            by_when: ByWhen::LastDay {
                on: day("2015-05-12"),
            },
            ..notice(NextRight::Investigation, "2015-04-13")
        }),
        ..respond(&[Finding::Upheld], "2015-04-13")
    };
    assert_eq!(
        Story::received(1).refused(binding),
        NoticeFault::MadeBinding(NextRight::Investigation).into()
    );
}

#[test]
fn m04_stopping_the_stage_2_clock_at_the_investigating_officers_report() {
    // Both reports are in before day 25, 11 June; the answer goes out on 12 June and is late.
    let story = Story::under_investigation()
        .and(ReceiveOfficerReport {
            report: OfficerReport {
                findings: findings(&[Finding::Upheld]),
                recommendations: Vec::new(),
            },
            on: day("2015-06-01"),
        })
        .and(ReceiveIndependentReport {
            report: IndependentReport {
                satisfied: IndependentCheck::ALL.to_vec(),
                remarks: None,
            },
            on: day("2015-06-03"),
        });
    assert!(story.clock(LimitId::InvestigationFromRequest).is_running());
    let story = story.and(SendAdjudication {
        findings: findings(&[Finding::Upheld]),
        adjudication: Some(Adjudication {
            officer: OUTSIDERS[0],
            decisions: Vec::new(),
            pack: PackItem::ALL.to_vec(),
            letter: None,
        }),
        notice: Some(notice(NextRight::ReviewPanel, "2015-06-12")),
        sent_on: day("2015-06-12"),
    });
    let clock = story.clock(LimitId::InvestigationFromRequest);
    assert_eq!(clock.ended, Some(ClockEnd::Met(day("2015-06-12"))));
    assert!(clock.is_late(day("2015-12-31")));
    let stage = story.case().investigation.expect("Stage 2 ran");
    let (_, answered) = stage.answered.expect("it was answered");
    // To the officer's report it would be 17.
    assert_eq!(answered.took, 26);
}

#[test]
fn m05_counting_the_directors_15_working_days_from_the_panel_meeting() {
    // The panel met on 7 October; its report left on the 14th and arrived on the 15th. Fifteen working days from the
    // meeting would be 28 October, from the report's arrival they are 5 November.
    let story = Story::panel_appointed("2015-10-07").and(HoldReviewPanel {
        on: day("2015-10-07"),
        attendance: None,
    });
    let running = story
        .case()
        .clocks
        .running_of(LimitId::ReviewPanelResponse)
        .is_some();
    assert!(
        !running,
        "nothing is due from the director before the report"
    );
    let story = story.and(ReceivePanelReport {
        sent_on: day("2015-10-14"),
        received_on: day("2015-10-15"),
        report: None,
    });
    let due = story.clock(LimitId::ReviewPanelResponse).due;
    assert_eq!(
        (due.from, due.due_on),
        (day("2015-10-15"), day("2015-11-05"))
    );
}

#[test]
fn m06_giving_the_panel_date_an_extend_button() {
    let limit = LimitId::ReviewPanelMeets;
    let last = day("2015-10-12");
    let later = RearrangeReviewPanel {
        meets_on: day("2015-10-21"),
        reasons: sealed(71),
        agreed_late_on: Some(day("2015-09-25")),
        on: day("2015-09-25"),
    };
    // A later day is agreed with the complainant, when the panel is appointed or afterwards.
    let moved = Story::panel_appointed("2015-10-07").and(later);
    let mut late_from_the_start = panel(OUTSIDERS, "2015-10-21");
    late_from_the_start.agreed_late_on = Some(day("2015-09-09"));
    let appointed = Story::at_review_panel().and(late_from_the_start);
    for story in [moved, appointed] {
        let clock = story.clock(limit);
        assert_eq!((clock.due_on(), clock.due.latest_on), (last, None));
        let met = story.and(HoldReviewPanel {
            on: day("2015-10-21"),
            attendance: None,
        });
        // The agreement is on record, and the panel met out of time all the same.
        assert!(met.clock(limit).is_late(day("2015-12-31")));
        let panel = met.case().review_panel.expect("a panel was asked for");
        let (_, appointed) = panel.appointed.expect("it was appointed");
        assert!(appointed.agreed_late_on.is_some());
    }
    let extensions: Vec<_> = Action::ALL
        .iter()
        .filter(|action| action.file().contains("extend"))
        .collect();
    let lawful = [
        &Action::ExtendLocalResolution,
        &Action::ExtendInvestigation,
        &Action::ExtendSubjectAccess,
    ];
    assert_eq!(extensions, lawful);
}

fn defer(points: &[u16], prejudice: bool) -> DeferPoints {
    DeferPoints {
        points: points.iter().copied().map(PointNumber).collect(),
        kind: ProceedingsKind::Court,
        proceedings: Some(sealed(80)),
        prejudice: prejudice.then(|| sealed(81)),
        decided_by: MANAGER,
        legal_advice: true,
        notice_sent_on: Some(day("2015-04-01")),
        on: day("2015-04-01"),
    }
}

#[test]
fn m07_freezing_automatically_when_court_is_ticked() {
    // The interview says that there are proceedings and that they might be prejudiced: somebody has to decide.
    let answers = "safety=none wish=complain speaker=self body=own area=help help=in_need \
                   person=parent_without earlier=no time=within proceedings=might";
    let judge = JudgeProcedure {
        points: vec![PointNumber(1)],
        complainant: FATHER,
        children: vec![CHILD],
        answers: answers
            .split_whitespace()
            .filter_map(|pair| pair.split_once('='))
            .filter_map(|(question, answer)| {
                Some((QuestionId::from_code(question)?, answer.to_owned()))
            })
            .collect(),
        arose_on: None,
        note: None,
        on: day("2015-03-30"),
    };
    let story = Story::received(1).and(judge);
    let case = story.case();
    let (_, judged) = case.judgements.last().expect("it was judged");
    assert_eq!(judged.leaf, Leaf::AskAPerson(Uncertainty::Prejudice));
    assert!(case.deferrals.is_empty());
    assert!(story.clock(LimitId::LocalResolution).is_running());
    // Naming a court is not enough to decide it.
    assert_eq!(
        story.refused(defer(&[1], false)),
        Refusal::NotYet(NotYet::InTheNotice(
            "how considering the points might prejudice the proceedings"
        ))
    );
    // Until then it is answered like any other.
    story.and(respond(&[Finding::Upheld], "2015-04-13"));
}

#[test]
fn m07_freezing_the_whole_case_when_only_one_point_is_affected() {
    let story = Story::received(2).and(defer(&[2], true));
    let in_play: Vec<_> = story.case().points_in_play();
    assert_eq!(in_play, complaint(1).points);
    let clock = story.clock(LimitId::LocalResolution);
    assert!(clock.is_running());
    assert_eq!(clock.due_on(), day("2015-04-13"));
    // The other point is answered in time; the deferred one keeps the case open.
    let story = story.and(respond(&[Finding::Upheld], "2015-04-13"));
    assert!(
        !story
            .clock(LimitId::LocalResolution)
            .is_late(day("2015-12-31"))
    );
    let close = Close {
        notice: None,
        learned: Some(lesson()),
        on: day("2015-05-13"),
    };
    assert_eq!(
        story.refused(close),
        Refusal::NotReadyToClose("points are deferred while proceedings run")
    );
}
