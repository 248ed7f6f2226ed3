//! The law beside a form: the time limits that are about to start or end, with their source.

use maud::{Markup, html};
use statute::dates::english_date;
use statute::limits::{self, Direction, LimitId, Status};

use super::Desk;

/// Time limits that start when this is recorded: how long, by what rule, and the day if it were today.
pub(crate) fn limits(desk: &Desk, ids: &[LimitId]) -> Markup {
    html! {
        ul class="govuk-list govuk-list--bullet" {
            @for id in ids {
                @let limit = desk.settings.limit(*id);
                li {
                    (limit.title) ": " (limit.length)
                    @if let Some(longest) = limit.extendable_to { ", at most " (longest) " if extended" }
                    @if limit.direction == Direction::Back {
                        " before " (limit.runs_from)
                    } @else if let Ok(due) = desk.law().due(*id, desk.today) {
                        "; if today, by " strong { (english_date(due.due_on)) }
                    }
                    " (" (source(*id)) ")"
                }
            }
        }
    }
}

/// The source of a limit in words, and whether a lawyer still has to check it.
pub(crate) fn source(id: LimitId) -> String {
    let limit = limits::of(id);
    let check = match limit.source.status {
        Status::Read | Status::ReadSecondHand => "",
        Status::ToBeCheckedByALawyer => ", to be checked by a lawyer",
    };
    if limit.source.text == limit.kind.title() {
        format!("{}{check}", limit.source)
    } else {
        format!("{}, {}{check}", limit.source, limit.kind)
    }
}
