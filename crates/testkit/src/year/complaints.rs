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

use super::{equality, in_turn, working_day};
use crate::complaint::{
    AfterLocalResolution, ChildPlan, ComplaintPlan, Course, ExtensionPlan, InvestigationPlan,
    LocalResolutionPlan, OmbudsmanPlan, ReviewPanelPlan,
};
use crate::dice::Dice;
use crate::life::before;
use crate::published::PublishedYear;

/// What joined two complaints as a second complainant, in another capacity than the first: the published
/// table of capacities has two entries more than there were complaints.
const SECOND_CAPACITIES: [&str; 2] = ["grandparent", "relative"];

/// How far a complaint went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reached {
    LocalResolution,
    TakenBack { after_meeting: bool },
    Investigation,
    ReviewPanel,
}

/// One complaint while the margins are dealt out.
#[derive(Clone, Debug)]
struct Sketch {
    capacities: Vec<Code>,
    service: Code,
    issue: Code,
    outcome: Code,
    took: u16,
    reached: Reached,
    with_advocate: bool,
    looked_after: bool,
}

impl Sketch {
    fn is(&self, capacity: &str) -> bool {
        self.capacities
            .first()
            .is_some_and(|first| first.as_str() == capacity)
    }

    fn ended(&self, outcome: &str) -> bool {
        self.outcome.as_str() == outcome
    }

    /// Whether the complainant may have gone on: those with an advocate did not, and what was withdrawn
    /// or answered without a finding did not either.
    fn may_go_on(&self) -> bool {
        !self.with_advocate && !self.ended("withdrawn") && !self.ended("no_finding")
    }
}

/// The statutory complaints received in the year.
///
/// # Panics
///
/// When the published figures allow no such complaints: a mistake in the program.
pub(super) fn statutory(
    published: &PublishedYear,
    managers: &[AccountId],
    dice: &mut Dice,
    calendar: &Calendar,
) -> Vec<ComplaintPlan> {
    let mut sketches = dealt(published, dice);
    support(&mut sketches, published);
    escalate(&mut sketches, published);
    look_after(&mut sketches, published);
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
pub(super) fn corporate(
    published: &PublishedYear,
    managers: &[AccountId],
    dice: &mut Dice,
    calendar: &Calendar,
) -> Vec<ComplaintPlan> {
    let year = published.reporting_year();
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
            closed_after: dice.between(0, 2),
        })
        .collect()
}

/// The single columns, each shuffled, with two likings: young people and care leavers complain about
/// the service that looks after them, and carers about the one that looks after carers.
fn dealt(published: &PublishedYear, dice: &mut Dice) -> Vec<Sketch> {
    let mut capacities = published.table("complaints_by_representative").codes();
    let mut seconds: Vec<Code> = Vec::new();
    for second in SECOND_CAPACITIES {
        let place = capacities
            .iter()
            .position(|capacity| capacity.as_str() == second);
        seconds
            .push(capacities.remove(place.expect("the second capacity is in the published table")));
    }
    dice.shuffle(&mut capacities);
    let mut column = |id: &str| {
        let mut codes = published.table(id).codes();
        dice.shuffle(&mut codes);
        codes
    };
    let (mut services, mut issues, mut outcomes) = (
        column("complaints_by_service"),
        column("complaints_by_issue"),
        column("outcomes_stage1"),
    );
    let mut days = days(published, dice);
    // Those with a liking choose first.
    capacities.sort_by_key(|capacity| liked_service(capacity).is_none());
    let sketch = |capacity: Code| {
        let liked = liked_service(&capacity);
        let place = services
            .iter()
            .position(|service| liked == Some(service.as_str()));
        let place = place.unwrap_or(services.len() - 1);
        let last = "every column is as long as the table of capacities";
        Sketch {
            service: services.remove(place),
            capacities: vec![capacity],
            issue: issues.pop().expect(last),
            outcome: outcomes.pop().expect(last),
            took: days.pop().expect(last),
            reached: Reached::LocalResolution,
            with_advocate: false,
            looked_after: false,
        }
    };
    let mut sketches: Vec<Sketch> = capacities.into_iter().map(sketch).collect();
    dice.shuffle(&mut sketches);
    for (parent, second) in sketches
        .iter_mut()
        .filter(|sketch| sketch.is("parent"))
        .zip(seconds)
    {
        parent.capacities.push(second);
    }
    sketches
}

fn liked_service(capacity: &Code) -> Option<&'static str> {
    match capacity.as_str() {
        "young_person" | "care_leaver" => Some("care_management"),
        "carer" => Some("care_services"),
        _ => None,
    }
}

/// Working days to completion: the published bands, with exactly the published mean over all.
fn days(published: &PublishedYear, dice: &mut Dice) -> Vec<u16> {
    let table = published.table("timescale_stage1");
    let band = |code: &str| table.value(code) as usize;
    let (first, second, third) = (band("within_10"), band("d11_20"), band("over_20"));
    let sum = table.sum() * published.count("mean_days_stage1");
    // Eight and fifteen days on average in the first two bands; the third takes what is left.
    let sums = [table.value("within_10") * 8, table.value("d11_20") * 15];
    let mut days = dice.with_sum(first, 3, 10, sums[0]);
    days.extend(dice.with_sum(second, 11, 20, sums[1]));
    days.extend(dice.with_sum(third, 21, 45, sum - sums[0] - sums[1]));
    dice.shuffle(&mut days);
    days
}

/// Who had an advocate: half of the young people.
fn support(sketches: &mut [Sketch], published: &PublishedYear) {
    let young = sketches
        .iter_mut()
        .filter(|sketch| sketch.is("young_person"));
    for sketch in young.take(published.count("young_people_with_advocate") as usize) {
        sketch.with_advocate = true;
    }
}

/// Who went on, and how far. A review panel within the same year needs a quick Stage 1.
fn escalate(sketches: &mut [Sketch], published: &PublishedYear) {
    let panels = published.count("stage3_panels");
    let investigations = published.count("stage2_complaints") - panels;
    let meeting = published.count("stage2_requests_taken_back_after_meeting");
    let alone = published.count("stage2_requests_taken_back_without_meeting");
    let mut reach = |count: u32, reached: Reached, most_days: u16| {
        let open = |sketch: &&mut Sketch| {
            sketch.reached == Reached::LocalResolution
                && sketch.may_go_on()
                && sketch.took <= most_days
        };
        let chosen: Vec<_> = sketches
            .iter_mut()
            .filter(open)
            .take(count as usize)
            .collect();
        assert_eq!(
            chosen.len(),
            count as usize,
            "too few complaints can have gone on"
        );
        for sketch in chosen {
            sketch.reached = reached;
        }
    };
    reach(panels, Reached::ReviewPanel, 20);
    reach(investigations, Reached::Investigation, 30);
    reach(
        meeting,
        Reached::TakenBack {
            after_meeting: true,
        },
        u16::MAX,
    );
    reach(
        alone,
        Reached::TakenBack {
            after_meeting: false,
        },
        u16::MAX,
    );
}

/// Which complaints are about a looked-after child: the carers' and most young people's first.
fn look_after(sketches: &mut [Sketch], published: &PublishedYear) {
    let mut places: Vec<usize> = (0..sketches.len()).collect();
    places.sort_by_key(|place| {
        let sketch = &sketches[*place];
        match (
            sketch.is("carer") || sketch.is("young_person"),
            sketch.service.as_str(),
        ) {
            (true, _) => 0,
            (false, "care_management" | "care_services") => 1,
            (false, _) => 2,
        }
    });
    // A care leaver is looked after no longer.
    places.retain(|place| !sketches[*place].is("care_leaver"));
    for place in places
        .into_iter()
        .take(published.count("looked_after_complaints") as usize)
    {
        sketches[place].looked_after = true;
    }
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
        received_on: published.reporting_year().first_day(),
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
            after_meeting,
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
        Course::Answered(_) | Course::Withdrawn { .. } => None,
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
    let year = published.reporting_year();
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
