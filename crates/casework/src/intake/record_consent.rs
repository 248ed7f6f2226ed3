//! Record a child's agreement to being complained for.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use statute::procedure::Standing;

use crate::case::Case;
use crate::event::{Event, Fact};
use crate::ids::{PersonId, Sealed};
use crate::law::Law;
use crate::people::Complainant;
use crate::refusal::{DecisionFault, NotYet, Refusal};

/// Record whether a child agrees to somebody complaining for them, or that nobody's agreement is
/// needed.
///
/// Source: practice that councils share, after the Ombudsman's guide for practitioners (2021); no age is
/// set by law. It keeps no complaint from being considered, says nothing of whether the person may
/// complain, and gives no access to anything about the child: those are decided apart.
#[derive(Clone, Debug)]
pub struct RecordConsent {
    /// What is recorded.
    pub recorded: ConsentRecorded,
    /// The day it was said.
    pub on: Date,
}

/// A child's agreement to being complained for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsentRecorded {
    /// Who complains.
    pub complainant: PersonId,
    /// For which child.
    pub child: PersonId,
    /// What the child said, or that it was not asked.
    pub answer: ConsentAnswer,
    /// On what its weight rests.
    pub basis: ConsentBasis,
    /// How far it reaches, sealed.
    pub scope: Option<Sealed>,
}

/// What a child said to being complained for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConsentAnswer {
    /// The child agrees.
    Agrees,
    /// The child does not agree.
    DoesNotAgree,
    /// The child takes back that it agreed.
    TakesBack,
    /// It was not asked, because the person complains in their own right.
    NotNeeded,
}

impl ConsentAnswer {
    /// Every answer, in the order a form lists them.
    pub const ALL: [Self; 4] = [
        Self::Agrees,
        Self::DoesNotAgree,
        Self::TakesBack,
        Self::NotNeeded,
    ];

    /// The words a page shows.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Agrees => "The child agrees",
            Self::DoesNotAgree => "The child does not agree",
            Self::TakesBack => "The child takes the agreement back",
            Self::NotNeeded => "Not needed: the person complains in their own right",
        }
    }

    /// The code that forms use.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Agrees => "agrees",
            Self::DoesNotAgree => "does_not_agree",
            Self::TakesBack => "takes_back",
            Self::NotNeeded => "not_needed",
        }
    }
}

/// On what the weight of a child's word rests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConsentBasis {
    /// Under sixteen and competent to decide this.
    GillickCompetent,
    /// Under sixteen and not competent to decide this.
    NotGillickCompetent,
    /// Sixteen or over and able to decide, as the Mental Capacity Act presumes.
    HasCapacity,
    /// Sixteen or over and found unable to decide this.
    LacksCapacity,
    /// The person complains in their own right.
    OwnRight,
}

impl ConsentBasis {
    /// Every basis, in the order a form lists them.
    pub const ALL: [Self; 5] = [
        Self::GillickCompetent,
        Self::NotGillickCompetent,
        Self::HasCapacity,
        Self::LacksCapacity,
        Self::OwnRight,
    ];

    /// The words a page shows.
    pub const fn label(self) -> &'static str {
        match self {
            Self::GillickCompetent => "Under 16, and understands enough to decide this (Gillick)",
            Self::NotGillickCompetent => "Under 16, and does not understand enough to decide this",
            Self::HasCapacity => "16 or over (Mental Capacity Act 2005: presumed able)",
            Self::LacksCapacity => "16 or over, and found unable to decide this",
            Self::OwnRight => "The person complains in their own right",
        }
    }

    /// The code that forms use.
    pub const fn code(self) -> &'static str {
        match self {
            Self::GillickCompetent => "gillick_yes",
            Self::NotGillickCompetent => "gillick_no",
            Self::HasCapacity => "mca_capable",
            Self::LacksCapacity => "mca_lacks",
            Self::OwnRight => "not_needed_own_right",
        }
    }
}

impl RecordConsent {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when agreement is asked for somebody who needs none, or waived for somebody who has
    /// no right of their own; for people who are not in the case; for taking back what was not given;
    /// or for an impossible day.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        case.complaint("recording a child’s agreement")?;
        case.still_open()?;
        law.happened("the agreement", self.on, ("the receipt", case.received_on))?;
        let recorded = &self.recorded;
        let representation = &case.representation;
        let complainant = representation
            .complainants
            .iter()
            .find(|one| one.person == recorded.complainant)
            .ok_or(Refusal::Decision(DecisionFault::NotInThisCase(
                "this complainant",
            )))?;
        if !representation
            .children
            .iter()
            .any(|child| child.person == recorded.child)
        {
            return Err(Refusal::Decision(DecisionFault::NotInThisCase(
                "this child",
            )));
        }
        let not_needed = (
            recorded.answer == ConsentAnswer::NotNeeded,
            recorded.basis == ConsentBasis::OwnRight,
        );
        match (in_their_own_right(complainant, recorded.child), not_needed) {
            (true, (true, true)) | (false, (false, false)) => {}
            (true, _) => return Err(Refusal::Decision(DecisionFault::ConsentNotNeeded)),
            (false, _) => return Err(Refusal::Decision(DecisionFault::ConsentNeeded)),
        }
        if recorded.answer == ConsentAnswer::TakesBack
            && case
                .consent(recorded.complainant, recorded.child)
                .is_none_or(|(_, before)| before.answer != ConsentAnswer::Agrees)
        {
            return Err(Refusal::NotYet(NotYet::Agreed));
        }
        Ok(vec![Fact::new(
            self.on,
            Event::ConsentRecorded(recorded.clone()),
        )])
    }
}

/// Whether somebody complains by a right of their own: whoever the Act names, and a child for itself.
pub fn in_their_own_right(complainant: &Complainant, child: PersonId) -> bool {
    complainant.person == child
        || complainant
            .ground
            .is_some_and(|ground| ground.standing() == Standing::Named)
}

impl Case {
    /// The latest word on whether a child agrees to somebody complaining for them.
    pub fn consent(
        &self,
        complainant: PersonId,
        child: PersonId,
    ) -> Option<&(Date, ConsentRecorded)> {
        let about = |recorded: &ConsentRecorded| {
            recorded.complainant == complainant && recorded.child == child
        };
        self.consents
            .iter()
            .rev()
            .find(|(_, recorded)| about(recorded))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::action::Command;
    use crate::intake::RecordComplaint;
    use crate::story::{day, fixture, given, record_complaint, respond};
    use statute::procedure::LegalGround;

    fn by(ground: LegalGround) -> Command {
        let mut complaint: RecordComplaint = fixture::complaint();
        complaint.complainants[0].ground = Some(ground);
        complaint.into()
    }

    fn consent(answer: ConsentAnswer, basis: ConsentBasis) -> RecordConsent {
        let complaint = fixture::complaint();
        RecordConsent {
            recorded: ConsentRecorded {
                complainant: complaint.complainants[0].person,
                child: complaint.children[0].person,
                answer,
                basis,
                scope: None,
            },
            on: day("2015-03-30"),
        }
    }

    #[test]
    fn a_parent_needs_no_agreement_of_the_child() {
        given([record_complaint()])
            .when(consent(
                ConsentAnswer::Agrees,
                ConsentBasis::GillickCompetent,
            ))
            .then_refused(&Refusal::Decision(DecisionFault::ConsentNotNeeded));
        given([record_complaint()])
            .when(consent(ConsentAnswer::NotNeeded, ConsentBasis::OwnRight))
            .then_accepted();
    }

    #[test]
    fn somebody_without_a_right_of_their_own_is_asked_about() {
        given([by(LegalGround::Other)])
            .when(consent(
                ConsentAnswer::Agrees,
                ConsentBasis::GillickCompetent,
            ))
            .then_accepted();
        given([by(LegalGround::Other)])
            .when(consent(ConsentAnswer::NotNeeded, ConsentBasis::OwnRight))
            .then_refused(&Refusal::Decision(DecisionFault::ConsentNeeded));
    }

    #[test]
    fn a_child_that_does_not_agree_keeps_no_complaint_from_being_answered() {
        for answer in [ConsentAnswer::DoesNotAgree, ConsentAnswer::TakesBack] {
            let mut history = vec![by(LegalGround::Other)];
            if answer == ConsentAnswer::TakesBack {
                history.push(consent(ConsentAnswer::Agrees, ConsentBasis::HasCapacity).into());
            }
            history.push(consent(answer, ConsentBasis::HasCapacity).into());
            given(history).when(respond("2015-04-13")).then_accepted();
        }
    }

    #[test]
    fn only_what_was_given_is_taken_back() {
        let takes_back = || consent(ConsentAnswer::TakesBack, ConsentBasis::HasCapacity);
        given([by(LegalGround::Other)])
            .when(takes_back())
            .then_refused(&Refusal::NotYet(NotYet::Agreed));
        given([
            by(LegalGround::Other),
            consent(ConsentAnswer::Agrees, ConsentBasis::HasCapacity).into(),
        ])
        .when(takes_back())
        .then_accepted();
    }

    #[test]
    fn the_people_are_those_of_the_case() {
        let mut stranger = consent(ConsentAnswer::NotNeeded, ConsentBasis::OwnRight);
        stranger.recorded.complainant = fixture::MS_OKAFOR;
        given([record_complaint()])
            .when(stranger)
            .then_refused(&Refusal::Decision(DecisionFault::NotInThisCase(
                "this complainant",
            )));
        let mut stranger = consent(ConsentAnswer::NotNeeded, ConsentBasis::OwnRight);
        stranger.recorded.child = fixture::MS_OKAFOR;
        given([record_complaint()])
            .when(stranger)
            .then_refused(&Refusal::Decision(DecisionFault::NotInThisCase(
                "this child",
            )));
    }
}
