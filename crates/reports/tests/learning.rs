//! What a small invented council learned in its year: what complaints taught, corrective actions as they stood on a day,
//! whether they helped, and the training that was held.

#![expect(
    clippy::unwrap_used,
    reason = "a fixture that is not as expected fails the test"
)]

mod small_council;

use casework::advocacy::Wanted;
use casework::authority_file::{AuthorityFile, FileEvent, FileFact};
use casework::ids::{AccountId, ItemId, Sealed};
use casework::intake::RepresentationKind;
use casework::learning::{
    ActionNumber, ActionOrigin, ActionState, TrainingHeld, TrainingKind, Verdict,
};
use casework::settings::Code;
use jiff::civil::{Date, date};
use reports::annual_report::Tally;
use reports::document::{AsAt, Audience, Block, Document, Table};
use reports::measures::CATALOGUE;
use small_council::{AS_AT, complaint, equality, lines, other, settings, year};
use views::equality::{About, EqualityAnswers, Source, Value};
use views::register_line::{
    ActionLine, AdvocacyLine, DraftingLine, LearningLine, RegisterLine, Said,
};

fn report(lines: &[RegisterLine], audience: Audience) -> Document {
    report_as_at(lines, AS_AT, audience)
}

fn report_as_at(lines: &[RegisterLine], as_at: AsAt, audience: Audience) -> Document {
    let mut tally = Tally::new(&settings(), year());
    for line in lines {
        tally.count(line);
    }
    tally.finish(as_at, audience)
}

fn table<'a>(document: &'a Document, id: &str) -> Option<&'a Table> {
    document.tables().find(|table| table.id == id)
}

/// The first column of a table from its first row to its total.
fn column(document: &Document, id: &str) -> Vec<String> {
    let table = table(document, id).unwrap();
    let rows = table.rows.iter().chain(&table.total);
    rows.map(|row| row.cells[0].shown.clone()).collect()
}

fn paragraphs(document: &Document) -> Vec<&str> {
    let section = document.sections.iter();
    let mut section = section.filter(|section| section.id == "what-we-learned");
    let blocks = section
        .next()
        .map_or(&[][..], |section| section.blocks.as_slice());
    let told = blocks.iter().filter_map(|block| {
        if let Block::Paragraph { text } = block {
            Some(text.as_str())
        } else {
            None
        }
    });
    told.collect()
}

fn taught(number: u128, learning: LearningLine) -> RegisterLine {
    RegisterLine {
        learning,
        ..complaint(number)
    }
}

fn said(said: Option<Said>, reported: Option<Said>) -> LearningLine {
    LearningLine {
        said,
        reported,
        ..LearningLine::default()
    }
}

/// Agreed in the year, to be done by the end of it.
fn action() -> ActionLine {
    ActionLine {
        number: ActionNumber(1),
        kind: Code::new("training"),
        themes: vec![Code::new("delay")],
        owner: "00000000-0000-0000-0000-000000000007"
            .parse::<AccountId>()
            .unwrap(),
        origin: ActionOrigin::OfItself,
        answers: None,
        state: ActionState::ToDo,
        agreed_on: date(2014, 9, 1),
        due_on: date(2015, 3, 31),
        carried_out_on: None,
        closed_on: None,
        review_on: None,
        impact: Vec::new(),
    }
}

fn with_actions(actions: Vec<ActionLine>) -> Vec<RegisterLine> {
    vec![taught(
        1,
        LearningLine {
            actions,
            ..LearningLine::default()
        },
    )]
}

#[test]
fn every_answered_complaint_stands_once_by_what_is_said_of_what_it_taught() {
    let acted = LearningLine {
        actions: vec![action()],
        ..said(Some(Said::Nothing), None)
    };
    let mut unanswered = taught(7, said(Some(Said::Change), None));
    unanswered.local_resolution.as_mut().unwrap().answer = None;
    let mut earlier = taught(8, said(Some(Said::Change), None));
    earlier.received_on = date(2014, 3, 31);
    let lines = [
        taught(1, acted),
        taught(2, said(Some(Said::Change), None)),
        taught(3, said(Some(Said::Nothing), Some(Said::Change))),
        taught(4, said(Some(Said::Nothing), None)),
        taught(5, said(Some(Said::Change), Some(Said::Nothing))),
        taught(6, said(None, None)),
        unanswered,
        earlier,
    ];
    let document = report(&lines, Audience::Internal);
    let counts = column(&document, "learning_by_complaint");
    assert_eq!(counts, ["1", "2", "2", "1", "6"]);
    let share = document
        .figures
        .iter()
        .find(|figure| figure.id == "learning_said")
        .unwrap();
    assert_eq!((share.numerator, share.denominator), (Some(5), Some(6)));
}

#[test]
fn actions_are_told_as_they_stood_on_the_last_day_of_the_year() {
    let state = |due_on: Date, carried_out_on, closed_on| {
        let action = ActionLine {
            due_on,
            carried_out_on,
            closed_on,
            ..action()
        };
        let document = report(&with_actions(vec![action]), Audience::Internal);
        let counts = column(&document, "actions_by_state");
        let row = counts.iter().position(|count| count == "1").unwrap();
        table(&document, "actions_by_state").unwrap().rows[row]
            .label
            .clone()
    };
    let (before, last, after) = (date(2015, 3, 30), date(2015, 3, 31), date(2015, 4, 1));
    let to_do = "To be carried out, in time";
    let to_check = "Carried out, to be checked by somebody else";
    assert_eq!(state(last, None, None), to_do);
    assert_eq!(state(before, None, None), "Overdue");
    assert_eq!(state(before, Some(last), None), to_check);
    assert_eq!(state(before, Some(after), None), "Overdue");
    assert_eq!(state(last, Some(after), Some(after)), to_do);
    assert_eq!(state(before, Some(last), Some(last)), "Closed");
    assert_eq!(state(before, Some(last), Some(after)), to_check);
}

#[test]
fn a_report_drawn_up_within_the_year_calls_nothing_overdue_whose_day_is_still_to_come() {
    let waiting = ActionLine {
        due_on: date(2015, 1, 15),
        ..action()
    };
    let lines = with_actions(vec![waiting]);
    for (day, overdue) in [(date(2015, 1, 15), "0"), (date(2015, 1, 16), "1")] {
        let document = report_as_at(&lines, AsAt { day, ..AS_AT }, Audience::Internal);
        assert_eq!(column(&document, "actions_by_state")[1], overdue, "{day}");
    }
}

#[test]
fn an_action_counts_in_the_year_it_was_agreed_in_and_once_for_each_theme() {
    let agreed = |agreed_on: Date, kind: &str| ActionLine {
        agreed_on,
        kind: Code::new(kind),
        themes: vec![Code::new("delay"), Code::new("recording")],
        ..action()
    };
    let document = report(
        &with_actions(vec![
            agreed(date(2014, 3, 31), "apology"),
            agreed(date(2014, 4, 1), "training"),
            agreed(date(2015, 3, 31), "a_code_of_old"),
            agreed(date(2015, 4, 1), "apology"),
        ]),
        Audience::Internal,
    );
    let counted = |id| {
        let rows = table(&document, id).unwrap().rows.iter();
        let rows = rows.map(|row| (row.label.as_str(), row.cells[0].shown.as_str()));
        rows.filter(|(_, count)| *count != "0").collect::<Vec<_>>()
    };
    assert_eq!(
        counted("actions_by_kind"),
        [("Training", "1"), ("Not in the list", "1")]
    );
    assert_eq!(
        counted("actions_by_theme"),
        [("Recording", "2"), ("Delay", "2")]
    );
    assert_eq!(table(&document, "actions_by_theme").unwrap().total, None);
}

#[test]
fn reviews_of_the_effect_count_by_their_own_day_whenever_the_action_was_agreed() {
    let again_on = date(2015, 6, 1);
    let of_old = ActionLine {
        agreed_on: date(2013, 9, 1),
        impact: vec![
            (date(2014, 3, 31), Verdict::DidNot),
            (date(2014, 4, 1), Verdict::TooEarly { again_on }),
            (date(2015, 3, 31), Verdict::Worked),
            (date(2015, 4, 1), Verdict::InPart),
        ],
        ..action()
    };
    let document = report(&with_actions(vec![of_old]), Audience::Internal);
    let verdicts = column(&document, "impact_by_verdict");
    assert_eq!(verdicts, ["1", "0", "0", "1", "2"]);
    assert_eq!(table(&document, "actions_by_kind"), None);
}

#[test]
fn debriefs_count_by_the_day_they_were_held() {
    let days = [
        date(2014, 3, 31),
        date(2014, 4, 1),
        date(2015, 3, 31),
        date(2015, 4, 1),
    ];
    let debriefed = LearningLine {
        debriefs: days.map(|day| (day, 4)).into(),
        ..LearningLine::default()
    };
    let document = report(&[taught(1, debriefed)], Audience::Internal);
    assert_eq!(paragraphs(&document), ["There were 2 debriefs."]);
    let document = report(&[taught(1, LearningLine::default())], Audience::Internal);
    assert_eq!(paragraphs(&document), [""; 0]);
}

#[test]
fn outside_the_authority_few_actions_of_a_kind_are_withheld_and_cannot_be_worked_out() {
    let of_kind = |kind: &str| ActionLine {
        kind: Code::new(kind),
        ..action()
    };
    let mut actions = vec![of_kind("training"); 8];
    actions.extend(vec![of_kind("apology"); 3]);
    let document = report(&with_actions(actions), Audience::Public);
    let shown = column(&document, "actions_by_kind");
    let withheld = shown.iter().filter(|count| *count == "withheld").count();
    assert!(withheld >= 2, "{shown:?}");
    assert!(!shown.contains(&"3".to_owned()), "{shown:?}");
    assert_eq!(shown.last().map(String::as_str), Some("11"));
}

#[test]
fn a_year_in_which_nothing_was_recorded_of_learning_has_no_such_section() {
    let document = report(&lines(), Audience::Internal);
    let sections: Vec<_> = document.sections.iter().map(|each| &each.id).collect();
    assert!(!sections.iter().any(|id| *id == "what-we-learned"));
    assert!(
        !document
            .figures
            .iter()
            .any(|figure| figure.id == "learning_said")
    );
}

#[test]
fn every_measure_of_the_catalogue_is_drawn() {
    let mut lines = lines();
    lines[0].learning.actions = vec![ActionLine {
        impact: vec![(date(2015, 2, 1), Verdict::Worked)],
        ..action()
    }];
    lines[0].learning.debriefs = vec![(date(2014, 4, 1), 4)];
    lines.push(other(60, RepresentationKind::InformalContact));
    lines.push(other(61, RepresentationKind::HelplineContact));
    lines[3].advocacy = vec![AdvocacyLine {
        complains_as: lines[3].capacities.first().cloned(),
        told_on: None,
        offered_on: Some(date(2014, 7, 1)),
        wanted: Some(Wanted::No),
        episodes: Vec::new(),
    }];
    let of_age = EqualityAnswers {
        age: Value::stated(15),
        ..EqualityAnswers::unanswered(About::Complainant, Source::OwnForm)
    };
    let mut equality = equality();
    equality.push((lines[3].case, of_age));
    let file = AuthorityFile::fold(&[held(date(2014, 4, 1), TrainingKind::Workshop, 12)]);
    let mut tally = Tally::new(&settings(), year()).against(&file);
    for line in &lines {
        tally.count(line);
    }
    for (case, answers) in &equality {
        tally.count_equality(*case, answers);
    }
    let document = tally.finish(AS_AT, Audience::Internal);
    let drawn: Vec<&str> = document
        .figures
        .iter()
        .map(|figure| figure.id.as_str())
        .collect();
    for measure in CATALOGUE {
        // A year has a fall or a rise, not both.
        assert!(
            drawn.contains(&measure.id) || measure.id == "compliments_rise",
            "{}",
            measure.id
        );
    }
    assert_eq!(drawn.len(), CATALOGUE.len() - 1);
}

#[test]
fn training_of_the_year_is_told_by_kind_with_times_and_people() {
    let file = AuthorityFile::fold(&[
        held(date(2014, 3, 31), TrainingKind::Workshop, 50),
        held(date(2014, 4, 1), TrainingKind::Workshop, 12),
        held(date(2015, 3, 31), TrainingKind::Workshop, 8),
        held(date(2014, 10, 1), TrainingKind::Coaching, 1),
        held(date(2015, 4, 1), TrainingKind::Training, 60),
    ]);
    let tally = Tally::new(&settings(), year()).against(&file);
    let document = tally.finish(AS_AT, Audience::Internal);
    let rows = table(&document, "training").unwrap();
    let rows = rows.rows.iter().chain(&rows.total).map(|row| {
        let cells = row.cells.iter().map(|cell| cell.shown.as_str());
        (row.label.as_str(), cells.collect::<Vec<_>>())
    });
    assert_eq!(
        rows.collect::<Vec<_>>(),
        [
            ("Workshop", vec!["2", "20"]),
            ("Training", vec!["0", "0"]),
            ("One-to-one coaching", vec!["1", "1"]),
            ("Learning shared at a meeting", vec!["0", "0"]),
            ("Total", vec!["3", "21"]),
        ]
    );
    assert_eq!(
        paragraphs(&document),
        ["3 workshops, trainings and the like were held, with 21 places taken in all."]
    );
    let outside = tally.finish(AS_AT, Audience::Public);
    let coached = &table(&outside, "training").unwrap().rows[2];
    assert_eq!(coached.cells[1].shown, "withheld");
}

#[test]
fn what_was_learned_is_told_in_words_where_there_is_enough_to_tell() {
    let done = ActionLine {
        carried_out_on: Some(date(2014, 12, 1)),
        closed_on: Some(date(2014, 12, 2)),
        impact: vec![(date(2015, 2, 1), Verdict::Worked)],
        ..action()
    };
    let late = ActionLine {
        due_on: date(2015, 1, 1),
        ..action()
    };
    let mut actions = vec![done; 6];
    actions.extend(vec![late; 4]);
    let mut lines = with_actions(actions);
    lines.extend((2..=12).map(|number| taught(number, said(Some(Said::Nothing), None))));
    let document = report(&lines, Audience::Internal);
    insta::assert_snapshot!(paragraphs(&document).join("\n"));
}

fn held(on: Date, kind: TrainingKind, people: u16) -> FileFact {
    FileFact {
        on,
        event: FileEvent::TrainingHeld(TrainingHeld {
            kind,
            people,
            about: sealed(),
        }),
    }
}

fn sealed() -> Sealed {
    Sealed {
        item: "00000000-0000-0000-0000-000000000001"
            .parse::<ItemId>()
            .unwrap(),
        commitment: "0".repeat(64),
    }
}

fn sent(number: u128, checked: bool, times_back: u16, shared: Option<bool>) -> RegisterLine {
    RegisterLine {
        drafting: DraftingLine {
            checked: Some(checked),
            times_back,
            learning_shared: shared,
            ..DraftingLine::default()
        },
        ..complaint(number)
    }
}

#[test]
fn answers_are_counted_by_whether_they_were_checked_and_shared_what_was_learned() {
    let mut unanswered = sent(6, true, 0, Some(true));
    unanswered.local_resolution.as_mut().unwrap().answer = None;
    let mut terms = complaint(7);
    terms.drafting.learning_shared = Some(true);
    let lines = [
        sent(1, true, 0, Some(true)),
        sent(2, true, 2, Some(true)),
        sent(3, true, 1, Some(false)),
        sent(4, false, 0, None),
        sent(5, false, 1, None),
        unanswered,
        terms,
    ];
    let document = report(&lines, Audience::Internal);
    assert_eq!(column(&document, "answers_checked"), ["1", "2", "2", "5"]);
    assert_eq!(column(&document, "learning_shared"), ["3", "1", "2", "6"]);
}

#[test]
fn a_year_in_which_nothing_of_it_was_noted_has_no_such_table() {
    let lines = [sent(1, false, 0, None), complaint(2)];
    let document = report(&lines, Audience::Internal);
    assert!(table(&document, "answers_checked").is_none());
    assert!(table(&document, "learning_shared").is_none());
}
