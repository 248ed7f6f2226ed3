//! Today: what is due, from the most late to the furthest off, and why it is due then.

use app::officer::{Officer, Role};
use app::permit::{Deed, Relation, decide};
use app::today::{DueItem, OddItem, ReviewDue};
use axum::extract::State;
use casework::action::Action;
use casework::intake::RepresentationKind;
use casework::settings::{ReportingYear, Settings};
use jiff::ToSpan as _;
use jiff::civil::Date;
use maud::{Markup, html};
use reports::annual_report::publication_awaited;
use statute::dates::{english_date, short_date};
use statute::limits::{self, LimitId, TimeLimit};
use statute::proof::{self, Due};
use statute::working_days::{Calendar, WorkingDays};

use crate::addresses::case_url;
use crate::annual_report::publication;
use crate::calendar::CALENDAR;
use crate::completeness::COMPLETENESS;
use crate::components::{
    Cell, Content, Details, Table, TableLayout, Tag, TagColour, details, table, tag,
};
use crate::intake::IMPORT;
use crate::layout::{Back, PageWidth};
use crate::local_resolution::{is_to_chase, whose_desk};
use crate::page_error::PageError;
use crate::session::Signed;
use crate::site::{Access, Frame, Here, Route, Site};

pub(crate) fn routes() -> Vec<Route> {
    vec![Route::get("/today", Access::May(Deed::ReadWorklist), show)]
}

/// How many things of a group are shown; the register has the rest.
const SHOWN: usize = 50;

/// Things due in this many working days are shown apart from later ones.
const SOON: WorkingDays = WorkingDays(5);

/// When something is due, as seen from today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Group {
    Overdue,
    Today,
    Soon,
    Later,
    /// Left from long ago, and kept from hiding what can still be done in time.
    LongOverdue,
}

impl Group {
    const ALL: [Self; 5] = [
        Self::Overdue,
        Self::Today,
        Self::Soon,
        Self::Later,
        Self::LongOverdue,
    ];

    fn of(due_on: Date, today: Date, soon_until: Date) -> Self {
        if due_on < today.saturating_sub(1.year()) {
            Self::LongOverdue
        } else if due_on < today {
            Self::Overdue
        } else if due_on == today {
            Self::Today
        } else if due_on <= soon_until {
            Self::Soon
        } else {
            Self::Later
        }
    }

    fn title(self) -> &'static str {
        match self {
            Self::Overdue => "Overdue",
            Self::Today => "Due today",
            Self::Soon => "Due in the next 5 working days",
            Self::Later => "Later",
            Self::LongOverdue => "Overdue for more than a year",
        }
    }

    fn address(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
            Self::Today => "due-today",
            Self::Soon => "soon",
            Self::Later => "later",
            Self::LongOverdue => "long-overdue",
        }
    }
}

/// `GET /today`
async fn show(State(site): State<Site>, Signed(officer): Signed) -> Result<Markup, PageError> {
    let permit = site.app.permit(&officer, Deed::ReadWorklist, None).await?;
    let due = site.app.worklist(&permit).await?;
    let odd = site.app.oddities(&officer.authority, &due);
    let settings = site.settings(&officer)?;
    let today = site.app.today();
    let calendar = site.calendar(&officer)?;
    // Past the published bank holidays nothing is soon; such a case still stands under "Later".
    let soon_until = SOON.end(today, &calendar).unwrap_or(today);
    let missing = site.app.facts_missing(&permit).await?;
    let mut reviews = site.app.reviews_due(&permit).await?;
    reviews.retain(|review| review.review_on <= soon_until);
    let colleagues = site.app.colleagues(&officer.authority).await?;
    let seen = Seen {
        today,
        calendar: &calendar,
        settings: &settings,
        colleagues: &colleagues,
    };
    let groups = Group::ALL.map(|group| {
        let of_group = |item: &&DueItem| Group::of(item.clock.due_on, today, soon_until) == group;
        (group, due.iter().filter(of_group).collect::<Vec<_>>())
    });
    // Few records hold anything that old, and the others need not be told so.
    let groups = groups
        .into_iter()
        .filter(|(group, items)| *group != Group::LongOverdue || !items.is_empty());
    let groups: Vec<_> = groups.collect();
    let main = html! {
        h1 class="govuk-heading-l" {
            "Today"
            span class="govuk-caption-l" { (english_date(today)) }
        }
        @if let Some((year, due)) = awaited_report(&officer, today, &calendar) { (publication(year, &due)) }
        (oddities(&odd))
        (to_complete(missing))
        (reviews_due(&reviews, today, soon_until, &calendar))
        @if due.is_empty() {
            (nothing_due(&officer))
        } @else {
            p class="govuk-body" {
                @for (index, (group, items)) in groups.iter().enumerate() {
                    @if index > 0 { ", " }
                    a class="govuk-link" href={ "#" (group.address()) } {
                        (items.len()) " " (group.title().to_lowercase())
                    }
                }
            }
            @for (group, items) in &groups {
                h2 class="govuk-heading-m" id=(group.address()) { (group.title()) }
                @if items.is_empty() {
                    p class="govuk-body" { "Nothing." }
                } @else {
                    (list(&items[..items.len().min(SHOWN)], *group, &seen))
                }
                @if items.len() > SHOWN {
                    p class="govuk-body" {
                        "There are " (items.len() - SHOWN) " more. "
                        a class="govuk-link" href="/register?sort=due" { "See them all in the register" }
                    }
                }
            }
        }
    };
    let may_manage = decide(officer.role, Deed::ManageCalendar, Relation::NoCase).is_ok();
    let may_import = decide(officer.role, Deed::ImportCases, Relation::NoCase).is_ok();
    let main = html! {
        (main)
        @if may_manage {
            p class="govuk-body" {
                a class="govuk-link" href=(CALENDAR) { "Working days and bank holidays" }
                ", known until " (short_date(calendar.known_until()))
            }
        }
        @if may_import {
            p class="govuk-body" {
                a class="govuk-link" href=(IMPORT) { "Import an old register" }
            }
        }
    };
    let frame = Frame {
        title: "Today",
        here: Here::Today,
        back: Back::None,
        errors: false,
        width: PageWidth::Full,
    };
    site.page(&officer, frame, main)
}

/// The annual report that is due, for those who draw it up.
fn awaited_report(
    officer: &Officer,
    today: Date,
    calendar: &Calendar,
) -> Option<(ReportingYear, Due)> {
    decide(officer.role, Deed::ReadReport, Relation::NoCase).ok()?;
    publication_awaited(today, calendar)
}

/// What looks wrong, above everything else.
fn oddities(odd: &[OddItem]) -> Markup {
    html! {
        @if !odd.is_empty() {
            section {
                h2 class="govuk-heading-m" id="look-at" { "To be looked at" }
                ul class="govuk-list govuk-list--bullet" {
                    @for item in &odd[..odd.len().min(SHOWN)] {
                        li {
                            @if let Some(reference) = item.row.reference {
                                a class="govuk-link heard-reference" href=(case_url(reference)) { (reference) }
                                ": "
                            }
                            (item.oddity.sentence())
                        }
                    }
                }
            }
        }
    }
}

/// That facts are missing which the annual report counts, and the way to them.
fn to_complete(missing: u64) -> Markup {
    html! {
        @if missing > 0 {
            p class="govuk-body" {
                a class="govuk-link" href=(COMPLETENESS) { "Records to complete" }
                ": " (missing) @if missing == 1 { " fact is missing" } @else { " facts are missing" }
                " that the annual report counts."
            }
        }
    }
}

/// Restrictions on contact that have to be looked at again soon: nothing of the case waits for it, so they stand apart
/// from what is due in it.
fn reviews_due(
    reviews: &[ReviewDue],
    today: Date,
    soon_until: Date,
    calendar: &Calendar,
) -> Markup {
    let row = |review: &ReviewDue| {
        let case = html! {
            @if let Some(reference) = review.row.reference {
                a class="govuk-link heard-reference" href=(case_url(reference)) { (reference) }
            }
        };
        let due = html! {
            div {
                time datetime=(review.review_on) { (short_date(review.review_on)) }
                div { (distance(review.review_on, Group::of(review.review_on, today, soon_until), today, calendar)) }
            }
        };
        vec![Cell::new(case), Cell::new(due)]
    };
    html! {
        @if !reviews.is_empty() {
            section {
                h2 class="govuk-heading-m" id="restrictions" { "Restrictions on contact to review" }
                (table(&Table {
                    head: vec!["Case".into(), "Review by".into()],
                    rows: reviews.iter().take(SHOWN).map(row).collect(),
                    first_cell_is_header: true,
                    layout: TableLayout::Reflow,
                    ..Table::default()
                }))
            }
        }
    }
}

fn nothing_due(officer: &Officer) -> Markup {
    let may_record = decide(
        officer.role,
        Deed::Act(Action::RecordComplaint),
        Relation::NoCase,
    )
    .is_ok();
    html! {
        p class="govuk-body-l" { "Nothing is due." }
        @if officer.role == Role::TeamManager {
            p class="govuk-body" {
                "When a complaint is assigned to you it appears here, with the day your answer is due and why."
            }
        } @else {
            p class="govuk-body" {
                "When a complaint is recorded, every time limit that the law or your council sets for it appears \
                 here, soonest first."
            }
        }
        p class="govuk-body" {
            @if may_record {
                a class="govuk-link" href="/complaints/new" { "Record a complaint" } " or "
                a class="govuk-link" href="/register" { "look in the register" }
            } @else {
                a class="govuk-link" href="/register" { "Look in the register" }
            }
        }
    }
}

/// What a row is shown with.
struct Seen<'a> {
    today: Date,
    calendar: &'a Calendar,
    settings: &'a Settings,
    colleagues: &'a [Officer],
}

fn list(items: &[&DueItem], group: Group, seen: &Seen<'_>) -> Markup {
    let rows = items.iter().map(|item| row(item, group, seen));
    table(&Table {
        head: vec!["Case".into(), "What is due".into(), "Due".into()],
        rows: rows.collect(),
        first_cell_is_header: true,
        layout: TableLayout::Reflow,
        ..Table::default()
    })
}

fn row(item: &DueItem, group: Group, seen: &Seen<'_>) -> Vec<Cell> {
    let Seen {
        today,
        calendar,
        settings,
        colleagues,
    } = *seen;
    let limit = limits::of(item.limit);
    let case = html! {
        div {
            @if let Some(reference) = item.row.reference {
                a class="govuk-link heard-reference" href=(case_url(reference)) { (reference) }
            }
            @if item.row.kind == RepresentationKind::ContactToSort.code() {
                div class="heard-quiet" { "To be sorted: it may be a complaint" }
            }
            @if let Some(service) = &item.row.service {
                div class="heard-quiet" { (settings.service(&casework::settings::Code::new(service.as_str()))) }
            }
        }
    };
    let what = html! {
        div {
            (limit.title)
            (desk_of_the_answer(item, group, colleagues))
            div class="heard-quiet" { (limit.source) ", " (limit.kind) "; for " (limit.owner) }
            (details(&Details {
                summary: html! {
                    "How this date was worked out"
                    @if let Some(reference) = item.row.reference {
                        span class="govuk-visually-hidden" { ": " (limit.title) ", " (reference) }
                    }
                }.into(),
                body: working(item, limit, calendar, settings),
                ..Details::default()
            }))
        }
    };
    let due = html! {
        div {
            time datetime=(item.clock.due_on) { (short_date(item.clock.due_on)) }
            div { (distance(item.clock.due_on, group, today, calendar)) }
        }
    };
    vec![Cell::new(case), Cell::new(what), Cell::new(due)]
}

/// On whose desk the Stage 1 answer lies, where that is what is due; and that the draft has to be chased, while there is
/// time to.
fn desk_of_the_answer(item: &DueItem, group: Group, colleagues: &[Officer]) -> Markup {
    let answers = [LimitId::LocalResolution, LimitId::CorporateResponse];
    let Some(line) = item.line.as_ref().filter(|_| answers.contains(&item.limit)) else {
        return Markup::default();
    };
    let called = |account| {
        let mut known = colleagues.iter();
        let colleague = known.find(|officer| officer.account == account);
        colleague.map_or_else(
            || "the manager".to_owned(),
            |officer| officer.display_name.clone(),
        )
    };
    let pressing = match group {
        Group::LongOverdue | Group::Overdue | Group::Today | Group::Soon => true,
        Group::Later => false,
    };
    html! {
        div {
            (whose_desk(&line.drafting, line.assigned_to, called))
            @if pressing && is_to_chase(&line.drafting) {
                " " (tag(&Tag::new("Chase the draft", TagColour::Orange)))
            }
        }
    }
}

fn distance(due_on: Date, group: Group, today: Date, calendar: &Calendar) -> Markup {
    let apart = |from, to| calendar.elapsed(from, to).ok().map(working_days);
    match group {
        Group::Overdue | Group::LongOverdue => html! {
            (tag(&Tag::new("Overdue", TagColour::Red)))
            // A limit that ended on Friday is overdue on Sunday, and not yet by a working day.
            @match calendar.elapsed(due_on, today) {
                Ok(0) => { " since then" }
                Ok(days) => { " by " (working_days(days)) }
                Err(_) => {}
            }
        },
        Group::Today => tag(&Tag::new("Due today", TagColour::Orange)),
        Group::Soon => html! {
            (tag(&Tag::new("Due soon", TagColour::Yellow)))
            @if let Some(days) = apart(today, due_on) { " in " (days) }
        },
        Group::Later => html! { @if let Some(days) = apart(today, due_on) { "in " (days) } },
    }
}

fn working_days(days: u32) -> String {
    match days {
        1 => "1 working day".to_owned(),
        days => format!("{days} working days"),
    }
}

/// The working of a date. What was decided stands in the record; the working is shown only where counting
/// it again comes to the same day, so that no page explains a date with a rule that did not make it.
fn working(item: &DueItem, limit: &TimeLimit, calendar: &Calendar, settings: &Settings) -> Content {
    let limit = settings.limit(limit.id);
    let from = item.clock.started_on;
    let due_on = item.clock.due_on;
    let first = proof::due(&limit, from, calendar).ok();
    let longest = proof::latest(&limit, from, calendar).ok().flatten();
    let same = [&first, &longest]
        .into_iter()
        .flatten()
        .find(|due| due.due_on == due_on);
    html! {
        p class="govuk-body" { "It runs from the day " (limit.runs_from) ": " (english_date(from)) "." }
        @match (same, &first) {
            (Some(due), _) => p class="govuk-body" { (proof::working(due).summary()) },
            (None, Some(first)) => p class="govuk-body" {
                "It was first due by " (english_date(first.due_on)) " and was moved to " (english_date(due_on))
                ". The case file says why."
            },
            (None, None) => p class="govuk-body" {
                "Due by " (english_date(due_on)) ". The case file says how it was counted."
            },
        }
        @if let Some(latest_on) = item.clock.latest_on.filter(|latest_on| *latest_on > due_on) {
            p class="govuk-body" { "It can be extended to " (english_date(latest_on)) " at the latest." }
        }
    }
    .into()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn what_is_due_falls_into_the_group_its_day_says() {
        let today = date(2026, 3, 30);
        // Good Friday and Easter Monday lie between.
        let soon_until = SOON.end(
            today,
            Calendar::of(statute::working_days::Region::EnglandAndWales),
        );
        let soon_until = soon_until.expect("the bank holidays of 2026 are published");
        assert_eq!(soon_until, date(2026, 4, 8));
        for (due_on, group) in [
            (date(2025, 3, 29), Group::LongOverdue),
            (date(2025, 3, 30), Group::Overdue),
            (date(2026, 3, 29), Group::Overdue),
            (date(2026, 3, 30), Group::Today),
            (date(2026, 3, 31), Group::Soon),
            (date(2026, 4, 8), Group::Soon),
            (date(2026, 4, 9), Group::Later),
        ] {
            assert_eq!(Group::of(due_on, today, soon_until), group, "{due_on}");
        }
    }
}
