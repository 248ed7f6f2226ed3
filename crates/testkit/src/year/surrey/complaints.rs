//! The 309 statutory complaints with the published margins.

use casework::advocacy::{AdvocateKind, Wanted};
use casework::intake::Procedure;
use casework::local_resolution::{
    ActivityFinding, ActivityKind, ActivityOutcome, ExtensionReason, Instead,
};
use casework::organisation::Place;
use casework::people::{Channel, ChildStatus};
use casework::settings::Code;
use jiff::civil::Date;
use statute::procedure::{Finding, Route};
use statute::working_days::Calendar;
use views::equality::{About, EqualityAnswers, Source, Value};

use super::learning::lessons;
use super::sketch::{Request, Sketch, sketches};
use crate::complaint::{
    AfterLocalResolution, ChildPlan, ComplaintPlan, Course, ExtensionPlan, InPlace,
    InvestigationPlan, LocalResolutionPlan, ParticularsPlan, ReviewPanelPlan,
};
use crate::dice::Dice;
use crate::life::before;
use crate::names;
use crate::published::PublishedYear;
use crate::year::{Hands, in_turn, working_day, written_on};

/// Working days after the last step in which actions are carried out and the service reports back.
const AFTERCARE: u16 = 42;

/// The statutory complaints received in the year.
///
/// # Panics
///
/// When the published figures allow no such complaints: a mistake in the program.
pub(in crate::year) fn statutory(
    published: &PublishedYear,
    hands: Hands<'_>,
    dice: &mut Dice,
    calendar: &Calendar,
) -> Vec<ComplaintPlan> {
    let sketches = sketches(published, dice);
    let lessons = lessons(&sketches, published, hands);
    let mut answers = Answers::new(published, dice);
    let mut advocates = advocates(published);
    let mut under_14 = published.count("young_people") - published.count("young_people_14_up");
    let mut plans = Vec::with_capacity(sketches.len());
    for (place, (sketch, learning)) in sketches.iter().zip(lessons).enumerate() {
        let child = child(sketch, &mut under_14, dice);
        let helped_by = if sketch.young {
            advocates.pop().unwrap_or_default()
        } else {
            Vec::new()
        };
        let mut plan = ComplaintPlan {
            procedure: Procedure::ChildrenAct,
            channel: channel(sketch, &helped_by, dice),
            received_on: published.year.first_day(),
            service: sketch.service.clone(),
            capacities: vec![sketch.capacity.clone()],
            child,
            categories: vec![sketch.issue.clone()],
            acknowledged_after: Some(dice.between(0, 3)),
            assigned_to: in_turn(hands.managers, place),
            advocate: sketch.young.then_some(if helped_by.is_empty() {
                (Wanted::No, AdvocateKind::Nobody)
            } else {
                (Wanted::Yes, AdvocateKind::Nobody)
            }),
            equality: answers.of(sketch, child.age),
            course: course(sketch, dice),
            ombudsman: None,
            particulars: ParticularsPlan {
                name: Some(names::name(dice)),
                place: Place {
                    area: sketch.area.clone(),
                    ..Place::default()
                },
                helped_by,
                learning,
            },
            closed_after: dice.between(0, 3),
        };
        plan.received_on = received_on(&plan, sketch, published, dice, calendar);
        plans.push(plan);
    }
    plans
}

/// So that everything is done when the report is written, and every request and panel falls into the year.
fn received_on(
    plan: &ComplaintPlan,
    sketch: &Sketch,
    published: &PublishedYear,
    dice: &mut Dice,
    calendar: &Calendar,
) -> Date {
    let year = published.year;
    let written = before(written_on(year), plan.whole_length() + AFTERCARE, calendar);
    let latest = match sketch.request {
        None => written,
        Some(Request::Investigation { panel: true }) => {
            before(year.last_day(), plan.whole_length(), calendar)
        }
        Some(
            Request::Investigation { panel: false }
            | Request::Review
            | Request::Mediation
            | Request::AnotherRoute
            | Request::Withdrawn
            | Request::BackToTheService,
        ) => written.min(before(year.last_day(), sketch.took + 15, calendar)),
    };
    working_day(year, latest, dice, calendar)
}

/// Who helped each young person who had help, so that the kinds come to what is published: the first has a person
/// of their choice beside an advocate.
fn advocates(published: &PublishedYear) -> Vec<Vec<AdvocateKind>> {
    let table = published.table("advocacy_help");
    let kinds = |code: &str, kind| std::iter::repeat_n(kind, table.value(code) as usize);
    let mut helped: Vec<Vec<AdvocateKind>> = kinds("independent", AdvocateKind::Independent)
        .chain(kinds("in_house", AdvocateKind::InHouse))
        .map(|kind| vec![kind])
        .collect();
    for (help, kind) in helped
        .iter_mut()
        .zip(kinds("chosen_person", AdvocateKind::ChosenPerson))
    {
        help.push(kind);
    }
    helped
}

fn course(sketch: &Sketch, dice: &mut Dice) -> Course {
    let took = sketch.took;
    let finding = match sketch.outcome.as_str() {
        "withdrawn" => return Course::Withdrawn { took },
        "declined" => return Course::Declined { took },
        "referred_elsewhere" => {
            // Matters of private law belong to the court.
            let route = Route::Court;
            return Course::ReferredElsewhere { took, route };
        }
        "not_recorded" => return Course::NotRecorded,
        "upheld" => Finding::Upheld,
        "partly_upheld" => Finding::PartlyUpheld,
        _ => Finding::NotUpheld,
    };
    let next = sketch
        .request
        .map_or(AfterLocalResolution::Satisfied, |request| {
            next(request, finding, dice)
        });
    let extended = took > 10 && dice.chance(75);
    Course::Answered(LocalResolutionPlan {
        extension: extended.then(|| ExtensionPlan {
            decided_after: dice.between(6, 9),
            until: 20,
            reason: ExtensionReason::Complex,
            notified: dice.chance(90),
        }),
        took,
        findings: vec![finding],
        by_terms: false,
        next,
    })
}

fn next(request: Request, finding: Finding, dice: &mut Dice) -> AfterLocalResolution {
    let instead = match request {
        Request::Investigation { panel } => {
            return AfterLocalResolution::Investigated(InvestigationPlan {
                asked_after: dice.between(4, 12),
                took: if panel {
                    dice.between(30, 45)
                } else {
                    dice.between(25, 64)
                },
                findings: vec![finding],
                panel: panel.then(|| ReviewPanelPlan {
                    asked_after: dice.between(6, 15),
                    meets_after: dice.between(24, 29),
                    reports_after: dice.between(3, 5),
                    answered_after: dice.between(10, 14),
                }),
            });
        }
        // No review changed the outcome of what was reviewed.
        Request::Review => InPlace::Activity(
            ActivityKind::ManagementReview,
            ActivityOutcome {
                finding: ActivityFinding::NotUpheld,
                changed: false,
            },
        ),
        Request::Mediation => InPlace::Activity(
            ActivityKind::Mediation,
            ActivityOutcome {
                finding: ActivityFinding::PartlyUpheld,
                changed: false,
            },
        ),
        Request::AnotherRoute => InPlace::Agreed(Instead::AnotherRoute),
        Request::Withdrawn => InPlace::Nothing,
        Request::BackToTheService => InPlace::Agreed(Instead::BackToTheService),
    };
    AfterLocalResolution::TakenBack {
        asked_after: dice.between(4, 12),
        back_after: dice.between(3, 10),
        instead,
    }
}

/// So many of the young people are under fourteen; care leavers are grown up.
fn child(sketch: &Sketch, under_14: &mut u32, dice: &mut Dice) -> ChildPlan {
    let status = match sketch.service.as_str() {
        "care_leavers" => ChildStatus::CareLeaver,
        "looked_after_children" | "residential" => ChildStatus::LookedAfter,
        "child_protection_court" | "safeguarding_unit" => ChildStatus::OnProtectionPlan,
        _ => ChildStatus::InNeed,
    };
    let years = match (sketch.young, sketch.capacity.as_str()) {
        (true, "care_leaver") => dice.between(18, 21),
        (true, "unaccompanied_young_person") => dice.between(15, 17),
        (true, _) if *under_14 > 0 => {
            *under_14 -= 1;
            dice.between(11, 13)
        }
        (true, _) => dice.between(14, 17),
        (false, _) if status == ChildStatus::CareLeaver => dice.between(18, 20),
        (false, _) => dice.between(1, 16),
    };
    ChildPlan {
        status,
        age: u8::try_from(years).unwrap_or(u8::MAX),
        complains: sketch.young,
    }
}

fn channel(sketch: &Sketch, helped_by: &[AdvocateKind], dice: &mut Dice) -> Channel {
    if !helped_by.is_empty() {
        Channel::Advocate
    } else if sketch.young {
        *dice.pick(&[
            Channel::Telephone,
            Channel::OnlineForm,
            Channel::InPerson,
            Channel::App,
            Channel::TextMessage,
        ])
    } else {
        *dice.pick(&[
            Channel::Email,
            Channel::Email,
            Channel::Letter,
            Channel::Telephone,
            Channel::OnlineForm,
        ])
    }
}

/// Answers to the equality form still to be given out; `not_stated` sends no form.
struct Answers {
    ethnicity: Vec<Code>,
    young_gender: Vec<Code>,
    dice: Dice,
}

impl Answers {
    fn new(published: &PublishedYear, dice: &mut Dice) -> Self {
        let mut column = |id: &str| {
            let mut codes = published.table(id).codes();
            dice.shuffle(&mut codes);
            codes
        };
        Self {
            ethnicity: column("ethnicity"),
            young_gender: column("young_people_by_gender"),
            dice: dice.fork(),
        }
    }

    fn of(&mut self, sketch: &Sketch, age: u8) -> Vec<EqualityAnswers> {
        let fits = |code: &Code| match (sketch.young, sketch.is("unaccompanied_young_person")) {
            (_, true) => !["white_british", "not_stated"].contains(&code.as_str()),
            (true, false) => code.as_str() != "not_stated",
            (false, false) => true,
        };
        let place = self.ethnicity.iter().position(fits);
        let ethnicity = self
            .ethnicity
            .remove(place.expect("there is an answer for each complaint"));
        if ethnicity.as_str() == "not_stated" {
            return Vec::new();
        }
        let gender = if sketch.young {
            self.young_gender.pop()
        } else {
            Some(Code::new(*self.dice.pick(&["female", "female", "male"])))
        };
        let source = Source::OwnForm;
        vec![EqualityAnswers {
            gender: Value::from_form(gender, source),
            ethnicity: Value::stated(ethnicity),
            age: Value::from_form(sketch.young.then_some(age), source),
            ..EqualityAnswers::unanswered(About::Complainant, source)
        }]
    }
}
