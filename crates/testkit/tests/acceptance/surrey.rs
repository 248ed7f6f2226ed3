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
use views::equality::About;
use views::register_line::{ContactLine, RegisterLine, Said};

use crate::installation::{ACTOR, answers, installed, lines, played_of, reconstructed};
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

/// What a published table comes to in the records, by code.
fn expected(id: &str) -> BTreeMap<String, u32> {
    let table = published().table(id).clone();
    let counts = table.rows.iter().flat_map(|row| row.counts());
    counts
        .map(|(code, count)| (code.to_owned(), count))
        .filter(|(_, count)| *count > 0)
        .collect()
}

fn counted<'a>(codes: impl IntoIterator<Item = &'a str>) -> BTreeMap<String, u32> {
    let mut counts = BTreeMap::new();
    for code in codes {
        *counts.entry(code.to_owned()).or_default() += 1;
    }
    counts
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
    let settings: casework::settings::Settings =
        toml::from_str(Council::Surrey.settings()).expect("the settings can be read");
    let label =
        |list: &casework::settings::List, code: &str| list.label(&Code::new(code)).to_owned();
    for (id, list) in [
        ("outcomes_stage1", &settings.outcomes),
        ("complaints_by_service", &settings.services),
        ("complaints_by_issue", &settings.categories),
        ("ethnicity", &settings.equality.ethnicity),
    ] {
        let mut drawn: BTreeMap<String, i64> = cells(table(&report, id)).into_iter().collect();
        drawn.retain(|_, count| *count > 0);
        let published: BTreeMap<String, i64> = expected(id)
            .into_iter()
            .map(|(code, count)| (label(list, &code), i64::from(count)))
            .collect();
        assert_eq!(drawn, published, "{id}");
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
    ] {
        assert_eq!(figure(id).shown, published.count(id).to_string(), "{id}");
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

/// T6 to T9 for young people.
#[tokio::test]
async fn young_people_complained_as_published() {
    let (app, authority, _) = played_of(Council::Surrey, REPORTED_ON).await;
    let lines = lines(&app, &authority).await;
    let young = young(&lines);
    let published = published();
    assert_eq!(young.len(), 26);
    assert_eq!(
        counted(
            young
                .iter()
                .map(|line| line.service.as_ref().map_or("", Code::as_str))
        ),
        expected("young_people_by_service")
    );
    let unaccompanied =
        |line: &&&RegisterLine| line.capacities[0].as_str() == "unaccompanied_young_person";
    assert_eq!(young.iter().filter(unaccompanied).count(), 6);
    let investigated = young.iter().filter(unaccompanied);
    assert_eq!(
        investigated
            .filter(|line| line.investigation.is_some())
            .count(),
        1
    );
    for (within, count) in [
        (10, "young_people_within_10"),
        (20, "young_people_within_20"),
    ] {
        let answered = young.iter().filter(|line| {
            line.stage_1_completed()
                .is_some_and(|answer| answer.took <= within)
        });
        assert_eq!(
            answered.count(),
            published.count(count) as usize,
            "{within}"
        );
    }
    let forms: Vec<_> = answers(&app, &authority)
        .await
        .into_iter()
        .filter(|(case, form)| {
            form.about == About::Complainant && young.iter().any(|line| line.case == *case)
        })
        .map(|(_, form)| form)
        .collect();
    let grown = forms
        .iter()
        .filter(|form| form.age.known().is_some_and(|age| *age >= 14));
    assert_eq!((forms.len(), grown.count()), (26, 24));
    assert_eq!(
        counted(
            forms
                .iter()
                .filter_map(|form| form.gender.known())
                .map(Code::as_str)
        ),
        expected("young_people_by_gender")
    );
}

#[tokio::test]
async fn members_enquiries_and_contacts_are_as_published() {
    let lines = register().await;
    let of = |kind: RepresentationKind| lines.iter().filter(move |line| line.kind == kind);
    let members: Vec<_> = of(RepresentationKind::ElectedMemberEnquiry).collect();
    let period = |line: &&RegisterLine| {
        if line.received_on <= date(2015, 10, 31) {
            "apr_oct"
        } else {
            "nov_mar"
        }
    };
    assert_eq!(
        counted(members.iter().map(period)),
        expected("members_by_period")
    );
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
    let in_plans = |line: &&&RegisterLine, kind: &str| {
        let mut actions = line.learning.actions.iter();
        actions.any(|action| !after_stage_1(action.origin) && action.kind.as_str() == kind)
    };
    let plans: usize = complaints
        .iter()
        .flat_map(|line| &line.learning.actions)
        .filter(|action| !after_stage_1(action.origin))
        .count();
    assert_eq!(plans, 71);
    let of_kind = |kind| {
        complaints
            .iter()
            .filter(|line| in_plans(line, kind))
            .count()
    };
    assert_eq!(
        ["team_briefing", "apology", "further_assessment"].map(of_kind),
        [19, 8, 1]
    );
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
