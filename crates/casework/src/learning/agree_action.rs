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
    /// the owner is complained about, the case has not what it is said to come from, or a day is impossible.
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
