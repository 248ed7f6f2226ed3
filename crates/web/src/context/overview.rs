//! What was entered of each year, and what does not fit together.

use app::permit::{Deed, Relation, decide};
use axum::extract::{Query, State};
use casework::authority_file::AuthorityFile;
use casework::context::{ContextMeasure, Contradiction};
use casework::settings::{ReportingYear, Settings};
use maud::{Markup, html};
use reports::measures::measure;

use crate::addresses::{CONTEXT, ORGANISATION, words_of};
use crate::components::{
    BackLink, Cell, InsetText, NotificationBanner, Table, TableLayout, inset_text,
    notification_banner, table,
};
use crate::form::Fields;
use crate::layout::{Back, PageWidth};
use crate::learning::TRAINING;
use crate::page_error::PageError;
use crate::session::Signed;
use crate::site::{Access, Frame, Here, Route, Site};

/// So many years are listed even when nothing was entered of them.
const YEARS: usize = 4;

pub(super) fn routes() -> Vec<Route> {
    vec![Route::get(
        CONTEXT,
        Access::May(Deed::ReadAuthorityFile),
        show,
    )]
}

/// `GET /context`, with `?done=` after something was entered.
async fn show(
    State(site): State<Site>,
    Signed(officer): Signed,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Markup, PageError> {
    let deed = Deed::ReadAuthorityFile;
    let permit = site.app.permit(&officer, deed, None).await?;
    let file = site.app.authority_file(&permit).await?;
    let settings = site.settings(&officer)?;
    let may_keep = decide(officer.role, Deed::KeepAuthorityFile, Relation::NoCase).is_ok();
    let today = site.app.today();
    let main = html! {
        @if Fields::new(query).text("done") == "kept" {
            (notification_banner(&NotificationBanner::success("It is entered, and the annual report counts with it.")))
        }
        h1 class="govuk-heading-l" { "The council in figures" }
        p class="govuk-body" {
            "What complaints are set against: how many children there were, and what earlier reports said. The annual \
             report shows rates against the first and prints the second as it was published."
        }
        p class="govuk-body" {
            a class="govuk-link" href=(ORGANISATION) { "Areas, teams and providers" }
            " · "
            a class="govuk-link" href=(TRAINING) { "Workshops and training" }
            " · "
            a class="govuk-link" href=(words_of(ReportingYear::of(today).before())) { "Words of the report" }
        }
        @for year in years(&file, ReportingYear::of(today)) {
            (of_year((&file, &settings), year, may_keep, year.last_day() < today))
        }
    };
    site.page(
        &officer,
        Frame {
            title: "The council in figures",
            here: Here::AnnualReport,
            back: Back::Link(BackLink::to("/annual-report")),
            errors: false,
            width: PageWidth::Full,
        },
        main,
    )
}

fn of_year(
    (file, settings): (&AuthorityFile, &Settings),
    year: ReportingYear,
    may_keep: bool,
    is_over: bool,
) -> Markup {
    let ended_units: Vec<_> = file.context.units(year).collect();
    html! {
        section {
            h2 class="govuk-heading-m" { (year) }
            (contradictions(&file.context.contradictions(year)))
            (populations(file, year))
            (by_ethnic_group(file, settings, year))
            @if may_keep {
                p class="govuk-body" {
                    a class="govuk-link" href={ "/context/record-context?year=" (year) } {
                        "Enter or change the figures for " (year)
                    }
                }
                p class="govuk-body" {
                    a class="govuk-link" href={ "/context/record-population?year=" (year) } {
                        "Enter or change the population by ethnic group for " (year)
                    }
                }
                @if file.organisation.units().next().is_some() {
                    p class="govuk-body" {
                        "For an area or team: "
                        @for (index, (code, unit)) in file.organisation.units().enumerate() {
                            @if unit.is_there(year.last_day()) || ended_units.contains(&code) {
                                @if index > 0 { ", " }
                                a class="govuk-link" href={ "/context/record-context?year=" (year) "&unit=" (code) } {
                                    (unit.name_on(year.last_day()))
                                }
                            }
                        }
                    }
                }
            }
            (published(file, year))
            // Nothing can have been published of a year that is not over.
            @if may_keep && is_over {
                p class="govuk-body" {
                    a class="govuk-link" href={ "/context/record-published?year=" (year) } {
                        "Enter a figure as it was published for " (year)
                    }
                }
            }
        }
    }
}

/// The years with anything entered, and the last few.
fn years(file: &AuthorityFile, present: ReportingYear) -> Vec<ReportingYear> {
    let recent = std::iter::successors(Some(present), |year| Some(year.before())).take(YEARS);
    let published = file.history.figures().map(|figure| figure.year);
    let mut years: Vec<_> = recent
        .chain(file.context.years())
        .chain(published)
        .collect();
    years.sort_unstable();
    years.dedup();
    years.reverse();
    years
}

fn populations(file: &AuthorityFile, year: ReportingYear) -> Markup {
    let of = |unit, measure| file.context.count(year, unit, measure);
    let units: Vec<_> = file.context.units(year).collect();
    let shown = |count: Option<u32>| count.map_or("–".to_owned(), |count| count.to_string());
    let rows: Vec<Vec<Cell>> = ContextMeasure::ALL
        .iter()
        .filter(|measure| {
            let known = |unit| of(unit, **measure).is_some();
            known(None) || units.iter().any(|unit| known(Some(*unit)))
        })
        .map(|measure| {
            let whole = Cell::numeric(shown(of(None, *measure)));
            let parts = units
                .iter()
                .map(|unit| Cell::numeric(shown(of(Some(*unit), *measure))));
            std::iter::once(Cell::new(measure.label()))
                .chain(std::iter::once(whole))
                .chain(parts)
                .collect()
        })
        .collect();
    if rows.is_empty() {
        return html! { p class="govuk-body" { "No populations are entered." } };
    }
    let names = units.iter().map(|code| {
        let unit = file.organisation.unit(code);
        Cell::numeric(unit.map_or(code.as_str(), |unit| unit.name_on(year.last_day())))
    });
    table(&Table {
        caption: "Populations".into(),
        head: [Cell::new("Population"), Cell::numeric("Whole council")]
            .into_iter()
            .chain(names)
            .collect(),
        rows,
        first_cell_is_header: true,
        layout: TableLayout::Reflow,
        ..Table::default()
    })
}

/// The population by ethnic group, where it was entered, in the words of the list it was entered by.
fn by_ethnic_group(file: &AuthorityFile, settings: &Settings, year: ReportingYear) -> Markup {
    let Some(population) = file.context.population(year) else {
        return Markup::default();
    };
    let list = &settings.equality.ethnicity;
    let groups = population.groups.iter();
    let rows = groups.map(|known| {
        vec![
            Cell::new(list.label(&known.group)),
            Cell::numeric(known.count.to_string()),
        ]
    });
    let all = vec![
        Cell::new(population.ages.label()),
        Cell::numeric(population.all.to_string()),
    ];
    let version = population.version.as_ref();
    let caption = version.map_or("Population by ethnic group".to_owned(), |version| {
        format!("Population by ethnic group, list {version}")
    });
    table(&Table {
        caption: caption.into(),
        head: vec!["Ethnic group".into(), Cell::numeric("People")],
        rows: std::iter::once(all).chain(rows).collect(),
        first_cell_is_header: true,
        layout: TableLayout::Reflow,
        ..Table::default()
    })
}

fn published(file: &AuthorityFile, year: ReportingYear) -> Markup {
    let rows: Vec<Vec<Cell>> = file
        .history
        .figures()
        .filter(|figure| figure.year == year)
        .filter_map(|figure| {
            let printed = figure.printed?;
            let title = measure(figure.measure.as_str());
            let title = title.map_or(figure.measure.as_str(), |measure| measure.title);
            let base = figure.base.map_or("–".to_owned(), |base| base.to_string());
            Some(vec![
                Cell::new(title),
                Cell::numeric(printed.to_string()),
                Cell::numeric(base),
            ])
        })
        .collect();
    if rows.is_empty() {
        return Markup::default();
    }
    table(&Table {
        caption: "As published".into(),
        head: vec![
            "Figure".into(),
            Cell::numeric("As printed"),
            Cell::numeric("Out of"),
        ],
        rows,
        first_cell_is_header: true,
        layout: TableLayout::Reflow,
        ..Table::default()
    })
}

/// What is said of figures that cannot be right together.
fn contradictions(found: &[Contradiction]) -> Markup {
    if found.is_empty() {
        return Markup::default();
    }
    inset_text(&InsetText {
        body: html! {
            p class="govuk-body" { strong { "Look at these again." } " They are kept as entered." }
            ul class="govuk-list govuk-list--bullet" {
                @for contradiction in found { li { (contradiction) } }
            }
        }
        .into(),
        ..InsetText::default()
    })
}
