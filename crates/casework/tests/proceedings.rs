//! Deferral, in every order that accepted commands can bring about: no point is lost, and no stage's
//! clock runs while nothing is considered.

mod play;

use casework::case::Case;
use casework::clock::ClockEnd;
use casework::event::Event;
use casework::proceedings::Resumption;
use play::{CASE, attempts, play};
use proptest::prelude::*;
use statute::limits::LimitId;

/// What is a stage's own, as far as these histories reach.
const STAGE: [LimitId; 6] = [
    LimitId::Acknowledgement,
    LimitId::LocalResolution,
    LimitId::InvestigationAcknowledgement,
    LimitId::InvestigationFromRequest,
    LimitId::CorporateResponse,
    LimitId::CorporateReviewResponse,
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn every_point_has_one_fate(attempts in attempts()) {
        let case = Case::fold(CASE, &play(&attempts)).expect("the history has a beginning");
        let in_play = case.points_in_play();
        for point in case.points() {
            let fates = [
                in_play.contains(point),
                case.deferral_of(point.number).is_some(),
                case.is_refused_as_late(point.number),
                case.findings_before_reopening().any(|found| found.point == point.number),
            ];
            prop_assert!(fates.contains(&true), "point {:?} is nowhere: {:?}", point.number, case);
            prop_assert!(!fates[0] || !fates[1] , "point {:?} is considered and deferred", point.number);
        }
    }

    #[test]
    fn while_every_point_is_deferred_no_stage_clock_runs(attempts in attempts()) {
        let case = Case::fold(CASE, &play(&attempts)).expect("the history has a beginning");
        if case.wholly_deferred_since().is_some() {
            for limit in STAGE {
                prop_assert!(case.clocks.running_of(limit).is_none(), "{limit:?} runs");
            }
        }
    }

    #[test]
    fn a_review_is_due_exactly_while_proceedings_run(attempts in attempts()) {
        let case = Case::fold(CASE, &play(&attempts)).expect("the history has a beginning");
        if case.departure.is_none() && case.closed.is_none() {
            let run = case.open_deferrals().any(|deferral| deferral.ended.is_none());
            let review = case.clocks.running_of(LimitId::FreezeReview).is_some();
            prop_assert_eq!(run, review);
        }
    }

    #[test]
    fn a_deferral_never_follows_by_itself_and_a_closed_case_leaves_none_that_runs(attempts in attempts()) {
        let facts = play(&attempts);
        let case = Case::fold(CASE, &facts).expect("the history has a beginning");
        let decided = facts.iter().filter(|fact| matches!(fact.event, Event::PointsDeferred(_))).count();
        prop_assert_eq!(decided, case.deferrals.len());
        if let (Some((on, _)), None) = (&case.closed, &case.departure) {
            for deferral in case.open_deferrals() {
                prop_assert!(deferral.resubmit_until().is_some_and(|until| *on > until));
            }
        }
    }

    #[test]
    fn no_clock_ends_before_it_starts_and_the_case_folds_in_parts(attempts in attempts(), cut: prop::sample::Index) {
        let facts = play(&attempts);
        let whole = Case::fold(CASE, &facts).expect("the history has a beginning");
        let cut = 1 + cut.index(facts.len());
        let mut parts = Case::fold(CASE, &facts[..cut.min(facts.len())]).expect("the history has a beginning");
        facts[cut.min(facts.len())..].iter().for_each(|fact| parts.evolve(fact));
        prop_assert_eq!(&whole, &parts);
        for clock in whole.clocks.iter() {
            if let Some(ClockEnd::Met(on) | ClockEnd::Stopped(on)) = clock.ended {
                prop_assert!(on >= clock.due.from, "{:?}", clock);
            }
        }
    }
}

#[test]
fn the_attempts_defer_and_bring_back() {
    // A property over histories in which nothing is ever deferred would prove little.
    let road = [(5, 2, 0), (7, 5, 0), (8, 3, 0), (1, 5, 0)];
    let case = Case::fold(CASE, &play(&road)).expect("the history has a beginning");
    let resumed = case.deferrals.first().and_then(|deferral| deferral.resumed);
    assert!(
        matches!(resumed, Some((_, Resumption::Here { .. }))),
        "{case:?}"
    );
    assert!(
        case.local_resolution
            .as_ref()
            .is_some_and(|stage| stage.answered.is_some()),
        "{case:?}"
    );
}
