//! Which recommendation a corrective action answers, and which recommendations none answers.

use serde::{Deserialize, Serialize};

use super::ActionOrigin;
use crate::case::Case;
use crate::ombudsman::RemedyNumber;
use crate::review_panel::{RecommendationAnswer, RecommendationDecision, RecommendationNumber};

/// A recommendation that a corrective action can answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "of", content = "number", rename_all = "snake_case")]
pub enum Recommended {
    /// Of the Investigating Officer's report.
    Investigation(RecommendationNumber),
    /// Of the Review Panel's report.
    ReviewPanel(RecommendationNumber),
    /// Of the Ombudsman's latest decision.
    Ombudsman(RemedyNumber),
}

impl Recommended {
    /// What an action that answers it comes from.
    pub const fn origin(self) -> ActionOrigin {
        match self {
            Self::Investigation(_) => ActionOrigin::Adjudication,
            Self::ReviewPanel(_) => ActionOrigin::ReviewPanel,
            Self::Ombudsman(_) => ActionOrigin::Ombudsman,
        }
    }

    /// The words a page shows.
    pub fn label(self) -> String {
        match self {
            Self::Investigation(number) => {
                format!("Recommendation {} of the investigation", number.0)
            }
            Self::ReviewPanel(number) => {
                format!("Recommendation {} of the Review Panel", number.0)
            }
            Self::Ombudsman(number) => format!("Remedy {} of the Ombudsman", number.0),
        }
    }

    /// The code that forms use.
    pub fn code(self) -> String {
        match self {
            Self::Investigation(number) => format!("investigation-{}", number.0),
            Self::ReviewPanel(number) => format!("review_panel-{}", number.0),
            Self::Ombudsman(number) => format!("ombudsman-{}", number.0),
        }
    }
}

impl Case {
    /// Everything that was recommended in this case, in the order of the stages. What the investigation recommends counts
    /// once the adjudication has decided about it.
    pub fn recommended(&self) -> Vec<Recommended> {
        let second = self.investigation.as_ref();
        let officer = second.and_then(|stage| stage.officer_report.as_ref());
        let officer = officer.into_iter().flat_map(|(_, report)| {
            let all = report.recommendations.iter();
            all.map(|each| Recommended::Investigation(each.number))
        });
        let third = self.review_panel.as_ref();
        let panel = third.and_then(|panel| panel.report.as_ref());
        let panel = panel.into_iter().flat_map(|report| {
            let all = report.recommendations.iter();
            all.map(|each| Recommended::ReviewPanel(each.number))
        });
        let ombudsman = self.ombudsman.last();
        let decided = ombudsman.and_then(|ombudsman| ombudsman.decided.as_ref());
        let ombudsman = decided.into_iter().flat_map(|(_, decision)| {
            let all = decision.remedies.iter();
            all.map(|each| Recommended::Ombudsman(each.number))
        });
        let all = officer.chain(panel).chain(ombudsman);
        all.filter(|recommended| recommended.origin().is_in(self))
            .collect()
    }

    /// What was recommended, is not rejected, and no corrective action answers.
    ///
    /// Source: council policy: somebody owns every recommendation.
    /// Reading: what the Ombudsman recommends is followed up as a remedy already, so nothing is missing of it.
    pub fn recommendations_without_an_action(&self) -> Vec<Recommended> {
        let answered = |recommended: &Recommended| {
            let mut actions = self.corrective_actions.iter();
            actions.any(|action| action.agreed.answers == Some(*recommended))
        };
        let followed = |recommended: &Recommended| match recommended {
            Recommended::Investigation(number) => {
                let stage = self.investigation.as_ref();
                let answered = stage.and_then(|stage| stage.answered.as_ref());
                let adjudication = answered.and_then(|(_, sent)| sent.adjudication.as_ref());
                let decisions = adjudication.map(|adjudication| adjudication.decisions.as_slice());
                !is_rejected(decisions, *number)
            }
            Recommended::ReviewPanel(number) => {
                let panel = self.review_panel.as_ref();
                let response = panel.and_then(|panel| panel.response.as_ref());
                let decisions = response.map(|response| response.decisions.as_slice());
                !is_rejected(decisions, *number)
            }
            Recommended::Ombudsman(_) => false,
        };
        let mut missing = self.recommended();
        missing.retain(|recommended| followed(recommended) && !answered(recommended));
        missing
    }
}

fn is_rejected(decisions: Option<&[RecommendationDecision]>, number: RecommendationNumber) -> bool {
    let mut decisions = decisions.unwrap_or_default().iter();
    decisions.any(|decision| {
        decision.recommendation == number && decision.answer == RecommendationAnswer::Rejected
    })
}
