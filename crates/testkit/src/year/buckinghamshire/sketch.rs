//! The margins dealt out: one sketch for each statutory complaint of the year, column by column.

use casework::settings::Code;

use crate::dice::Dice;
use crate::published::PublishedYear;

/// What joined two complaints as a second complainant, in another capacity than the first: the published
/// table of capacities has two entries more than there were complaints.
const SECOND_CAPACITIES: [&str; 2] = ["grandparent", "relative"];

/// How far a complaint went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reached {
    LocalResolution,
    TakenBack { after_meeting: bool },
    Investigation,
    ReviewPanel,
}

/// One complaint while the margins are dealt out.
#[derive(Clone, Debug)]
pub(super) struct Sketch {
    pub capacities: Vec<Code>,
    pub service: Code,
    pub issue: Code,
    pub outcome: Code,
    pub took: u16,
    pub reached: Reached,
    pub with_advocate: bool,
    pub looked_after: bool,
}

impl Sketch {
    pub(super) fn is(&self, capacity: &str) -> bool {
        self.capacities
            .first()
            .is_some_and(|first| first.as_str() == capacity)
    }

    pub(super) fn ended(&self, outcome: &str) -> bool {
        self.outcome.as_str() == outcome
    }

    /// Whether the complainant may have gone on: those with an advocate did not, and what was withdrawn
    /// or answered without a finding did not either.
    fn may_go_on(&self) -> bool {
        !self.with_advocate && !self.ended("withdrawn") && !self.ended("no_finding")
    }
}

/// A sketch for every complaint, which together have the published margins.
///
/// # Panics
///
/// When no complaints can have them: a mistake in the program.
pub(super) fn sketches(published: &PublishedYear, dice: &mut Dice) -> Vec<Sketch> {
    let mut sketches = dealt(published, dice);
    support(&mut sketches, published);
    escalate(&mut sketches, published);
    look_after(&mut sketches, published);
    sketches
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
