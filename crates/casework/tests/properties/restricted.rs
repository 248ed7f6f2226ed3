//! Whatever is decided about how somebody contacts the authority or is contacted, every decision on their complaint comes out as if
//! it had not been: new complaints are judged on their merits and the stages stay open.

use casework::action::Action;
use casework::ids::Reference;
use casework::people::{
    ContactMeasure, LetterPart, ProtectContact, Protection, RestrictContact, RestrictedElsewhere,
    ReviewOutcome, ReviewRestriction, Warning,
};

use super::*;

/// Everything there is, for as long as it may last.
fn restrict(on: Date) -> Command {
    let until = on.checked_add(12.months()).expect("the year is near");
    RestrictContact {
        person: PersonId(Uuid::from_u128(30)),
        behaviour: sealed(320),
        warning: Warning::Given { on },
        decided_by: AccountId(Uuid::from_u128(52)),
        approved_by_director: None,
        measures: ContactMeasure::ALL.to_vec(),
        until,
        review_on: until,
        told: LetterPart::ALL.to_vec(),
        on,
    }
    .into()
}

fn protect(on: Date) -> Command {
    ProtectContact {
        person: PersonId(Uuid::from_u128(30)),
        what: Protection::AddressProtected,
        reasons: sealed(322),
        on,
    }
    .into()
}

fn review(on: Date, ends: bool) -> Command {
    let until = on.checked_add(6.months()).expect("the year is near");
    ReviewRestriction {
        person: PersonId(Uuid::from_u128(30)),
        outcome: if ends {
            ReviewOutcome::Ended
        } else {
            ReviewOutcome::Continued {
                until,
                review_on: until,
                reasons: sealed(321),
            }
        },
        decided_by: AccountId(Uuid::from_u128(52)),
        approved_by_director: None,
        told: LetterPart::ALL.to_vec(),
        on,
    }
    .into()
}

/// Plays the same attempts at two cases, in one of which the complainant is restricted before the attempt with the
/// number `at` and a review follows `reviewed` attempts later. Every attempt comes out the same.
fn play_both(
    corporate: bool,
    attempts: &[Attempt],
    at: usize,
    reviewed: usize,
) -> Result<usize, TestCaseError> {
    let settings = settings();
    let procedure = [Procedure::ChildrenAct, Procedure::Corporate][usize::from(corporate)];
    let law = |today| Law {
        calendar: Calendar::of(Region::EnglandAndWales),
        settings: &settings,
        today,
    };
    let mut day = date(2024, 3, 4);
    let opening = complaint(procedure, 2).decide(&law(day));
    let opening = opening.expect("the complaint is sound");
    let mut free = Case::fold(CASE, &opening).expect("the history has a beginning");
    let mut bound = free.clone();
    let mut accepted = 0;
    for (number, (kind, days, choice)) in attempts.iter().enumerate() {
        day = day
            .checked_add(i64::from(*days).days())
            .expect("the year is near");
        if number == at {
            take(&mut bound, &restrict(day), &law(day));
            prop_assert_eq!(bound.restrictions.len(), 1);
            // Another case of the same person restricts them as well.
            let restriction = bound.restrictions[0].clone();
            bound.restrict_from_elsewhere([RestrictedElsewhere {
                person: restriction.person(),
                recorded_in: Some(Reference(2)),
                restriction,
            }]);
            take(&mut bound, &protect(day), &law(day));
            prop_assert_eq!(bound.protections.len(), 1);
        } else if number == at + reviewed {
            take(
                &mut bound,
                &review(day, choice.is_multiple_of(2)),
                &law(day),
            );
        }
        let points = u16::try_from(free.points().len()).expect("there are few points");
        let command = command(*kind, day, *choice, points, corporate);
        let decided = command.decide(Some(&free), &law(day));
        prop_assert_eq!(
            &command.decide(Some(&bound), &law(day)),
            &decided,
            "{:?}",
            command
        );
        for fact in decided.iter().flatten() {
            free.evolve(fact);
            bound.evolve(fact);
        }
        accepted += usize::from(decided.is_ok());
        for action in Action::ALL {
            if !matches!(
                action,
                Action::ReviewRestriction | Action::LiftProtection | Action::ReleaseContact
            ) {
                prop_assert_eq!(
                    bound.open_to(*action),
                    free.open_to(*action),
                    "{:?}",
                    action
                );
            }
        }
    }
    let without = Case {
        restrictions: Vec::new(),
        protections: Vec::new(),
        restricted_elsewhere: Vec::new(),
        version: free.version,
        ..bound
    };
    prop_assert_eq!(without, free);
    Ok(accepted)
}

/// What has to be accepted.
fn take(case: &mut Case, command: &Command, law: &Law<'_>) {
    let facts = command.decide(Some(case), law);
    for fact in &facts.expect("the restriction is sound") {
        case.evolve(fact);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn no_decision_on_the_complaint_asks_whether_somebody_is_restricted(
        corporate: bool,
        far in 0..=ROAD.len(),
        attempts in attempts(),
        at: prop::sample::Index,
        reviewed in 1..20_usize,
    ) {
        let attempts = [&ROAD[..far], &attempts].concat();
        play_both(corporate, &attempts, at.index(attempts.len() + 1), reviewed)?;
    }
}

#[test]
fn somebody_restricted_at_any_step_goes_all_the_way_to_a_review_panel() {
    for at in 0..ROAD.len() {
        let accepted = play_both(false, &ROAD, at, ROAD.len());
        assert_eq!(accepted.map_err(|error| error.to_string()), Ok(ROAD.len()));
    }
}
