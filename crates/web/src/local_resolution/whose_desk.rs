//! On whose desk a Stage 1 answer lies, in words.

use casework::ids::AccountId;
use casework::local_resolution::AnswerDesk;
use maud::{Markup, html};
use statute::dates::short_date;
use views::register_line::DraftingLine;

use crate::components::{Tag, TagColour, tag};

/// Where the answer lies, since when, and that more time was asked for or refused.
pub(crate) fn whose_desk(
    drafting: &DraftingLine,
    manager: Option<AccountId>,
    called: impl Fn(AccountId) -> String,
) -> Markup {
    let manager = || manager.map_or_else(|| "the manager".to_owned(), &called);
    html! {
        @if let Some(desk) = drafting.desk {
            @match desk {
                AnswerDesk::Nobodys(_) => "Nobody has been asked to answer it",
                AnswerDesk::Managers(since) => {
                    "With " (manager()) " since " (short_date(since)) ", no draft yet"
                }
                AnswerDesk::ToCheck(since) => { "Draft in since " (short_date(since)) ", to be checked" }
                AnswerDesk::BackWithWriter(since) => {
                    "Draft back with its writer since " (short_date(since))
                }
                AnswerDesk::ReadyToSend(since) => {
                    "Draft checked on " (short_date(since)) ", ready to send"
                }
            }
        }
        @if let Some((on, until)) = drafting.more_time {
            " " (tag(&Tag::new("More time asked for", TagColour::Yellow)))
            " on " (short_date(on)) ", until " (short_date(until))
        }
        @if let Some(on) = drafting.more_time_refused {
            " " (tag(&Tag::new("More time refused", TagColour::Grey))) " on " (short_date(on))
        }
    }
}

/// Whether somebody has to be reminded of the draft: it is not in, or went back.
pub(crate) fn is_to_chase(drafting: &DraftingLine) -> bool {
    match drafting.desk {
        Some(AnswerDesk::Managers(_) | AnswerDesk::BackWithWriter(_)) => true,
        Some(AnswerDesk::Nobodys(_) | AnswerDesk::ToCheck(_) | AnswerDesk::ReadyToSend(_))
        | None => false,
    }
}
