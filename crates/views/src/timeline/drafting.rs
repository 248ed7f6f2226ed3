//! The timeline's sentences about drafts of the Stage 1 answer and who helps with it.

use casework::event::Event;
use casework::ids::Sealed;
use casework::local_resolution::{AnswerChecked, AnswerQuality, CheckResult, HelperPart};
use casework::settings::Settings;
use statute::dates::short_date;

use super::said_all;

/// The title and the details; nothing for an event of another room.
pub(super) fn told(event: &Event, settings: &Settings) -> (String, Vec<String>) {
    if let Event::HelperNamed(named) = event {
        let title = match (named.part, named.helper) {
            (HelperPart::Liaison, Some(_)) => "Getting the draft through given",
            (HelperPart::Liaison, None) => "Nobody is liaison any longer",
            (HelperPart::Supporter, Some(_)) => "Supporting the manager given",
            (HelperPart::Supporter, None) => "Nobody supports the manager any longer",
        };
        (title.to_owned(), Vec::new())
    } else if let Event::DraftHandedIn(_) = event {
        ("Draft of the answer came in".to_owned(), Vec::new())
    } else if let Event::AnswerChecked(checked) = event {
        looked_at(checked)
    } else if let Event::AnswerCompleted(completed) = event {
        let late = completed.late.as_ref();
        said_all(
            "Record of the answer completed",
            [
                late.map(|late| format!("Late: {}", settings.late_reasons.label(&late.reason))),
                completed.learning_shared.map(shared),
            ],
        )
    } else if let Event::MoreTimeAsked(asked) = event {
        let told = match asked.told_on {
            Some(on) => format!("The family was told on {}", short_date(on)),
            None => "The family was not told".to_owned(),
        };
        said_all(
            "More time asked for",
            [
                Some(format!("Until {}", short_date(asked.until))),
                Some(asked.reason.label().to_owned()),
                Some(told),
            ],
        )
    } else if let Event::MoreTimeRefused(_) = event {
        ("More time refused".to_owned(), Vec::new())
    } else {
        (String::new(), Vec::new())
    }
}

/// Whether the answer told what was learned.
pub(super) fn shared(shared: bool) -> String {
    if shared {
        "What was learned was shared with the complainant"
    } else {
        "What was learned was not shared with the complainant"
    }
    .to_owned()
}

/// The text in the vault that belongs to an event of drafts.
pub(super) fn text(event: &Event) -> Option<Sealed> {
    if let Event::DraftHandedIn(handed_in) = event {
        handed_in.draft.clone()
    } else if let Event::AnswerChecked(checked) = event {
        match &checked.result {
            CheckResult::Ready => None,
            CheckResult::Back { missing } => Some(missing.clone()),
        }
    } else if let Event::AnswerCompleted(completed) = event {
        completed.late.as_ref().and_then(|late| late.words.clone())
    } else if let Event::MoreTimeAsked(asked) = event {
        asked.words.clone()
    } else if let Event::MoreTimeRefused(refused) = event {
        Some(refused.reasons.clone())
    } else {
        None
    }
}

fn looked_at(checked: &AnswerChecked) -> (String, Vec<String>) {
    match checked.result {
        CheckResult::Ready => {
            let detail = "Everything that is looked at was found to be so".to_owned();
            ("Draft checked, ready to send".to_owned(), vec![detail])
        }
        CheckResult::Back { .. } => {
            let missing = AnswerQuality::ALL.into_iter();
            let missing = missing.filter(|quality| !checked.fulfilled.contains(quality));
            let details = missing.map(|quality| format!("Not found to be so: {}", quality.label()));
            (
                "Draft checked, back to its writer".to_owned(),
                details.collect(),
            )
        }
    }
}
