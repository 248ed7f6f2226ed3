//! Workshops and trainings that were held, year by year.

use app::permit::{Deed, Relation, decide};
use axum::extract::{Query, State};
use casework::authority_file::AuthorityFile;
use casework::ids::ItemId;
use casework::learning::TrainingKind;
use casework::settings::ReportingYear;
use jiff::civil::Date;
use maud::{Markup, html};
use statute::dates::short_date;

use super::TRAINING;
use crate::components::{
    BackLink, Cell, NotificationBanner, Table, TableLayout, notification_banner, table,
};
use crate::form::Fields;
use crate::layout::{Back, PageWidth};
use crate::page_error::PageError;
use crate::session::Signed;
use crate::site::{Access, Frame, Here, Route, Site};

pub(super) fn routes() -> Vec<Route> {
    let may = Access::May(Deed::ReadAuthorityFile);
    vec![Route::get(TRAINING, may, show)]
}

/// `GET /learning/training`, with `?done=` after something was entered.
async fn show(
    State(site): State<Site>,
    Signed(officer): Signed,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Markup, PageError> {
    let deed = Deed::ReadAuthorityFile;
    let permit = site.app.permit(&officer, deed, None).await?;
    let file = site.app.authority_file(&permit).await?;
    let items: Vec<ItemId> = file
        .training
        .iter()
        .map(|(_, held)| held.about.item)
        .collect();
    let texts = site.app.file_texts(&permit, &items).await?;
    let about = |item: ItemId| texts.get(&item).cloned().unwrap_or_default();
    let may_keep = decide(officer.role, Deed::KeepAuthorityFile, Relation::NoCase).is_ok();
    let mut years: Vec<_> = file
        .training
        .iter()
        .map(|(on, _)| ReportingYear::of(*on))
        .collect();
    years.sort_unstable();
    years.dedup();
    let main = html! {
        @if Fields::new(query).text("done") == "kept" {
            (notification_banner(&NotificationBanner::success("It is entered.")))
        }
        h1 class="govuk-heading-l" { "Workshops and training" }
        @if may_keep {
            p class="govuk-body" {
                a class="govuk-link" href="/learning/hold-training" { "Enter a workshop or training" }
            }
        }
        @if years.is_empty() { p class="govuk-body" { "None is entered." } }
        @for year in years.into_iter().rev() {
            h2 class="govuk-heading-m" { (year) }
            p class="govuk-body" { (counted(&file, year)) "." }
            (held(&file, year, &about))
        }
    };
    site.page(
        &officer,
        Frame {
            title: "Workshops and training",
            here: Here::AnnualReport,
            back: Back::Link(BackLink::to("/context")),
            errors: false,
            width: PageWidth::Full,
        },
        main,
    )
}

/// How many of each kind a year had, and how many people took part.
fn counted(file: &AuthorityFile, year: ReportingYear) -> String {
    let told = TrainingKind::ALL.into_iter().filter_map(|kind| {
        let of_kind = file
            .training
            .iter()
            .filter(|(on, held)| year.contains(*on) && held.kind == kind);
        let people: Vec<u32> = of_kind.map(|(_, held)| u32::from(held.people)).collect();
        let (times, people) = (people.len(), people.iter().sum::<u32>());
        (times > 0).then(|| format!("{}: {times}, with {people} taking part", kind.label()))
    });
    told.collect::<Vec<_>>().join("; ")
}

fn held(file: &AuthorityFile, year: ReportingYear, about: &dyn Fn(ItemId) -> String) -> Markup {
    let mut of_year: Vec<&(Date, _)> = file
        .training
        .iter()
        .filter(|(on, _)| year.contains(*on))
        .collect();
    of_year.sort_by_key(|(on, _)| *on);
    let rows = of_year.into_iter().map(|(on, held)| {
        vec![
            Cell::new(short_date(*on)),
            Cell::new(held.kind.label()),
            Cell::new(about(held.about.item)),
            Cell::numeric(held.people.to_string()),
        ]
    });
    table(&Table {
        head: vec![
            "Day".into(),
            "What".into(),
            "About, and for whom".into(),
            Cell::numeric("People"),
        ],
        rows: rows.collect(),
        layout: TableLayout::Reflow,
        ..Table::default()
    })
}
