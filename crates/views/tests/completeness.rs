//! Which facts are missing from a case, told apart from those not yet due: a row on each side of every boundary.

use casework::case::Case;
use casework::event::Fact;
use jiff::civil::Date;
use views::completeness::{RULES, gaps};

const RECORDED: &str = r#"{"on":"2026-03-02","event":{"event":"representation_recorded","kind":"complaint","procedure":"children_act","channel":"letter","reached_team_on":null,"grounds_arose_on":null,"late_reasons":null,"service":"first_response","complainants":[{"person":"00000000-0000-0000-0000-0000000000a1","ground":"W-PARENT","capacity":"parent","details":null}],"children":[],"points":[],"desired_outcome":null,"complained_about":[]},"clocks":[{"clock":"started","limit":"D-ACK1","from":"2026-03-02","due_on":"2026-03-04","latest_on":null,"pauses":[],"source":"-","calendar":"1"},{"clock":"started","limit":"D-S1","from":"2026-03-02","due_on":"2026-03-16","latest_on":"2026-03-30","pauses":[],"source":"-","calendar":"1"}]}"#;
const ACKNOWLEDGED: &str = r#"{"on":"2026-03-04","event":{"event":"acknowledged"},"clocks":[{"clock":"met","limit":"D-ACK1","on":"2026-03-04"}]}"#;
const ANSWERED_LATE: &str = r#"{"on":"2026-03-17","event":{"event":"local_resolution_answered","manner":"response","findings":[],"outcome":"upheld","letter":null,"took":11},"clocks":[{"clock":"met","limit":"D-S1","on":"2026-03-17"}]}"#;
const COMPLETED: &str =
    r#"{"on":"2026-03-20","event":{"event":"answer_completed","late":{"reason":"staff_away"}}}"#;
const CLOSED: &str = r#"{"on":"2026-04-20","event":{"event":"closed","next_right":"investigation"},"clocks":[{"clock":"started","limit":"D-LEARN","from":"2026-04-20","due_on":"2026-07-20","latest_on":null,"pauses":[],"source":"-","calendar":"1"}]}"#;
const FORM: &str = r#"{"on":"2026-04-21","event":{"event":"equality_form_sent","person":"00000000-0000-0000-0000-0000000000a1","about":"complainant","how":"with_acknowledgement"}}"#;
const TAUGHT: &str = r#"{"on":"2026-07-01","event":{"event":"reported_back","learned":{"what":"nothing","reason":{"item":"00000000-0000-0000-0000-00000000000b","commitment":"ab"}}},"clocks":[{"clock":"met","limit":"D-LEARN","on":"2026-07-01"}]}"#;
const CORRECTED: &str = r#"{"on":"2026-03-05","event":{"event":"place_corrected","from":{},"to":{"area":"north"},"reason":{"item":"00000000-0000-0000-0000-00000000000c","commitment":"ab"}}}"#;
const IMPORTED: &str = r#"{"on":"2026-04-22","event":{"event":"imported","batch":"00000000-0000-0000-0000-000000000051"}}"#;

fn case(facts: &[&str]) -> Case {
    let facts: Vec<_> = facts
        .iter()
        .map(|body| Fact::from_stored("", 1, body).expect("a stored fact"))
        .collect();
    let id = "00000000-0000-0000-0000-000000000001"
        .parse()
        .expect("an id");
    Case::fold(id, &facts).expect("a beginning")
}

/// The codes of what is missing on a day, and of what is not yet due.
fn told(facts: &[&str], today: &str) -> (Vec<&'static str>, Vec<&'static str>) {
    let today: Date = today.parse().expect("a day");
    let gaps = gaps(&case(facts));
    let codes = |missing: bool| {
        let gaps = gaps.iter().filter(|gap| gap.is_missing(today) == missing);
        gaps.map(|gap| gap.rule.code).collect()
    };
    (codes(true), codes(false))
}

#[test]
fn each_gap_begins_the_day_after_the_last_day_on_which_it_is_not_yet_due() {
    let open = [RECORDED, CORRECTED];
    for (facts, today, missing, later) in [
        (
            &open[..],
            "2026-03-04",
            &[][..],
            &["acknowledgement", "stage_1_answer"][..],
        ),
        (
            &open,
            "2026-03-05",
            &["acknowledgement"],
            &["stage_1_answer"],
        ),
        (
            &open,
            "2026-03-16",
            &["acknowledgement"],
            &["stage_1_answer"],
        ),
        (
            &open,
            "2026-03-17",
            &["acknowledgement", "stage_1_answer"],
            &[],
        ),
        (
            &[RECORDED],
            "2026-03-02",
            &[],
            &["acknowledgement", "stage_1_answer", "place"],
        ),
        (
            &[RECORDED],
            "2026-03-03",
            &["place"],
            &["acknowledgement", "stage_1_answer"],
        ),
        (
            &[RECORDED, ACKNOWLEDGED, CORRECTED, ANSWERED_LATE],
            "2026-03-17",
            &[],
            &["late_reason"],
        ),
        (
            &[RECORDED, ACKNOWLEDGED, CORRECTED, ANSWERED_LATE],
            "2026-03-18",
            &["late_reason"],
            &[],
        ),
        (
            &[RECORDED, ACKNOWLEDGED, CORRECTED, ANSWERED_LATE, COMPLETED],
            "2026-03-20",
            &[],
            &[],
        ),
    ] {
        let told = told(facts, today);
        assert_eq!(told, (missing.to_vec(), later.to_vec()), "{today}");
    }
}

#[test]
fn a_closed_case_is_asked_for_its_equality_form_at_once_and_for_its_learning_in_time() {
    let closed = [
        RECORDED,
        ACKNOWLEDGED,
        CORRECTED,
        ANSWERED_LATE,
        COMPLETED,
        CLOSED,
    ];
    assert_eq!(
        told(&closed, "2026-04-20"),
        (vec![], vec!["equality_form", "learning"])
    );
    assert_eq!(
        told(&closed, "2026-04-21"),
        (vec!["equality_form"], vec!["learning"])
    );
    let sent = [closed.as_slice(), &[FORM]].concat();
    assert_eq!(told(&sent, "2026-07-20"), (vec![], vec!["learning"]));
    assert_eq!(told(&sent, "2026-07-21"), (vec!["learning"], vec![]));
    let taught = [sent.as_slice(), &[TAUGHT]].concat();
    assert_eq!(told(&taught, "2026-07-21"), (vec![], vec![]));
}

#[test]
fn of_an_imported_case_only_what_its_register_could_tell_is_asked() {
    let closed = [RECORDED, ANSWERED_LATE, CLOSED, IMPORTED];
    assert_eq!(told(&closed, "2026-12-01"), (vec![], vec![]));
    let unanswered = [RECORDED, IMPORTED];
    assert_eq!(
        told(&unanswered, "2026-12-01"),
        (vec!["stage_1_answer"], vec![])
    );
}

#[test]
fn every_rule_has_a_code_of_its_own_and_says_where_the_report_counts_it() {
    let mut codes: Vec<_> = RULES.iter().map(|rule| rule.code).collect();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), RULES.len());
    assert!(RULES.iter().all(|rule| !rule.counted_in.is_empty()));
}
