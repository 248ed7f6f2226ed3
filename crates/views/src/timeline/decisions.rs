//! Decisions before a stage begins, in plain words: interest, lateness, agreement, procedure.

use casework::intake::{
    ChildViews, ConsentRecorded, DelayWeighed, InterestDecided, ProcedureChanged,
};
use statute::dates::short_date;

use super::{points, told_on};

pub(super) fn interest(decided: &InterestDecided) -> (String, Vec<String>) {
    let title = if decided.sufficient {
        "Interest in the child’s welfare found sufficient"
    } else {
        "Interest in the child’s welfare found not sufficient"
    };
    let views = match decided.child_views {
        ChildViews::Considered => "The child’s views were taken into account",
        ChildViews::NotConsidered { .. } => {
            "It was not appropriate to take the child’s views into account"
        }
    };
    let mut details = vec![views.to_owned()];
    details.extend(
        decided
            .told_on
            .map(|day| format!("The person was told on {}", short_date(day))),
    );
    details.extend(
        decided
            .child_told_on
            .map(|day| format!("The child was told on {}", short_date(day))),
    );
    (title.to_owned(), details)
}

pub(super) fn delay(weighed: &DelayWeighed) -> (String, Vec<String>) {
    let title = if weighed.accepted {
        format!("{} considered although late", points(&weighed.points))
    } else {
        format!("{} not considered: too late", points(&weighed.points))
    };
    let expected = if weighed.unreasonable_to_expect {
        "It was not reasonable to expect it in time"
    } else {
        "It was reasonable to expect it in time"
    };
    let fair = if weighed.still_fair {
        "It can still be considered effectively and fairly"
    } else {
        "It can no longer be considered effectively and fairly"
    };
    let mut details = vec![
        format!(
            "Arose on {}, so the year ended on {}",
            short_date(weighed.arose_on),
            short_date(weighed.until)
        ),
        expected.to_owned(),
        fair.to_owned(),
    ];
    details.extend(weighed.told_on.map(|day| told_on(Some(day))));
    (title, details)
}

pub(super) fn consent(recorded: &ConsentRecorded) -> (String, Vec<String>) {
    let details = vec![
        recorded.answer.label().to_owned(),
        recorded.basis.label().to_owned(),
    ];
    ("A child’s agreement recorded".to_owned(), details)
}

pub(super) fn procedure(changed: &ProcedureChanged) -> (String, Vec<String>) {
    (
        format!("Moved to the {}", changed.to),
        vec![told_on(Some(changed.told_on))],
    )
}
