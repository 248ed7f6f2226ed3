//! The report drawn from the records, compared with what was published.

use app::App;
use app::officer::{Officer, Role};
use app::permit::Deed;
use casework::ids::AuthorityCode;
use casework::settings::Code;
use jiff::civil::date;
use reports::document::{Audience, Cell, Document, Number, Table};
use testkit::published::{Agreement, Council, PublishedTable, PublishedYear};

use crate::installation::{ACTOR, council, council_on, played, year};

fn published() -> PublishedYear {
    Council::Buckinghamshire.published()
}

async fn report(app: &App, authority: &AuthorityCode) -> Document {
    report_of(app, authority, &published()).await
}

/// The internal report on a council's published year.
pub(crate) async fn report_of(
    app: &App,
    authority: &AuthorityCode,
    published: &PublishedYear,
) -> Document {
    let officer = Officer {
        account: ACTOR,
        authority: authority.clone(),
        display_name: "Ari Pebblebridge".to_owned(),
        role: Role::Analyst,
        must_change: false,
    };
    let permit = app
        .permit(&officer, Deed::ReadReport, None)
        .await
        .expect("an analyst may read reports");
    app.annual_report(&permit, published.year, Audience::Internal)
        .await
        .expect("the report can be drawn")
}

/// Every cell in which a report differs from what was published.
fn differences(document: &Document) -> Vec<String> {
    let mut differences = Vec::new();
    for published in published().tables {
        match document.tables().find(|table| table.id == published.id) {
            Some(table) => compare(&published, table, &mut differences),
            None => differences.push(format!("{}: there is no such table", published.id)),
        }
    }
    differences
}

fn compare(published: &PublishedTable, table: &Table, differences: &mut Vec<String>) {
    let id = &published.id;
    for (row, printed) in published.rows.iter().enumerate() {
        let Some(drawn) = table.rows.get(row) else {
            differences.push(format!("{id}: row {} is missing", printed.label));
            continue;
        };
        if drawn.label != printed.label {
            differences.push(format!(
                "{id}: \"{}\" where \"{}\" is printed",
                drawn.label, printed.label
            ));
        }
        if whole(&drawn.cells[0]) != Some(i64::from(printed.value)) {
            differences.push(format!(
                "{id}, {}: {} and not {}",
                printed.label, drawn.cells[0].shown, printed.value
            ));
        }
        if let Some(percent) = printed.percent
            && drawn.cells[1].shown != format!("{percent}%")
        {
            differences.push(format!(
                "{id}, {}: {} and not {percent}%",
                printed.label, drawn.cells[1].shown
            ));
        }
    }
    let total = table
        .total
        .as_ref()
        .and_then(|total| whole(&total.cells[0]));
    match published.agreement {
        Agreement::Exact => {
            if table.rows.len() != published.rows.len() {
                differences.push(format!(
                    "{id}: {} rows, {} printed",
                    table.rows.len(),
                    published.rows.len()
                ));
            }
            if let Some(printed) = published.printed_total
                && total != Some(i64::from(printed))
            {
                differences.push(format!("{id}: total {total:?} and not {printed}"));
            }
        }
        // What is printed comes first; a row the print leaves out, and the true total, may follow.
        Agreement::AsPrinted | Agreement::InPart => {
            let drawn: i64 = table
                .rows
                .iter()
                .filter_map(|row| whole(&row.cells[0]))
                .sum();
            if total.is_some_and(|total| total != drawn) {
                differences.push(format!(
                    "{id}: total {total:?} of rows that come to {drawn}"
                ));
            }
        }
    }
}

pub(crate) fn whole(cell: &Cell) -> Option<i64> {
    match cell.value? {
        Number::Whole(count) => Some(count),
        Number::Decimal(_) => None,
    }
}

fn row(document: &Document, table: &str, label: &str) -> Option<i64> {
    let table = document.tables().find(|candidate| candidate.id == table)?;
    whole(&table.rows.iter().find(|row| row.label == label)?.cells[0])
}

#[tokio::test]
async fn every_table_is_as_published() {
    let (app, authority, _) = played().await;
    let report = report(&app, &authority).await;
    assert_eq!(differences(&report), Vec::<String>::new());
}

/// What the print leaves out or cannot mean is said by the report.
#[tokio::test]
async fn tables_that_do_not_add_up_say_so() {
    let (app, authority, _) = played().await;
    let report = report(&app, &authority).await;
    assert_eq!(
        row(&report, "gender", "Not stated or no response"),
        Some(23)
    );
    let total = |id: &str| {
        let table = report.tables().find(|table| table.id == id).unwrap();
        (
            whole(&table.total.as_ref().unwrap().cells[0]).unwrap(),
            table.notes.join(" "),
        )
    };
    let (capacities, notes) = total("complaints_by_representative");
    assert_eq!(capacities, 64);
    assert!(notes.contains("2 more than the 62"), "{notes}");
    let (ages, notes) = total("age");
    assert_eq!(ages, 70);
    assert!(notes.contains("8 more than the 62"), "{notes}");
}

#[tokio::test]
async fn every_figure_has_the_published_numerator_and_base() {
    let (app, authority, _) = played().await;
    let report = report(&app, &authority).await;
    for published in published().figures {
        let figure = report
            .figures
            .iter()
            .find(|figure| figure.id == published.id);
        let figure = figure.unwrap_or_else(|| panic!("the report has no figure {}", published.id));
        assert_eq!(
            (figure.numerator, figure.denominator),
            (Some(published.numerator), Some(published.denominator)),
            "{}",
            published.id
        );
        assert_eq!(
            figure.shown == published.printed,
            published.agrees,
            "{}: {}",
            published.id,
            figure.shown
        );
    }
}

#[tokio::test]
async fn counts_and_means_are_the_published_ones() {
    let (app, authority, _) = played().await;
    let report = report(&app, &authority).await;
    let published = published();
    let shown = |id: &str| {
        report
            .figures
            .iter()
            .find(|figure| figure.id == id)
            .map(|figure| figure.shown.clone())
    };
    for id in [
        "stage1_complaints",
        "stage2_complaints",
        "stage3_panels",
        "closed_in_year",
        "compliments",
        "general_enquiries",
        "corporate_complaints",
        "mp_letters",
        "lgo_decisions",
    ] {
        assert_eq!(shown(id), Some(published.count(id).to_string()), "{id}");
    }
    for (id, mean) in [
        ("average_days_stage1", "mean_days_stage1"),
        ("mp_average_days", "mean_days_mp_letters"),
    ] {
        let figure = report
            .figures
            .iter()
            .find(|figure| figure.id == id)
            .unwrap();
        let value = match figure.value {
            Some(Number::Whole(days)) => days.to_string(),
            Some(Number::Decimal(days)) => days.to_string(),
            None => "none".to_owned(),
        };
        assert_eq!(
            value,
            published.count(mean).to_string(),
            "{id}: {}",
            figure.shown
        );
    }
}

/// The comparison can fail: one complaint about another service, and two cells differ.
#[tokio::test]
async fn one_changed_record_shows() {
    let (app, authority) = council().await;
    let mut year = year();
    let complaint = year
        .complaints
        .iter_mut()
        .find(|plan| plan.service.as_str() == "first_response")
        .unwrap();
    complaint.service = Code::new("qsp");
    year.play(&app, &authority, ACTOR).await.unwrap();
    let report = report(&app, &authority).await;
    assert_eq!(
        differences(&report),
        [
            "complaints_by_service, First Response: 16 and not 17",
            "complaints_by_service, Quality, Standards & Performance: 2 and not 1",
        ]
    );
}

#[tokio::test]
async fn current_cases_leave_the_year_as_it_is() {
    let today = date(2026, 11, 23);
    let (app, authority) = council_on(today).await;
    testkit::year::play(&app, Council::Buckinghamshire, &authority, ACTOR)
        .await
        .unwrap();
    testkit::today::demo_today(&app, &authority, ACTOR, today)
        .await
        .unwrap();
    assert_eq!(
        differences(&report(&app, &authority).await),
        Vec::<String>::new()
    );
}
