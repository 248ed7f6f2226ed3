//! The margins dealt out: one sketch for each statutory complaint of the year, young people’s first.

use casework::settings::Code;

use crate::dice::Dice;
use crate::published::PublishedYear;

/// What came of a request for Stage 2.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Request {
    Investigation { panel: bool },
    Review,
    Mediation,
    AnotherRoute,
    Withdrawn,
    BackToTheService,
}

/// One complaint while the margins are dealt out.
#[derive(Clone, Debug)]
pub(super) struct Sketch {
    pub young: bool,
    pub capacity: Code,
    pub service: Code,
    /// `None` for a service of the whole county.
    pub area: Option<Code>,
    pub issue: Code,
    pub outcome: Code,
    /// Working days to the answer, or to the withdrawal.
    pub took: u16,
    pub request: Option<Request>,
}

impl Sketch {
    pub(super) fn ended(&self, outcome: &str) -> bool {
        self.outcome.as_str() == outcome
    }

    pub(super) fn is(&self, capacity: &str) -> bool {
        self.capacity.as_str() == capacity
    }

    pub(super) fn was_answered(&self) -> bool {
        ["not_upheld", "partly_upheld", "upheld"].contains(&self.outcome.as_str())
    }
}

/// A sketch for every complaint, which together have the published margins.
///
/// # Panics
///
/// When no complaints can have them: a mistake in the program.
pub(super) fn sketches(published: &PublishedYear, dice: &mut Dice) -> Vec<Sketch> {
    let column = |id: &str, dice: &mut Dice| {
        let mut codes = published.table(id).codes();
        dice.shuffle(&mut codes);
        codes
    };
    let mut services = column("complaints_by_service", dice);
    let mut issues = column("complaints_by_issue", dice);
    let mut outcomes = column("outcomes_stage1", dice);
    let mut days = days(published, dice);
    let young_services = column("young_people_by_service", dice);
    let young = young_services.len();
    let mut sketches = Vec::with_capacity(services.len());
    let unaccompanied = published.count("young_people_unaccompanied");
    let mut left = unaccompanied;
    for (place, service) in young_services.into_iter().enumerate() {
        let capacity = match service.as_str() {
            "care_leavers" => "care_leaver",
            "looked_after_children" if left > 0 => {
                left -= 1;
                "unaccompanied_young_person"
            }
            _ => "young_person",
        };
        let (outcome, took) = young_course(place, published, &mut outcomes, &mut days);
        sketches.push(Sketch {
            young: true,
            capacity: Code::new(capacity),
            service: take(&mut services, |known| *known == service),
            area: None,
            issue: issues.pop().expect("there is an issue for each complaint"),
            outcome,
            took,
            request: None,
        });
    }
    while let Some(service) = services.pop() {
        let outcome = outcomes
            .pop()
            .expect("there is an outcome for each complaint");
        let took = match outcome.as_str() {
            "declined" | "referred_elsewhere" => dice.between(2, 9),
            // Nobody withdraws after the time for the answer.
            "withdrawn" => take(&mut days, |took| *took <= 20),
            // Answers have their days below; what has no response has none.
            _ => 0,
        };
        sketches.push(Sketch {
            young: false,
            capacity: Code::new(*dice.pick(&ADULTS)),
            service,
            area: None,
            issue: issues.pop().expect("there is an issue for each complaint"),
            outcome,
            took,
            request: None,
        });
    }
    for sketch in sketches[young..]
        .iter_mut()
        .filter(|sketch| sketch.was_answered())
    {
        sketch.took = days.pop().expect("there are days for each answer");
    }
    assert!(
        days.is_empty(),
        "every complaint that was completed has its days"
    );
    locate(&mut sketches, published, dice);
    escalate(&mut sketches, published);
    sketches
}

/// In what capacity adults complain. The report does not say; parents most often, as elsewhere.
const ADULTS: [&str; 10] = [
    "parent",
    "parent",
    "parent",
    "parent",
    "parent",
    "parent",
    "grandparent",
    "relative",
    "foster_carer",
    "other",
];

/// How a young person’s complaint went: the published numbers were answered within ten days and within twenty; one
/// went another route, one has no response, and the others were answered later.
fn young_course(
    place: usize,
    published: &PublishedYear,
    outcomes: &mut Vec<Code>,
    days: &mut Vec<u16>,
) -> (Code, u16) {
    let first = published.count("young_people_within_10") as usize;
    let second = published.count("young_people_within_20") as usize;
    let last = published.count("young_people") as usize;
    let outcome = |wanted: &[&str], outcomes: &mut Vec<Code>| {
        take(outcomes, |outcome| wanted.contains(&outcome.as_str()))
    };
    if place + 2 == last {
        return (outcome(&["referred_elsewhere"], outcomes), 5);
    }
    if place + 1 == last {
        return (outcome(&["not_recorded"], outcomes), 0);
    }
    let (low, high) = match place {
        place if place < first => (0, 10),
        place if place < second => (11, 20),
        _ => (21, u16::MAX),
    };
    let took = take(days, |took| (low..=high).contains(took));
    (
        outcome(&["not_upheld", "partly_upheld", "upheld"], outcomes),
        took,
    )
}

/// Working days to completion, over all that were answered or withdrawn: the published numbers within ten and within
/// twenty of all complaints, and exactly the published mean.
fn days(published: &PublishedYear, dice: &mut Dice) -> Vec<u16> {
    let outcomes = published.table("outcomes_stage1").codes();
    let completed =
        |code: &&Code| !["declined", "referred_elsewhere", "not_recorded"].contains(&code.as_str());
    let completed = outcomes.iter().filter(completed).count();
    let first = published.count("stage1_within_10");
    let second = published.count("stage1_within_20") - first;
    let third = completed - (first + second) as usize;
    let sum = u32::try_from(completed).unwrap_or(u32::MAX) * published.count("mean_days_stage1");
    // Eight and seventeen days on average in the first two bands; the third takes what is left.
    let sums = [first * 8, second * 17];
    let mut days = dice.with_sum(first as usize, 2, 10, sums[0]);
    days.extend(dice.with_sum(second as usize, 11, 20, sums[1]));
    days.extend(dice.with_sum(third, 21, 90, sum - sums[0] - sums[1]));
    dice.shuffle(&mut days);
    days
}

/// The areas: in the largest, complaints are mainly about referral, assessment and intervention.
fn locate(sketches: &mut [Sketch], published: &PublishedYear, dice: &mut Dice) {
    let mut areas = published.table("complaints_by_area").codes();
    let largest = areas[0].clone();
    let mainly = areas.iter().filter(|area| **area == largest).count() * 3 / 5;
    dice.shuffle(&mut areas);
    let about =
        |sketch: &&mut Sketch| sketch.service.as_str() == "referral_assessment_intervention";
    for sketch in sketches.iter_mut().filter(about).take(mainly) {
        sketch.area = Some(take(&mut areas, |area| *area == largest));
    }
    for sketch in sketches.iter_mut().filter(|sketch| sketch.area.is_none()) {
        let area = areas.pop().expect("there is an area for each complaint");
        sketch.area = (area.as_str() != "not_stated").then_some(area);
    }
}

/// Who asked for Stage 2 and what came of it. Of the investigations one is of an unaccompanied young person, and two
/// went on to a panel: one about adoption, one of a grandparent.
fn escalate(sketches: &mut [Sketch], published: &PublishedYear) {
    let mut ask = |count: usize, request: Request, who: &dyn Fn(&Sketch) -> bool| {
        let open = |sketch: &&mut Sketch| {
            sketch.request.is_none() && sketch.was_answered() && sketch.took <= 20 && who(sketch)
        };
        let chosen: Vec<_> = sketches.iter_mut().filter(open).take(count).collect();
        assert_eq!(chosen.len(), count, "too few complaints can have gone on");
        for sketch in chosen {
            sketch.request = Some(request);
        }
    };
    let adult = |sketch: &Sketch| !sketch.young;
    let panel = Request::Investigation { panel: true };
    let alone = Request::Investigation { panel: false };
    ask(1, panel, &|sketch| {
        adult(sketch) && sketch.service.as_str() == "adoption_permanency"
    });
    ask(1, panel, &|sketch| sketch.is("grandparent"));
    let unaccompanied = published.count("stage2_by_unaccompanied") as usize;
    ask(unaccompanied, alone, &|sketch| {
        sketch.is("unaccompanied_young_person")
    });
    let table = published.table("escalation_requests");
    let requests = table.rows.iter().flat_map(|row| row.counts());
    for (code, count) in requests {
        let request = match code {
            "investigation" => alone,
            "review" => Request::Review,
            "mediation" => Request::Mediation,
            "another_route" => Request::AnotherRoute,
            "withdrawn" => Request::Withdrawn,
            _ => Request::BackToTheService,
        };
        let chosen = if request == alone {
            2 + unaccompanied
        } else {
            0
        };
        ask(count as usize - chosen, request, &adult);
    }
}

/// Takes out the first that fits.
///
/// # Panics
///
/// When none does: a mistake in the program.
fn take<T>(from: &mut Vec<T>, fits: impl Fn(&T) -> bool) -> T {
    let place = from.iter().position(fits);
    from.remove(place.expect("the margins leave one that fits"))
}
