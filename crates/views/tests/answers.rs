//! What is noted beside the outcome of Stage 1: whether the answer was late and why, and how it was resolved.

mod small_council;

use casework::case::Case;
use casework::event::Fact;
use casework::settings::Code;
use small_council::settings;
use views::register_line::{LateAnswer, LocalResolutionLine, RegisterLine};
use views::timeline;

const RECORDED: &str = r#"{"on":"2026-03-02","event":{"event":"representation_recorded","kind":"complaint","procedure":"children_act","channel":"letter","reached_team_on":null,"grounds_arose_on":null,"late_reasons":null,"service":"first_response","complainants":[],"children":[],"points":[],"desired_outcome":null,"complained_about":[]},"clocks":[{"clock":"started","limit":"D-S1","from":"2026-03-02","due_on":"2026-03-16","latest_on":"2026-03-30","pauses":[],"source":"SI 2006/1738 reg 14","calendar":"1"}]}"#;

fn answered(on: &str, late: &str) -> String {
    format!(
        r#"{{"on":"{on}","event":{{"event":"local_resolution_answered","manner":"response","findings":[],"outcome":"upheld","letter":null,"took":10{late}}},"clocks":[{{"clock":"met","limit":"D-S1","on":"{on}"}}]}}"#
    )
}

fn history(answer: &str) -> Vec<Fact> {
    let stored = |body: &str| Fact::from_stored("", 1, body).expect("a stored fact");
    vec![stored(RECORDED), stored(answer)]
}

fn line(answer: &str) -> LocalResolutionLine {
    let id = "00000000-0000-0000-0000-000000000001"
        .parse()
        .expect("an id");
    let case = Case::fold(id, &history(answer)).expect("the history has a beginning");
    let stage = RegisterLine::of(&case).local_resolution;
    stage.expect("it is a complaint")
}

fn late(answer: &str) -> Option<LateAnswer> {
    line(answer).late
}

#[test]
fn an_answer_is_late_from_the_day_after_the_last_whether_or_not_it_is_noted_why() {
    assert_eq!(late(&answered("2026-03-16", "")), None);
    assert_eq!(
        late(&answered("2026-03-17", "")),
        Some(LateAnswer { reason: None })
    );
    let why = r#","late":{"reason":"staff_away"}"#;
    assert_eq!(
        late(&answered("2026-03-17", why)),
        Some(LateAnswer {
            reason: Some(Code::new("staff_away"))
        })
    );
}

#[test]
fn the_timeline_tells_why_an_answer_was_late() {
    let why = r#","late":{"reason":"staff_away"}"#;
    let entries = timeline::entries(&history(&answered("2026-03-17", why)), &settings());
    assert!(
        entries[1]
            .details
            .contains(&"Late: Staff were away, or a post was vacant".to_owned()),
        "{:?}",
        entries[1]
    );
}

#[test]
fn how_it_was_resolved_is_told_beside_the_outcome_and_stands_in_the_line() {
    let how = r#","resolution":["apology","explanation"]"#;
    let history = history(&answered("2026-03-16", how));
    let entries = timeline::entries(&history, &settings());
    assert!(
        entries[1]
            .details
            .contains(&"Resolved by: Apology; Explanation".to_owned()),
        "{:?}",
        entries[1]
    );
    let line = line(&answered("2026-03-16", how));
    assert_eq!(
        line.resolution,
        [Code::new("apology"), Code::new("explanation")]
    );
}
