//! What complaints taught: the corrective actions of Stage 1, and those of the plans after Stage 2.

use casework::ids::AccountId;
use casework::settings::Code;
use uuid::Uuid;

use super::sketch::{Request, Sketch};
use crate::complaint::{ActionPlan, LearningPlan};
use crate::published::PublishedYear;
use crate::year::{Hands, in_turn};

/// Kinds of action, beside the briefings and apologies that are counted.
const OTHER_KINDS: [&str; 3] = ["training", "policy_review", "return_labels"];

/// What corrective actions are about.
const THEMES: [&str; 4] = ["communication", "recording", "delay", "information"];

/// What each complaint teaches, in order.
///
/// Those responded to at Stage 2 and those upheld have an action first; the others say that there is none.
pub(super) fn lessons(
    sketches: &[Sketch],
    published: &PublishedYear,
    hands: Hands<'_>,
) -> Vec<LearningPlan> {
    let mut lessons: Vec<Vec<(&str, bool)>> = vec![Vec::new(); sketches.len()];
    let responded: Vec<usize> = (0..sketches.len())
        .filter(|place| responded_at_stage_2(&sketches[*place]))
        .collect();
    let mut first: Vec<usize> = (0..sketches.len())
        .filter(|place| sketches[*place].was_answered())
        .collect();
    first.sort_by_key(|place| {
        (
            !responded.contains(place),
            sketches[*place].ended("not_upheld"),
        )
    });
    first.truncate(published.count("complaints_with_action") as usize);
    for (turn, place) in first.into_iter().enumerate() {
        let kinds = ["team_briefing", "apology", "training"];
        lessons[place].push((kinds[turn % kinds.len()], true));
    }
    for (kind, place) in plan_actions(&responded, sketches, published) {
        lessons[place].push((kind, false));
    }
    let acts = |(place, actions): (usize, Vec<(&str, bool)>)| {
        if actions.is_empty() {
            return LearningPlan::Nothing;
        }
        let actions = actions.into_iter().enumerate();
        LearningPlan::Actions(
            actions
                .map(|(number, (kind, from_stage_1))| ActionPlan {
                    kind: Code::new(kind),
                    theme: Code::new(THEMES[(place + number) % THEMES.len()]),
                    from_stage_1,
                    owner: in_turn(hands.managers, place).unwrap_or(AccountId(Uuid::nil())),
                    checked_by: hands.checker,
                })
                .collect(),
        )
    };
    lessons.into_iter().enumerate().map(acts).collect()
}

fn responded_at_stage_2(sketch: &Sketch) -> bool {
    match sketch.request {
        Some(Request::Investigation { .. } | Request::Review | Request::Mediation) => true,
        Some(Request::AnotherRoute | Request::Withdrawn | Request::BackToTheService) | None => {
            false
        }
    }
}

/// The actions of the plans after Stage 2: briefings, apologies, a further assessment after one review, and others
/// until there are as many as published.
fn plan_actions<'a>(
    responded: &[usize],
    sketches: &[Sketch],
    published: &PublishedYear,
) -> Vec<(&'a str, usize)> {
    let of = |count: &str| published.count(count) as usize;
    let briefings = responded.iter().take(of("plan_complaints_briefing"));
    let apologies = responded.iter().rev().take(of("plan_complaints_apology"));
    let reviewed = responded
        .iter()
        .filter(|place| sketches[**place].request == Some(Request::Review));
    let mut actions: Vec<(&str, usize)> =
        briefings.map(|place| ("team_briefing", *place)).collect();
    actions.extend(apologies.map(|place| ("apology", *place)));
    actions.extend(reviewed.take(1).map(|place| ("further_assessment", *place)));
    let others = responded.iter().cycle().zip(OTHER_KINDS.iter().cycle());
    let missing = of("plan_actions") - actions.len();
    actions.extend(others.take(missing).map(|(place, kind)| (*kind, *place)));
    actions
}
