//! Records to complete: which facts the annual report counts and the record does not have, by service and team, each
//! with the way to fill it.

use std::collections::BTreeMap;

use app::completeness::{Asked, Completeness, MissingFact};
use app::permit::{Deed, Relation, decide};
use axum::extract::{Query, State};
use casework::organisation::Organisation;
use casework::settings::{Code, Settings};
use maud::{Markup, html};
use statute::dates::short_date;
use views::completeness::{CompletenessRule, RULES};

use crate::addresses::case_url;
use crate::components::{BackLink, Cell, Table, TableLayout, table};
use crate::form::Fields;
use crate::layout::{Back, PageWidth};
use crate::page_error::PageError;
use crate::recording;
use crate::session::Signed;
use crate::site::{Access, Frame, Here, Route, Site};

/// The page.
pub(crate) const COMPLETENESS: &str = "/completeness";

pub(crate) fn routes() -> Vec<Route> {
    let may = Access::May(Deed::ReadWorklist);
    vec![Route::get(COMPLETENESS, may, show)]
}

/// `GET /completeness`, with `?service=`, `?team=` and `?fact=` to see fewer.
async fn show(
    State(site): State<Site>,
    Signed(officer): Signed,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Markup, PageError> {
    let permit = site.app.permit(&officer, Deed::ReadWorklist, None).await?;
    let fields = Fields::new(query);
    let named = |name: &str| {
        let value = fields.text(name);
        (!value.is_empty()).then(|| value.to_owned())
    };
    let asked = Asked {
        service: named("service"),
        team: named("team"),
        fact: CompletenessRule::coded(fields.text("fact")),
    };
    let completeness = site.app.completeness(&permit, &asked).await?;
    let organisation = site.app.organisation(&permit).await?;
    let settings = site.settings(&officer)?;
    let words = Words {
        settings: &settings,
        organisation: &organisation,
    };
    let may_act = |rule: &CompletenessRule| {
        let relation = Relation::Assigned;
        decide(officer.role, Deed::Act(rule.fills), relation).is_ok()
    };
    let main = html! {
        h1 class="govuk-heading-l" { "Records to complete" }
        p class="govuk-body" {
            "What the annual report counts and the record does not have. What is " em { "missing" } " should be there; what is "
            em { "not yet due" } " need not be. Counted is what fell due since " (short_date(completeness.since)) "."
        }
        (chosen(&asked, &words))
        @if completeness.counts.is_empty() {
            p class="govuk-body-l" { "Nothing is missing." }
        } @else {
            h2 class="govuk-heading-m" { "By service and team" }
            (by_team(&completeness, &words))
            h2 class="govuk-heading-m" { "By fact" }
            (by_fact(&completeness))
            h2 class="govuk-heading-m" { "The longest missing" }
            (longest(&completeness, &words, &may_act))
        }
    };
    let frame = Frame {
        title: "Records to complete",
        here: Here::Today,
        back: Back::Link(BackLink::to("/today")),
        errors: false,
        width: PageWidth::Full,
    };
    site.page(&officer, frame, main)
}

/// How codes are called.
struct Words<'a> {
    settings: &'a Settings,
    organisation: &'a Organisation,
}

impl Words<'_> {
    fn service(&self, code: &str) -> String {
        if code.is_empty() {
            return "Not known".to_owned();
        }
        self.settings.service(&Code::new(code)).to_owned()
    }

    fn team(&self, code: &str) -> String {
        if code.is_empty() {
            return "Not said".to_owned();
        }
        let unit = self.organisation.unit(&Code::new(code));
        unit.map_or(code, |unit| unit.name()).to_owned()
    }
}

fn chosen(asked: &Asked, words: &Words<'_>) -> Markup {
    let service = asked.service.as_ref().map(|code| words.service(code));
    let team = asked.team.as_ref().map(|code| words.team(code));
    let fact = asked.fact.map(|rule| rule.label.to_owned());
    let chosen: Vec<String> = [service, team, fact].into_iter().flatten().collect();
    html! {
        @if !chosen.is_empty() {
            p class="govuk-body" {
                "Only: " strong { (chosen.join(", ")) } ". "
                a class="govuk-link" href=(COMPLETENESS) { "See all" }
            }
        }
    }
}

fn by_team(completeness: &Completeness, words: &Words<'_>) -> Markup {
    let mut rows: BTreeMap<(&str, &str), (u64, u64)> = BTreeMap::new();
    for count in &completeness.counts {
        let row = rows.entry((&count.service, &count.team)).or_default();
        row.0 += count.missing;
        row.1 += count.not_yet_due;
    }
    let rows = rows.into_iter().map(|((service, team), (missing, later))| {
        let name = words.service(service);
        let service_cell = if service.is_empty() {
            html! { (name) }
        } else {
            let team = if team.is_empty() {
                String::new()
            } else {
                format!("&team={team}")
            };
            let href = format!("{COMPLETENESS}?service={service}{team}");
            html! { a class="govuk-link" href=(href) { (name) } }
        };
        vec![
            Cell::new(service_cell),
            Cell::new(words.team(team)),
            Cell::numeric(missing.to_string()),
            Cell::numeric(later.to_string()),
        ]
    });
    table(&Table {
        head: vec![
            "Service".into(),
            "Team".into(),
            Cell::numeric("Missing"),
            Cell::numeric("Not yet due"),
        ],
        rows: rows.collect(),
        first_cell_is_header: true,
        layout: TableLayout::Reflow,
        ..Table::default()
    })
}

fn by_fact(completeness: &Completeness) -> Markup {
    let rows = RULES.iter().filter_map(|rule| {
        let of_fact = completeness
            .counts
            .iter()
            .filter(|count| count.fact == rule.code);
        let (missing, later) = of_fact.fold((0, 0), |(missing, later), count| {
            (missing + count.missing, later + count.not_yet_due)
        });
        let href = format!("{COMPLETENESS}?fact={}", rule.code);
        (missing + later > 0).then(|| {
            vec![
                Cell::new(html! { a class="govuk-link" href=(href) { (rule.label) } }),
                Cell::new(rule.counted_in),
                Cell::numeric(missing.to_string()),
                Cell::numeric(later.to_string()),
            ]
        })
    });
    table(&Table {
        head: vec![
            "Fact".into(),
            "Where the report counts it".into(),
            Cell::numeric("Missing"),
            Cell::numeric("Not yet due"),
        ],
        rows: rows.collect(),
        first_cell_is_header: true,
        layout: TableLayout::Reflow,
        ..Table::default()
    })
}

fn longest(
    completeness: &Completeness,
    words: &Words<'_>,
    may_act: &dyn Fn(&CompletenessRule) -> bool,
) -> Markup {
    let all = completeness.missing_in_all();
    let shown = completeness.missing.len() as u64;
    html! {
        @if completeness.missing.is_empty() {
            p class="govuk-body" { "Nothing is missing; the rest is not yet due." }
        } @else {
            (table(&Table {
                head: vec!["Case".into(), "What is missing".into(), "Service and team".into(), "Missing since".into()],
                rows: completeness.missing.iter().map(|gap| row(gap, words, may_act)).collect(),
                first_cell_is_header: true,
                layout: TableLayout::Reflow,
                ..Table::default()
            }))
        }
        @if all > shown {
            p class="govuk-body" { "There are " (all - shown) " more. Choose a service or a fact above to see them." }
        }
    }
}

fn row(
    gap: &MissingFact,
    words: &Words<'_>,
    may_act: &dyn Fn(&CompletenessRule) -> bool,
) -> Vec<Cell> {
    let case = html! {
        a class="govuk-link heard-reference" href=(case_url(gap.reference)) { (gap.reference) }
    };
    let what = html! {
        @if may_act(gap.rule) {
            a class="govuk-link" href=(recording::url(gap.reference, gap.rule.fills)) {
                (gap.rule.label)
                span class="govuk-visually-hidden" { " of " (gap.reference) ": " (gap.rule.fills.label()) }
            }
        } @else { (gap.rule.label) }
    };
    let place = html! {
        (words.service(gap.service.as_deref().unwrap_or_default()))
        @if let Some(team) = &gap.team { div class="heard-quiet" { (words.team(team)) } }
    };
    // The last day it was not due; it is missing since the day after.
    let since = gap.due_on.tomorrow().unwrap_or(gap.due_on);
    vec![
        Cell::new(case),
        Cell::new(what),
        Cell::new(place),
        Cell::new(short_date(since)),
    ]
}
