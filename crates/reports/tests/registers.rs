//! The registers in the annual report of a small invented council: sources, outcomes, standings, members, topics, and
//! requests for Stage 2, each counted once, and a few of any of them told to nobody outside.

#![expect(
    clippy::unwrap_used,
    reason = "a fixture that is not as expected fails the test"
)]

mod small_council;

use casework::intake::RepresentationKind;
use casework::local_resolution::{ActivityFinding, ActivityOutcome, Afterwards};
use casework::people::ChildStatus;
use casework::registers::{HelplineCaller, Member};
use casework::settings::Code;
use jiff::civil::date;
use reports::annual_report::{ReportInput, draft};
use reports::document::{Audience, Block, Document};
use small_council::{AS_AT, Equality, complaint, equality, lines, other, settings, year};
use views::register_line::{
    Answer, ContactLine, Disposition, EscalationRequestLine, LateAnswer, RegisterLine,
    ReviewPanelLine,
};

fn report(lines: &[RegisterLine], audience: Audience) -> Document {
    let equality: Vec<Equality> = equality();
    draft(&ReportInput {
        settings: &settings(),
        year: year(),
        as_at: AS_AT,
        lines,
        equality: &equality,
        audience,
    })
}

/// The rows of a table that count anything, and its total.
fn counted(document: &Document, id: &str) -> Option<(Vec<(String, String)>, String)> {
    let table = document.tables().find(|table| table.id == id)?;
    let shown = |row: &reports::document::Row| row.cells[0].shown.clone();
    let rows = table.rows.iter();
    let rows = rows.map(|row| (row.label.clone(), shown(row)));
    let rows = rows.filter(|(_, count)| count != "0").collect();
    Some((rows, shown(table.total.as_ref().unwrap())))
}

fn rows(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    let owned = |(label, count): &(&str, &str)| ((*label).to_owned(), (*count).to_owned());
    expected.iter().map(owned).collect()
}

fn told(document: &Document, text: &str) -> bool {
    let mut blocks = document.sections.iter().flat_map(|section| &section.blocks);
    blocks.any(|block| matches!(block, Block::Paragraph { text: told } if told == text))
}

fn compliment(number: u128, source: Option<&str>) -> RegisterLine {
    RegisterLine {
        contact: source.map(|source| ContactLine::Compliment {
            source: Code::new(source),
        }),
        ..other(number, RepresentationKind::Compliment)
    }
}

fn enquiry(number: u128, standings: &[ChildStatus], outcome: Option<&str>) -> RegisterLine {
    RegisterLine {
        children: standings.to_vec(),
        enquiry: outcome.map(|_| Answer {
            on: date(2014, 8, 1),
            took: 3,
        }),
        enquiry_outcome: outcome.filter(|outcome| !outcome.is_empty()).map(Code::new),
        ..other(number, RepresentationKind::Enquiry)
    }
}

fn letter(number: u128, member: Option<Member>, complains: bool) -> RegisterLine {
    RegisterLine {
        contact: Some(ContactLine::MemberEnquiry {
            member,
            consent: None,
            complains,
        }),
        ..other(number, RepresentationKind::ElectedMemberEnquiry)
    }
}

#[test]
fn compliments_are_counted_by_source_and_one_without_stands_in_a_row_of_its_own() {
    let lines = [
        compliment(1, Some("court")),
        compliment(2, Some("court")),
        compliment(3, Some("a_code_of_old")),
        compliment(4, None),
    ];
    let (found, total) =
        counted(&report(&lines, Audience::Internal), "compliments_by_source").unwrap();
    assert_eq!(
        found,
        rows(&[("Court", "2"), ("Not in the list", "1"), ("Not noted", "1")])
    );
    assert_eq!(total, "4");
}

#[test]
fn a_register_that_tells_nothing_has_no_such_table() {
    let document = report(
        &[compliment(1, None), compliment(2, None)],
        Audience::Internal,
    );
    assert_eq!(counted(&document, "compliments_by_source"), None);
    let document = report(&lines(), Audience::Internal);
    for id in [
        "mp_letters_by_member",
        "informal_by_topic",
        "helpline_by_caller",
    ] {
        assert_eq!(counted(&document, id), None, "{id}");
    }
    let headings: Vec<_> = document
        .sections
        .iter()
        .map(|section| &section.heading)
        .collect();
    assert!(
        !headings
            .iter()
            .any(|heading| *heading == "Young people’s contacts")
    );
}

#[test]
fn an_enquiry_counts_once_by_outcome_and_once_by_the_first_standing_of_the_list() {
    let both = [ChildStatus::InNeed, ChildStatus::LookedAfter];
    let lines = [
        enquiry(1, &both, Some("signposted")),
        enquiry(2, &[ChildStatus::NotKnown], Some("")),
        enquiry(3, &[], None),
    ];
    let document = report(&lines, Audience::Internal);
    assert_eq!(
        counted(&document, "enquiries_by_outcome").unwrap(),
        (
            rows(&[
                ("Told where else to turn", "1"),
                ("Not yet answered", "1"),
                ("Answered, outcome not noted", "1"),
            ]),
            "3".to_owned()
        )
    );
    assert_eq!(
        counted(&document, "enquiries_by_standing").unwrap(),
        (
            rows(&[
                ("Looked after", "1"),
                ("Not known", "1"),
                ("Not asked", "1")
            ]),
            "3".to_owned()
        )
    );
}

#[test]
fn members_are_told_apart_and_enquiries_about_people_who_complain_too_are_counted() {
    let mut lines = vec![
        letter(1, Some(Member::MemberOfParliament), true),
        letter(2, Some(Member::MemberOfParliament), false),
        letter(3, Some(Member::Councillor), true),
        letter(4, None, false),
    ];
    let document = report(&lines, Audience::Internal);
    assert_eq!(
        counted(&document, "mp_letters_by_member").unwrap(),
        (
            rows(&[
                ("Member of Parliament", "2"),
                ("Councillor", "1"),
                ("Not noted", "1"),
            ]),
            "4".to_owned()
        )
    );
    let overlap = "2 enquiries were about people who complain or complained themselves.";
    assert!(told(&document, overlap));
    // Two are too few to be told outside.
    assert!(!told(&report(&lines, Audience::Public), overlap));
    lines.remove(0);
    let document = report(&lines, Audience::Internal);
    assert!(told(
        &document,
        "1 enquiry was about people who complain or complained themselves."
    ));
}

#[test]
fn young_people_s_contacts_are_counted_apart_by_topic_result_and_caller() {
    let informal = RegisterLine {
        contact: Some(ContactLine::InformalContact {
            topic: Code::new("placement"),
            result: Code::new("put_right"),
        }),
        ..other(1, RepresentationKind::InformalContact)
    };
    let call = |number, caller| RegisterLine {
        contact: Some(ContactLine::Helpline {
            caller,
            topic: Code::new("education"),
            result: Code::new("advocate_arranged"),
        }),
        ..other(number, RepresentationKind::HelplineContact)
    };
    let lines = [
        informal,
        call(2, HelplineCaller::YoungPerson),
        call(3, HelplineCaller::YoungPerson),
        call(4, HelplineCaller::StaffAdvice),
    ];
    let document = report(&lines, Audience::Internal);
    for (id, expected, total) in [
        ("informal_by_topic", &[("Where they live", "1")][..], "1"),
        ("informal_by_result", &[("Put right informally", "1")], "1"),
        (
            "helpline_by_caller",
            &[("From a young person", "2"), ("Advice to staff", "1")],
            "3",
        ),
        (
            "helpline_by_topic",
            &[("School, college or work", "3")],
            "3",
        ),
        (
            "helpline_by_result",
            &[("An advocate was arranged", "3")],
            "3",
        ),
    ] {
        let (found, sum) = counted(&document, id).unwrap();
        assert_eq!((found, sum.as_str()), (rows(expected), total), "{id}");
    }
    let (received, _) = counted(&document, "contacts").unwrap();
    assert_eq!(
        received,
        rows(&[
            ("Informal contacts of young people", "1"),
            ("Advocacy helpline contacts", "3"),
        ])
    );
    assert!(
        document
            .figures
            .iter()
            .all(|figure| figure.id != "stage1_complaints" || figure.shown == "0")
    );
}

#[test]
fn each_request_for_stage_2_counts_once_by_what_came_of_it() {
    let request = |disposition, found: Option<(ActivityFinding, bool)>| EscalationRequestLine {
        reasons: Vec::new(),
        requested_on: date(2014, 9, 1),
        disposition,
        outcome: found.map(|(finding, changed)| ActivityOutcome { finding, changed }),
    };
    let mut first = complaint(70);
    let back = (ActivityFinding::PartlyUpheld, true);
    first.escalation_requests = vec![
        request(Disposition::Review, Some(back)),
        request(Disposition::Withdrawn, None),
    ];
    let mut second = complaint(71);
    second.escalation_requests = vec![
        request(Disposition::Mediation, None),
        EscalationRequestLine {
            requested_on: date(2015, 4, 1),
            ..request(Disposition::Refused, None)
        },
    ];
    let document = report(&[first, second], Audience::Internal);
    assert_eq!(
        counted(&document, "escalation_requests").unwrap(),
        (
            rows(&[
                ("Management or peer review", "1"),
                ("Mediation or conciliation", "1"),
                ("Withdrawn", "1"),
            ]),
            "3".to_owned()
        ),
        "the refusal is of the year after"
    );
    assert_eq!(
        counted(&document, "escalation_alternatives").unwrap(),
        (
            rows(&[("Partly upheld", "1"), ("Not noted", "1")]),
            "2".to_owned()
        )
    );
    assert!(told(
        &document,
        "1 of them changed what was complained about."
    ));
    let document = report(&lines(), Audience::Internal);
    assert_eq!(counted(&document, "escalation_requests"), None);
    assert_eq!(counted(&document, "dissatisfaction"), None);
}

#[test]
fn dissatisfaction_with_an_answer_counts_by_what_came_of_it_and_is_no_request() {
    let mut line = complaint(72);
    line.dissatisfied = vec![
        (date(2014, 9, 1), Afterwards::Content),
        (date(2014, 9, 8), Afterwards::AsksForTheNextStage),
        (date(2014, 3, 31), Afterwards::Content),
    ];
    let document = report(&[line], Audience::Internal);
    assert_eq!(
        counted(&document, "dissatisfaction").unwrap(),
        (
            rows(&[
                ("They are content", "1"),
                ("They ask for the next stage", "1"),
            ]),
            "2".to_owned()
        )
    );
    assert_eq!(counted(&document, "escalation_requests"), None);
}

fn answered_late(number: u128, reason: Option<&str>) -> RegisterLine {
    let mut line = complaint(number);
    let stage = line.local_resolution.as_mut().unwrap();
    stage.late = Some(LateAnswer {
        reason: reason.map(Code::new),
    });
    line
}

#[test]
fn late_answers_count_once_by_reason_and_one_without_stands_in_a_row_of_its_own() {
    let lines = [
        answered_late(80, Some("staff_away")),
        answered_late(81, Some("staff_away")),
        answered_late(82, Some("a_code_of_old")),
        answered_late(83, None),
        complaint(84),
    ];
    assert_eq!(
        counted(&report(&lines, Audience::Internal), "late_answers").unwrap(),
        (
            rows(&[
                ("Staff were away, or a post was vacant", "2"),
                ("Not in the list", "1"),
                ("Not noted", "1"),
            ]),
            "4".to_owned()
        )
    );
    let outside = counted(&report(&lines, Audience::Public), "late_answers").unwrap();
    assert_eq!(outside.1, "withheld", "four are too few to be told outside");
    let unnoted = [answered_late(85, None), complaint(86)];
    assert_eq!(
        counted(&report(&unnoted, Audience::Internal), "late_answers"),
        None,
        "a register that notes no reason has no such table"
    );
}

#[test]
fn a_complaint_counts_once_for_each_way_in_which_it_was_resolved() {
    let resolved = |number, kinds: &[&str]| {
        let mut line = complaint(number);
        let stage = line.local_resolution.as_mut().unwrap();
        stage.resolution = kinds.iter().copied().map(Code::new).collect();
        line
    };
    let mut unanswered = complaint(94);
    let stage = unanswered.local_resolution.as_mut().unwrap();
    (stage.answer, stage.outcome) = (None, None);
    let lines = [
        resolved(90, &["apology", "explanation"]),
        resolved(91, &["explanation"]),
        resolved(92, &["a_code_of_old"]),
        resolved(93, &[]),
        unanswered,
    ];
    assert_eq!(
        counted(&report(&lines, Audience::Internal), "resolutions").unwrap(),
        (
            rows(&[
                ("Apology", "1"),
                ("Explanation", "2"),
                ("Not in the list", "1"),
                ("Not noted", "1"),
            ]),
            "5".to_owned()
        )
    );
    let unnoted = [resolved(95, &[]), complaint(96)];
    assert_eq!(
        counted(&report(&unnoted, Audience::Internal), "resolutions"),
        None,
        "a register that notes nothing of it has no such table"
    );
}

#[test]
fn a_request_counts_once_for_each_reason_of_going_on_in_the_year_it_was_made() {
    let codes = |reasons: &[&str]| reasons.iter().copied().map(Code::new).collect::<Vec<_>>();
    let asked = |requested_on, reasons: &[&str]| EscalationRequestLine {
        requested_on,
        disposition: Disposition::Open,
        outcome: None,
        reasons: codes(reasons),
    };
    let mut first = complaint(100);
    first.escalation_requests = vec![
        asked(date(2014, 4, 1), &["answer_late", "points_unanswered"]),
        asked(date(2015, 3, 31), &[]),
        asked(date(2015, 4, 1), &["answer_late"]),
    ];
    let mut second = complaint(101);
    second.review_panel = Some(ReviewPanelLine {
        requested_on: date(2014, 9, 1),
        reasons: codes(&["remedy_not_enough"]),
        begun_on: None,
        met_on: None,
        reported_on: None,
        answered_on: None,
    });
    let document = report(&[first, second], Audience::Internal);
    assert_eq!(
        counted(&document, "escalation_reasons_stage2").unwrap(),
        (
            rows(&[
                ("The answer was late, or did not come", "1"),
                ("Points were left unanswered", "1"),
                ("Not noted", "1"),
            ]),
            "3".to_owned()
        )
    );
    assert_eq!(
        counted(&document, "escalation_reasons_stage3").unwrap(),
        (
            rows(&[("What was offered was not enough", "1")]),
            "1".to_owned()
        )
    );
    let document = report(&lines(), Audience::Internal);
    assert_eq!(counted(&document, "escalation_reasons_stage2"), None);
    assert_eq!(counted(&document, "escalation_reasons_stage3"), None);
}
