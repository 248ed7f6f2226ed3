//! Agree a corrective action.

use jiff::civil::Date;

use super::AgreedAction;
use crate::case::Case;
use crate::event::{Event, Fact};
use crate::law::Law;
use crate::refusal::{LearningFault, Refusal};
use crate::settings::Settings;

/// Agree what somebody does by a day, so that the same does not happen again. Possible at any stage and after the
/// case is closed.
///
/// Source: council policy; the record names "any action to be taken" (SI 2006/1738 reg 13(1)).
#[derive(Clone, Debug)]
pub struct AgreeAction {
    /// What is agreed.
    pub agreed: AgreedAction,
    /// The day.
    pub on: Date,
}

impl AgreeAction {
    /// Decides and changes nothing. Starts D-ACTION, or moves it to the earlier day.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when it is no complaint, the kind or a theme is not in the authority's list, there is no theme,
    /// the owner is complained about, the case has not what it is said to come from or to answer, or a day is
    /// impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        case.complaint("a corrective action")?;
        law.happened("the agreement", self.on, ("the receipt", case.received_on))?;
        let agreed = &self.agreed;
        let lists = &law.settings.learning;
        Settings::listed(
            "kinds of corrective action",
            &lists.action_kinds,
            &agreed.kind,
        )?;
        if agreed.themes.is_empty() {
            return Err(LearningFault::NoTheme.into());
        }
        for theme in &agreed.themes {
            Settings::listed("themes", &lists.themes, theme)?;
        }
        let complained_about = &case.representation.complained_about;
        if complained_about.contains(&agreed.owner) {
            return Err(LearningFault::OwnerComplainedAbout.into());
        }
        if !agreed.origin.is_in(case) {
            return Err(LearningFault::OriginMissing(agreed.origin).into());
        }
        if let Some(answers) = agreed.answers {
            if !case.recommended().contains(&answers) {
                return Err(LearningFault::NotRecommended(answers).into());
            }
            if answers.origin() != agreed.origin {
                return Err(LearningFault::RecommendedElsewhere(answers).into());
            }
        }
        if agreed.due_on < self.on {
            return Err(Refusal::BeforeItCould {
                what: "the last day for the action",
                on: agreed.due_on,
                earliest: "the agreement",
                earliest_on: self.on,
            });
        }
        let event = Event::ActionAgreed(Box::new(agreed.clone()));
        Ok(vec![Fact {
            on: self.on,
            clocks: case.agreed_actions_clock(law, self.on, &event)?,
            event,
        }])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::learning::{ActionOrigin, Recommended};
    use crate::review_panel::RecommendationNumber;
    use crate::story::{corrective_action, given, panel_reported};

    fn answers(recommended: Recommended, origin: ActionOrigin) -> AgreeAction {
        let mut agree = corrective_action("2015-12-01", "2015-09-30");
        agree.agreed.origin = origin;
        agree.agreed.answers = Some(recommended);
        agree
    }

    #[test]
    fn an_action_names_the_recommendation_it_answers_and_the_others_are_pointed_at() {
        let first = Recommended::ReviewPanel(RecommendationNumber(1));
        let before = given(panel_reported()).case().expect("it is recorded");
        assert!(before.recommendations_without_an_action().contains(&first));
        let after = given(panel_reported())
            .when(answers(first, ActionOrigin::ReviewPanel))
            .after();
        assert!(!after.recommendations_without_an_action().contains(&first));
    }

    #[test]
    fn an_action_answers_no_recommendation_that_was_not_made_and_comes_from_where_it_was_made() {
        let made = Recommended::ReviewPanel(RecommendationNumber(1));
        let never_made = Recommended::ReviewPanel(RecommendationNumber(99));
        given(panel_reported())
            .when(answers(never_made, ActionOrigin::ReviewPanel))
            .then_refused(&LearningFault::NotRecommended(never_made).into());
        given(panel_reported())
            .when(answers(made, ActionOrigin::OfItself))
            .then_refused(&LearningFault::RecommendedElsewhere(made).into());
    }
}
