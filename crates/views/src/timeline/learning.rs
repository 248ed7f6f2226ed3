//! The timeline's sentences about what a case taught and what is done about it.

use casework::event::Event;
use casework::ids::Sealed;
use casework::learning::{ActionNumber, AgreedAction, Debrief, Learned, Verdict};
use casework::settings::Settings;
use statute::dates::short_date;

use super::said;

/// The title and the details; nothing for any other event.
pub(super) fn told(event: &Event, settings: &Settings) -> (String, Vec<String>) {
    let (title, details) = if let Event::ReportedBack { learned } = event {
        return said("What the case taught", taught(learned));
    } else if let Event::ActionAgreed(agreed) = event {
        ("Corrective action given", action(agreed, settings))
    } else if let Event::ActionReplanned(replanned) = event {
        let by = format!("now by {}", short_date(replanned.due_on));
        (
            "Corrective action planned anew",
            vec![numbered(replanned.action, &by)],
        )
    } else if let Event::ActionCarriedOut(carried_out) = event {
        let details = vec![numbered(carried_out.action, "carried out")];
        ("Corrective action carried out", details)
    } else if let Event::ActionClosed(closed) = event {
        let mut details = vec![numbered(closed.action, "checked by somebody else")];
        let review = closed.review_on.map(short_date);
        details.extend(review.map(|on| format!("Its effect is looked at by {on}")));
        ("Corrective action closed", details)
    } else if let Event::ImpactReviewed(reviewed) = event {
        let mut details = vec![numbered(
            reviewed.action,
            &lower_first(reviewed.verdict.label()),
        )];
        if let Verdict::TooEarly { again_on } = reviewed.verdict {
            details.push(format!("Looked at again by {}", short_date(again_on)));
        }
        ("Effect of a corrective action looked at", details)
    } else if let Event::DebriefHeld(debrief) = event {
        ("Debrief held", debriefed(debrief, settings))
    } else {
        ("", Vec::new())
    };
    (title.to_owned(), details)
}

/// What lies in the vault about it.
pub(super) fn text(event: &Event) -> Option<Sealed> {
    if let Event::ReportedBack { learned } = event {
        Some(learned.text().clone())
    } else if let Event::Closed(closed) = event {
        closed
            .learned
            .as_ref()
            .map(|learned| learned.text().clone())
    } else if let Event::ActionAgreed(agreed) = event {
        Some(agreed.text.clone())
    } else if let Event::ActionReplanned(replanned) = event {
        Some(replanned.reasons.clone())
    } else if let Event::ActionCarriedOut(carried_out) = event {
        Some(carried_out.evidence.clone())
    } else if let Event::DebriefHeld(debrief) = event {
        Some(debrief.learned.clone())
    } else if let Event::ImpactReviewed(reviewed) = event {
        Some(reviewed.text.clone())
    } else {
        None
    }
}

/// What was said of it when the case was closed; what exactly, lies in the vault.
pub(super) fn at_closing(learned: &Learned) -> String {
    match learned {
        Learned::Change { .. } => "What the complaint taught was written down",
        Learned::Nothing { .. } => "It taught nothing, for the reason given",
    }
    .to_owned()
}

/// Whether anything changes; what, lies in the vault.
const fn taught(learned: &Learned) -> &'static str {
    match learned {
        Learned::Change { .. } => "Something changes",
        Learned::Nothing { .. } => "Nothing changes, for the reason given",
    }
}

fn action(agreed: &AgreedAction, settings: &Settings) -> Vec<String> {
    let lists = &settings.learning;
    let kind = lists.action_kinds.label(&agreed.kind);
    let themes: Vec<_> = agreed
        .themes
        .iter()
        .map(|theme| lists.themes.label(theme))
        .collect();
    let mut details = vec![
        format!("{kind}, by {}", short_date(agreed.due_on)),
        format!("About: {}", themes.join(", ")),
        format!("From: {}", agreed.origin.label()),
    ];
    details.extend(
        agreed
            .answers
            .map(|answers| format!("Answers: {}", answers.label())),
    );
    details
}

fn debriefed(debrief: &Debrief, settings: &Settings) -> Vec<String> {
    let attended: Vec<_> = debrief
        .attended
        .iter()
        .map(|each| format!("{}: {}", each.part.label(), each.people))
        .collect();
    let list = &settings.learning.themes;
    let themes: Vec<_> = debrief
        .themes
        .iter()
        .map(|theme| list.label(theme))
        .collect();
    vec![attended.join(", "), format!("About: {}", themes.join(", "))]
}

fn numbered(action: ActionNumber, words: &str) -> String {
    format!("Action {}: {words}", action.0)
}

fn lower_first(label: &str) -> String {
    let mut letters = label.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(letters).collect()
    })
}
