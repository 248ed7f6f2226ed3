//! The mistakes a plausible implementation makes, as far as they are mistakes about the law itself.
//!
//! The list of all of them is `docs/mistakes.md`.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};
use statute::limits;
use statute::procedure::interview::{
    Judgement, Leaf, Note, QuestionId, Step, Uncertainty, interview,
};
use statute::procedure::{LegalGround, Procedure};
use statute::working_days::elapsed;
use statute::{Calendar, Kind, Region, WorkingDays, proof};

fn england() -> &'static Calendar {
    Calendar::of(Region::EnglandAndWales)
}

fn end(length: u16, from: Date) -> Date {
    let end = WorkingDays(length).end(from, england());
    end.expect("the bank holidays of the year are known")
}

/// Somebody who complains for themselves of something within the year, with these answers besides.
fn judge(answers: &'static str) -> Judgement {
    const COMMONEST: &str =
        "safety=none wish=complain speaker=self body=own earlier=no time=within proceedings=none";
    let pairs = COMMONEST
        .split_whitespace()
        .chain(answers.split_whitespace());
    let given: BTreeMap<_, _> = pairs.filter_map(|pair| pair.split_once('=')).collect();
    match interview(|question: QuestionId| given.get(question.code()).copied()) {
        Step::End(judgement) => judgement,
        Step::Ask { question, .. } => panic!("{answers}: {:?} is not answered", question.id),
    }
}

#[test]
fn m01_adding_65_to_25_to_find_the_longest_investigation() {
    // The Ombudsman's own arithmetic (25 005 179): asked for on 29 August 2024, at the latest 28 November.
    let from = date(2024, 8, 29);
    let limit = limits::INVESTIGATION_ENDS_FROM_REQUEST;
    let due = proof::due(&limit, from, england()).expect("2024 is known");
    assert_eq!(due.due_on, date(2024, 10, 3));
    assert_eq!(due.extendable_to, Some(date(2024, 11, 28)));
    // From day 25 it would be into the next year.
    assert_eq!(end(65, due.due_on), date(2025, 1, 7));
    // The two other limits that can be extended count from the same day too: 20 and not 30, 20 and not 40.
    for (limit, latest) in [
        (limits::LOCAL_RESOLUTION_ENDS, end(20, from)),
        (limits::CORPORATE_COMPLAINT_ANSWERED, end(20, from)),
        (limits::CORPORATE_REVIEW_ANSWERED, end(40, from)),
    ] {
        let due = proof::due(&limit, from, england()).expect("2024 is known");
        assert_eq!(due.extendable_to, Some(latest), "{}", limit.id);
    }
}

#[test]
fn m02_counting_the_day_of_receipt_as_day_1() {
    for (from, ten, sixty_five) in [
        (date(2015, 3, 26), date(2015, 4, 13), date(2015, 7, 1)),
        (date(2012, 5, 28), date(2012, 6, 13), date(2012, 8, 30)),
        (date(2022, 9, 9), date(2022, 9, 26), date(2022, 12, 12)),
        // Counted inclusively the last would be 27 November.
        (date(2024, 8, 29), date(2024, 9, 12), date(2024, 11, 28)),
        // A Saturday: Monday is day 1, not day 2.
        (date(2015, 3, 28), date(2015, 4, 14), date(2015, 7, 2)),
    ] {
        assert_eq!((end(10, from), end(65, from)), (ten, sixty_five), "{from}");
        assert_eq!(elapsed(from, ten, england()), Ok(10), "{from}");
        assert_eq!(elapsed(from, from, england()), Ok(0), "{from}");
    }
}

#[test]
fn m03_making_a_limit_of_the_advice_to_ask_for_stage_2_within_20_working_days() {
    assert_eq!(limits::INVESTIGATION_REQUESTED.kind, Kind::Advisory);
    assert_eq!(limits::REVIEW_PANEL_REQUESTED.kind, Kind::Hard);
}

#[test]
fn m06_letting_the_panel_date_be_extended() {
    let from = date(2015, 8, 28);
    let due = proof::due(&limits::REVIEW_PANEL_MEETS, from, england()).expect("2015 is known");
    assert_eq!((due.due_on, due.extendable_to), (date(2015, 10, 12), None));
}

#[test]
fn m07_freezing_because_there_are_proceedings() {
    // That there are any changes nothing; whether this point might prejudice them is for a person to decide.
    let harmless = judge("area=help help=in_need person=parent proceedings=harmless");
    assert_eq!(harmless.leaf, Leaf::Statutory);
    let might = judge("area=help help=in_need person=parent proceedings=might");
    assert_eq!(might.leaf, Leaf::AskAPerson(Uncertainty::Prejudice));
}

#[test]
fn m08_sending_a_parent_the_childs_data_because_the_parent_complains() {
    // With or without parental responsibility a parent complains by the same right.
    let mother = judge("area=help help=looked_after person=parent");
    let father = judge("area=help help=looked_after person=parent_without");
    for parent in [&mother, &father] {
        assert_eq!(parent.leaf, Leaf::Statutory);
        assert_eq!(parent.ground(), Some(LegalGround::Parent));
        // The officer is told each time that the complaint opens nothing.
        assert!(parent.notes().any(|note| note == Note::OwnRight));
    }
    assert!(
        Note::OwnRight
            .text()
            .contains("no access to the child’s personal data")
    );
    assert!(father.notes().any(|note| note == Note::NoAccess));
}

#[test]
fn m09_treating_section_47_matters_as_statutory() {
    let enquiry = judge("area=protection protection=enquiry");
    assert_eq!(enquiry.leaf, Leaf::ChildProtection);
    assert_eq!(enquiry.leaf.procedure(), Some(Procedure::Corporate));
    // Where it cannot be told apart from help under Part 3, a person decides.
    let mixed = judge("area=protection protection=enquiry_and_help");
    assert_eq!(mixed.leaf, Leaf::AskAPerson(Uncertainty::Entangled));
}

#[test]
fn m09_treating_all_childrens_services_complaints_as_corporate() {
    for statutory in [
        "area=help help=in_need person=parent",
        "area=help help=looked_after person=parent",
        "area=help help=adult person=parent",
        "area=protection protection=order person=parent",
        "area=protection protection=contact person=parent",
        "area=worker worker=behaviour person=parent",
    ] {
        let leaf = judge(statutory).leaf;
        assert_eq!(leaf, Leaf::Statutory, "{statutory}");
        assert_eq!(
            leaf.procedure(),
            Some(Procedure::ChildrenAct),
            "{statutory}"
        );
    }
    // And the other way round: not everything that a children's service does is statutory.
    let early = judge("area=help help=early_help early_help=no");
    assert_eq!(early.leaf, Leaf::Corporate);
}

#[test]
fn m11_using_a_uk_wide_or_scottish_bank_holiday_list() {
    for (day, whose) in [
        (date(2024, 1, 2), "Scotland: 2 January"),
        (date(2025, 3, 17), "Northern Ireland: St Patrick’s Day"),
        (date(2024, 7, 12), "Northern Ireland: the Twelfth"),
        (date(2024, 8, 5), "Scotland: the first Monday of August"),
        (date(2023, 11, 30), "Scotland: St Andrew’s Day"),
    ] {
        assert_eq!(england().is_working_day(day), Ok(true), "{whose}");
    }
    for (day, ours) in [
        (
            date(2024, 4, 1),
            "Easter Monday, which Scotland does not have",
        ),
        (date(2024, 8, 26), "the last Monday of August"),
    ] {
        assert_eq!(england().is_working_day(day), Ok(false), "{ours}");
    }
    // Received on Friday 29 December 2023: Tuesday 2 January is day 1. With it as a holiday day 10 would be the 16th.
    assert_eq!(end(10, date(2023, 12, 29)), date(2024, 1, 15));
}

#[test]
fn m11_treating_29_to_31_december_as_holidays() {
    // Between Christmas and New Year the offices are shut, and the days count: Monday 29 to Wednesday 31.
    for day in [29, 30, 31] {
        assert_eq!(england().is_working_day(date(2025, 12, day)), Ok(true));
    }
    assert_eq!(end(10, date(2015, 12, 18)), date(2016, 1, 6));
}

#[test]
fn m11_hard_coding_the_first_monday_of_may_in_2020() {
    // The holiday of 4 May 2020 was moved to Friday the 8th.
    assert_eq!(england().is_working_day(date(2020, 5, 4)), Ok(true));
    assert_eq!(england().is_working_day(date(2020, 5, 8)), Ok(false));
    assert_eq!(end(5, date(2020, 4, 27)), date(2020, 5, 4));
    assert_eq!(end(10, date(2020, 4, 27)), date(2020, 5, 12));
}
