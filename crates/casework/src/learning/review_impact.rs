//! Look at the effect of a corrective action.

use jiff::civil::Date;

use super::{ActionNumber, ReviewedImpact, Verdict};
use crate::case::Case;
use crate::event::{Event, Fact};
use crate::ids::Sealed;
use crate::law::Law;
use crate::refusal::{LearningFault, Refusal};

/// Look whether a corrective action that is closed had the effect it was meant to have. Possible before the day that
/// was set, and where none was set; and again only where it was too early to say.
///
/// Source: council policy: what actions changed was not assessed.
#[derive(Clone, Debug)]
pub struct ReviewImpact {
    /// Which.
    pub action: ActionNumber,
    /// What was found.
    pub verdict: Verdict,
    /// How that is known.
    pub text: Sealed,
    /// The day of the review.
    pub on: Date,
}

impl ReviewImpact {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when there is no such action, it is not closed, a verdict was given before, or a day is
    /// impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        let action = case.corrective_action(self.action)?;
        let Some((closed_on, _)) = &action.closed else {
            return Err(LearningFault::NotClosed(self.action).into());
        };
        let earlier = match action.impact.last() {
            None => ("closing the action", *closed_on),
            Some((on, before)) => match before.verdict {
                Verdict::TooEarly { .. } => ("the review before", *on),
                Verdict::Worked | Verdict::InPart | Verdict::DidNot => {
                    return Err(Refusal::AlreadyDone {
                        what: "the effect of this action",
                        on: *on,
                    });
                }
            },
        };
        law.happened("the review", self.on, earlier)?;
        if let Verdict::TooEarly { again_on } = self.verdict
            && again_on <= self.on
        {
            return Err(LearningFault::ReviewTooSoon {
                review_on: again_on,
                on: self.on,
            }
            .into());
        }
        let event = Event::ImpactReviewed(ReviewedImpact {
            action: self.action,
            verdict: self.verdict,
            text: self.text.clone(),
        });
        Ok(vec![Fact::new(self.on, event)])
    }
}
