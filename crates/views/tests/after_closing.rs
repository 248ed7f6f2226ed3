//! What is owed after a case is closed, and by whom.

mod small_council;

use casework::action::Action;
use casework::clock::ClockChange;
use casework::event::Fact;
use jiff::civil::{Date, date};
use statute::limits::{self, LimitId};
use statute::proof;
use statute::working_days::{Calendar, Region};
use views::case_file::CaseFile;
use views::register_line::{RegisterLine, next_due};

use small_council::settings;

const RECORDED: &str = r#"{"on":"2026-03-02","event":{"event":"representation_recorded","kind":"complaint","procedure":"children_act","channel":"letter","reached_team_on":null,"grounds_arose_on":null,"late_reasons":null,"service":"first_response","complainants":[],"children":[],"points":[],"desired_outcome":null,"complained_about":[]}}"#;
const CLOSED: &str = r#"{"on":"2026-05-04","event":{"event":"closed","next_right":"ombudsman"}}"#;
const REPORTED: &str = r#"{"on":"2026-08-04","event":{"event":"reported_back","learned":{"what":"nothing","reason":{"item":"00000000-0000-0000-0000-000000000049","commitment":"0000000000000000000000000000000000000000000000000000000000000000"}}},"clocks":[{"clock":"met","limit":"D-LEARN","on":"2026-08-04"}]}"#;
const TODAY: Date = date(2027, 6, 1);

fn stored(body: &str) -> Fact {
    Fact::from_stored("", 1, body).expect("a stored fact")
}

/// A closed case in which limits run from the days given.
fn closed(running: &[(LimitId, Date)]) -> Vec<Fact> {
    let calendar = Calendar::of(Region::EnglandAndWales);
    let mut closed = stored(CLOSED);
    for (limit, from) in running {
        let due = proof::due_date(limits::of(*limit), *from, calendar).expect("the year is known");
        closed.clocks.push(ClockChange::Started(due));
    }
    vec![stored(RECORDED), closed]
}

fn file(facts: &[Fact]) -> CaseFile {
    let id = "00000000-0000-0000-0000-000000000001"
        .parse()
        .expect("an id");
    CaseFile::fold(id, facts, &settings()).expect("the history has a beginning")
}

#[test]
fn the_complainants_time_for_the_ombudsman_is_shown_and_is_never_due_from_the_authority() {
    let file = file(&closed(&[(LimitId::OmbudsmanComplaint, date(2026, 3, 2))]));
    let shown: Vec<_> = file
        .clocks()
        .iter()
        .map(|clock| (clock.due.limit, clock.due_on()))
        .collect();
    assert_eq!(shown, [(LimitId::OmbudsmanComplaint, date(2027, 3, 2))]);
    assert_eq!(RegisterLine::of(&file.case).due, None);
}

#[test]
fn learning_is_due_from_the_service_until_it_is_reported_back() {
    let mut facts = closed(&[
        (LimitId::OmbudsmanComplaint, date(2026, 3, 2)),
        (LimitId::Learning, date(2026, 5, 4)),
    ]);
    let owed = file(&facts);
    let due = Some((date(2026, 8, 4), LimitId::Learning));
    assert_eq!(next_due(&owed.case), due);
    assert!(owed.possible_actions(TODAY).contains(&Action::ReportBack));
    facts.push(stored(REPORTED));
    let told = file(&facts);
    assert_eq!(next_due(&told.case), None);
    assert!(!told.possible_actions(TODAY).contains(&Action::ReportBack));
}
