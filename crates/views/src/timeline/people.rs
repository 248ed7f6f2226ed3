//! The timeline's sentences about restrictions on contact and its protection. They name nobody.

use casework::event::Event;
use casework::ids::Sealed;
use casework::people::{ContactRestricted, RestrictionReviewed, ReviewOutcome, Warning};
use jiff::civil::Date;
use statute::dates::short_date;

/// The title and the details; nothing for an event of another room.
pub(super) fn told(event: &Event) -> (String, Vec<String>) {
    if let Event::ContactRestricted(decided) = event {
        restricted(decided)
    } else if let Event::RestrictionReviewed(decided) = event {
        reviewed(decided)
    } else if let Event::ContactProtected(protected) = event {
        let kind = protected.what.kind().label().to_owned();
        ("Contact protected".to_owned(), vec![kind])
    } else if let Event::ProtectionLifted(lifted) = event {
        let kind = lifted.what.label().to_owned();
        ("Protection of contact lifted".to_owned(), vec![kind])
    } else if matches!(event, Event::ContactReleased(_)) {
        ("Protected contact released".to_owned(), Vec::new())
    } else {
        (String::new(), Vec::new())
    }
}

/// The text in the vault that belongs to an event of this room.
pub(super) fn text(event: &Event) -> Option<Sealed> {
    if let Event::ContactRestricted(restricted) = event {
        Some(restricted.behaviour.clone())
    } else if let Event::RestrictionReviewed(reviewed) = event {
        match &reviewed.outcome {
            ReviewOutcome::Ended => None,
            ReviewOutcome::Continued { reasons, .. } => Some(reasons.clone()),
        }
    } else if let Event::ContactProtected(protected) = event {
        Some(protected.reasons.clone())
    } else if let Event::ProtectionLifted(lifted) = event {
        Some(lifted.reasons.clone())
    } else if let Event::ContactReleased(released) = event {
        Some(released.reason.clone())
    } else {
        None
    }
}

fn restricted(restricted: &ContactRestricted) -> (String, Vec<String>) {
    let mut details: Vec<String> = restricted
        .measures
        .iter()
        .map(|measure| measure.label().to_owned())
        .collect();
    details.push(match restricted.warning {
        Warning::Given { on } => format!("Warned on {}", short_date(on)),
        Warning::LeftOutForSafety => "Without a warning, for somebody’s safety".to_owned(),
    });
    details.push(term(restricted.until, restricted.review_on));
    details.extend(approval(restricted.approved_by_director.is_some()));
    ("Contact restricted".to_owned(), details)
}

fn reviewed(reviewed: &RestrictionReviewed) -> (String, Vec<String>) {
    let details = match &reviewed.outcome {
        ReviewOutcome::Ended => vec!["The restriction ended".to_owned()],
        ReviewOutcome::Continued {
            until, review_on, ..
        } => {
            let mut details = vec![format!("It goes on. {}", term(*until, *review_on))];
            details.extend(approval(reviewed.approved_by_director.is_some()));
            details
        }
    };
    ("Restriction on contact reviewed".to_owned(), details)
}

fn term(until: Date, review_on: Date) -> String {
    let (until, review_on) = (short_date(until), short_date(review_on));
    format!("Until {until}, to be reviewed by {review_on}")
}

fn approval(approved: bool) -> Option<String> {
    approved.then(|| "Approved by a director".to_owned())
}

#[cfg(test)]
mod tests {
    use casework::event::Fact;

    use super::*;

    const WARNED: &str = r#"{"on":"2026-03-02","event":{"event":"contact_restricted","person":"00000000-0000-0000-0000-00000000001e","behaviour":{"item":"00000000-0000-0000-0000-00000000000a","commitment":"abab"},"warning":{"was":"given","on":"2026-02-16"},"decided_by":"00000000-0000-0000-0000-00000000000b","measures":["writing_only","limited_frequency"],"until":"2026-09-02","review_on":"2026-06-01","told":["decision","challenge","ombudsman"]}}"#;
    const CHILD: &str = r#"{"on":"2026-03-02","event":{"event":"contact_restricted","person":"00000000-0000-0000-0000-00000000001e","behaviour":{"item":"00000000-0000-0000-0000-00000000000a","commitment":"abab"},"warning":{"was":"left_out_for_safety"},"decided_by":"00000000-0000-0000-0000-00000000000b","approved_by_director":"00000000-0000-0000-0000-00000000000c","measures":["single_point_of_contact"],"until":"2026-09-02","review_on":"2026-06-01","told":["decision","challenge","ombudsman"]}}"#;
    const CONTINUED: &str = r#"{"on":"2026-06-01","event":{"event":"restriction_reviewed","person":"00000000-0000-0000-0000-00000000001e","outcome":{"restriction":"continued","until":"2026-12-01","review_on":"2026-09-01","reasons":{"item":"00000000-0000-0000-0000-00000000000d","commitment":"abab"}},"decided_by":"00000000-0000-0000-0000-00000000000b","told":["decision","challenge","ombudsman"]}}"#;
    const ENDED: &str = r#"{"on":"2026-09-01","event":{"event":"restriction_reviewed","person":"00000000-0000-0000-0000-00000000001e","outcome":{"restriction":"ended"},"decided_by":"00000000-0000-0000-0000-00000000000b"}}"#;

    #[test]
    fn a_restriction_is_told_with_its_measures_and_days_and_without_a_name() {
        let entries: Vec<_> = [WARNED, CHILD, CONTINUED, ENDED]
            .into_iter()
            .map(|body| {
                let fact = Fact::from_stored("", 1, body).expect("a stored fact");
                let (title, details) = told(&fact.event);
                let text = text(&fact.event).map_or("no text", |_| "its text");
                format!("{title}\n  {}\n  {text}", details.join("\n  "))
            })
            .collect();
        insta::assert_snapshot!(entries.join("\n\n"));
    }

    const PROTECTED: &str = r#"{"on":"2026-03-02","event":{"event":"contact_protected","person":"00000000-0000-0000-0000-00000000001e","what":{"protection":"address_protected"},"reasons":{"item":"00000000-0000-0000-0000-00000000000a","commitment":"abab"}}}"#;
    const RELEASED: &str = r#"{"on":"2026-03-03","event":{"event":"contact_released","person":"00000000-0000-0000-0000-00000000001e","to":"00000000-0000-0000-0000-00000000000b","reason":{"item":"00000000-0000-0000-0000-00000000000b","commitment":"abab"}}}"#;
    const LIFTED: &str = r#"{"on":"2026-03-04","event":{"event":"protection_lifted","person":"00000000-0000-0000-0000-00000000001e","what":"do_not_contact","reasons":{"item":"00000000-0000-0000-0000-00000000000c","commitment":"abab"}}}"#;

    #[test]
    fn a_protection_is_told_with_its_kind_and_its_reasons_and_without_a_name() {
        for (body, title, details) in [
            (
                PROTECTED,
                "Contact protected",
                vec!["The address is protected"],
            ),
            (RELEASED, "Protected contact released", vec![]),
            (
                LIFTED,
                "Protection of contact lifted",
                vec!["Do not contact"],
            ),
        ] {
            let fact = Fact::from_stored("", 1, body).expect("a stored fact");
            let (told, said) = told(&fact.event);
            assert_eq!(
                (told.as_str(), said),
                (title, details.iter().map(ToString::to_string).collect())
            );
            assert!(text(&fact.event).is_some(), "{title}");
        }
    }
}
