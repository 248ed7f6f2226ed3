//! Everybody who can be appointed, with when not, what was paid and what is still to be.

use std::collections::BTreeSet;

use app::authority_file::Pooled;
use app::permit::Deed;
use app::pools::UnpaidAppointment;
use axum::extract::{Query, State};
use casework::organisation::Organisation;
use casework::pools::{Engagement, PoolPart};
use casework::remedy::Pence;
use casework::settings::ReportingYear;
use jiff::civil::Date;
use maud::{Markup, html};
use statute::dates::short_date;
use views::register_line::AppointmentLine;

use super::POOLS;
use crate::addresses::case_url;
use crate::components::{
    BackLink, Cell, NotificationBanner, RowLink, Size, Table, TableLayout, notification_banner,
    row_links, table,
};
use crate::form::Fields;
use crate::layout::{Back, PageWidth};
use crate::page_error::PageError;
use crate::session::Signed;
use crate::site::{Access, Frame, Here, Route, Site};

pub(super) fn routes() -> Vec<Route> {
    // Names of people are for those who appoint them.
    let may = Access::May(Deed::KeepAuthorityFile);
    vec![Route::get(POOLS, may, show)]
}

/// `GET /pools`, with `?done=` after something was entered.
async fn show(
    State(site): State<Site>,
    Signed(officer): Signed,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Markup, PageError> {
    let deed = Deed::KeepAuthorityFile;
    let permit = site.app.permit(&officer, deed, None).await?;
    let pool = site.app.pool(&permit).await?;
    let organisation = site.app.organisation(&permit).await?;
    let unpaid_appointments = site.app.unpaid_appointments(&permit).await?;
    let today = site.app.today();
    let main = html! {
        @if Fields::new(query).text("done") == "kept" {
            (notification_banner(&NotificationBanner::success("It is entered.")))
        }
        h1 class="govuk-heading-l" { "Who can be appointed" }
        p class="govuk-body" {
            "Those who are available are offered by name when somebody is appointed. Anybody else can be appointed too."
        }
        p class="govuk-body" {
            a class="govuk-link" href="/pools/add-to-pool" { "Add somebody" }
        }
        (unpaid(&pool, &unpaid_appointments))
        @for part in PoolPart::ALL { (of_part(&pool, part, &organisation, today)) }
        (paid_by_year(&pool))
    };
    site.page(
        &officer,
        Frame {
            title: "Who can be appointed",
            here: Here::Register,
            back: Back::Link(BackLink::to("/register")),
            errors: false,
            width: PageWidth::Full,
        },
        main,
    )
}

/// Appointments whose work is done and for which nothing is recorded as paid, the longest waiting first.
fn unpaid(pool: &[Pooled], unpaid: &[UnpaidAppointment]) -> Markup {
    if unpaid.is_empty() {
        return Markup::default();
    }
    let rows = unpaid.iter().map(|each| {
        let AppointmentLine { part, person, .. } = each.appointment;
        let mut people = pool.iter();
        let name = people.find(|pooled| pooled.person == person);
        let name = name.map_or("", |pooled| pooled.details.name.as_str());
        let href = format!(
            "{POOLS}/record-cost?member={person}&part={}&case={}",
            part.code(),
            each.case
        );
        let pay = html! {
            a class="govuk-link" href=(href) {
                "Enter the cost" span class="govuk-visually-hidden" { ", " (name) ", " (each.case) }
            }
        };
        vec![
            Cell::new(name),
            Cell::new(part.label()),
            Cell::new(html! {
                a class="govuk-link heard-reference" href=(case_url(each.case)) { (each.case) }
            }),
            Cell::new(short_date(each.done_on)),
            Cell::new(pay),
        ]
    });
    table(&Table {
        caption: "Not yet paid: the work is done and no payment is recorded".into(),
        caption_size: Size::M,
        head: ["Name", "Appointed as", "Case", "Work done", "Change"]
            .into_iter()
            .map(Cell::new)
            .collect(),
        rows: rows.collect(),
        first_cell_is_header: true,
        layout: TableLayout::Reflow,
    })
}

/// What was paid in each reporting year, by part, the latest year first.
fn paid_by_year(pool: &[Pooled]) -> Markup {
    let paid = || pool.iter().flat_map(|pooled| &pooled.member.paid);
    let years: BTreeSet<_> = paid().map(|(on, _)| ReportingYear::of(*on)).collect();
    if years.is_empty() {
        return Markup::default();
    }
    let rows = years.into_iter().rev().map(|year| {
        let sum = |part: Option<PoolPart>| {
            let of_year = paid().filter(|(on, _)| year.contains(*on));
            let of_part = of_year.filter(|(_, paid)| part.is_none_or(|part| paid.part == part));
            let pence = of_part.map(|(_, paid)| paid.paid.0);
            Cell::numeric(Pence(pence.fold(0, u32::saturating_add)).to_string())
        };
        std::iter::once(Cell::new(year.to_string()))
            .chain(PoolPart::ALL.into_iter().map(Some).chain([None]).map(sum))
            .collect()
    });
    let parts = PoolPart::ALL.map(|part| Cell::numeric(heading(part)));
    table(&Table {
        caption: "Paid, by reporting year".into(),
        caption_size: Size::M,
        head: std::iter::once(Cell::new("Year"))
            .chain(parts)
            .chain([Cell::numeric("All")])
            .collect(),
        rows: rows.collect(),
        first_cell_is_header: true,
        layout: TableLayout::Scroll("paid".to_owned()),
    })
}

const fn heading(part: PoolPart) -> &'static str {
    match part {
        PoolPart::InvestigatingOfficer => "Investigating Officers",
        PoolPart::IndependentPerson => "Independent Persons",
        PoolPart::PanelMember => "Panel members",
        PoolPart::Advocate => "Advocates",
    }
}

fn of_part(pool: &[Pooled], part: PoolPart, organisation: &Organisation, today: Date) -> Markup {
    let members: Vec<_> = pool
        .iter()
        .filter(|pooled| pooled.member.parts.contains(&part))
        .collect();
    let heading = heading(part);
    let row = |pooled: &&Pooled| row(pooled, part, organisation, today);
    html! {
        h2 class="govuk-heading-m" { (heading) }
        @if members.is_empty() {
            p class="govuk-body" { "Nobody is entered." }
        } @else {
            (table(&Table {
                head: ["Name", "Works", "Available", "Must not be concerned with", "Paid for", "Change"]
                    .into_iter()
                    .map(Cell::new)
                    .collect(),
                rows: members.iter().map(row).collect(),
                first_cell_is_header: true,
                layout: TableLayout::Reflow,
                ..Table::default()
            }))
        }
    }
}

fn row(pooled: &Pooled, part: PoolPart, organisation: &Organisation, today: Date) -> Vec<Cell> {
    let name = html! {
        (pooled.details.name)
        @if let Some(contact) = &pooled.details.contact { div class="heard-quiet" { (contact) } }
    };
    let works = match &pooled.member.engaged {
        Engagement::InHouse => "employed here".to_owned(),
        Engagement::SelfEmployed => "self-employed".to_owned(),
        Engagement::Provider { provider } => {
            let unit = organisation.unit(provider);
            let name = unit.map_or(provider.as_str(), |unit| unit.name_on(today));
            format!("through {name}")
        }
    };
    vec![
        Cell::new(name),
        Cell::new(works),
        Cell::new(availability(pooled, today)),
        Cell::new(pooled.conflicts.clone().unwrap_or_else(|| "–".to_owned())),
        Cell::new(paid(pooled, part)),
        Cell::new(changes(pooled)),
    ]
}

fn availability(pooled: &Pooled, today: Date) -> Markup {
    let member = &pooled.member;
    let coming = member.away.iter().filter(|(_, last)| *last >= today);
    html! {
        @if let Some(until) = member.until {
            "left on " (short_date(until))
        } @else {
            @if member.is_available(today) { "yes" } @else { "no" }
            @for (first, last) in coming { div { "away " (short_date(*first)) " to " (short_date(*last)) } }
        }
    }
}

/// Each appointment of the part that was paid for, and what it cost on average.
fn paid(pooled: &Pooled, part: PoolPart) -> Markup {
    let of_part = pooled
        .member
        .paid
        .iter()
        .filter(|(_, paid)| paid.part == part);
    let amounts: Vec<_> = of_part.map(|(_, paid)| paid).collect();
    let sum: u64 = amounts.iter().map(|paid| u64::from(paid.paid.0)).sum();
    let mean = sum
        .checked_div(amounts.len() as u64)
        .and_then(|mean| u32::try_from(mean).ok());
    html! {
        @if amounts.is_empty() { "–" }
        @for paid in &amounts { div { (paid.case) ": " (paid.paid) } }
        @if let Some(mean) = mean.filter(|_| amounts.len() > 1) {
            div { "on average " (Pence(mean)) }
        }
    }
}

fn changes(pooled: &Pooled) -> Markup {
    let gone = pooled.member.until.is_some();
    let all = [
        ("note-absence", "Note an absence"),
        ("record-cost", "Enter a cost"),
        ("leave-pool", "Take out"),
    ];
    let open = all
        .into_iter()
        .filter(|(action, _)| !gone || *action == "record-cost");
    row_links(open.map(|(action, text)| RowLink {
        href: format!("{POOLS}/{action}?member={}", pooled.person),
        text,
        of: pooled.details.name.clone(),
    }))
}
