//! Writing a complaint's plan down, stage by stage.

mod beside;

use app::private::{PersonDetails, seal_equality, seal_text};
use casework::action::Command;
use casework::advocacy::{AdvocacyRecorded, AdvocateAppointed, AppointAdvocate, RecordAdvocacy};
use casework::closure::{Close, NextRight, NoticeOfRights, Withdraw};
use casework::ids::PersonId;
use casework::intake::{
    Acknowledge, Assign, Decline, DeclineGround, Procedure, RecordComplaint, RecordEquality,
    ReferElsewhere,
};
use casework::investigation::{
    AgreeStatement, AppointInvestigators, ExtendInvestigation, InvestigatorsAppointed,
    ReceiveReports, SendAdjudication,
};
use casework::learning::{Learned, ReportBack};
use casework::local_resolution::{
    ExtendLocalResolution, ExtensionReason, RequestInvestigation, Resolve, Respond,
};
use casework::people::{Child, Complainant};
use casework::point::{Point, PointFinding, PointNumber};
use casework::pools::PoolPart;
use casework::review_panel::{
    AppointReviewPanel, HoldReviewPanel, ReceivePanelReport, RequestReviewPanel, SendPanelResponse,
};
use jiff::ToSpan as _;
use jiff::civil::Date;
use journal::Sealing;
use statute::limits;
use statute::procedure::Finding;
use statute::working_days::Calendar;
use views::equality::About;

use super::{
    AfterLocalResolution, ComplaintPlan, Course, InvestigationPlan, LearningPlan,
    LocalResolutionPlan, ReviewPanelPlan, usual_ground,
};
use crate::dice::Dice;
use crate::life::{Life, after};
use crate::pool::Pool;
use crate::{names, texts};

/// Working days to the appointment of the investigators.
const APPOINTED_AFTER: u16 = 4;
/// Working days to the agreed statement.
const STATEMENT_AGREED_AFTER: u16 = 9;
/// Working days from the reports to the adjudication.
const ADJUDICATED_AFTER: u16 = 7;

/// A plan while it is being written down.
pub(super) struct Telling<'a> {
    plan: &'a ComplaintPlan,
    pool: Option<&'a Pool>,
    calendar: &'a Calendar,
    dice: Dice,
    pub life: Life,
    complainant: PersonId,
    child: PersonId,
}

impl<'a> Telling<'a> {
    pub(super) fn new(
        plan: &'a ComplaintPlan,
        pool: Option<&'a Pool>,
        mut dice: Dice,
        until: Date,
        calendar: &'a Calendar,
    ) -> Self {
        let complainant = dice.person();
        let child = if plan.child.complains {
            complainant
        } else {
            dice.person()
        };
        let life = Life::new(dice.fork(), plan.received_on, until);
        Self {
            plan,
            pool,
            calendar,
            dice,
            life,
            complainant,
            child,
        }
    }

    pub(super) fn day(&self, from: Date, working_days: u16) -> Date {
        after(from, working_days, self.calendar)
    }

    /// What a letter of that day says about the next right; of a day that never comes there is no letter.
    fn notice(&self, right: NextRight, sent_on: Date) -> Option<NoticeOfRights> {
        NoticeOfRights::lawful(right, self.plan.procedure, sent_on, self.calendar).ok()
    }

    /// What is said when the case is closed, where no answer before it named the next right.
    pub(super) fn closing_notice(&self, closed_on: Date) -> Option<NoticeOfRights> {
        let right = match &self.plan.course {
            Course::Withdrawn { .. } => NextRight::BringItBack,
            Course::Declined { .. } | Course::ReferredElsewhere { .. } => NextRight::Ombudsman,
            Course::NotRecorded => return None,
            Course::Answered(stage) => match &stage.next {
                AfterLocalResolution::Investigated(stage) if stage.panel.is_some() => {
                    NextRight::Ombudsman
                }
                AfterLocalResolution::Satisfied
                | AfterLocalResolution::TakenBack { .. }
                | AfterLocalResolution::Investigated(_) => return None,
            },
        };
        self.notice(right, closed_on)
    }

    pub(super) fn record(&mut self) {
        let (plan, dice) = (self.plan, &mut self.dice);
        let (complainant, child) = (self.complainant, self.child);
        self.life.then(plan.received_on, |sealing| {
            let any_name = names::name(dice);
            let name = plan.particulars.name.clone().unwrap_or(any_name);
            let born_on = born(plan, dice);
            let statutory = plan.procedure == Procedure::ChildrenAct;
            let mut complainants = Vec::with_capacity(plan.capacities.len());
            for capacity in &plan.capacities {
                let first = complainants.is_empty();
                let name = if first {
                    name.clone()
                } else {
                    names::relative_of(&name, dice)
                };
                let contact = Some(names::contact(&name, dice));
                let born_on = (first && plan.child.complains).then_some(born_on);
                complainants.push(Complainant {
                    person: if first { complainant } else { dice.person() },
                    ground: statutory.then(|| usual_ground(capacity)),
                    capacity: capacity.clone(),
                    details: Some(
                        PersonDetails {
                            name,
                            contact,
                            born_on,
                        }
                        .seal(sealing),
                    ),
                });
            }
            let details = if plan.child.complains {
                complainants
                    .first()
                    .and_then(|complainant| complainant.details.clone())
            } else {
                let name = names::relative_of(&name, dice);
                Some(
                    PersonDetails {
                        name,
                        contact: None,
                        born_on: Some(born_on),
                    }
                    .seal(sealing),
                )
            };
            RecordComplaint {
                place: plan.particulars.place.clone(),
                procedure: plan.procedure,
                channel: plan.channel,
                received_on: plan.received_on,
                reached_team_on: None,
                grounds_arose_on: None,
                late_reasons: None,
                service: plan.service.clone(),
                complainants,
                children: vec![Child {
                    person: child,
                    status: plan.child.status,
                    details,
                }],
                points: points(plan, sealing, dice),
                desired_outcome: Some(seal_text(sealing, texts::wish(dice))),
                complained_about: Vec::new(),
            }
        });
    }

    pub(super) fn intake(&mut self) {
        let plan = self.plan;
        // Nothing is acknowledged after it has been answered or withdrawn.
        let first_step = match &plan.course {
            Course::Withdrawn { took }
            | Course::Declined { took }
            | Course::ReferredElsewhere { took, .. } => *took,
            Course::Answered(stage) => stage.took,
            Course::NotRecorded => u16::MAX,
        };
        let taken_in = self.day(
            plan.received_on,
            plan.acknowledged_after.unwrap_or(1).min(first_step),
        );
        if plan.acknowledged_after.is_some() {
            self.life.then(taken_in, |_| Acknowledge {
                leaflets: Vec::new(),
                on: taken_in,
            });
        }
        if let Some(to) = plan.assigned_to {
            self.life.then(taken_in, |_| Assign { to, on: taken_in });
        }
        if let Some((wanted, kind)) = plan.advocate {
            let recorded = AdvocacyRecorded {
                person: self.child,
                wanted,
                kind,
                told_on: Some(taken_in),
                offered_on: Some(taken_in),
            };
            self.life.then(taken_in, |_| RecordAdvocacy {
                recorded,
                on: taken_in,
            });
        }
        for kind in &plan.particulars.helped_by {
            let stranger = self.dice.person();
            let known = self
                .pool
                .and_then(|pool| pool.advocate_instead_of(stranger, *kind));
            let appointed = AdvocateAppointed {
                person: self.child,
                advocate: known.unwrap_or(stranger),
                kind: *kind,
                organisation: None,
            };
            self.life.then(taken_in, |_| AppointAdvocate {
                appointed,
                bars: Vec::new(),
                on: taken_in,
            });
        }
        for answers in &plan.equality {
            let person = match answers.about {
                About::Complainant => self.complainant,
                About::Child => self.child,
            };
            let came_back_after = self.dice.between(3, 15);
            let on = self.day(plan.received_on, came_back_after);
            self.life.then(on, |sealing| RecordEquality {
                person,
                about: answers.about,
                source: answers.source,
                answers: seal_equality(sealing, answers),
                on,
            });
        }
    }

    /// Tells the stages and gives the day of the last step; `None` where nobody recorded one.
    pub(super) fn course(&mut self) -> Option<Date> {
        let received_on = self.plan.received_on;
        Some(match &self.plan.course {
            Course::NotRecorded => return None,
            Course::Declined { took } => {
                let on = self.day(received_on, *took);
                self.life.then(on, |sealing| Decline {
                    ground: DeclineGround::AnotherBody,
                    reasons: seal_text(sealing, texts::NOT_FOR_US),
                    ombudsman_named: true,
                    on,
                    from_old_register: false,
                });
                on
            }
            Course::ReferredElsewhere { took, route } => {
                let (on, route) = (self.day(received_on, *took), *route);
                self.life.then(on, |sealing| ReferElsewhere {
                    route,
                    reasons: seal_text(sealing, texts::NOT_FOR_US),
                    on,
                });
                on
            }
            Course::Withdrawn { took } => {
                let confirmed_on = self.day(self.plan.received_on, *took);
                let oral = self.dice.chance(50);
                self.life.then(confirmed_on, |_| Withdraw {
                    oral,
                    looked_into: None,
                    confirmed_on,
                });
                confirmed_on
            }
            Course::Answered(stage) => self.local_resolution(stage),
        })
    }

    fn local_resolution(&mut self, stage: &LocalResolutionPlan) -> Date {
        let received_on = self.plan.received_on;
        if let Some(plan) = stage.extension {
            let on = self.day(received_on, plan.decided_after);
            let until = self.day(received_on, plan.until);
            let notified_on = plan.notified.then_some(on);
            self.life.then(on, |_| ExtendLocalResolution {
                reason: plan.reason,
                until,
                notified_on,
                on,
            });
        }
        let sent_on = self.day(received_on, stage.took);
        let notice = self.notice(NextRight::Investigation, sent_on);
        let dice = &mut self.dice;
        self.life.then(sent_on, |sealing| -> Command {
            let findings = findings(&stage.findings, sealing, dice);
            if stage.by_terms {
                let terms = seal_text(
                    sealing,
                    "We have agreed what will be done and by when, as set out here.",
                );
                Resolve {
                    findings,
                    terms,
                    notice,
                    agreed_on: None,
                    late: None,
                    resolution: Vec::new(),
                    sent_on,
                }
                .into()
            } else {
                Respond {
                    findings,
                    letter: None,
                    notice,
                    late: None,
                    resolution: Vec::new(),
                    learning_shared: None,
                    sent_on,
                }
                .into()
            }
        });
        self.actions(true, sent_on);
        match &stage.next {
            AfterLocalResolution::Satisfied => sent_on,
            AfterLocalResolution::TakenBack {
                asked_after,
                back_after,
                instead,
            } => {
                let asked_on = self.ask_for_stage_2(sent_on, *asked_after);
                let on = self.day(asked_on, *back_after);
                self.take_back(*instead, asked_on, on);
                self.actions(false, on);
                on
            }
            AfterLocalResolution::Investigated(stage) => {
                let asked_on = self.ask_for_stage_2(sent_on, stage.asked_after);
                self.investigation(asked_on, stage)
            }
        }
    }

    /// Closes the complaint. What was answered taught something, or the reason why it did not is given; then nothing
    /// more is owed.
    pub(super) fn close(&mut self, notice: Option<NoticeOfRights>, on: Date) {
        match self.plan.particulars.learning {
            LearningPlan::Chance => {}
            LearningPlan::Nothing | LearningPlan::Actions(_) => {
                self.close_as_planned(notice, on);
                return;
            }
        }
        let answered = matches!(self.plan.course, Course::Answered(_));
        let changes = self.dice.chance(80);
        let (change, none) = (
            texts::lesson(&mut self.dice),
            texts::no_lesson(&mut self.dice),
        );
        self.life.then(on, |sealing| {
            let learned = answered.then(|| learned(changes, change, none, sealing));
            Close {
                notice,
                learned,
                on,
            }
        });
        if answered && changes {
            self.report_back(on);
        }
    }

    /// Most services report in the three months they have, some late, and a few never.
    fn report_back(&mut self, closed_on: Date) {
        let after = match self.dice.below(100) {
            0..88 => self.dice.between(10, 55),
            88..96 => self.dice.between(65, 90),
            _ => return,
        };
        let on = self.day(closed_on, after);
        let changes = self.dice.chance(70);
        let (change, none) = (
            texts::lesson(&mut self.dice),
            texts::no_lesson(&mut self.dice),
        );
        self.life.then(on, |sealing| {
            let learned = learned(changes, change, none, sealing);
            ReportBack { learned, on }
        });
    }

    /// A request that comes late finds the case closed and opens it again.
    fn ask_for_stage_2(&mut self, answered_on: Date, asked_after: u16) -> Date {
        let closed_on = self.day(answered_on, self.plan.closed_after);
        let on = self.day(answered_on, asked_after);
        if closed_on < on {
            let lesson = texts::lesson(&mut self.dice);
            let acts = matches!(self.plan.particulars.learning, LearningPlan::Actions(_));
            self.life.then(closed_on, |sealing| Close {
                notice: None,
                learned: (!acts).then(|| learned(true, lesson, "", sealing)),
                on: closed_on,
            });
        }
        let oral = self.dice.chance(30);
        self.life.then(on, |_| RequestInvestigation {
            reasons: Vec::new(),
            oral,
            on,
        });
        on
    }

    fn investigation(&mut self, asked_on: Date, stage: &InvestigationPlan) -> Date {
        let officer = self.appointed(PoolPart::InvestigatingOfficer, &[]);
        let independent = self.appointed(PoolPart::IndependentPerson, &[]);
        let appointed = InvestigatorsAppointed::new(officer, independent);
        let on = self.day(asked_on, APPOINTED_AFTER.min(stage.took));
        self.life
            .then(on, |_| AppointInvestigators { appointed, on });
        let on = self.day(asked_on, STATEMENT_AGREED_AFTER.min(stage.took));
        self.life.then(on, |_| AgreeStatement { on });
        let limit = limits::of(limits::LimitId::InvestigationFromRequest);
        let (first, longest) = (
            working_days(limit.length),
            limit.extendable_to.map_or(0, working_days),
        );
        if stage.took > first {
            let on = self.day(asked_on, first.saturating_sub(4));
            let until = self.day(asked_on, longest);
            let reason = *self.dice.pick(&ExtensionReason::AT_STAGE_2);
            self.life.then(on, |_| ExtendInvestigation {
                reason,
                until,
                notified_on: Some(on),
                on,
            });
        }
        let on = self.day(
            asked_on,
            stage
                .took
                .saturating_sub(ADJUDICATED_AFTER)
                .max(STATEMENT_AGREED_AFTER),
        );
        self.life.then(on, |_| ReceiveReports { on });
        let sent_on = self.day(asked_on, stage.took);
        let right = match self.plan.procedure {
            Procedure::ChildrenAct => NextRight::ReviewPanel,
            Procedure::Corporate => NextRight::Ombudsman,
        };
        let notice = self.notice(right, sent_on);
        let dice = &mut self.dice;
        self.life.then(sent_on, |sealing| {
            let findings = findings(&stage.findings, sealing, dice);
            SendAdjudication {
                findings,
                adjudication: None,
                notice,
                sent_on,
            }
        });
        self.actions(false, sent_on);
        match stage.panel {
            None => sent_on,
            Some(panel) => self.review_panel(sent_on, panel),
        }
    }

    /// Somebody to be appointed: from the pool, if there is one.
    fn appointed(&mut self, part: PoolPart, besides: &[PersonId]) -> PersonId {
        let stranger = self.dice.person();
        let known = self
            .pool
            .and_then(|pool| pool.instead_of(stranger, part, besides));
        known.unwrap_or(stranger)
    }

    fn review_panel(&mut self, adjudicated_on: Date, stage: ReviewPanelPlan) -> Date {
        let asked_on = self.day(adjudicated_on, stage.asked_after);
        self.life.then(asked_on, |_| RequestReviewPanel {
            reasons: Vec::new(),
            on: asked_on,
            late_reasons: None,
        });
        let met_on = self.day(asked_on, stage.meets_after);
        let on = self.day(asked_on, stage.meets_after.min(8));
        let chair = self.appointed(PoolPart::PanelMember, &[]);
        let first = self.appointed(PoolPart::PanelMember, &[chair]);
        let second = self.appointed(PoolPart::PanelMember, &[chair, first]);
        let members = [first, second];
        self.life.then(on, |_| {
            AppointReviewPanel::undeclared(chair, members, met_on, on)
        });
        self.life.then(met_on, |_| HoldReviewPanel {
            on: met_on,
            attendance: None,
        });
        let received_on = self.day(met_on, stage.reports_after);
        self.life.then(received_on, |_| ReceivePanelReport {
            sent_on: received_on,
            received_on,
            report: None,
        });
        let sent_on = self.day(received_on, stage.answered_after);
        let notice = self.notice(NextRight::Ombudsman, sent_on);
        self.life.then(sent_on, |_| SendPanelResponse {
            sent_on,
            response: None,
            notice,
        });
        sent_on
    }
}

fn points(plan: &ComplaintPlan, sealing: &mut Sealing, dice: &mut Dice) -> Vec<Point> {
    let numbered = plan.categories.iter().zip(1_u16..);
    numbered
        .map(|(category, number)| Point {
            number: PointNumber(number),
            text: seal_text(sealing, texts::point(category, dice)),
            categories: vec![category.clone()],
        })
        .collect()
}

/// Something that changes, or why nothing does.
fn learned(changes: bool, change: &str, none: &str, sealing: &mut Sealing) -> Learned {
    if changes {
        let text = seal_text(sealing, change);
        Learned::Change { text }
    } else {
        let reason = seal_text(sealing, none);
        Learned::Nothing { reason }
    }
}

fn findings(findings: &[Finding], sealing: &mut Sealing, dice: &mut Dice) -> Vec<PointFinding> {
    let numbered = findings.iter().zip(1_u16..);
    numbered
        .map(|(finding, number)| PointFinding {
            point: PointNumber(number),
            finding: *finding,
            reasons: Some(seal_text(sealing, texts::reasons(*finding, dice))),
        })
        .collect()
}

/// A birthday that makes the child as old as planned on the day of receipt.
fn born(plan: &ComplaintPlan, dice: &mut Dice) -> Date {
    let days = i64::try_from(dice.below(365)).unwrap_or_default();
    plan.received_on
        .saturating_sub(i64::from(plan.child.age).years())
        .saturating_sub(days.days())
}

fn working_days(length: limits::Length) -> u16 {
    match length {
        limits::Length::WorkingDays(days) => days.0,
        limits::Length::CalendarDaysRolled(_)
        | limits::Length::Months(_)
        | limits::Length::Years(_)
        | limits::Length::OnTheDay => 0,
    }
}
