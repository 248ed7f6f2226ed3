//! Clock: one time limit, its date, how it stands, and the working behind it. Our own component.

use maud::{Markup, html};

use super::{Content, Details, HeadingLevel, Tag, TagColour, details, tag};

/// One time limit of a case.
#[derive(Clone, Debug, Default)]
pub struct Clock {
    /// What is due: "Reply to the complaint".
    pub title: Content,
    /// The level of the title.
    pub heading_level: HeadingLevel,
    /// How it stands.
    pub state: ClockState,
    /// The last day, as read: "Wednesday 18 March 2026".
    pub due: String,
    /// The same for machines: "2026-03-18"; empty for none.
    pub due_datetime: String,
    /// How far off, in words: "4 working days left"; empty for nothing.
    pub distance: Content,
    /// The rule it comes from, with its citation; empty for none.
    pub source: Content,
    /// How the date was worked out; folded away. Empty for nothing.
    pub working: Content,
    /// What to do about it: a button or link; empty for nothing.
    pub action: Content,
}

/// How a time limit stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ClockState {
    /// There is time.
    #[default]
    Running,
    /// Little time is left.
    DueSoon,
    /// The last day is today.
    DueToday,
    /// The last day has passed.
    Overdue,
    /// Stopped for now.
    Paused,
    /// Done in time.
    MetOnTime,
    /// Done after the last day.
    MetLate,
}

impl ClockState {
    /// Its words and colour.
    pub fn tag(self) -> Tag {
        match self {
            Self::Running => Tag::new("On time", TagColour::Teal),
            Self::DueSoon => Tag::new("Due soon", TagColour::Yellow),
            Self::DueToday => Tag::new("Due today", TagColour::Orange),
            Self::Overdue => Tag::new("Overdue", TagColour::Red),
            Self::Paused => Tag::new("Paused", TagColour::Grey),
            Self::MetOnTime => Tag::new("Met on time", TagColour::Green),
            Self::MetLate => Tag::new("Met late", TagColour::Grey),
        }
    }

    fn class(self) -> &'static str {
        match self {
            Self::Running => "heard-clock",
            Self::DueSoon | Self::DueToday => "heard-clock heard-clock--soon",
            Self::Overdue => "heard-clock heard-clock--overdue",
            Self::Paused | Self::MetOnTime | Self::MetLate => "heard-clock heard-clock--still",
        }
    }
}

/// One time limit as a block.
pub fn clock(options: &Clock) -> Markup {
    html! {
        div class=(options.state.class()) {
            div class="heard-clock__header" {
                (options.heading_level.heading("heard-clock__title", None, &options.title))
                (tag(&options.state.tag()))
            }
            p class="heard-clock__due" {
                @if options.due_datetime.is_empty() {
                    (options.due)
                } @else {
                    time datetime=(options.due_datetime) { (options.due) }
                }
                @if !options.distance.is_empty() {
                    " " span class="heard-clock__distance" { (options.distance) }
                }
            }
            @if !options.source.is_empty() {
                p class="heard-clock__source" { (options.source) }
            }
            @if !options.working.is_empty() {
                (details(&Details {
                    summary: html! {
                        "How this date was worked out"
                        span class="govuk-visually-hidden" { ": " (options.title) }
                    }.into(),
                    body: options.working.clone(),
                    ..Details::default()
                }))
            }
            @if !options.action.is_empty() {
                div class="heard-clock__action" { (options.action) }
            }
        }
    }
}
