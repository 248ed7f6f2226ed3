//! What came of each request for Stage 2, worked out from what the record holds.

use casework::case::Case;
use casework::event::Fact;
use views::register_line::{Disposition, RegisterLine};

const RECORDED: &str = r#"{"on":"2026-03-02","event":{"event":"representation_recorded","kind":"complaint","procedure":"children_act","channel":"letter","reached_team_on":null,"grounds_arose_on":null,"late_reasons":null,"service":"first_response","complainants":[],"children":[],"points":[],"desired_outcome":null,"complained_about":[]}}"#;
const WITHDRAWN: &str = r#"{"on":"2026-06-01","event":{"event":"withdrawn","oral":true,"looked_into":false,"took":60}}"#;

fn asked(on: &str) -> String {
    format!(r#"{{"on":"{on}","event":{{"event":"investigation_requested","oral":false}}}}"#)
}

fn taken_back(on: &str, instead: Option<&str>) -> String {
    let instead = instead.map_or_else(String::new, |instead| format!(r#","instead":"{instead}""#));
    format!(
        r#"{{"on":"{on}","event":{{"event":"request_withdrawn","after_meeting":true{instead}}}}}"#
    )
}

fn tried(on: &str, kind: &str) -> String {
    format!(
        r#"{{"on":"{on}","event":{{"event":"activity_recorded","kind":"{kind}","agreed_on":"{on}","result":null,"outcome":{{"finding":"upheld","changed":true}}}}}}"#
    )
}

const BEGUN: &str = r#"{"on":"2026-04-20","event":{"event":"reviewer_appointed","reviewer":"00000000-0000-0000-0000-000000000009"}}"#;

/// A history after the receipt, and what came of each request in it.
type Row<'a> = (&'a [&'a str], &'a [(Disposition, bool)]);

/// What came of each request, and whether a finding goes with it.
fn dispositions(history: &[&str]) -> Vec<(Disposition, bool)> {
    let stored = |body: &&str| Fact::from_stored("", 1, body).expect("a stored fact");
    let facts: Vec<Fact> = [RECORDED].iter().chain(history).map(stored).collect();
    let id = "00000000-0000-0000-0000-000000000001"
        .parse()
        .expect("an id");
    let case = Case::fold(id, &facts).expect("the history has a beginning");
    let requests = RegisterLine::of(&case).escalation_requests;
    requests
        .iter()
        .map(|request| (request.disposition, request.outcome.is_some()))
        .collect()
}

#[test]
fn each_request_is_counted_once_by_what_came_of_it() {
    let (first, second) = (asked("2026-04-13"), asked("2026-05-11"));
    let back = |instead| taken_back("2026-04-30", instead);
    let refused = include_str!("../../casework/tests/stored/v1/escalation_refused.json")
        .replace(r#""to":"review_panel""#, r#""to":"investigation""#);
    let review = tried("2026-04-20", "management_review");
    let mediation = tried("2026-04-20", "mediation");
    let meeting = tried("2026-04-20", "meeting");
    let earlier = tried("2026-04-12", "management_review");
    let table: [Row<'_>; 12] = [
        (&[], &[]),
        (&[&first], &[(Disposition::Open, false)]),
        // A review alone takes no request away.
        (&[&first, &review], &[(Disposition::Open, false)]),
        (&[&first, BEGUN], &[(Disposition::Investigation, false)]),
        (&[&first, &back(None)], &[(Disposition::Withdrawn, false)]),
        (
            &[&first, &meeting, &back(None)],
            &[(Disposition::Withdrawn, false)],
        ),
        (
            &[&first, &review, &back(None)],
            &[(Disposition::Review, true)],
        ),
        (
            &[&first, &mediation, &back(Some("another_route"))],
            &[(Disposition::Mediation, true)],
        ),
        // What was tried before anything was asked for came of no request.
        (
            &[&earlier, &first, &back(Some("back_to_the_service"))],
            &[(Disposition::BackToTheService, false)],
        ),
        (
            &[&first, &back(Some("another_route")), &second],
            &[
                (Disposition::AnotherRoute, false),
                (Disposition::Open, false),
            ],
        ),
        (&[&first, &refused], &[(Disposition::Refused, false)]),
        (&[&first, WITHDRAWN], &[(Disposition::Withdrawn, false)]),
    ];
    for (history, expected) in table {
        assert_eq!(dispositions(history), expected, "{history:?}");
    }
}
