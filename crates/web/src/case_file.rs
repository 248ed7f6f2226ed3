//! The case file: everything known about one case, what is due, and what can be done next.

mod answers;
mod clocks;
mod completeness;
mod done;
mod drafting;
mod history;
mod learning;
mod next;
mod ombudsman;
mod people;
mod recommendations;

use app::permit::Deed;
use axum::extract::{Path, State};
use casework::action::Action;
use casework::case::{Case, Departure, Stage};
use casework::ids::Reference;
use casework::intake::Procedure;
use casework::people::Channel;
use casework::settings::{Code, Settings};
use jiff::civil::Date;
use maud::{Markup, html};
use statute::dates::{english_date, short_date};
use statute::procedure::case_outcome;
use views::register_line::RegisterLine;
use views::timeline::outcome_label;

use crate::components::{
    Breadcrumb, Breadcrumbs, InsetText, SummaryList, SummaryRow, Tag, TagColour, WarningText,
    capitalised, inset_text, summary_list, tag, warning_text,
};
use crate::form::Fields;
use crate::layout::{Back, PageWidth};
use crate::page_error::PageError;
use crate::people::restrictions;
use crate::recording::{self, CaseDesk, warnings};
use crate::registers::overlaps;
use crate::session::Signed;
use crate::site::{Access, Frame, Here, Route, Site};

/// The route of the page.
pub(crate) fn routes() -> Vec<Route> {
    vec![Route::get(
        "/cases/{reference}",
        Access::May(Deed::ReadCase),
        show,
    )]
}

/// `GET /cases/{reference}`, with `?done=` and the action just recorded.
async fn show(
    State(site): State<Site>,
    Signed(officer): Signed,
    Path(reference): Path<String>,
    axum::extract::Query(query): axum::extract::Query<Vec<(String, String)>>,
) -> Result<Markup, PageError> {
    let reference: Reference = recording::parsed(&reference)?;
    let permit = site
        .app
        .permit(&officer, Deed::ReadCase, Some(reference))
        .await?;
    let desk = CaseDesk::of(&site, &permit).await?;
    let done = Action::ALL
        .iter()
        .copied()
        .find(|action| recording::slug(*action) == Fields::new(query.clone()).text("done"));
    let title = reference.to_string();
    let frame = Frame {
        title: &title,
        here: Here::Register,
        back: Back::Breadcrumbs(Breadcrumbs {
            items: vec![
                Breadcrumb {
                    text: "Register".into(),
                    href: Some("/register".to_owned()),
                },
                Breadcrumb {
                    text: title.as_str().into(),
                    href: None,
                },
            ],
            ..Breadcrumbs::default()
        }),
        errors: false,
        width: PageWidth::Reading,
    };
    site.page(&officer, frame, page(&desk, done))
}

fn page(desk: &CaseDesk, done: Option<Action>) -> Markup {
    let case = desk.case();
    let allowed = next::allowed(desk);
    html! {
        @if let Some(action) = done { (done::banner(desk, action)) }
        h1 class="govuk-heading-xl" { (desk.file.reference) }
        (warnings(desk))
        (summary(desk))
        (oddities(desk))
        (next::steps(desk, &allowed))
        (clocks::clocks(desk))
        (drafting::drafting(desk))
        (completeness::completeness(desk))
        @if let Some((on, closed)) = &case.closed {
            h2 class="govuk-heading-m" { "What the complainant may do next" }
            (inset_text(&InsetText {
                body: html! {
                    "Closed on " (short_date(*on)) ". Next right: " (closed.next_right.label()) "."
                    @if let Some(decided_on) = decided_by_the_ombudsman(case) {
                        " The Ombudsman decided on " (short_date(decided_on)) "."
                    }
                }.into(),
                ..InsetText::default()
            }))
        }
        (next::besides(desk, &allowed))
        (people::people(desk))
        (overlaps(desk))
        (restrictions(desk))
        (answers::points(desk))
        (recommendations::recommendations(desk))
        (ombudsman::section(desk))
        (learning::learning(desk))
        (history::history(desk))
    }
}

/// What looks wrong and should be looked at.
fn oddities(desk: &CaseDesk) -> Markup {
    let line = RegisterLine::of(desk.case());
    let odd = views::oddities::oddities(&line, desk.desk.today, &desk.desk.calendar);
    html! {
        @for oddity in odd { (warning_text(&WarningText::new(oddity.sentence()))) }
    }
}

fn summary(desk: &CaseDesk) -> Markup {
    let case = desk.case();
    let representation = &case.representation;
    let settings = &desk.desk.settings;
    let mut rows = vec![
        SummaryRow::new("What it is", kind(case)),
        SummaryRow::new("Where it stands", standing(case)),
        SummaryRow::new("Received", received(case, settings)),
    ];
    if let Some(on) = representation
        .reached_team_on
        .filter(|on| *on != case.received_on)
    {
        rows.push(SummaryRow::new(
            "Reached the complaints team",
            english_date(on),
        ));
    }
    if let Some(on) = representation.grounds_arose_on {
        rows.push(SummaryRow::new("When it happened", english_date(on)));
    }
    let service = representation.service.as_ref();
    rows.extend(service.map(|service| SummaryRow::new("Service", settings.service(service))));
    rows.extend(place(desk));
    rows.extend(people::told(desk));
    let assigned = case
        .assigned_to
        .map_or("Nobody yet", |account| desk.file.name(account));
    rows.push(SummaryRow::new("Assigned to", assigned));
    if let Some(outcome) = outcome(case) {
        rows.push(SummaryRow::new("Outcome", outcome));
    }
    summary_list(&SummaryList {
        rows,
        ..SummaryList::default()
    })
}

/// The area, team and provider it is about as they were called on the day of receipt, and what they have become since.
fn place(desk: &CaseDesk) -> Vec<SummaryRow> {
    let case = desk.case();
    let place = &case.representation.place;
    let organisation = &desk.desk.organisation;
    let called = |code: &Code| {
        let name = |code: &Code, day| {
            let unit = organisation.unit(code);
            unit.map_or(code.to_string(), |unit| unit.name_on(day).to_owned())
        };
        let (then, now) = (
            name(code, case.received_on),
            name(organisation.now(code), desk.desk.today),
        );
        if then == now {
            then
        } else {
            format!("{then}, now {now}")
        }
    };
    let named = [
        ("Area", &place.area),
        ("Team", &place.team),
        ("Provider", &place.provider),
        ("Came in at", &place.received_by),
    ];
    let mut rows: Vec<SummaryRow> = named
        .into_iter()
        .filter_map(|(label, code)| Some(SummaryRow::new(label, called(code.as_ref()?))))
        .collect();
    if !place.other_services.is_empty() {
        let settings = &desk.desk.settings;
        let others: Vec<&str> = place
            .other_services
            .iter()
            .map(|service| settings.service(service))
            .collect();
        rows.push(SummaryRow::new("Other services", others.join(", ")));
    }
    rows
}

/// The day, and how it arrived where that was noted.
fn received(case: &Case, settings: &Settings) -> String {
    let on = english_date(case.received_on);
    let channel = case.representation.channel;
    if channel == Channel::NotNoted {
        on
    } else {
        format!("{on}, {}", settings.channels.label(channel))
    }
}

fn decided_by_the_ombudsman(case: &Case) -> Option<Date> {
    let latest = case.ombudsman.last()?;
    latest.decided.as_ref().map(|(on, _)| *on)
}

fn kind(case: &Case) -> String {
    let label = case.representation.kind.label();
    let without_article = label.split_once(' ').map_or("", |(_, rest)| rest);
    let mut words = capitalised(without_article);
    if let Some(procedure) = case.procedure() {
        words.push_str(", ");
        words.push_str(&procedure.to_string());
    }
    words
}

/// The stage and whether anything is still to be done: short words as tags, the rest as text.
fn standing(case: &Case) -> Markup {
    let stage = match case.stage() {
        Stage::Register => None,
        Stage::LocalResolution => Some(("Stage 1", "local resolution")),
        // The corporate procedure's second stage is a review and no investigation under the Act.
        Stage::Investigation if case.procedure() == Some(Procedure::Corporate) => {
            Some(("Stage 2", "review"))
        }
        Stage::Investigation => Some(("Stage 2", "investigation")),
        Stage::ReviewPanel => Some(("Stage 3", "review panel")),
    };
    let left = match &case.departure {
        Some(Departure::Withdrawn { .. }) => Some("Withdrawn"),
        Some(Departure::Declined { .. }) => Some("Declined"),
        Some(Departure::ReferredElsewhere { .. }) => Some("Referred"),
        None => None,
    };
    html! {
        @if case.state() == casework::state::State::ToSort {
            (tag(&Tag::new("To be sorted", TagColour::Yellow)))
        } @else if case.is_open() {
            (tag(&Tag::new("Open", TagColour::Green)))
        } @else {
            (tag(&Tag::new("Closed", TagColour::Grey)))
        }
        @if case.wholly_deferred_since().is_some() { " " (tag(&Tag::new("Deferred", TagColour::Yellow))) }
        @if let Some(left) = left { " " (tag(&Tag::new(left, TagColour::Grey))) }
        @if let Some((short, words)) = stage { " " (tag(&Tag::new(short, TagColour::Blue))) " " (words) }
    }
}

/// The outcome of each stage that was answered.
fn outcome(case: &Case) -> Option<Markup> {
    let first = case
        .local_resolution
        .as_ref()
        .and_then(|stage| stage.answered.as_ref());
    let second = case
        .investigation
        .as_ref()
        .and_then(|stage| stage.answered.as_ref());
    let third = case
        .review_panel
        .as_ref()
        .and_then(|panel| panel.report.as_ref())
        .filter(|report| !report.findings.is_empty())
        .map(|report| case_outcome(report.findings.iter().map(|found| found.finding)));
    let outcomes = [
        ("Stage 1", first.map(|(_, answered)| answered.outcome)),
        ("Stage 2", second.map(|(_, answered)| answered.outcome)),
        ("Review Panel", third),
    ];
    if outcomes.iter().all(|(_, outcome)| outcome.is_none()) {
        return None;
    }
    Some(html! {
        @for (stage, outcome) in outcomes {
            @if let Some(outcome) = outcome { div { (stage) ": " (outcome_label(outcome)) } }
        }
    })
}
