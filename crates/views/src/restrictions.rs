//! How each restriction on contact of a case stands on a day.

use casework::action::Action;
use casework::case::Case;
use casework::ids::{PersonId, Reference};
use casework::intake::RepresentationKind;
use casework::people::Restriction;
use jiff::civil::Date;
use statute::dates::short_date;

/// A restriction on contact as it stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StandingRestriction<'a> {
    /// What was decided, whom it binds and what came of each review.
    pub restriction: &'a Restriction,
    /// Whether it binds.
    pub stands: Stands,
}

/// Whether a restriction binds on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stands {
    /// It is in force, and somebody is to look at it again.
    InForce {
        /// The day by which.
        review_on: Date,
        /// Whether that day has passed.
        overdue: bool,
    },
    /// It ended by itself after its last day.
    RanOut {
        /// The last day.
        until: Date,
    },
    /// A review ended it.
    Ended {
        /// The day of the review.
        on: Date,
    },
}

/// A restriction that another case of the person recorded, as it stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReachingRestriction<'a> {
    /// Whom it binds, by the id they have in this case.
    pub person: PersonId,
    /// The case that recorded it, where the reader may open that one.
    pub recorded_in: Option<Reference>,
    /// How it stands.
    pub standing: StandingRestriction<'a>,
}

impl Stands {
    fn on(restriction: &Restriction, today: Date) -> Self {
        if let Some(on) = restriction.ended_on() {
            Self::Ended { on }
        } else if today > restriction.until() {
            Self::RanOut {
                until: restriction.until(),
            }
        } else {
            Self::InForce {
                review_on: restriction.review_on(),
                overdue: restriction.review_is_overdue(today),
            }
        }
    }
}

impl<'a> StandingRestriction<'a> {
    fn on(restriction: &'a Restriction, today: Date) -> Self {
        Self {
            restriction,
            stands: Stands::on(restriction, today),
        }
    }

    /// Whether it binds.
    pub fn is_in_force(&self) -> bool {
        match self.stands {
            Stands::InForce { .. } => true,
            Stands::RanOut { .. } | Stands::Ended { .. } => false,
        }
    }

    /// How it stands, in a sentence that names nobody.
    pub fn sentence(&self) -> String {
        let since = short_date(self.restriction.since);
        let until = short_date(self.restriction.until());
        match self.stands {
            Stands::InForce { review_on, overdue } => {
                let review_on = short_date(review_on);
                let review = if overdue {
                    format!("The review was due by {review_on}.")
                } else {
                    format!("To be reviewed by {review_on}.")
                };
                format!("In force since {since}, until {until}. {review}")
            }
            Stands::RanOut { .. } => format!("Ended by itself after {until}."),
            Stands::Ended { on } => format!("Ended by a review on {}.", short_date(on)),
        }
    }
}

/// Every restriction of a case, those in force first, then by the order in which they were decided.
pub fn restrictions(case: &Case, today: Date) -> Vec<StandingRestriction<'_>> {
    let mut restrictions: Vec<_> = case
        .restrictions
        .iter()
        .map(|restriction| StandingRestriction::on(restriction, today))
        .collect();
    restrictions.sort_by_key(|each| !each.is_in_force());
    restrictions
}

/// The restrictions in force that other cases of its people recorded. What has ended there says nothing here.
pub fn reaching(case: &Case, today: Date) -> Vec<ReachingRestriction<'_>> {
    let elsewhere = case.restricted_elsewhere.iter();
    let reaching = elsewhere.map(|each| ReachingRestriction {
        person: each.person,
        recorded_in: each.recorded_in,
        standing: StandingRestriction::on(&each.restriction, today),
    });
    let in_force = |each: &ReachingRestriction<'_>| {
        each.standing.is_in_force() && each.standing.restriction.since <= today
    };
    reaching.filter(in_force).collect()
}

/// What can be done about how somebody contacts the authority, at any time and also after the last answer. It is
/// the last resort, so a page shows it last.
pub(crate) fn possible_actions(case: &Case, today: Date) -> Vec<Action> {
    if case.representation.kind != RepresentationKind::Complaint {
        return Vec::new();
    }
    let complainants = &case.representation.complainants;
    let (bound, free): (Vec<_>, Vec<_>) = complainants
        .iter()
        .partition(|each| case.restricted(each.person, today).is_some());
    let review = (!bound.is_empty()).then_some(Action::ReviewRestriction);
    let named = free.iter().any(|each| each.details.is_some());
    let restrict = named.then_some(Action::RestrictContact);
    review.into_iter().chain(restrict).collect()
}

#[cfg(test)]
mod tests {
    use casework::event::Fact;
    use casework::ids::CaseId;
    use jiff::civil::date;

    use super::*;

    const RECORDED: &str = r#"{"on":"2026-01-05","event":{"event":"representation_recorded","kind":"complaint","procedure":"children_act","channel":"letter","reached_team_on":null,"grounds_arose_on":null,"late_reasons":null,"service":"first_response","complainants":[],"children":[],"points":[],"desired_outcome":null,"complained_about":[]}}"#;
    const RESTRICTED: &str = r#"{"on":"2026-03-02","event":{"event":"contact_restricted","person":"00000000-0000-0000-0000-00000000001e","behaviour":{"item":"00000000-0000-0000-0000-00000000000a","commitment":"abab"},"warning":{"was":"left_out_for_safety"},"decided_by":"00000000-0000-0000-0000-00000000000b","measures":["writing_only"],"until":"2026-09-02","review_on":"2026-06-01","told":["decision","challenge","ombudsman"]}}"#;
    const ENDED: &str = r#"{"on":"2026-06-01","event":{"event":"restriction_reviewed","person":"00000000-0000-0000-0000-00000000001e","outcome":{"restriction":"ended"},"decided_by":"00000000-0000-0000-0000-00000000000b"}}"#;
    const ANOTHER: &str = r#"{"on":"2026-06-02","event":{"event":"contact_restricted","person":"00000000-0000-0000-0000-00000000001f","behaviour":{"item":"00000000-0000-0000-0000-00000000000c","commitment":"abab"},"warning":{"was":"left_out_for_safety"},"decided_by":"00000000-0000-0000-0000-00000000000b","measures":["writing_only"],"until":"2026-12-02","review_on":"2026-12-02","told":["decision","challenge","ombudsman"]}}"#;

    fn case(facts: &[&str]) -> Case {
        let facts: Vec<_> = facts
            .iter()
            .map(|body| Fact::from_stored("", 1, body).expect("a stored fact"))
            .collect();
        let id: CaseId = "00000000-0000-0000-0000-000000000001"
            .parse()
            .expect("an id");
        Case::fold(id, &facts).expect("a beginning")
    }

    fn sentences(facts: &[&str], today: Date) -> Vec<String> {
        restrictions(&case(facts), today)
            .iter()
            .map(StandingRestriction::sentence)
            .collect()
    }

    #[test]
    fn it_says_when_the_review_is_due_when_it_was_and_when_the_restriction_ended() {
        let rows: &[(&[&str], Date, &str)] = &[
            (
                &[RECORDED, RESTRICTED],
                date(2026, 6, 1),
                "In force since 2 March 2026, until 2 September 2026. To be reviewed by 1 June 2026.",
            ),
            (
                &[RECORDED, RESTRICTED],
                date(2026, 6, 2),
                "In force since 2 March 2026, until 2 September 2026. The review was due by 1 June 2026.",
            ),
            (
                &[RECORDED, RESTRICTED],
                date(2026, 9, 2),
                "In force since 2 March 2026, until 2 September 2026. The review was due by 1 June 2026.",
            ),
            (
                &[RECORDED, RESTRICTED],
                date(2026, 9, 3),
                "Ended by itself after 2 September 2026.",
            ),
            (
                &[RECORDED, RESTRICTED, ENDED],
                date(2026, 6, 1),
                "Ended by a review on 1 June 2026.",
            ),
        ];
        for (facts, today, sentence) in rows {
            assert_eq!(sentences(facts, *today), [*sentence], "{today}");
        }
        assert!(sentences(&[RECORDED], date(2026, 6, 1)).is_empty());
    }

    #[test]
    fn what_is_in_force_comes_first() {
        let both = [RECORDED, RESTRICTED, ENDED, ANOTHER];
        assert_eq!(
            sentences(&both, date(2026, 7, 1)),
            [
                "In force since 2 June 2026, until 2 December 2026. To be reviewed by 2 December 2026.",
                "Ended by a review on 1 June 2026.",
            ]
        );
    }

    #[test]
    fn somebody_named_can_be_restricted_and_whoever_is_restricted_is_reviewed() {
        let named = r#"{"person":"00000000-0000-0000-0000-00000000001e","ground":"W-PARENT","capacity":"parent","details":{"item":"00000000-0000-0000-0000-00000000000e","commitment":"abab"}}"#;
        let nameless = r#"{"person":"00000000-0000-0000-0000-00000000001e","ground":"W-PARENT","capacity":"parent","details":null}"#;
        let by = |complainant: &str| {
            RECORDED.replace(
                r#""complainants":[]"#,
                &format!(r#""complainants":[{complainant}]"#),
            )
        };
        let (named, nameless) = (by(named), by(nameless));
        let anonymous = named.replace(
            r#""complaint","procedure":"children_act""#,
            r#""anonymous_complaint","procedure":null"#,
        );
        assert_ne!(anonymous, named);
        let in_force = date(2026, 9, 2);
        let rows: [(&[&str], Date, &[Action]); 6] = [
            (&[&named], in_force, &[Action::RestrictContact]),
            (&[&nameless], in_force, &[]),
            (&[&anonymous], in_force, &[]),
            (
                &[&named, RESTRICTED],
                in_force,
                &[Action::ReviewRestriction],
            ),
            (
                &[&named, RESTRICTED],
                date(2026, 9, 3),
                &[Action::RestrictContact],
            ),
            (
                &[&named, RESTRICTED, ENDED],
                in_force,
                &[Action::RestrictContact],
            ),
        ];
        for (facts, today, actions) in rows {
            assert_eq!(possible_actions(&case(facts), today), actions, "{facts:?}");
        }
    }
}
