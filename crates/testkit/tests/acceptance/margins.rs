//! The margins counted straight from register lines and equality forms, without the report.

use std::collections::{BTreeMap, BTreeSet};

use casework::advocacy::AdvocateKind;
use casework::case::Stage;
use casework::ids::CaseId;
use casework::intake::{Procedure, RepresentationKind};
use casework::people::ChildStatus;
use casework::settings::Code;
use statute::procedure::Outcome;
use testkit::published::{Council, PublishedYear};
use views::equality::{About, EqualityAnswers};
use views::register_line::{DepartureLine, RegisterLine};

use crate::installation::{answers, lines, played};

fn published() -> PublishedYear {
    Council::Buckinghamshire.published()
}

/// Counts codes and compares them with a published table.
fn counted<'a>(table: &str, codes: impl IntoIterator<Item = &'a str>) {
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    for code in codes {
        *counts.entry(code.to_owned()).or_default() += 1;
    }
    let rows = published().table(table).rows.clone();
    let expected: BTreeMap<String, u32> = rows
        .into_iter()
        .filter(|row| row.value > 0)
        .map(|row| (row.code, row.value))
        .collect();
    assert_eq!(counts, expected, "{table}");
}

fn statutory(lines: &[RegisterLine]) -> Vec<&RegisterLine> {
    let year = published().year;
    lines
        .iter()
        .filter(|line| line.is_statutory_complaint() && year.contains(line.received_on))
        .collect()
}

fn outcome(line: &RegisterLine) -> &'static str {
    let outcome = line
        .local_resolution
        .as_ref()
        .and_then(|stage| stage.outcome);
    match (outcome, line.departure) {
        (Some(Outcome::Upheld), _) => "upheld",
        (Some(Outcome::PartlyUpheld), _) => "partly_upheld",
        (Some(Outcome::NotUpheld), _) => "not_upheld",
        (Some(Outcome::NoFinding), _) => "no_finding",
        (None, Some(DepartureLine::Withdrawn { .. })) => "withdrawn",
        (
            None,
            Some(DepartureLine::Declined { .. } | DepartureLine::ReferredElsewhere { .. }) | None,
        ) => "none",
    }
}

#[tokio::test]
async fn complaints_have_the_published_margins() {
    let (app, authority, _) = played().await;
    let lines = lines(&app, &authority).await;
    let complaints = statutory(&lines);
    assert_eq!(complaints.len(), 62);
    counted(
        "complaints_by_service",
        complaints
            .iter()
            .map(|line| line.service.as_ref().map_or("", Code::as_str)),
    );
    counted(
        "complaints_by_issue",
        complaints.iter().map(|line| line.categories[0].as_str()),
    );
    counted(
        "outcomes_stage1",
        complaints.iter().map(|line| outcome(line)),
    );
    counted(
        "complaints_by_representative",
        complaints
            .iter()
            .flat_map(|line| &line.capacities)
            .map(Code::as_str),
    );
    let band = |took: u16| match took {
        0..=10 => "within_10",
        11..=20 => "d11_20",
        21.. => "over_20",
    };
    let took: Vec<u16> = complaints
        .iter()
        .map(|line| line.stage_1_completed().unwrap().took)
        .collect();
    counted("timescale_stage1", took.iter().map(|took| band(*took)));
    assert_eq!(
        took.iter().copied().map(u32::from).sum::<u32>(),
        62 * 17,
        "the mean is 17 days exactly"
    );
    let two_capacities = complaints
        .iter()
        .filter(|line| line.capacities.len() == 2)
        .count();
    assert_eq!(
        two_capacities, 2,
        "64 entries come of two second complainants"
    );
    assert!(
        complaints.iter().any(|line| line.categories.len() > 1),
        "some complaints have a second issue"
    );
}

#[tokio::test]
async fn registers_have_the_published_margins() {
    let (app, authority, played) = played().await;
    let lines = lines(&app, &authority).await;
    assert_eq!((played.cases, lines.len()), (228, 228));
    let of = |kind: RepresentationKind| {
        lines
            .iter()
            .filter(move |line| line.kind == kind)
            .collect::<Vec<_>>()
    };
    counted(
        "compliments_by_service",
        of(RepresentationKind::Compliment)
            .iter()
            .map(|line| line.service.as_ref().map_or("", Code::as_str)),
    );
    let enquiries = of(RepresentationKind::Enquiry);
    let about_looked_after =
        |line: &&&RegisterLine| line.children.contains(&ChildStatus::LookedAfter);
    assert_eq!(
        (
            enquiries.len(),
            enquiries.iter().filter(about_looked_after).count()
        ),
        (62, 17)
    );
    let corporate = lines
        .iter()
        .filter(|line| line.procedure == Some(Procedure::Corporate));
    assert_eq!(corporate.count(), 21);
    let letters: Vec<u16> = of(RepresentationKind::ElectedMemberEnquiry)
        .iter()
        .map(|line| line.enquiry.unwrap().took)
        .collect();
    assert_eq!(
        (
            letters.len(),
            letters.iter().filter(|took| **took <= 10).count()
        ),
        (37, 9)
    );
    assert_eq!(
        letters.iter().copied().map(u32::from).sum::<u32>(),
        37 * 26,
        "the mean is 26 days exactly"
    );
}

#[tokio::test]
async fn complaints_go_as_far_as_published() {
    let (app, authority, _) = played().await;
    let lines = lines(&app, &authority).await;
    let complaints = statutory(&lines);
    let year = published().year;

    let young: Vec<_> = complaints
        .iter()
        .filter(|line| line.capacities.contains(&Code::new("young_person")))
        .collect();
    let supported: Vec<_> = young
        .iter()
        .filter(|line| line.advocates == [AdvocateKind::Independent])
        .collect();
    assert_eq!((young.len(), supported.len()), (8, 4));
    assert!(supported.iter().all(|line| line.stage == Stage::LocalResolution && line.requests_taken_back.is_empty()));

    let looked_after = complaints
        .iter()
        .filter(|line| line.children.contains(&ChildStatus::LookedAfter));
    assert_eq!(looked_after.count(), 25);

    let investigated: Vec<_> = complaints
        .iter()
        .filter(|line| line.investigation.is_some())
        .collect();
    let first = |line: &RegisterLine| {
        line.local_resolution
            .as_ref()
            .and_then(|stage| stage.outcome)
    };
    let second = |line: &RegisterLine| line.investigation.as_ref().and_then(|stage| stage.outcome);
    let same = investigated
        .iter()
        .filter(|line| second(line).is_some() && first(line) == second(line));
    assert_eq!((investigated.len(), same.count()), (11, 10));
    assert!(investigated.iter().all(|line| {
        line.investigation
            .as_ref()
            .is_some_and(|stage| year.contains(stage.requested_on))
    }));

    let panels: Vec<_> = complaints
        .iter()
        .filter_map(|line| line.review_panel.as_ref())
        .collect();
    assert_eq!(panels.len(), 4);
    assert!(
        panels
            .iter()
            .all(|panel| panel.met_on.is_some_and(|met_on| year.contains(met_on)))
    );
    assert!(panels.iter().all(|panel| panel.answered_on.is_some()));

    let taken_back: Vec<bool> = complaints
        .iter()
        .flat_map(|line| &line.requests_taken_back)
        .map(|request| request.after_meeting)
        .collect();
    assert_eq!(
        (
            taken_back.len(),
            taken_back.iter().filter(|meeting| **meeting).count()
        ),
        (7, 5)
    );

    let decided = complaints
        .iter()
        .flat_map(|line| &line.ombudsman)
        .filter_map(|case| case.decided.as_ref());
    let decided: Vec<_> = decided.collect();
    assert!(decided.iter().all(|(on, _)| year.contains(*on)));
    counted(
        "lgo_decisions",
        decided
            .iter()
            .map(|(_, decision)| decision.decision.as_str()),
    );
}

/// All 62 have an outcome, and 61 were closed by the end of the year: both numbers are published.
#[tokio::test]
async fn one_complaint_is_closed_after_the_year() {
    let (app, authority, _) = played().await;
    let lines = lines(&app, &authority).await;
    let last_day = published().year.last_day();
    let closed: Vec<_> = statutory(&lines)
        .iter()
        .map(|line| line.closed.unwrap().0)
        .collect();
    assert_eq!(
        (
            closed.len(),
            closed.iter().filter(|on| **on <= last_day).count()
        ),
        (62, 61)
    );
    assert!(
        lines.iter().all(|line| !line.is_open()),
        "by the July after, nothing is open"
    );
}

#[tokio::test]
async fn answers_have_the_published_margins() {
    let (app, authority, _) = played().await;
    let lines = lines(&app, &authority).await;
    let complaints = statutory(&lines);
    let answers = answers(&app, &authority).await;
    let of = |about: About| {
        answers
            .iter()
            .filter(move |(_, answers)| answers.about == about)
    };
    let known: BTreeSet<CaseId> = of(About::Complainant).map(|(case, _)| *case).collect();
    assert_eq!(
        (known.len(), of(About::Complainant).count()),
        (39, 39),
        "one form for each of 39 complaints"
    );

    let question =
        |table: &str, code: fn(&EqualityAnswers) -> Option<&Code>, printed_not_stated: bool| {
            let stated: Vec<&str> = of(About::Complainant)
                .filter_map(|(_, answers)| code(answers))
                .map(Code::as_str)
                .collect();
            let silent = if printed_not_stated {
                complaints.len() - stated.len()
            } else {
                0
            };
            counted(
                table,
                stated
                    .into_iter()
                    .chain(std::iter::repeat_n("not_stated", silent)),
            );
        };
    question("gender", |answers| answers.gender.known(), false);
    question("ethnicity", |answers| answers.ethnicity.known(), true);
    question(
        "sexual_orientation",
        |answers| answers.sexual_orientation.known(),
        true,
    );
    question("religion", |answers| answers.religion.known(), true);
    question("disability", |answers| answers.disability.known(), true);

    let settings = app.settings(&authority).unwrap();
    let band = |age: u8| settings.age_band(age).unwrap().code.as_str();
    let theirs: Vec<&str> = of(About::Complainant)
        .filter_map(|(_, answers)| answers.age.known().copied())
        .map(band)
        .collect();
    let children: Vec<&str> = of(About::Child)
        .filter_map(|(_, answers)| answers.age.known().copied())
        .map(band)
        .collect();
    assert_eq!((theirs.len(), children.len()), (31, 8));
    let silent = std::iter::repeat_n("not_stated", complaints.len() - theirs.len());
    counted("age", theirs.into_iter().chain(children).chain(silent));
}

/// The published lateness is in the record: answers in every band, extensions kept and not kept.
#[tokio::test]
async fn extensions_are_told_as_they_happened() {
    let (app, authority, _) = played().await;
    let lines = lines(&app, &authority).await;
    let extended: Vec<bool> = statutory(&lines)
        .iter()
        .filter_map(|line| line.local_resolution.as_ref()?.extended)
        .map(|(_, valid)| valid)
        .collect();
    let valid = extended.iter().filter(|valid| **valid).count();
    assert!(
        valid >= 15 && valid < extended.len(),
        "{valid} of {} extensions are valid",
        extended.len()
    );
    let late = |line: &&&RegisterLine| {
        line.investigation
            .as_ref()
            .is_some_and(|stage| stage.answer.unwrap().on > stage.due_on.unwrap())
    };
    let complaints = statutory(&lines);
    assert!(
        complaints.iter().filter(late).count() > 0,
        "some investigation is late"
    );
}
