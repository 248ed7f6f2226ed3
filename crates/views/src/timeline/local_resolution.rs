//! The timeline's sentences about local resolution and the requests for the next stage.

use casework::event::Event;
use casework::ids::Sealed;
use casework::local_resolution::{
    Activity, AnswerManner, Dissatisfaction, EscalationRefused, LocalResolutionAnswered,
};
use casework::settings::{Code, Settings};
use statute::dates::short_date;

use super::{by_word_of_mouth, outcome_and_days, told_on};
use crate::notice_of_rights::line;

/// The title and the details; nothing for an event of another room.
pub(super) fn told(event: &Event, settings: &Settings) -> (String, Vec<String>) {
    if let Event::LocalResolutionExtended {
        reason,
        notified_on,
    } = event
    {
        let details = vec![reason.label().to_owned(), told_on(*notified_on)];
        ("Stage 1 extended".to_owned(), details)
    } else if let Event::LocalResolutionAnswered(answered) = event {
        answer(answered, settings)
    } else if let Event::LocalResolutionSkipped {
        authority_agreed_on,
        complainant_agreed_on,
    } = event
    {
        let (ours, theirs) = (
            short_date(*authority_agreed_on),
            short_date(*complainant_agreed_on),
        );
        let details = vec![
            format!("The council agreed on {ours}"),
            format!("The complainant agreed on {theirs}"),
        ];
        ("Stage 1 left out by agreement".to_owned(), details)
    } else if let Event::InvestigationOffered { notice } = event {
        let title = "Told that Stage 2 is open without an answer";
        (title.to_owned(), vec![line(notice)])
    } else if let Event::WaitAgreed { until } = event {
        let until = short_date(*until);
        let detail = format!("Until {until}; the answer is late all the same");
        let title = "The complainant agreed to wait for the answer";
        (title.to_owned(), vec![detail])
    } else if let Event::PauseAgreed { pause } = event {
        let (from, until) = (short_date(pause.from), short_date(pause.until));
        let detail = format!("From {from} to {until}; these days do not count");
        ("Pause agreed in writing".to_owned(), vec![detail])
    } else if let Event::ActivityRecorded(activity) = event {
        tried(activity)
    } else if let Event::EscalationRefused(refused) = event {
        refusal(refused)
    } else if let Event::InvestigationRequested(requested) = event {
        let title = "Asked for an independent investigation (Stage 2)";
        let detail = by_word_of_mouth(requested.oral).to_owned();
        let why = reasons(&requested.reasons, settings);
        let details = std::iter::once(detail).chain(why);
        (title.to_owned(), details.collect())
    } else if let Event::DissatisfactionRecorded(told) = event {
        dissatisfied(told)
    } else if let Event::RequestWithdrawn {
        after_meeting,
        instead,
    } = event
    {
        let detail = if *after_meeting {
            "After a meeting"
        } else {
            "Without a meeting"
        };
        let title = "Request for the next stage taken back";
        let instead = instead.map(|instead| format!("Instead: {}", instead.label()));
        let details = std::iter::once(detail.to_owned()).chain(instead);
        (title.to_owned(), details.collect())
    } else {
        (String::new(), Vec::new())
    }
}

/// Why a complainant goes on; `None` where they said nothing of it.
pub(super) fn reasons(reasons: &[Code], settings: &Settings) -> Option<String> {
    let list = &settings.escalation_reasons;
    let labels: Vec<&str> = reasons.iter().map(|reason| list.label(reason)).collect();
    (!labels.is_empty()).then(|| format!("Why: {}", labels.join("; ")))
}

/// The text in the vault that belongs to an event of this room.
pub(super) fn text(event: &Event) -> Option<Sealed> {
    if let Event::LocalResolutionAnswered(answered) = event {
        answered.letter.clone()
    } else if let Event::ActivityRecorded(activity) = event {
        activity.result.clone()
    } else if let Event::DissatisfactionRecorded(told) = event {
        told.said.clone()
    } else if let Event::EscalationRefused(refused) = event {
        Some(refused.reasons.clone())
    } else {
        None
    }
}

fn answer(answered: &LocalResolutionAnswered, settings: &Settings) -> (String, Vec<String>) {
    let title = match answered.manner {
        AnswerManner::Response => "Stage 1 response sent",
        AnswerManner::Terms => "Resolved, written terms sent",
    };
    let mut details = vec![outcome_and_days(answered.outcome, answered.took)];
    if !answered.resolution.is_empty() {
        let kinds: Vec<&str> = answered
            .resolution
            .iter()
            .map(|kind| settings.resolution_kinds.label(kind))
            .collect();
        details.push(format!("Resolved by: {}", kinds.join("; ")));
    }
    details.extend(answered.late.as_ref().map(|late| {
        let why = settings.late_reasons.label(&late.reason);
        format!("Late: {why}")
    }));
    details.extend(answered.learning_shared.map(super::drafting::shared));
    details.extend(answered.notice.as_ref().map(line));
    (title.to_owned(), details)
}

fn tried(activity: &Activity) -> (String, Vec<String>) {
    let agreed = short_date(activity.agreed_on);
    let detail = format!("The complainant agreed on {agreed}; no right was used up by it");
    let outcome = activity.outcome.map(|outcome| {
        let changed = if outcome.changed {
            "what was complained about was changed"
        } else {
            "nothing was changed"
        };
        format!("{}; {changed}", outcome.finding.label())
    });
    let details = std::iter::once(detail).chain(outcome).collect();
    (activity.kind.label().to_owned(), details)
}

fn dissatisfied(told: &Dissatisfaction) -> (String, Vec<String>) {
    let meeting = told.meeting.as_ref().map(|meeting| {
        let with: Vec<String> = meeting
            .with
            .iter()
            .map(|met| met.label().to_lowercase())
            .collect();
        let on = short_date(meeting.on);
        format!("Meeting on {on} with {}", with.join(" and "))
    });
    let came_of = format!("What came of it: {}", told.came_of.label());
    let details = meeting.into_iter().chain([came_of]).collect();
    ("Not content with the answer".to_owned(), details)
}

fn refusal(refused: &EscalationRefused) -> (String, Vec<String>) {
    let details = vec![
        refused.ground.label().to_owned(),
        format!("Asked for on {}", short_date(refused.asked_on)),
        line(&refused.notice),
    ];
    (format!("Refused: {}", refused.to.label()), details)
}
