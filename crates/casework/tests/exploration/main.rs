//! Every state that accepted commands can reach, found by trying them all.
//!
//! A case is known by its *shape*: what its record says with the days taken out, and for each running
//! clock whether it has run out. From each new shape every command of the alphabet is tried once, until
//! no new shape turns up. What this finds is drawn in `docs/state-diagram.md`.

mod alphabet;
mod guarantor;
mod restriction;
mod section_27;
mod shape;

use std::collections::{BTreeMap, BTreeSet, HashSet, VecDeque};
use std::fmt::Write as _;
use std::path::Path;

use alphabet::Part;
use casework::action::{Action, Command};
use casework::case::Case;
use casework::intake::Procedure;
use casework::law::Law;
use casework::state::State;
use guarantor::no_complaint_is_closed_without_a_notice_of_rights_or_a_lawful_ground;
use restriction::no_decision_asks_whether_somebody_is_restricted;
use section_27::Here;
use statute::limits::LimitId;
use statute::working_days::{Calendar, Region};

/// More shapes than this is no exploration any more: the shape must forget something, or the alphabet.
const MOST: usize = 20_000;

type Ways = BTreeMap<(State, State), BTreeSet<Action>>;

/// What an exploration found.
#[derive(Default)]
struct Explored {
    /// From which state an action led to which, under which procedure.
    ways: BTreeMap<Option<Procedure>, Ways>,
    /// In which states a complaint was first found.
    beginnings: BTreeSet<State>,
    /// What was accepted at least once.
    accepted: BTreeSet<Action>,
    /// The limits that ran in some shape.
    limits: BTreeSet<LimitId>,
    /// The closed shapes.
    closed: usize,
    /// The shapes reached in each state.
    shapes: BTreeMap<State, usize>,
    /// How many commands were tried.
    tried: usize,
}

impl Explored {
    /// The ways under every procedure.
    fn all_ways(&self) -> Ways {
        let mut all = Ways::new();
        for (way, actions) in self.ways.values().flatten() {
            all.entry(*way).or_default().extend(actions);
        }
        all
    }
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
        explored.limits.extend(limits_of(&case));
        if seen.insert(shape::of(&case)) {
            ahead.push_back(case);
        }
    }
    while let Some(case) = ahead.pop_front() {
        let before = case.state();
        *explored.shapes.entry(before).or_default() += 1;
        if case.closed.is_some() {
            explored.closed += 1;
        }
        for (command, today) in alphabet::commands(&case, part) {
            explored.tried += 1;
            no_decision_asks_whether_somebody_is_restricted(&case, &command, &law(today));
            let Ok(facts) = command.decide(Some(&case), &law(today)) else {
                continue;
            };
            let open = case.open_to(command.action());
            assert_eq!(open, Ok(()), "{command:?} is accepted behind a closed door");
            let mut after = case.clone();
            for fact in &facts {
                after.evolve(fact);
            }
            explored.accepted.insert(command.action());
            explored
                .ways
                .entry(case.procedure())
                .or_default()
                .entry((before, after.state()))
                .or_default()
                .insert(command.action());
            if seen.insert(shape::of(&after)) {
                no_complaint_is_closed_without_a_notice_of_rights_or_a_lawful_ground(&after);
                nothing_is_owed_of_a_case_that_is_taken_up_again(&after);
                explored.limits.extend(limits_of(&after));
                ahead.push_back(after);
            }
        }
        assert!(seen.len() < MOST, "the exploration does not end: {part:?}");
    }
}

fn limits_of(case: &Case) -> impl Iterator<Item = LimitId> {
    case.clocks.iter().map(|clock| clock.due.limit)
}

/// What a case taught is asked once it is closed, and again only when it is closed again.
fn nothing_is_owed_of_a_case_that_is_taken_up_again(case: &Case) {
    let runs = case.clocks.running_of(LimitId::Learning).is_some();
    assert!(
        !(runs && case.is_open()),
        "an open case owes learning: {case:#?}"
    );
}

/// One test and not five, because exploring takes longest and each test is a process of its own.
#[test]
fn everything_that_can_happen() {
    let complaints = explore(alphabet::complaints);
    let others = explore(|_| alphabet::contacts());
    every_action_is_taken_somewhere(&complaints, &others);
    every_state_is_reached(&complaints, &others);
    every_limit_runs_somewhere(&complaints, &others);
    assert!(complaints.closed > 0, "no complaint was closed");
    every_arrow_of_the_procedure_is_there(&complaints, &others);
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

/// Every row of the deadline table is a clock in some case.
fn every_limit_runs_somewhere(complaints: &Explored, others: &Explored) {
    let elsewhere = [
        // The year’s own, on the annual report.
        LimitId::AnnualReport,
        // Starts when a child complains; here a parent does, and it has stories of its own.
        LimitId::AdvocacyInformation,
        // In force for what was received later than these cases; it has stories of its own.
        LimitId::DataProtectionAcknowledgement,
    ];
    let never: Vec<_> = LimitId::ALL
        .iter()
        .filter(|limit| !elsewhere.contains(limit))
        .filter(|limit| !complaints.limits.contains(limit) && !others.limits.contains(limit))
        .collect();
    assert!(never.is_empty(), "no case has the clocks {never:?}");
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

/// The procedure was drawn before there was code; the code has every arrow, or a reason.
fn every_arrow_of_the_procedure_is_there(complaints: &Explored, others: &Explored) {
    let begins =
        |state: &State| complaints.beginnings.contains(state) || others.beginnings.contains(state);
    for (procedure, arrows) in [
        (Procedure::ChildrenAct, section_27::CHILDREN_ACT),
        (Procedure::Corporate, section_27::CORPORATE),
    ] {
        let of_others = others.ways.get(&None);
        let of_the_procedure = complaints.ways.get(&Some(procedure));
        let ways = || of_the_procedure.into_iter().chain(of_others).flatten();
        let taken = |from, to, action| {
            ways().any(|(way, actions)| *way == (from, to) && actions.contains(&action))
        };
        for (drawn, here) in arrows {
            match here {
                Here::Way(from, to, action) => assert!(
                    taken(*from, *to, *action),
                    "{procedure:?}, {drawn}: nothing goes from {from:?} to {to:?} by {action:?}"
                ),
                Here::Begins(state) => assert!(begins(state), "{procedure:?}, {drawn}"),
                Here::Within(state) => {
                    let reached = ways().any(|((from, _), _)| from == state);
                    assert!(reached, "{procedure:?}, {drawn}: {state:?} is not reached");
                }
                Here::Never(from, to, why) => assert!(
                    ways().all(|(way, _)| *way != (*from, *to)),
                    "{procedure:?}, {drawn}: there is a way now, though {why}"
                ),
            }
        }
        let withdrawn = |from| taken(from, State::Withdrawn, Action::Withdraw);
        let reached = |state: &&State| ways().any(|((from, _), _)| from == *state);
        for state in section_27::OPEN.iter().filter(reached) {
            assert!(
                withdrawn(*state),
                "{procedure:?}: nobody withdraws from {state:?}"
            );
        }
    }
}

/// Nothing is a trap: from every state there is a way to a closed case.
fn every_state_leads_to_an_end(complaints: &Explored, others: &Explored) {
    for explored in [complaints, others] {
        let ways = explored.all_ways();
        let mut ends = BTreeSet::from([State::Closed]);
        loop {
            let more: Vec<_> = ways
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
         to the code. A late answer is no state of its own, and a stage that is asked for again is drawn once.\n\
         Deferral, the Ombudsman and what is recorded beside the stages are tried apart from each other, so that a\n\
         row below may be shorter than what is allowed.\n\n\
         ```mermaid\nstateDiagram-v2\n",
    );
    for state in &complaints.beginnings {
        let _ = writeln!(page, "    [*] --> {}", state.name());
    }
    for ((from, to), actions) in &complaints.all_ways() {
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
    for ((from, to), actions) in &complaints.all_ways() {
        if from == to {
            let _ = writeln!(page, "| {} | {} |", from.name(), labels(actions));
        }
    }
    let _ = write!(
        page,
        "\n{} shapes of a complaint were reached, {} of them closed, by trying {} commands.\n",
        complaints.shapes.values().sum::<usize>(),
        complaints.closed,
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
