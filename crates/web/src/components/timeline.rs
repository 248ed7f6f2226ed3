//! Timeline: what happened, newest or oldest first. Our own component.

use maud::{Markup, html};

use super::{Content, HeadingLevel};

/// What happened, in order.
#[derive(Clone, Debug, Default)]
pub struct Timeline {
    /// The events, in the order in which they are shown.
    pub items: Vec<TimelineItem>,
    /// The level of each event's title.
    pub heading_level: HeadingLevel,
}

/// One event.
#[derive(Clone, Debug, Default)]
pub struct TimelineItem {
    /// What happened, in a few words.
    pub title: Content,
    /// Who did it; empty for nobody named.
    pub by: Content,
    /// The day it happened, as read: "4 March 2026".
    pub date: String,
    /// The same for machines: "2026-03-04"; empty for none.
    pub datetime: String,
    /// When it was recorded, where that was another day; empty otherwise.
    pub recorded: Content,
    /// More about it; empty for nothing.
    pub body: Content,
}

/// An ordered list: a screen reader says how many events there are.
pub fn timeline(options: &Timeline) -> Markup {
    html! {
        ol class="heard-timeline" {
            @for item in &options.items {
                li class="heard-timeline__item" {
                    div class="heard-timeline__header" {
                        (options.heading_level.heading("heard-timeline__title", None, &item.title))
                        @if !item.by.is_empty() {
                            p class="heard-timeline__by" { "recorded by " (item.by) }
                        }
                    }
                    p class="heard-timeline__date" {
                        @if item.datetime.is_empty() {
                            (item.date)
                        } @else {
                            time datetime=(item.datetime) { (item.date) }
                        }
                        @if !item.recorded.is_empty() {
                            span class="heard-timeline__recorded" { " (recorded " (item.recorded) ")" }
                        }
                    }
                    @if !item.body.is_empty() {
                        div class="heard-timeline__body" { (item.body) }
                    }
                }
            }
        }
    }
}
