//! Surrey’s year: every figure its text repeats, drawn by the report or counted from the register.

use std::collections::BTreeMap;
use std::time::Instant;

use casework::advocacy::AdvocateKind;
use casework::event::{Event, Fact};
use casework::intake::RepresentationKind;
use casework::learning::ActionOrigin;
use casework::registers::HelplineCaller;
use casework::settings::Code;
use jiff::civil::{Date, date};
use reports::document::{Document, Number, Table};
use testkit::published::{Council, PublishedYear};
use views::register_line::{ContactLine, RegisterLine, Said};

use crate::installation::{ACTOR, installed, lines, played_of, reconstructed};
use crate::report::{report_of, whole};

const REPORTED_ON: Date = date(2016, 7, 15);

fn published() -> PublishedYear {
    Council::Surrey.published()
}

async fn drawn() -> Document {
    let (app, authority, _) = played_of(Council::Surrey, REPORTED_ON).await;
    report_of(&app, &authority, &published()).await
}

async fn register() -> Vec<RegisterLine> {
    let (app, authority, _) = played_of(Council::Surrey, REPORTED_ON).await;
    lines(&app, &authority).await
}

fn table<'a>(report: &'a Document, id: &str) -> &'a Table {
    let table = report.tables().find(|table| table.id == id);
    table.unwrap_or_else(|| panic!("the report has no table {id}"))
}

/// Every cell of a table of the report by its label, in order.
fn cells(table: &Table) -> Vec<(String, i64)> {
    let rows = table.rows.iter();
    rows.map(|row| (row.label.clone(), whole(&row.cells[0]).expect("a count")))
        .collect()
}

/// A cell of the report by the label of its row.
fn cell(report: &Document, id: &str, label: &str, column: usize) -> i64 {
    let rows = &table(report, id).rows;
    let row = rows.iter().find(|row| row.label == label);
    let row = row.unwrap_or_else(|| panic!("{id} has no row {label}"));
    whole(&row.cells[column]).expect("a count")
}

fn settings() -> casework::settings::Settings {
    toml::from_str(Council::Surrey.settings()).expect("the settings can be read")
}

/// A published table with the labels of a list in place of its codes, without the rows that are nought.
fn labelled(id: &str, list: &casework::settings::List) -> BTreeMap<String, i64> {
    expected(id)
        .into_iter()
        .map(|(code, count)| {
            let label = list.label(&Code::new(code.as_str())).to_owned();
            (label, i64::from(count))
        })
        .collect()
}

/// A table of the report without the rows that are nought.
fn not_nought(report: &Document, id: &str) -> BTreeMap<String, i64> {
    let cells = cells(table(report, id)).into_iter();
    cells.filter(|(_, count)| *count > 0).collect()
}

/// What a published table comes to in the records, by code.
fn expected(id: &str) -> BTreeMap<String, u32> {
    let table = published().table(id).clone();
    let counts = table.rows.iter().flat_map(|row| row.counts());
    counts
        .map(|(code, count)| (code.to_owned(), count))
        .filter(|(_, count)| *count > 0)
        .collect()
}

fn statutory(lines: &[RegisterLine]) -> Vec<&RegisterLine> {
    lines
        .iter()
        .filter(|line| line.is_statutory_complaint())
        .collect()
}

fn young(lines: &[RegisterLine]) -> Vec<&RegisterLine> {
    let young = ["young_person", "unaccompanied_young_person", "care_leaver"];
    let mut complaints = statutory(lines);
    complaints.retain(|line| young.contains(&line.capacities[0].as_str()));
    complaints
}

/// T10 and T12, and T3, T2, T4 and the ethnicity of complainants as far as they are known.
#[tokio::test]
async fn the_tables_of_the_report_are_as_published() {
    let report = drawn().await;
    let settings = settings();
    for (id, list) in [
        ("outcomes_stage1", &settings.outcomes),
        ("complaints_by_service", &settings.services),
        ("complaints_by_issue", &settings.categories),
        ("ethnicity", &settings.equality.ethnicity),
    ] {
        assert_eq!(not_nought(&report, id), labelled(id, list), "{id}");
    }
    let requests = cells(table(&report, "escalation_requests"));
    let of = |label: &str| requests.iter().find(|(known, _)| known == label).unwrap().1;
    assert_eq!(of("Investigation"), 13);
    assert_eq!(of("Management or peer review"), 8);
    assert_eq!(of("Mediation or conciliation"), 4);
    assert_eq!(of("Another route") + of("Withdrawn"), 19);
    assert_eq!(of("Sent back to the service"), 2);
    assert_eq!(requests.iter().map(|(_, count)| count).sum::<i64>(), 46);
    let areas = cells(table(&report, "complaints_by_area"));
    let largest = areas.iter().max_by_key(|(_, count)| *count).unwrap();
    assert_eq!(largest.0, "North West");
    assert_eq!(areas.iter().map(|(_, count)| count).sum::<i64>(), 309);
    let issues = cells(table(&report, "complaints_by_issue"));
    let mut falling = issues.clone();
    falling.sort_by_key(|(_, count)| -count);
    assert_eq!(issues, falling);
}

#[tokio::test]
async fn the_figures_of_the_report_are_as_published() {
    let report = drawn().await;
    let published = published();
    let figure = |id: &str| {
        let mut figures = report.figures.iter();
        figures
            .find(|figure| figure.id == id)
            .unwrap_or_else(|| panic!("no figure {id}"))
    };
    for printed in &published.figures {
        let drawn = figure(&printed.id);
        assert_eq!(
            (drawn.numerator, drawn.denominator, drawn.shown.as_str()),
            (
                Some(printed.numerator),
                Some(printed.denominator),
                printed.printed.as_str()
            ),
            "{}",
            printed.id
        );
    }
    for id in [
        "stage1_complaints",
        "stage2_complaints",
        "stage3_requests",
        "mp_letters",
        "informal_contacts",
        "helpline_contacts",
        "complaints_with_action",
    ] {
        assert_eq!(figure(id).shown, published.count(id).to_string(), "{id}");
    }
    for (id, count) in [
        ("young_people_complaints", "young_people"),
        ("later_actions", "plan_actions"),
    ] {
        assert_eq!(figure(id).shown, published.count(count).to_string(), "{id}");
    }
    let days = match figure("average_days_stage1").value {
        Some(Number::Whole(days)) => days.to_string(),
        Some(Number::Decimal(days)) => days.to_string(),
        None => "none".to_owned(),
    };
    assert_eq!(days, published.count("mean_days_stage1").to_string());
    assert_eq!(figure("lgo_decisions").shown, "0");
}

/// T5: eight children, nine kinds of help.
#[tokio::test]
async fn one_child_had_two_kinds_of_help() {
    let report = drawn().await;
    assert_eq!(
        cells(table(&report, "advocacy"))
            .into_iter()
            .map(|(_, count)| count)
            .collect::<Vec<_>>(),
        [8, 0, 18]
    );
    let help = cells(table(&report, "advocacy_help"));
    let of = |part: &str| {
        help.iter()
            .find(|(label, _)| label.contains(part))
            .unwrap()
            .1
    };
    assert_eq!(of("Episodes of help"), 9);
    assert_eq!(of("by an independent advocate"), 5);
    assert_eq!(of("by an in-house advocate"), 3);
    let lines = register().await;
    let kinds: Vec<_> = young(&lines)
        .iter()
        .flat_map(|line| line.advocates.clone())
        .collect();
    let chosen = kinds
        .iter()
        .filter(|kind| **kind == AdvocateKind::ChosenPerson);
    assert_eq!(chosen.count(), 1);
}

/// T6 to T9 for young people; the shares of T9 are among the figures.
#[tokio::test]
async fn young_people_complained_as_published() {
    let report = drawn().await;
    let (published, settings) = (published(), settings());
    let young = i64::from(published.count("young_people"));
    assert_eq!(
        not_nought(&report, "young_people_by_service"),
        labelled("young_people_by_service", &settings.services)
    );
    assert_eq!(
        not_nought(&report, "young_people_by_gender"),
        labelled("young_people_by_gender", &settings.equality.gender)
    );
    assert_eq!(
        cell(
            &report,
            "young_people_by_capacity",
            "Unaccompanied asylum-seeking young person",
            0
        ),
        i64::from(published.count("young_people_unaccompanied"))
    );
    assert_eq!(
        cell(&report, "young_people_by_age", "Under 14", 0),
        young - i64::from(published.count("young_people_14_up"))
    );
    let limits = |column| {
        let id = "timescale_by_young_people";
        cell(&report, id, "Young people themselves", column)
    };
    assert_eq!(
        [limits(0), limits(1), limits(3)],
        [
            young,
            i64::from(published.count("young_people_within_10")),
            i64::from(published.count("young_people_within_20"))
        ]
    );
}

/// Of the thirteen investigations one was asked for by an unaccompanied young person; no table of the report crosses the two.
#[tokio::test]
async fn one_unaccompanied_young_person_asked_for_an_investigation() {
    let lines = register().await;
    let young = young(&lines);
    let unaccompanied =
        |line: &&&RegisterLine| line.capacities[0].as_str() == "unaccompanied_young_person";
    let investigated = young.iter().filter(unaccompanied);
    assert_eq!(
        investigated
            .filter(|line| line.investigation.is_some())
            .count(),
        1
    );
}

/// Figures of the year before stand beside this year’s as they were printed.
#[tokio::test]
async fn the_year_before_stands_beside_the_year_as_published() {
    let report = drawn().await;
    let everything = serde_json::to_string(&report).expect("a document can be written");
    for said in [
        "26 complaints by young people themselves, 16 fewer than the 42 published for 2014/15.",
        "53 informal contacts of young people, 29 more than the 24 published for 2014/15.",
        "77 contacts with the advocacy helpline, 27 more than the 50 published for 2014/15.",
        "119 complaints received in the year with a corrective action from the Stage 1 answer, 13 fewer than the 132 published for 2014/15.",
        "24 of 26 complaints by young people themselves (92%) were by somebody known to be aged 14 or over; 90% was published for 2014/15.",
        "196 of 309 statutory Stage 1 complaints received in the year (63%) were by a complainant known to be White British; 68% was published for 2014/15.",
    ] {
        assert!(everything.contains(said), "{said}");
    }
    let access = table(&report, "access");
    assert_eq!(access.columns, ["2015/16", "2014/15"]);
    let contacts = access
        .rows
        .iter()
        .find(|row| row.label == "Informal contacts of young people")
        .expect("a row");
    assert_eq!(
        [
            contacts.cells[0].shown.as_str(),
            contacts.cells[1].shown.as_str()
        ],
        ["53", "24"]
    );
}

/// Which channels they were is not published; that an app was among them is.
#[tokio::test]
async fn digital_channels_are_told_apart() {
    let report = drawn().await;
    for id in [
        "complaints_by_channel",
        "young_people_by_channel",
        "informal_by_channel",
    ] {
        let app = cell(&report, id, "Self-advocacy app", 0);
        assert!(app > 0, "{id}");
    }
}

#[tokio::test]
async fn members_enquiries_and_contacts_are_as_published() {
    let lines = register().await;
    let of = |kind: RepresentationKind| lines.iter().filter(move |line| line.kind == kind);
    let members: Vec<_> = of(RepresentationKind::ElectedMemberEnquiry).collect();
    let complain = members.iter().filter(|line| {
        matches!(
            line.contact,
            Some(ContactLine::MemberEnquiry {
                complains: true,
                ..
            })
        )
    });
    assert_eq!(complain.count(), 20);
    assert_eq!(of(RepresentationKind::InformalContact).count(), 53);
    let helpline: Vec<_> = of(RepresentationKind::HelplineContact).collect();
    assert_eq!(helpline.len(), 77);
    assert!(helpline.iter().all(|line| !matches!(
        line.contact,
        Some(ContactLine::Helpline {
            caller: HelplineCaller::StaffAdvice,
            ..
        })
    )));
    let report = drawn().await;
    let periods = cells(table(&report, "mp_letters_by_period"));
    let table = published().table("members_by_period").clone();
    let printed = table.rows.iter().map(|row| i64::from(row.value));
    assert_eq!(
        periods.iter().map(|(_, count)| *count).collect::<Vec<_>>(),
        printed.collect::<Vec<_>>()
    );
    assert_eq!(periods[0].0, "1 April 2015 to 31 October 2015");
    assert!(
        serde_json::to_string(&report)
            .unwrap()
            .contains("20 enquiries were about people who complain or complained themselves."),
    );
}

/// Each overlap points at a complaint by the person the member writes about, received before the enquiry.
#[test]
fn an_overlap_names_the_complainant() {
    let year = reconstructed(Council::Surrey);
    assert_eq!(year.overlaps.len(), 20);
    for (contact, complaint) in &year.overlaps {
        let (contact, complaint) = (&year.contacts[*contact], &year.complaints[*complaint]);
        assert!(complaint.received_on < contact.received_on);
        assert!(contact.constituent.is_some());
        assert_eq!(contact.constituent, complaint.particulars.name);
    }
}

/// The number that is noted is that of a complaint received before the enquiry.
#[tokio::test]
async fn an_overlap_is_noted_with_the_complaint_s_number() {
    let (app, authority, _) = played_of(Council::Surrey, REPORTED_ON).await;
    let lines = lines(&app, &authority).await;
    let mut noted = 0;
    for enquiry in lines
        .iter()
        .filter(|line| line.kind == RepresentationKind::ElectedMemberEnquiry)
    {
        let entries = app
            .journal()
            .stream(&authority, enquiry.case)
            .await
            .unwrap();
        for entry in entries {
            let fact = Fact::from_stored(&entry.name, entry.schema, &entry.body).unwrap();
            let Event::OverlapNoted(overlap) = fact.event else {
                continue;
            };
            let found = app.journal().find(&authority, overlap.with).await.unwrap();
            let (case, _) = found.expect("the number is a case");
            let complaint = lines.iter().find(|line| line.case == case).unwrap();
            assert!(complaint.is_statutory_complaint());
            assert!(complaint.received_on < enquiry.received_on);
            noted += 1;
        }
    }
    assert_eq!(noted, 20);
}

/// 119 with an action after Stage 1; with the 218 said to have none they would be more than the 309.
#[tokio::test]
async fn learning_is_as_published_as_far_as_it_agrees() {
    let lines = register().await;
    let complaints = statutory(&lines);
    let after_stage_1 = |origin: ActionOrigin| origin == ActionOrigin::LocalResolution;
    let with_action: Vec<_> = complaints
        .iter()
        .filter(|line| {
            let mut actions = line.learning.actions.iter();
            actions.any(|action| after_stage_1(action.origin))
        })
        .collect();
    assert_eq!(with_action.len(), 119);
    let none = complaints
        .iter()
        .filter(|line| line.learning.said == Some(Said::Nothing))
        .count();
    let open = complaints.iter().filter(|line| line.is_open()).count();
    assert_eq!((none, open), (163, 27));
    assert_eq!(with_action.len() + none + open, 309);
    let report = drawn().await;
    let published = published();
    assert_eq!(
        cell(&report, "actions_by_origin", "The answer at Stage 1", 0),
        i64::from(published.count("complaints_with_action"))
    );
    let later = |label, column| cell(&report, "later_actions_by_kind", label, column);
    assert_eq!(
        [
            later("Any of these", 1),
            later("Service or team briefing", 0),
            later("Apology", 0)
        ],
        [
            "plan_actions",
            "plan_complaints_briefing",
            "plan_complaints_apology"
        ]
        .map(|count| i64::from(published.count(count)))
    );
    // One review changed nothing and led to a further assessment.
    assert_eq!(later("Further assessment", 0), 1);
    let unchecked = complaints
        .iter()
        .flat_map(|line| &line.learning.actions)
        .filter(|action| action.closed_on.is_none());
    assert_eq!(
        unchecked.count(),
        0,
        "every action was carried out and checked"
    );
}

/// No two overlap by chance: on a record with other cases the numbers would be theirs.
#[tokio::test]
async fn the_year_is_recorded_only_where_nothing_is() {
    let (app, authority, _) = played_of(Council::Surrey, REPORTED_ON).await;
    let before = lines(&app, &authority).await.len();
    let refused = testkit::year::play(&app, Council::Surrey, &authority, ACTOR).await;
    assert!(
        refused.is_err_and(|reason| reason.to_string().contains("is not empty")),
        "a second time"
    );
    assert_eq!(lines(&app, &authority).await.len(), before);
}

/// Both councils in one installation, each with its own record; how long it takes is printed.
#[tokio::test]
async fn both_years_stand_side_by_side() {
    let (app, buckinghamshire) = installed(Council::Buckinghamshire, REPORTED_ON).await;
    let surrey = app
        .save_authority(Council::Surrey.settings())
        .await
        .expect("the settings are sound")
        .code
        .clone();
    let start = Instant::now();
    for (council, authority) in [
        (Council::Buckinghamshire, &buckinghamshire),
        (Council::Surrey, &surrey),
    ] {
        testkit::year::play(&app, council, authority, ACTOR)
            .await
            .expect("the year can be recorded");
    }
    println!("both years were recorded in {:.1?}", start.elapsed());
    let statutory_of = async |authority| statutory(&lines(&app, authority).await).len();
    assert_eq!(statutory_of(&buckinghamshire).await, 62);
    assert_eq!(statutory_of(&surrey).await, 309);
}
