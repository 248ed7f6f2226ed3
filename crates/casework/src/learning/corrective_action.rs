//! Corrective actions: what somebody does so that the same does not happen again, from the promise to its effect.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use statute::limits::LimitId;

use crate::action::Action;
use crate::case::Case;
use crate::clock::{Clock, ClockChange};
use crate::event::{Event, Fact};
use crate::ids::{AccountId, Sealed};
use crate::law::Law;
use crate::ombudsman::OmbudsmanCase;
use crate::refusal::{LearningFault, Refusal};
use crate::settings::Code;

/// The number of a corrective action within its case, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ActionNumber(pub u16);

/// A corrective action as it was agreed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgreedAction {
    /// Of which kind, from the authority’s list.
    pub kind: Code,
    /// What it is about, from the authority’s list of themes.
    pub themes: Vec<Code>,
    /// What is to be done, sealed.
    pub text: Sealed,
    /// The plan outside the record it belongs to, such as an improvement plan, sealed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<Sealed>,
    /// Whose it is.
    pub owner: AccountId,
    /// By when it is to be done.
    pub due_on: Date,
    /// What it comes from.
    pub origin: ActionOrigin,
}

/// What a corrective action comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ActionOrigin {
    /// The answer at Stage 1.
    LocalResolution,
    /// The adjudication, or the answer after a corporate review.
    Adjudication,
    /// A recommendation of the Review Panel.
    ReviewPanel,
    /// The Ombudsman.
    Ombudsman,
    /// None of these: somebody saw that it is needed.
    OfItself,
}

/// Another day for a corrective action.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReplannedAction {
    /// Which.
    pub action: ActionNumber,
    /// The new last day.
    pub due_on: Date,
    /// Why, sealed.
    pub reasons: Sealed,
}

/// That a corrective action was carried out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CarriedOutAction {
    /// Which.
    pub action: ActionNumber,
    /// Who reported it.
    pub reported_by: AccountId,
    /// What shows it, sealed.
    pub evidence: Sealed,
}

/// That somebody else looked at what shows that a corrective action was carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClosedAction {
    /// Which.
    pub action: ActionNumber,
    /// Who looked.
    pub checked_by: AccountId,
    /// The day by which it is looked at whether it had an effect; `None` where there is none to look for, as with an
    /// apology.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review_on: Option<Date>,
}

/// Whether a corrective action had an effect.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewedImpact {
    /// Which.
    pub action: ActionNumber,
    /// What was found.
    pub verdict: Verdict,
    /// How that is known, sealed.
    pub text: Sealed,
}

/// What was found about the effect of a corrective action.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "was", rename_all = "snake_case")]
pub enum Verdict {
    /// It worked.
    Worked,
    /// It worked in part.
    InPart,
    /// It did not.
    DidNot,
    /// It cannot be said yet.
    TooEarly {
        /// The day by which it is looked at again.
        again_on: Date,
    },
}

/// A corrective action of a case with everything that became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CorrectiveAction {
    /// Its number within the case.
    pub number: ActionNumber,
    /// When it was agreed.
    pub agreed_on: Date,
    /// What was agreed; its last day is the one planned last.
    pub agreed: AgreedAction,
    /// Each new plan, the earliest first.
    pub replanned: Vec<(Date, ReplannedAction)>,
    /// When and how it was carried out.
    pub carried_out: Option<(Date, CarriedOutAction)>,
    /// When and by whom it was closed.
    pub closed: Option<(Date, ClosedAction)>,
    /// What was found about its effect, the earliest first.
    pub impact: Vec<(Date, ReviewedImpact)>,
}

/// How far a corrective action is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ActionState {
    /// Agreed, and to be carried out.
    ToDo,
    /// Carried out, and to be looked at by somebody else.
    ToCheck,
    /// Closed, and its effect is to be looked at.
    ToReview,
    /// Nothing more is to be done about it.
    Finished,
}

impl CorrectiveAction {
    /// How far it is.
    pub fn state(&self) -> ActionState {
        if self.carried_out.is_none() {
            ActionState::ToDo
        } else if self.closed.is_none() {
            ActionState::ToCheck
        } else if self.review_on().is_some() {
            ActionState::ToReview
        } else {
            ActionState::Finished
        }
    }

    /// The day by which its effect is looked at, where that is still to be done.
    pub fn review_on(&self) -> Option<Date> {
        let (_, closed) = self.closed.as_ref()?;
        match self.impact.last() {
            None => closed.review_on,
            Some((_, reviewed)) => match reviewed.verdict {
                Verdict::TooEarly { again_on } => Some(again_on),
                Verdict::Worked | Verdict::InPart | Verdict::DidNot => None,
            },
        }
    }

    /// The last verdict on its effect.
    pub fn verdict(&self) -> Option<Verdict> {
        self.impact.last().map(|(_, reviewed)| reviewed.verdict)
    }
}

impl ActionState {
    /// Every state, in order.
    pub const ALL: [Self; 4] = [Self::ToDo, Self::ToCheck, Self::ToReview, Self::Finished];

    /// The words a page shows.
    pub const fn label(self) -> &'static str {
        match self {
            Self::ToDo => "To be carried out",
            Self::ToCheck => "To be checked by somebody else",
            Self::ToReview => "Closed, effect to be looked at",
            Self::Finished => "Finished",
        }
    }
}

impl ActionOrigin {
    /// Every origin, in the order a form lists them.
    pub const ALL: [Self; 5] = [
        Self::LocalResolution,
        Self::Adjudication,
        Self::ReviewPanel,
        Self::Ombudsman,
        Self::OfItself,
    ];

    /// The words a page shows.
    pub const fn label(self) -> &'static str {
        match self {
            Self::LocalResolution => "The Stage 1 answer",
            Self::Adjudication => "The Stage 2 answer",
            Self::ReviewPanel => "The Review Panel’s report",
            Self::Ombudsman => "The Ombudsman",
            Self::OfItself => "None of these: it was seen that it is needed",
        }
    }

    /// The code that forms use.
    pub const fn code(self) -> &'static str {
        match self {
            Self::LocalResolution => "local_resolution",
            Self::Adjudication => "adjudication",
            Self::ReviewPanel => "review_panel",
            Self::Ombudsman => "ombudsman",
            Self::OfItself => "of_itself",
        }
    }

    /// Whether the case has what the action is said to come from.
    pub fn is_in(self, case: &Case) -> bool {
        match self {
            Self::LocalResolution => case
                .local_resolution
                .as_ref()
                .is_some_and(|stage| stage.answered.is_some() || !stage.earlier.is_empty()),
            Self::Adjudication => case
                .investigation
                .as_ref()
                .is_some_and(|stage| stage.answered.is_some() || !stage.earlier.is_empty()),
            Self::ReviewPanel => case
                .review_panel
                .as_ref()
                .is_some_and(|panel| panel.reported_on.is_some()),
            Self::Ombudsman => !case.ombudsman.is_empty(),
            Self::OfItself => true,
        }
    }
}

impl Verdict {
    /// The words a page shows.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Worked => "It worked",
            Self::InPart => "It worked in part",
            Self::DidNot => "It did not work",
            Self::TooEarly { .. } => "It is too early to say",
        }
    }
}

impl Case {
    /// The corrective action with a number.
    ///
    /// # Errors
    ///
    /// [`LearningFault::NoSuchAction`].
    pub(super) fn corrective_action(
        &self,
        number: ActionNumber,
    ) -> Result<&CorrectiveAction, Refusal> {
        let mut actions = self.corrective_actions.iter();
        let action = actions.find(|action| action.number == number);
        Ok(action.ok_or(LearningFault::NoSuchAction(number))?)
    }

    /// Refuses what is for corrective actions in a state where no action is in it.
    pub(crate) fn has_a_corrective_action(
        &self,
        state: ActionState,
        asked: Action,
    ) -> Result<(), Refusal> {
        self.complaint(asked.label())?;
        let mut actions = self.corrective_actions.iter();
        if actions.any(|action| action.state() == state) {
            Ok(())
        } else {
            Err(LearningFault::NoneInState(state).into())
        }
    }

    /// Refuses a review of the effect where no action is closed without a verdict. A review may come where no day was
    /// set for it.
    pub(crate) fn has_an_effect_to_review(&self, asked: Action) -> Result<(), Refusal> {
        let mut actions = self.corrective_actions.iter();
        let unset = |action: &CorrectiveAction| action.closed.is_some() && action.impact.is_empty();
        if actions.any(unset) {
            self.complaint(asked.label())
        } else {
            self.has_a_corrective_action(ActionState::ToReview, asked)
        }
    }

    /// What an event does to the clock of what was agreed. There is one for everything, and it shows the earliest day
    /// outstanding, of corrective actions and of what the Ombudsman recommended.
    ///
    /// Source: council policy (D-ACTION).
    pub(crate) fn agreed_actions_clock(
        &self,
        law: &Law<'_>,
        on: Date,
        event: &Event,
    ) -> Result<Vec<ClockChange>, Refusal> {
        let limit = LimitId::AgreedAction;
        let mut after = self.clone();
        after.evolve(&Fact::new(on, event.clone()));
        let next = after.next_agreed_action_due();
        let running = self.clocks.running_of(limit).map(Clock::due_on);
        let mut clocks = Vec::new();
        if next == running {
            return Ok(clocks);
        }
        if running.is_some() {
            let done = matches!(
                event,
                Event::ActionCarriedOut(_) | Event::OmbudsmanRemedyDone { .. }
            );
            clocks.push(if done {
                ClockChange::Met { limit, on }
            } else {
                ClockChange::Stopped { limit, on }
            });
        }
        if let Some(due_on) = next {
            clocks.push(law.start(limit, due_on)?);
        }
        Ok(clocks)
    }

    /// The earliest day by which a corrective action is to be done, or something the Ombudsman recommended.
    pub(crate) fn next_agreed_action_due(&self) -> Option<Date> {
        let remedies = self.ombudsman.iter();
        remedies
            .filter_map(OmbudsmanCase::next_remedy_due)
            .chain(self.next_corrective_action_due())
            .min()
    }

    /// The earliest day by which a corrective action is to be done.
    pub(crate) fn next_corrective_action_due(&self) -> Option<Date> {
        let to_do = self.corrective_actions.iter();
        to_do
            .filter(|action| action.state() == ActionState::ToDo)
            .map(|action| action.agreed.due_on)
            .min()
    }

    /// Copies a fact about a corrective action.
    pub(crate) fn evolve_learning(&mut self, fact: &Fact) {
        let on = fact.on;
        if let Event::ActionAgreed(agreed) = &fact.event {
            let number = u16::try_from(self.corrective_actions.len() + 1).unwrap_or(u16::MAX);
            self.corrective_actions.push(CorrectiveAction {
                number: ActionNumber(number),
                agreed_on: on,
                agreed: AgreedAction::clone(agreed),
                replanned: Vec::new(),
                carried_out: None,
                closed: None,
                impact: Vec::new(),
            });
        } else if let Event::ActionReplanned(replanned) = &fact.event {
            if let Some(action) = self.corrective_action_mut(replanned.action) {
                action.agreed.due_on = replanned.due_on;
                action.replanned.push((on, replanned.clone()));
            }
        } else if let Event::ActionCarriedOut(carried_out) = &fact.event {
            if let Some(action) = self.corrective_action_mut(carried_out.action) {
                action.carried_out = Some((on, carried_out.clone()));
            }
        } else if let Event::ActionClosed(closed) = &fact.event {
            if let Some(action) = self.corrective_action_mut(closed.action) {
                action.closed = Some((on, *closed));
            }
        } else if let Event::ImpactReviewed(reviewed) = &fact.event
            && let Some(action) = self.corrective_action_mut(reviewed.action)
        {
            action.impact.push((on, reviewed.clone()));
        }
    }

    fn corrective_action_mut(&mut self, number: ActionNumber) -> Option<&mut CorrectiveAction> {
        let mut actions = self.corrective_actions.iter_mut();
        actions.find(|action| action.number == number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::action::Command;
    use crate::closure::Withdraw;
    use crate::learning::{CarryOutAction, CloseAction, ReplanAction, ReviewImpact};
    use crate::ombudsman::{
        OmbudsmanRemedy, RecordOmbudsmanCase, RecordOmbudsmanDecision, RecordRemedyDone,
        RemedyNumber,
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
        let open = |given: crate::story::Given, action| {
            given.case().expect("it is recorded").open_to(action)
        };
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
}
