//! Stories of corrective actions, across the files that decide on them.

use super::*;
use crate::action::Command;
use crate::closure::Withdraw;
use crate::intake::RecordComplaint;
use crate::learning::{CarryOutAction, CloseAction, ReplanAction, ReviewImpact};
use crate::ombudsman::{
    OmbudsmanRemedy, RecordOmbudsmanCase, RecordOmbudsmanDecision, RecordRemedyDone, RemedyNumber,
};
use crate::remedy::RemedyKind;
use crate::story::{
    close, corrective_action, day, fixture, given, record_complaint, respond, stage_2_answered,
};

fn carry_out(number: u16, on: &str) -> CarryOutAction {
    CarryOutAction {
        action: ActionNumber(number),
        reported_by: fixture::MS_HALL,
        evidence: fixture::sealed(76),
        on: day(on),
    }
}

fn close_action(checked_by: AccountId, review_on: Option<&str>, on: &str) -> CloseAction {
    CloseAction {
        action: ActionNumber(1),
        checked_by,
        review_on: review_on.map(day),
        on: day(on),
    }
}

fn review(verdict: Verdict, on: &str) -> ReviewImpact {
    ReviewImpact {
        action: ActionNumber(1),
        verdict,
        text: fixture::sealed(77),
        on: day(on),
    }
}

fn replan(due_on: &str, on: &str) -> ReplanAction {
    ReplanAction {
        action: ActionNumber(1),
        due_on: day(due_on),
        reasons: fixture::sealed(78),
        on: day(on),
    }
}

/// Agreed on 20 April 2015, by 30 June.
fn agreed() -> Vec<Command> {
    vec![
        record_complaint(),
        respond("2015-04-13"),
        corrective_action("2015-06-30", "2015-04-20").into(),
    ]
}

#[test]
fn an_action_has_a_known_kind_and_theme_and_comes_from_something_that_is_there() {
    let with = |change: &dyn Fn(&mut AgreedAction)| {
        let mut agree = corrective_action("2015-06-30", "2015-04-20");
        change(&mut agree.agreed);
        given([record_complaint()]).when(agree)
    };
    with(&|_| {}).then_accepted();
    with(&|agreed| agreed.themes.clear()).then_refused(&LearningFault::NoTheme.into());
    with(&|agreed| agreed.due_on = day("2015-04-20")).then_accepted();
    with(&|agreed| agreed.due_on = day("2015-04-19")).then_refused(&Refusal::BeforeItCould {
        what: "the last day for the action",
        on: day("2015-04-19"),
        earliest: "the agreement",
        earliest_on: day("2015-04-20"),
    });
    for list in ["kinds of corrective action", "themes"] {
        let unknown = with(&|agreed| {
            let code = Code::new("singing");
            if list == "themes" {
                agreed.themes.push(code);
            } else {
                agreed.kind = code;
            }
        });
        let Err(Refusal::NotInTheList { list: named, .. }) = unknown.result() else {
            panic!("an unknown code is accepted in the list of {list}");
        };
        assert_eq!(*named, list);
    }
    let origin = ActionOrigin::LocalResolution;
    with(&|agreed| agreed.origin = origin)
        .then_refused(&LearningFault::OriginMissing(origin).into());
    let mut from_the_answer = corrective_action("2015-06-30", "2015-04-20");
    from_the_answer.agreed.origin = origin;
    given([record_complaint(), respond("2015-04-13")])
        .when(from_the_answer)
        .then_accepted();
}

#[test]
fn an_action_is_not_given_to_somebody_the_case_is_about() {
    let about = |person| RecordComplaint {
        complained_about: vec![person],
        ..fixture::complaint()
    };
    let action = || corrective_action("2015-06-30", "2015-04-20");
    assert_eq!(action().agreed.owner, fixture::MS_HALL);
    given([about(fixture::MS_HALL).into()])
        .when(action())
        .then_refused(&LearningFault::OwnerComplainedAbout.into());
    given([about(fixture::MR_LEE).into()])
        .when(action())
        .then_accepted();
}

#[test]
fn what_an_action_may_come_from_follows_the_case() {
    let origins = |history: Vec<Command>| -> Vec<ActionOrigin> {
        let case = given(history).case().expect("it is recorded");
        let all = ActionOrigin::ALL.into_iter();
        all.filter(|origin| origin.is_in(&case)).collect()
    };
    let of_itself = ActionOrigin::OfItself;
    assert_eq!(origins(vec![record_complaint()]), [of_itself]);
    let first = ActionOrigin::LocalResolution;
    let mut second = stage_2_answered();
    assert_eq!(
        origins(second.clone()),
        [first, ActionOrigin::Adjudication, of_itself]
    );
    second.push(RecordOmbudsmanCase::on(day("2015-10-01")).into());
    assert!(origins(second).contains(&ActionOrigin::Ombudsman));
    assert!(origins(crate::story::panel_reported()).contains(&ActionOrigin::ReviewPanel));
}

#[test]
fn the_clock_shows_the_earliest_day_outstanding() {
    let earlier = corrective_action("2015-05-29", "2015-04-21");
    let later = corrective_action("2015-07-31", "2015-04-21");
    let [complaint, answer, first] = agreed().try_into().expect("three commands");
    given([complaint, answer])
        .when(first)
        .then_clocks(&[("D-ACTION", "2015-06-30")]);
    given(agreed()).when(later.clone()).then_clocks(&[]);
    given(agreed())
        .when(earlier.clone())
        .then_clocks(&[("D-ACTION", "2015-05-29")]);
    let both = given(agreed()).and(earlier);
    both.when(carry_out(2, "2015-05-20"))
        .then_clocks(&[("D-ACTION", "2015-06-30")]);
    given(agreed())
        .and(later.clone())
        .when(carry_out(2, "2015-05-20"))
        .then_clocks(&[])
        .then_running("D-ACTION");
    given(agreed())
        .when(carry_out(1, "2015-07-01"))
        .then_met("D-ACTION", "2015-07-01")
        .then_clocks(&[]);
    given(agreed())
        .when(replan("2015-08-31", "2015-06-20"))
        .then_clocks(&[("D-ACTION", "2015-08-31")]);
    given(agreed())
        .and(later)
        .when(replan("2015-08-31", "2015-06-20"))
        .then_clocks(&[("D-ACTION", "2015-07-31")]);
}

#[test]
fn remedies_of_the_ombudsman_and_actions_share_the_clock() {
    let remedy = OmbudsmanRemedy {
        number: RemedyNumber(1),
        kind: RemedyKind::Apology,
        amount: None,
        due_on: Some(day("2015-12-29")),
        text: None,
    };
    let decision = RecordOmbudsmanDecision {
        fault: Some(true),
        injustice: Some(true),
        remedies: vec![remedy],
        ..RecordOmbudsmanDecision::new(Code::new("upheld"), day("2015-11-30"))
    };
    let history = given(stage_2_answered()).and(RecordOmbudsmanCase::on(day("2015-10-01")));
    let sooner = corrective_action("2015-12-15", "2015-11-02");
    history
        .and(sooner)
        .when(decision.clone())
        .then_due("D-ACTION", "2015-12-15");
    let history = given(stage_2_answered()).and(RecordOmbudsmanCase::on(day("2015-10-01")));
    let later = corrective_action("2016-01-15", "2015-11-02");
    let decided = history.and(later).and(decision);
    let done = RecordRemedyDone {
        remedy: RemedyNumber(1),
        evidence: true,
        on: day("2015-12-20"),
    };
    decided
        .when(done)
        .then_clocks(&[("D-ACTION", "2016-01-15")]);
}

#[test]
fn what_was_agreed_stays_to_be_done_when_the_case_ends() {
    given(agreed())
        .when(close("2015-05-13"))
        .then_running("D-ACTION");
    let withdraw = Withdraw {
        oral: true,
        looked_into: None,
        confirmed_on: day("2015-05-11"),
    };
    given(agreed()).when(withdraw).then_running("D-ACTION");
    given(agreed())
        .and(close("2015-05-13"))
        .when(carry_out(1, "2015-06-01"))
        .then_met("D-ACTION", "2015-06-01");
    given(agreed())
        .and(close("2015-05-13"))
        .when(corrective_action("2015-06-01", "2015-05-20"))
        .then_accepted();
}

#[test]
fn an_action_is_planned_anew_only_until_it_is_carried_out() {
    given(agreed())
        .when(replan("2015-06-19", "2015-06-20"))
        .then_refused(&Refusal::BeforeItCould {
            what: "the last day for the action",
            on: day("2015-06-19"),
            earliest: "the new plan",
            earliest_on: day("2015-06-20"),
        });
    let then = given(agreed()).when(replan("2015-06-20", "2015-06-20"));
    let action = &then.after().corrective_actions[0];
    assert_eq!(action.agreed.due_on, day("2015-06-20"));
    assert_eq!(action.replanned.len(), 1);
    given(agreed())
        .and(carry_out(1, "2015-06-01"))
        .when(replan("2015-07-31", "2015-06-20"))
        .then_refused(&Refusal::AlreadyDone {
            what: "carrying out this action",
            on: day("2015-06-01"),
        });
}

#[test]
fn only_what_was_agreed_is_carried_out_and_once() {
    given(agreed())
        .when(carry_out(2, "2015-06-01"))
        .then_refused(&LearningFault::NoSuchAction(ActionNumber(2)).into());
    given(agreed())
        .when(carry_out(1, "2015-04-19"))
        .then_refused(&Refusal::BeforeItCould {
            what: "carrying out the action",
            on: day("2015-04-19"),
            earliest: "the agreement",
            earliest_on: day("2015-04-20"),
        });
    given(agreed())
        .and(carry_out(1, "2015-04-20"))
        .when(carry_out(1, "2015-06-02"))
        .then_refused(&Refusal::AlreadyDone {
            what: "carrying out this action",
            on: day("2015-04-20"),
        });
}

#[test]
fn an_action_is_closed_by_somebody_else_than_its_owner_and_whoever_reported_it() {
    let (owner, other) = (fixture::MS_HALL, fixture::MR_LEE);
    given(agreed())
        .when(close_action(other, None, "2015-06-02"))
        .then_refused(&LearningFault::NotCarriedOut(ActionNumber(1)).into());
    let done = || given(agreed()).and(carry_out(1, "2015-06-01"));
    done()
        .when(close_action(owner, None, "2015-06-02"))
        .then_refused(&LearningFault::CheckedByOwner.into());
    let reported_by_another = CarryOutAction {
        reported_by: other,
        ..carry_out(1, "2015-06-01")
    };
    given(agreed())
        .and(reported_by_another)
        .when(close_action(other, None, "2015-06-02"))
        .then_refused(&LearningFault::CheckedByReporter.into());
    let then = done().when(close_action(other, None, "2015-06-01"));
    let action = &then.after().corrective_actions[0];
    assert_eq!(action.state(), ActionState::Finished);
    done()
        .and(close_action(other, None, "2015-06-02"))
        .when(close_action(other, None, "2015-06-03"))
        .then_refused(&Refusal::AlreadyDone {
            what: "closing this action",
            on: day("2015-06-02"),
        });
}

#[test]
fn nobody_complained_about_closes_an_action() {
    let mut complaint = fixture::complaint();
    complaint.complained_about = vec![fixture::MR_LEE];
    let done = given([
        complaint.into(),
        corrective_action("2015-06-30", "2015-04-20").into(),
        carry_out(1, "2015-06-01").into(),
    ]);
    done.when(close_action(fixture::MR_LEE, None, "2015-06-02"))
        .then_refused(&crate::refusal::DecisionFault::DecidesOnThemselves.into());
}

#[test]
fn the_effect_is_looked_at_after_closing_and_again_only_where_it_was_too_early() {
    let other = fixture::MR_LEE;
    let done = || given(agreed()).and(carry_out(1, "2015-06-01"));
    done()
        .when(review(Verdict::Worked, "2015-09-01"))
        .then_refused(&LearningFault::NotClosed(ActionNumber(1)).into());
    let too_soon = LearningFault::ReviewTooSoon {
        review_on: day("2015-06-02"),
        on: day("2015-06-02"),
    };
    done()
        .when(close_action(other, Some("2015-06-02"), "2015-06-02"))
        .then_refused(&too_soon.into());
    let closed = || done().and(close_action(other, Some("2015-06-03"), "2015-06-02"));
    let case = closed().case().expect("it is recorded");
    let action = &case.corrective_actions[0];
    assert_eq!(action.state(), ActionState::ToReview);
    assert_eq!(action.review_on(), Some(day("2015-06-03")));
    let again = |on: &str| Verdict::TooEarly { again_on: day(on) };
    let too_soon = LearningFault::ReviewTooSoon {
        review_on: day("2015-09-01"),
        on: day("2015-09-01"),
    };
    closed()
        .when(review(again("2015-09-01"), "2015-09-01"))
        .then_refused(&too_soon.into());
    let looked_at = || closed().and(review(again("2015-12-01"), "2015-09-01"));
    let then = looked_at().when(review(Verdict::InPart, "2015-12-01"));
    assert_eq!(
        then.after().corrective_actions[0].state(),
        ActionState::Finished
    );
    looked_at()
        .and(review(Verdict::DidNot, "2015-12-01"))
        .when(review(Verdict::Worked, "2015-12-02"))
        .then_refused(&Refusal::AlreadyDone {
            what: "the effect of this action",
            on: day("2015-12-01"),
        });
}

#[test]
fn a_page_opens_only_where_an_action_waits_for_it() {
    let open =
        |given: crate::story::Given, action| given.case().expect("it is recorded").open_to(action);
    let none = |state| Err(LearningFault::NoneInState(state).into());
    let unasked = || given([record_complaint()]);
    for (action, state) in [
        (Action::CarryOutAction, ActionState::ToDo),
        (Action::ReplanAction, ActionState::ToDo),
        (Action::CloseAction, ActionState::ToCheck),
        (Action::ReviewImpact, ActionState::ToReview),
    ] {
        assert_eq!(open(unasked(), action), none(state), "{action:?}");
    }
    assert_eq!(open(given(agreed()), Action::CarryOutAction), Ok(()));
    let done = || given(agreed()).and(carry_out(1, "2015-06-01"));
    assert_eq!(open(done(), Action::CloseAction), Ok(()));
    // Also where no day was set for it.
    let closed = done().and(close_action(fixture::MR_LEE, None, "2015-06-02"));
    assert_eq!(open(closed, Action::ReviewImpact), Ok(()));
}
