//! Record the Ombudsman's decision.

use jiff::civil::Date;

use super::{OmbudsmanDecision, OmbudsmanVocabulary};
use crate::case::Case;
use crate::event::{Event, Fact};
use crate::law::Law;
use crate::refusal::{NotYet, Refusal};
use crate::settings::{Code, Settings};

/// Record what the Ombudsman decided, in the words of the time.
#[derive(Clone, Debug)]
pub struct RecordOmbudsmanDecision {
    /// The decision, from the authority's list.
    pub decision: Code,
    /// The day of the decision.
    pub on: Date,
}

impl RecordOmbudsmanDecision {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when no Ombudsman case is open, the decision is not in the list, or the day is
    /// impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        let open = case
            .ombudsman
            .iter()
            .find(|ombudsman| ombudsman.decided.is_none());
        let open = open.ok_or(Refusal::NotYet(NotYet::WithTheOmbudsman))?;
        law.happened(
            "the Ombudsman's decision",
            self.on,
            ("the Ombudsman's letter", open.opened_on),
        )?;
        Settings::listed(
            "ombudsman_decisions",
            &law.settings.ombudsman_decisions,
            &self.decision,
        )?;
        let decision = OmbudsmanDecision {
            decision: self.decision.clone(),
            vocabulary: OmbudsmanVocabulary::on(self.on),
        };
        Ok(vec![Fact::new(self.on, Event::OmbudsmanDecided(decision))])
    }
}
