//! Every state that accepted commands can reach, found by trying them all.
//!
//! A case is known by its *shape*: what its record says with the days taken out, and for each running
//! clock whether it has run out. From each new shape every command of the alphabet is tried once, until
//! no new shape turns up. What this finds is drawn in `docs/state-diagram.md`.

mod alphabet;
mod shape;

use std::collections::{BTreeMap, BTreeSet, HashSet, VecDeque};
use std::fmt::Write as _;
use std::path::Path;

use alphabet::Part;
use casework::action::{Action, Command};
use casework::case::{Case, Departure};
use casework::law::Law;
use casework::state::State;
use statute::working_days::{Calendar, Region};

/// More shapes than this is no exploration any more: the shape must forget something, or the alphabet.
const MOST: usize = 20_000;

/// What an exploration found.
#[derive(Default)]
struct Explored {
    /// From which state an action led to which.
    ways: BTreeMap<(State, State), BTreeSet<Action>>,
    /// In which states a complaint was first found.
    beginnings: BTreeSet<State>,
    /// What was accepted at least once.
    accepted: BTreeSet<Action>,
    /// Every closed case, one a shape.
    closed: Vec<Case>,
    /// The shapes reached in each state.
    shapes: BTreeMap<State, usize>,
    /// How many commands were tried.
    tried: usize,
}

fn explore(openings: impl Fn(Part) -> Vec<Command>) -> Explored {
    let mut explored = Explored::default();
    for part in Part::ALL {
        explore_part(part, &openings(part), &mut explored);
    }
    explored
}

fn explore_part(part: Part, openings: &[Command], explored: &mut Explored) {
    let settings = alphabet::settings();
    let law = |today| Law {
        calendar: Calendar::of(Region::EnglandAndWales),
        settings: &settings,
        today,
    };
    let mut seen = HashSet::new();
    let mut ahead = VecDeque::new();
    for opening in openings {
        let facts = opening
            .decide(None, &law(alphabet::RECEIVED))
            .expect("the alphabet begins with sound complaints");
        let case = Case::fold(alphabet::CASE, &facts).expect("a recorded complaint is a case");
        explored.accepted.insert(opening.action());
        explored.beginnings.insert(case.state());
        if seen.insert(shape::of(&case)) {
            ahead.push_back(case);
        }
    }
    while let Some(case) = ahead.pop_front() {
        let before = case.state();
        *explored.shapes.entry(before).or_default() += 1;
        if case.closed.is_some() {
            explored.closed.push(case.clone());
        }
        for (command, today) in alphabet::commands(&case, part) {
            explored.tried += 1;
            let Ok(facts) = command.decide(Some(&case), &law(today)) else {
                continue;
            };
            let mut after = case.clone();
            for fact in &facts {
                after.evolve(fact);
            }
            explored.accepted.insert(command.action());
            explored
                .ways
                .entry((before, after.state()))
                .or_default()
                .insert(command.action());
            if seen.insert(shape::of(&after)) {
                ahead.push_back(after);
            }
        }
        assert!(seen.len() < MOST, "the exploration does not end: {part:?}");
    }
}

/// One test and not five, because exploring takes longest and each test is a process of its own.
#[test]
fn everything_that_can_happen() {
    let complaints = explore(alphabet::complaints);
    let others = explore(|_| alphabet::contacts());
    every_action_is_taken_somewhere(&complaints, &others);
    every_state_is_reached(&complaints, &others);
    no_complaint_is_closed_without_a_notice_of_rights_or_a_lawful_ground(&complaints);
    every_state_leads_to_an_end(&complaints, &others);
    the_diagram_is_drawn_from_the_code(&complaints);
}

fn every_action_is_taken_somewhere(complaints: &Explored, others: &Explored) {
    let accepted: BTreeSet<_> = complaints
        .accepted
        .union(&others.accepted)
        .copied()
        .collect();
    // Moving due dates needs another calendar, and has stories of its own.
    let never: Vec<_> = Action::ALL
        .iter()
        .filter(|action| **action != Action::RecomputeDeadlines)
        .filter(|action| !accepted.contains(action))
        .collect();
    assert!(never.is_empty(), "no history takes {never:?}");
}

fn every_state_is_reached(complaints: &Explored, others: &Explored) {
    let reached: BTreeSet<_> = complaints
        .shapes
        .keys()
        .chain(others.shapes.keys())
        .collect();
    let never: Vec<_> = State::ALL
        .iter()
        .filter(|state| !reached.contains(state))
        .collect();
    assert!(never.is_empty(), "no history reaches {never:?}");
}

/// The next-stage guarantor: there is no way to a closed complaint without a notice of the next right, or
/// a lawful ground on which it left the procedure.
fn no_complaint_is_closed_without_a_notice_of_rights_or_a_lawful_ground(complaints: &Explored) {
    assert!(!complaints.closed.is_empty());
    for case in &complaints.closed {
        let (_, closed) = case.closed.as_ref().expect("it is closed");
        let told = closed
            .notice
            .as_ref()
            .is_some_and(|notice| notice.right == closed.next_right && !notice.how.is_empty());
        let lawfully_gone = matches!(
            case.departure,
            Some(Departure::Declined { .. } | Departure::ReferredElsewhere { .. })
        );
        assert!(told || lawfully_gone, "{case:#?}");
    }
}

/// Nothing is a trap: from every state there is a way to a closed case.
fn every_state_leads_to_an_end(complaints: &Explored, others: &Explored) {
    for explored in [complaints, others] {
        let mut ends = BTreeSet::from([State::Closed]);
        loop {
            let more: Vec<_> = explored
                .ways
                .keys()
                .filter(|(from, to)| ends.contains(to) && !ends.contains(from))
                .map(|(from, _)| *from)
                .collect();
            if more.is_empty() {
                break;
            }
            ends.extend(more);
        }
        for state in explored.shapes.keys() {
            assert!(ends.contains(state), "{state:?} never ends");
        }
    }
}

fn the_diagram_is_drawn_from_the_code(complaints: &Explored) {
    let drawn = drawing(complaints);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/state-diagram.md");
    if std::env::var_os("HEARD_DRAW").is_some() {
        std::fs::write(&path, &drawn).expect("the page can be written");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == drawn,
        "docs/state-diagram.md is out of date: run the tests once with HEARD_DRAW=1 and read what changed"
    );
}

fn drawing(complaints: &Explored) -> String {
    let mut page = String::from(
        "# States of a complaint\n\n\
         Drawn by `crates/casework/tests/exploration` from what the decisions allow: from every state that a\n\
         history can reach, every action is tried, and what is accepted is an arrow. A test keeps this page equal\n\
         to the code. A late answer is no state of its own, and a stage that is asked for again is drawn once.\n\n\
         ```mermaid\nstateDiagram-v2\n",
    );
    for state in &complaints.beginnings {
        let _ = writeln!(page, "    [*] --> {}", state.name());
    }
    for ((from, to), actions) in &complaints.ways {
        if from == to {
            continue;
        }
        let _ = writeln!(
            page,
            "    {} --> {}: {}",
            from.name(),
            to.name(),
            labels(actions)
        );
    }
    page.push_str("    Closed --> [*]\n```\n\n## What changes no state\n\n| Where | What may be done |\n|---|---|\n");
    for ((from, to), actions) in &complaints.ways {
        if from == to {
            let _ = writeln!(page, "| {} | {} |", from.name(), labels(actions));
        }
    }
    let _ = write!(
        page,
        "\n{} shapes of a complaint were reached, {} of them closed, by trying {} commands.\n",
        complaints.shapes.values().sum::<usize>(),
        complaints.closed.len(),
        complaints.tried,
    );
    page
}

fn labels(actions: &BTreeSet<Action>) -> String {
    actions
        .iter()
        .map(|action| action.label().to_lowercase())
        .collect::<Vec<_>>()
        .join(", ")
}
