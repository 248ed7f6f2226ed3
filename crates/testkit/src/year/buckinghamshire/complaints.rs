//! The year's complaints: 62 statutory ones with the published margins, and 21 corporate ones.

use casework::advocacy::{AdvocateKind, Wanted};
use casework::ids::AccountId;
use casework::intake::Procedure;
use casework::local_resolution::ExtensionReason;
use casework::people::{Channel, ChildStatus};
use casework::settings::Code;
use jiff::civil::Date;
use statute::procedure::Finding;
use statute::working_days::Calendar;

use super::equality;
use super::sketch::{Reached, Sketch, sketches};
use crate::complaint::{
    AfterLocalResolution, ChildPlan, ComplaintPlan, Course, ExtensionPlan, InPlace,
    InvestigationPlan, LocalResolutionPlan, OmbudsmanPlan, ParticularsPlan, ReviewPanelPlan,
};
use crate::dice::Dice;
use crate::life::before;
use crate::published::PublishedYear;
use crate::year::{in_turn, working_day};

/// The statutory complaints received in the year.
///
/// # Panics
///
/// When the published figures allow no such complaints: a mistake in the program.
pub(in crate::year) fn statutory(
    published: &PublishedYear,
    managers: &[AccountId],
    dice: &mut Dice,
    calendar: &Calendar,
) -> Vec<ComplaintPlan> {
    let sketches = sketches(published, dice);
    let mut answers = equality::Answers::new(published, dice);
    let mut plans = Vec::with_capacity(sketches.len());
    for (place, sketch) in sketches.iter().enumerate() {
        let mut plan = planned(sketch, published, dice);
        let given = answers.of(sketch.capacities[0].as_str());
        if let Some(age) = given.child_s_age {
            plan.child.age = age;
        }
        plan.equality = given.forms;
        plan.assigned_to = in_turn(managers, place);
        plans.push(plan);
    }
    correct_one_at_stage_2(&mut plans);
    ombudsman(&mut plans, published);
    receive(&mut plans, published, dice, calendar);
    plans
}

/// The complaints under the council's own procedure, all answered.
pub(in crate::year) fn corporate(
    published: &PublishedYear,
    managers: &[AccountId],
    dice: &mut Dice,
    calendar: &Calendar,
) -> Vec<ComplaintPlan> {
    let year = published.year;
    let services = published.table("complaints_by_service").codes();
    let issues = published.table("complaints_by_issue").codes();
    let findings = [
        Finding::Upheld,
        Finding::PartlyUpheld,
        Finding::NotUpheld,
        Finding::NotUpheld,
    ];
    (0..published.count("corporate_complaints") as usize)
        .map(|place| ComplaintPlan {
            procedure: Procedure::Corporate,
            channel: channel(dice),
            received_on: working_day(year, year.last_day(), dice, calendar),
            service: dice.pick(&services).clone(),
            capacities: vec![Code::new(*dice.pick(&["parent", "relative", "other"]))],
            child: ChildPlan {
                status: ChildStatus::NoneOfThese,
                age: u8::try_from(dice.between(1, 16)).unwrap_or(8),
                complains: false,
            },
            categories: vec![dice.pick(&issues).clone()],
            acknowledged_after: Some(dice.between(1, 5)),
            assigned_to: in_turn(managers, place),
            advocate: None,
            equality: Vec::new(),
            course: Course::Answered(LocalResolutionPlan {
                extension: None,
                took: dice.between(6, 17),
                findings: vec![*dice.pick(&findings)],
                by_terms: false,
                next: AfterLocalResolution::Satisfied,
            }),
            ombudsman: None,
            particulars: ParticularsPlan::default(),
            closed_after: dice.between(0, 2),
        })
        .collect()
}

fn planned(sketch: &Sketch, published: &PublishedYear, dice: &mut Dice) -> ComplaintPlan {
    let complains = sketch.is("young_person") || sketch.is("care_leaver");
    let mut categories = vec![sketch.issue.clone()];
    let issues = published.table("complaints_by_issue").codes();
    for percent in [45, 15] {
        let further = dice.pick(&issues);
        if dice.chance(percent) && !categories.contains(further) {
            categories.push(further.clone());
        }
    }
    ComplaintPlan {
        procedure: Procedure::ChildrenAct,
        channel: if sketch.with_advocate {
            Channel::Advocate
        } else {
            channel(dice)
        },
        received_on: published.year.first_day(),
        service: sketch.service.clone(),
        capacities: sketch.capacities.clone(),
        child: ChildPlan {
            status: status(sketch, dice),
            age: age(sketch, dice),
            complains,
        },
        acknowledged_after: Some(if dice.chance(85) {
            dice.between(0, 2)
        } else {
            dice.between(3, 5)
        }),
        assigned_to: None,
        advocate: sketch
            .is("young_person")
            .then_some(if sketch.with_advocate {
                (Wanted::Yes, AdvocateKind::Independent)
            } else {
                (Wanted::No, AdvocateKind::Nobody)
            }),
        equality: Vec::new(),
        course: course(sketch, categories.len(), dice),
        categories,
        ombudsman: None,
        particulars: ParticularsPlan::default(),
        closed_after: dice.between(0, 3),
    }
}

fn course(sketch: &Sketch, points: usize, dice: &mut Dice) -> Course {
    if sketch.ended("withdrawn") {
        return Course::Withdrawn { took: sketch.took };
    }
    let findings = findings(sketch.outcome.as_str(), points);
    let next = match sketch.reached {
        Reached::LocalResolution => AfterLocalResolution::Satisfied,
        Reached::TakenBack { after_meeting } => AfterLocalResolution::TakenBack {
            asked_after: dice.between(3, 15),
            back_after: if after_meeting {
                dice.between(6, 12)
            } else {
                dice.between(2, 8)
            },
            instead: if after_meeting {
                InPlace::Meeting
            } else {
                InPlace::Nothing
            },
        },
        Reached::Investigation | Reached::ReviewPanel => {
            let panel = (sketch.reached == Reached::ReviewPanel).then(|| ReviewPanelPlan {
                asked_after: dice.between(6, 18),
                meets_after: dice.between(24, 34),
                reports_after: dice.between(3, 5),
                answered_after: dice.between(10, 17),
            });
            // Few investigations keep to the first limit, some not to the second; those that reach a panel
            // must end by the autumn.
            let took = match panel {
                Some(_) => dice.between(38, 60),
                None if dice.chance(30) => dice.between(66, 78),
                None => dice.between(22, 60),
            };
            let findings = findings.clone();
            AfterLocalResolution::Investigated(InvestigationPlan {
                asked_after: dice.between(4, 14),
                took,
                findings,
                panel,
            })
        }
    };
    Course::Answered(LocalResolutionPlan {
        extension: extension(sketch, dice),
        took: sketch.took,
        by_terms: sketch.ended("upheld")
            && sketch.reached == Reached::LocalResolution
            && dice.chance(15),
        findings,
        next,
    })
}

/// Most answers between the first and the second limit were extended as the law asks; some without
/// telling the complainant, and some late answers were never extended.
fn extension(sketch: &Sketch, dice: &mut Dice) -> Option<ExtensionPlan> {
    let decided = dice.chance(if sketch.took > 20 { 60 } else { 85 });
    (decided && sketch.took > 10).then(|| ExtensionPlan {
        decided_after: dice.between(6, 9),
        until: if sketch.took > 20 {
            20
        } else {
            dice.between(sketch.took, 20)
        },
        reason: if sketch.with_advocate {
            ExtensionReason::AdvocateAppointment
        } else {
            ExtensionReason::Complex
        },
        notified: dice.chance(88),
    })
}

/// Findings on so many points that come to an outcome.
fn findings(outcome: &str, points: usize) -> Vec<Finding> {
    let (first, others) = match (outcome, points) {
        ("upheld", _) => (Finding::Upheld, Finding::Upheld),
        ("partly_upheld", 1) => (Finding::PartlyUpheld, Finding::PartlyUpheld),
        ("partly_upheld", _) => (Finding::Upheld, Finding::NotUpheld),
        ("not_upheld", _) => (Finding::NotUpheld, Finding::NotUpheld),
        _ => (Finding::NoFinding, Finding::NoFinding),
    };
    std::iter::once(first)
        .chain(std::iter::repeat_n(others, points.saturating_sub(1)))
        .collect()
}

/// All but one investigation came to what Stage 1 had found.
fn correct_one_at_stage_2(plans: &mut [ComplaintPlan]) {
    let changed = plans.iter_mut().find_map(|plan| match &mut plan.course {
        Course::Answered(LocalResolutionPlan {
            next: AfterLocalResolution::Investigated(stage),
            ..
        }) if stage
            .findings
            .iter()
            .all(|finding| *finding == Finding::NotUpheld) =>
        {
            Some(&mut stage.findings)
        }
        Course::Answered(_)
        | Course::Withdrawn { .. }
        | Course::Declined { .. }
        | Course::ReferredElsewhere { .. }
        | Course::NotRecorded => None,
    });
    let changed = changed.expect("some complaint went to Stage 2 without anything upheld");
    changed[0] = Finding::PartlyUpheld;
}

/// One complaint went to the Ombudsman after Stage 2 and was upheld; another was outside jurisdiction.
fn ombudsman(plans: &mut [ComplaintPlan], published: &PublishedYear) {
    let decisions = published.table("lgo_decisions").codes();
    for decision in decisions {
        let upheld = decision.as_str() == "investigated_upheld";
        let fits = |plan: &&mut ComplaintPlan| {
            let Course::Answered(stage) = &plan.course else {
                return false;
            };
            let suitable = match &stage.next {
                AfterLocalResolution::Investigated(stage) => {
                    upheld && stage.panel.is_none() && stage.took <= 55
                }
                AfterLocalResolution::Satisfied => !upheld && plan.capacities.len() == 1,
                AfterLocalResolution::TakenBack { .. } => false,
            };
            suitable && plan.ombudsman.is_none() && !plan.child.complains
        };
        let plan = plans
            .iter_mut()
            .find(fits)
            .expect("some complaint can have gone to the Ombudsman");
        plan.ombudsman = Some(if upheld {
            OmbudsmanPlan {
                asked_after: 22,
                decided_after: 68,
                decision,
            }
        } else {
            OmbudsmanPlan {
                asked_after: 15,
                decided_after: 20,
                decision,
            }
        });
    }
}

/// The days of receipt: so that all but one complaint are closed by the end of the year, and every
/// decision of the Ombudsman falls into it.
fn receive(
    plans: &mut [ComplaintPlan],
    published: &PublishedYear,
    dice: &mut Dice,
    calendar: &Calendar,
) {
    let year = published.year;
    let left_open = published.count("stage1_complaints") - published.count("closed_in_year");
    let straight = |plan: &ComplaintPlan| {
        let satisfied = matches!(
            &plan.course,
            Course::Answered(LocalResolutionPlan {
                took: 12..=20,
                next: AfterLocalResolution::Satisfied,
                ..
            })
        );
        satisfied && plan.ombudsman.is_none() && !plan.child.complains
    };
    let mut left_open = left_open as usize;
    for plan in plans {
        if left_open > 0 && straight(plan) {
            left_open -= 1;
            // Eight of its working days before the end of the year, the others after.
            plan.received_on = before(year.last_day(), 8, calendar);
        } else {
            let latest: Date = before(year.last_day(), plan.whole_length(), calendar);
            plan.received_on = working_day(year, latest, dice, calendar);
        }
    }
    assert_eq!(
        left_open, 0,
        "some complaint can have been left open at the end of the year"
    );
}

fn status(sketch: &Sketch, dice: &mut Dice) -> ChildStatus {
    if sketch.looked_after {
        ChildStatus::LookedAfter
    } else if sketch.is("care_leaver") {
        ChildStatus::CareLeaver
    } else if dice.chance(30) {
        ChildStatus::OnProtectionPlan
    } else {
        ChildStatus::InNeed
    }
}

fn age(sketch: &Sketch, dice: &mut Dice) -> u8 {
    let years = if sketch.is("care_leaver") {
        dice.between(18, 21)
    } else if sketch.is("young_person") {
        dice.between(12, 17)
    } else {
        dice.between(1, 16)
    };
    u8::try_from(years).unwrap_or(u8::MAX)
}

fn channel(dice: &mut Dice) -> Channel {
    *dice.pick(&[
        Channel::Email,
        Channel::Email,
        Channel::Email,
        Channel::Letter,
        Channel::Letter,
        Channel::Telephone,
        Channel::Telephone,
        Channel::OnlineForm,
        Channel::InPerson,
    ])
}
