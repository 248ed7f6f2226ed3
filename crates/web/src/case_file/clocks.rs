//! The time limits of a case: each with its date, how it stands, and the working behind it.

use casework::clock::{Clock as Limit, ClockChange, ClockEnd, Move};
use casework::event::Event;
use maud::{Markup, html};
use statute::dates::{english_date, short_date};
use statute::limits::{self, Owner};
use statute::proof;

use crate::components::{Clock, ClockState, Details, HeadingLevel, clock, details};
use crate::recording::{CaseDesk, Desk, source};
use crate::rules;

/// From this many working days before it is due, a limit is due soon.
const SOON: u32 = 3;

/// The limits that run, then those that have ended folded away.
pub(super) fn clocks(desk: &CaseDesk) -> Markup {
    let all = desk.file.file.clocks();
    let ours = |limit: &&&Limit| limits::of(limit.due.limit).owner != Owner::Complainant;
    let running: Vec<_> = all
        .iter()
        .filter(|limit| limit.is_running())
        .filter(ours)
        .collect();
    let ended: Vec<_> = all
        .iter()
        .filter(|limit| !limit.is_running())
        .filter(ours)
        .collect();
    let theirs: Vec<_> = all
        .iter()
        .filter(|limit| limit.is_running() && !ours(limit))
        .collect();
    if all.is_empty() {
        return Markup::default();
    }
    html! {
        section class="govuk-!-margin-bottom-7" {
            h2 class="govuk-heading-m" { "What is due" }
            @if running.is_empty() { p class="govuk-body" { "Nothing is due from the council now." } }
            @for limit in running { (one(desk, limit)) }
            @for limit in theirs { (complainants_own(limit)) }
            @if !ended.is_empty() {
                (details(&Details {
                    summary: "Time limits that have ended".into(),
                    body: html! { @for limit in ended { (one(desk, limit)) } }.into(),
                    ..Details::default()
                }))
            }
        }
    }
}

/// A limit within which a complainant may do something: a right, and no task of the council's.
fn complainants_own(limit: &Limit) -> Markup {
    let rule = limits::of(limit.due.limit);
    html! {
        p class="govuk-body" {
            (rule.title) ": by " strong { (english_date(limit.due_on())) }
            ", counted from " (english_date(limit.due.from)) " (" (source(rule.id)) "). " (rule.note)
        }
    }
}

/// One limit.
pub(super) fn one(desk: &CaseDesk, limit: &Limit) -> Markup {
    if let Some(ClockEnd::Stopped(on)) = limit.ended {
        let late = on > limit.due_on();
        return html! {
            p class="govuk-body" {
                (limits::of(limit.due.limit).title) ": was due by " (short_date(limit.due_on()))
                @if late { " and was overdue when it stopped on " (short_date(on)) ". It was not done." }
                @else { "; stopped on " (short_date(on)) "." }
            }
        };
    }
    let due_on = limit.due_on();
    clock(&Clock {
        title: limits::of(limit.due.limit).title.into(),
        heading_level: HeadingLevel::H3,
        state: state(&desk.desk, limit),
        due: english_date(due_on),
        due_datetime: due_on.to_string(),
        distance: distance(&desk.desk, limit).into(),
        source: html! {
            a class="govuk-link" href=(rules::url(limit.due.limit.code())) { (source(limit.due.limit)) }
        }.into(),
        working: working(desk, limit).into(),
        ..Clock::default()
    })
}

fn state(desk: &Desk, limit: &Limit) -> ClockState {
    let (today, due_on) = (desk.today, limit.due_on());
    if limit.ended.is_some() {
        return if limit.is_late(today) {
            ClockState::MetLate
        } else {
            ClockState::MetOnTime
        };
    }
    if today > due_on {
        ClockState::Overdue
    } else if today == due_on {
        ClockState::DueToday
    } else if desk
        .calendar
        .elapsed(today, due_on)
        .is_ok_and(|days| days <= SOON)
    {
        ClockState::DueSoon
    } else {
        ClockState::Running
    }
}

fn distance(desk: &Desk, limit: &Limit) -> String {
    let due_on = limit.due_on();
    let days = |days: u32, words: &str| {
        if days == 1 {
            format!("1 working day {words}")
        } else {
            format!("{days} working days {words}")
        }
    };
    match limit.ended {
        Some(ClockEnd::Met(on) | ClockEnd::Stopped(on)) => format!("done on {}", short_date(on)),
        None if desk.today == due_on => String::new(),
        None if desk.today > due_on => desk
            .calendar
            .elapsed(due_on, desk.today)
            .ok()
            // A limit that ended on Friday is overdue on Sunday, and not yet by a working day.
            .filter(|late| *late > 0)
            .map_or_else(String::new, |late| days(late, "late")),
        None => desk
            .calendar
            .elapsed(desk.today, due_on)
            .map_or_else(|_| String::new(), |left| days(left, "left")),
    }
}

/// The proof of the date, worked out again and held against what was decided.
///
/// What was decided stands: where today's calendar or the council's own length gives another day, the
/// page says so and shows no working that would not lead to the date.
fn working(desk: &CaseDesk, limit: &Limit) -> Markup {
    let decided = &limit.due;
    let rule = desk.desk.settings.limit(decided.limit);
    let again = desk.desk.law().again(decided);
    html! {
        @match again {
            Ok(due) if due.due_on == decided.due_on => {
                @let working = proof::working(&due);
                p class="govuk-body" { (working.counted) }
                @if !working.not_counted.is_empty() {
                    p class="govuk-body" { "Not counted: " (working.not_counted.join(", ")) "." }
                }
                p class="govuk-body" { (working.due) }
            }
            Ok(_) | Err(_) => {
                p class="govuk-body" {
                    "Counted from " (english_date(decided.from)) " to " (english_date(decided.due_on))
                    ", with the calendar " (decided.calendar)
                    ". The calendar or the council’s own time has changed since, or the days that were left were counted on after a deferral; the date that was decided stands."
                }
            }
        }
        @for moved in &limit.moved {
            p class="govuk-body" {
                "Counted again on " (english_date(moved.on)) ": it was due by " (english_date(moved.was))
                @if moved.was == moved.to { " and still is; only the latest day it can be extended to has moved" }
                @else { " before, and is due by " (english_date(moved.to)) " since" }
                "."
                @if let Some(reason) = why(desk, limit, moved) { " " (reason) }
            }
        }
        @if let Some(extension) = limit.extended {
            @if extension.valid {
                p class="govuk-body" { "Extended to " (english_date(extension.to)) "." }
            } @else {
                p class="govuk-body" {
                    "An extension to " (english_date(extension.to))
                    " is on record but was not told in time, so the first date stands."
                }
            }
        } @else if let Some(latest) = decided.latest_on.filter(|_| limit.is_running()) {
            p class="govuk-body" { "It can be extended to " (english_date(latest)) " at most." }
        }
        @if !rule.note.is_empty() { p class="govuk-body" { (rule.note) } }
    }
}

/// Why a limit was counted again, as it was written then; nothing once the vault no longer holds it.
fn why<'a>(desk: &'a CaseDesk, limit: &Limit, moved: &Move) -> Option<&'a str> {
    let history = desk.file.history.iter().map(|recorded| &recorded.fact);
    let did = |change: &ClockChange| {
        if let ClockChange::Moved { due, was, on } = change {
            (due.limit, due.due_on, *was, *on) == (limit.due.limit, moved.to, moved.was, moved.on)
        } else {
            false
        }
    };
    let mut recounted = history.filter(|fact| fact.clocks.iter().any(did));
    if let Event::DeadlinesRecomputed { reason, .. } = &recounted.next()?.event {
        desk.file.text(reason)
    } else {
        None
    }
}
