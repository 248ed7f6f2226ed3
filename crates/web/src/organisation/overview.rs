//! Every area, team and provider there is or was.

use app::permit::{Deed, Relation, decide};
use axum::extract::{Query, State};
use casework::organisation::{Organisation, Unit, UnitKind};
use casework::settings::Code;
use maud::{Markup, html};
use statute::dates::short_date;

use crate::addresses::{CONTEXT, ORGANISATION};
use crate::components::{
    BackLink, Cell, NotificationBanner, RowLink, Table, TableLayout, notification_banner,
    row_links, table,
};
use crate::form::Fields;
use crate::layout::{Back, PageWidth};
use crate::page_error::PageError;
use crate::session::Signed;
use crate::site::{Access, Frame, Here, Route, Site};

pub(super) fn routes() -> Vec<Route> {
    let may = Access::May(Deed::ReadAuthorityFile);
    vec![Route::get(ORGANISATION, may, show)]
}

/// `GET /organisation`, with `?done=` after something was entered.
async fn show(
    State(site): State<Site>,
    Signed(officer): Signed,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Markup, PageError> {
    let deed = Deed::ReadAuthorityFile;
    let permit = site.app.permit(&officer, deed, None).await?;
    let file = site.app.authority_file(&permit).await?;
    let may_keep = decide(officer.role, Deed::KeepAuthorityFile, Relation::NoCase).is_ok();
    let main = html! {
        @if Fields::new(query).text("done") == "kept" {
            (notification_banner(&NotificationBanner::success("It is entered.")))
        }
        h1 class="govuk-heading-l" { "Areas, teams and providers" }
        p class="govuk-body" {
            "A complaint is about a team as it was on its day. So a unit keeps its code for ever; its name may change, it \
             may be merged into another, and it may end."
        }
        @if may_keep {
            p class="govuk-body" {
                a class="govuk-link" href="/organisation/open-unit" { "Enter an area, a team or a provider" }
            }
        }
        @for kind in UnitKind::ALL { (of_kind(&file.organisation, kind, may_keep)) }
    };
    site.page(
        &officer,
        Frame {
            title: "Areas, teams and providers",
            here: Here::AnnualReport,
            back: Back::Link(BackLink::to(CONTEXT)),
            errors: false,
            width: PageWidth::Full,
        },
        main,
    )
}

fn of_kind(organisation: &Organisation, kind: UnitKind, may_keep: bool) -> Markup {
    let units: Vec<_> = organisation
        .units()
        .filter(|(_, unit)| unit.kind == kind)
        .collect();
    let heading = match kind {
        UnitKind::Area => "Areas",
        UnitKind::Team => "Teams",
        UnitKind::Provider => "Providers",
    };
    let row = |(code, unit): &(&Code, &Unit)| {
        let mut cells = vec![
            Cell::new(html! { (unit.name()) div class="heard-quiet" { (code) } }),
            Cell::new(area(organisation, unit)),
            Cell::new(short_date(unit.from)),
            Cell::new(became(organisation, unit)),
        ];
        if may_keep {
            cells.push(Cell::new(changes(code, unit)));
        }
        cells
    };
    let mut head = vec!["Name", "In", "From", "What became of it"];
    if may_keep {
        head.push("Change");
    }
    html! {
        h2 class="govuk-heading-m" { (heading) }
        @if units.is_empty() {
            p class="govuk-body" { "None is entered." }
        } @else {
            (table(&Table {
                head: head.into_iter().map(Cell::new).collect(),
                rows: units.iter().map(row).collect(),
                first_cell_is_header: true,
                layout: TableLayout::Reflow,
                ..Table::default()
            }))
        }
    }
}

fn area(organisation: &Organisation, unit: &Unit) -> String {
    let area = unit
        .within
        .as_ref()
        .and_then(|area| organisation.unit(area));
    area.map_or("–".to_owned(), |area| area.name().to_owned())
}

/// Its earlier names and its end.
fn became(organisation: &Organisation, unit: &Unit) -> Markup {
    let earlier = unit.names().windows(2).map(|pair| (&pair[0].1, pair[1].0));
    let into = unit.into.as_ref().and_then(|into| organisation.unit(into));
    html! {
        @for (name, until) in earlier { div { "Called " (name) " until " (short_date(until)) } }
        @match (unit.until, into) {
            (Some(until), Some(into)) => div { "Part of " (into.name()) " since " (short_date(until)) },
            (Some(until), None) => div { "Ended on " (short_date(until)) },
            (None, _) => @if unit.names().len() == 1 { "–" },
        }
    }
}

fn changes(code: &Code, unit: &Unit) -> Markup {
    if unit.until.is_some() {
        return Markup::default();
    }
    let all = [
        ("rename-unit", "Rename"),
        ("merge-units", "Merge"),
        ("close-unit", "End"),
    ];
    row_links(all.map(|(action, text)| RowLink {
        href: format!("/organisation/{action}?unit={code}"),
        text,
        of: unit.name().to_owned(),
    }))
}
