//! Move a complaint to the other procedure.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use statute::limits::LimitId;
use statute::procedure::LegalGround;

use super::Procedure;
use super::decide_interest::relies_on_interest;
use crate::case::Case;
use crate::clock::ClockChange;
use crate::event::{Event, Fact};
use crate::ids::{AccountId, PersonId, Sealed};
use crate::law::Law;
use crate::people::Complainant;
use crate::refusal::{DecisionFault, Refusal};

/// Handle a complaint under the other procedure from now on, and tell the complainant why.
///
/// Source: the Ombudsman's decisions: a matter accepted at Stage 1 of the statutory procedure keeps its
/// further stages. A corporate complaint found to be statutory can move at any time: its receipt and
/// its clocks stay, and the statutory clocks run from the days the Regulations count from.
/// Reading: a complaint is accepted at Stage 1 when it is acknowledged, or answered without.
#[derive(Clone, Debug)]
pub struct ChangeProcedure {
    /// The procedure from now on.
    pub to: Procedure,
    /// The reasons.
    pub reasons: Sealed,
    /// Who decided.
    pub decided_by: AccountId,
    /// When the complainant was told.
    pub told_on: Date,
    /// On what ground each complainant may use the statutory procedure, where not known before.
    pub grounds: Vec<GroundFound>,
    /// The day it was decided.
    pub on: Date,
}

/// A move to the other procedure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProcedureChanged {
    /// The procedure from then on.
    pub to: Procedure,
    /// The reasons, sealed.
    pub reasons: Sealed,
    /// Who decided.
    pub decided_by: AccountId,
    /// When the complainant was told.
    pub told_on: Date,
    /// The grounds found with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub grounds: Vec<GroundFound>,
    /// Whether a corporate review that was answered is followed by an investigation.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub reopens: bool,
}

/// The ground on which a complainant may use the statutory procedure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroundFound {
    /// The complainant.
    pub person: PersonId,
    /// The ground.
    pub ground: LegalGround,
}

impl ChangeProcedure {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when it is under that procedure already, was accepted as statutory, left the
    /// procedure, a complainant has no ground, the decider is complained about, or a day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        case.complaint("moving to the other procedure")?;
        if case.departure.is_some() || self.to == Procedure::Corporate {
            case.still_running()?;
        }
        if case.procedure() == Some(self.to) {
            return Err(Refusal::Decision(DecisionFault::SameProcedure(self.to)));
        }
        case.not_wholly_deferred()?;
        if case
            .representation
            .complained_about
            .contains(&self.decided_by)
        {
            return Err(Refusal::Decision(DecisionFault::DecidesOnThemselves));
        }
        law.happened("the move", self.on, ("the receipt", case.received_on))?;
        law.happened(
            "telling the complainant",
            self.told_on,
            ("the move", self.on),
        )?;
        let (mut clocks, reopens) = match self.to {
            Procedure::ChildrenAct => self.to_statutory(case, law)?,
            Procedure::Corporate => (to_corporate(case, law, self.on)?, false),
        };
        clocks.extend(case.taken_up_again(self.on));
        Ok(vec![Fact {
            on: self.on,
            event: Event::ProcedureChanged(ProcedureChanged {
                to: self.to,
                reasons: self.reasons.clone(),
                decided_by: self.decided_by,
                told_on: self.told_on,
                grounds: self.grounds.clone(),
                reopens,
            }),
            clocks,
        }])
    }

    fn to_statutory(
        &self,
        case: &Case,
        law: &Law<'_>,
    ) -> Result<(Vec<ClockChange>, bool), Refusal> {
        let complainants = self.with_grounds(&case.representation.complainants)?;
        let mut clocks = vec![law.start(LimitId::LocalResolution, case.received_on)?];
        let answered_on = case
            .local_resolution
            .as_ref()
            .and_then(|stage| stage.answered.as_ref())
            .map(|(on, _)| *on);
        let limit = LimitId::LocalResolution;
        let Some(review) = &case.investigation else {
            match answered_on {
                Some(on) => {
                    clocks.push(ClockChange::Met { limit, on });
                    clocks.push(law.start(LimitId::InvestigationRequest, self.told_on)?);
                }
                None if complainants.iter().any(relies_on_interest) => {
                    clocks.push(law.start(LimitId::SufficientInterest, case.received_on)?);
                }
                None => {}
            }
            return Ok((clocks, false));
        };
        clocks.push(match answered_on {
            Some(on) => ClockChange::Met { limit, on },
            None => ClockChange::Stopped {
                limit,
                on: review.requested_on,
            },
        });
        // Nobody independent took part in a corporate review, so it is no Stage 2 under the Regulations.
        let reopens = review.answered.is_some();
        let from = if reopens {
            self.on
        } else {
            review.requested_on
        };
        clocks.push(law.start(LimitId::InvestigationFromRequest, from)?);
        Ok((clocks, reopens))
    }

    fn with_grounds(&self, complainants: &[Complainant]) -> Result<Vec<Complainant>, Refusal> {
        for found in &self.grounds {
            if !complainants.iter().any(|one| one.person == found.person) {
                return Err(Refusal::Decision(DecisionFault::NotInThisCase(
                    "this complainant",
                )));
            }
        }
        let mut complainants = complainants.to_vec();
        apply(&mut complainants, &self.grounds);
        match complainants.iter().position(|one| one.ground.is_none()) {
            Some(index) => Err(Refusal::NoGround(index + 1)),
            None => Ok(complainants),
        }
    }
}

fn to_corporate(case: &Case, law: &Law<'_>, on: Date) -> Result<Vec<ClockChange>, Refusal> {
    if let Some(on) = case.accepted_as_statutory() {
        return Err(Refusal::Decision(DecisionFault::AcceptedAsStatutory(on)));
    }
    let mut clocks: Vec<_> = [
        LimitId::Acknowledgement,
        LimitId::LocalResolution,
        LimitId::SufficientInterest,
    ]
    .into_iter()
    .filter(|limit| case.clocks.running_of(*limit).is_some())
    .map(|limit| ClockChange::Stopped { limit, on })
    .collect();
    clocks.push(law.start(LimitId::CorporateAcknowledgement, case.received_on)?);
    Ok(clocks)
}

fn apply(complainants: &mut [Complainant], grounds: &[GroundFound]) {
    for found in grounds {
        for complainant in complainants.iter_mut() {
            if complainant.person == found.person {
                complainant.ground = Some(found.ground);
            }
        }
    }
}

impl Case {
    /// When the complaint was accepted at Stage 1 of the statutory procedure: acknowledged, or answered
    /// or taken further without.
    pub fn accepted_as_statutory(&self) -> Option<Date> {
        if self.procedure() != Some(Procedure::ChildrenAct) {
            return None;
        }
        let answered = self
            .local_resolution
            .as_ref()
            .and_then(|stage| stage.answered.as_ref().or(stage.earlier.first()));
        let requested = self.investigation.as_ref().map(|stage| stage.requested_on);
        self.acknowledged_on
            .or(answered.map(|(on, _)| *on))
            .or(requested)
    }

    pub(crate) fn change_procedure(&mut self, on: Date, changed: &ProcedureChanged) {
        let before = self.representation.procedure.replace(changed.to);
        self.earlier_procedures
            .extend(before.map(|before| (on, before)));
        apply(&mut self.representation.complainants, &changed.grounds);
        if changed.to == Procedure::ChildrenAct {
            self.closed = None;
        }
        if let Some(investigation) = &mut self.investigation
            && changed.to == Procedure::ChildrenAct
        {
            // Whoever reviewed is no investigator.
            investigation.reviewer = None;
        }
        if let Some(investigation) = self.investigation.as_mut().filter(|_| changed.reopens) {
            investigation.earlier.extend(investigation.answered.take());
            investigation.counted_from = Some(on);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::action::Command;
    use crate::intake::RecordComplaint;
    use crate::story::{
        acknowledge, close, corporate_complaint, day, fixture, given, record_complaint,
        request_investigation, respond,
    };

    fn change(to: Procedure, on: &str) -> ChangeProcedure {
        ChangeProcedure {
            to,
            reasons: fixture::sealed(93),
            decided_by: fixture::MS_HALL,
            told_on: day(on),
            grounds: Vec::new(),
            on: day(on),
        }
    }

    fn statutory(on: &str) -> ChangeProcedure {
        change(Procedure::ChildrenAct, on)
    }

    #[test]
    fn a_corporate_complaint_moves_with_its_receipt_and_both_clocks() {
        given([corporate_complaint(), acknowledge("2015-04-02")])
            .when(statutory("2015-04-09"))
            .then_running("D-C1")
            .then_clocks(&[("D-S1", "2015-04-13")]);
        given([
            corporate_complaint(),
            acknowledge("2015-04-02"),
            statutory("2015-04-09").into(),
        ])
        .when(respond("2015-04-13"))
        .then_met("D-C1", "2015-04-13")
        .then_met("D-S1", "2015-04-13")
        .then_took(10)
        .then_clocks(&[("D-S2-REQ", "2015-05-12")]);
    }

    #[test]
    fn it_moves_after_its_answer_too_and_even_when_closed() {
        let answered = || -> Vec<Command> {
            vec![
                corporate_complaint(),
                acknowledge("2015-04-02"),
                respond("2015-04-20"),
            ]
        };
        given(answered())
            .when(statutory("2015-04-27"))
            .then_met("D-S1", "2015-04-20")
            .then_clocks(&[("D-S1", "2015-04-13"), ("D-S2-REQ", "2015-05-27")]);
        let mut closed = answered();
        closed.push(close("2015-04-24"));
        closed.push(statutory("2015-04-27").into());
        given(closed)
            .when(request_investigation("2015-05-01"))
            .then_clocks(&[("D-ACK2", "2015-05-06"), ("D-S2-R", "2015-06-09")]);
    }

    #[test]
    fn a_corporate_review_under_way_becomes_an_investigation_from_its_request() {
        let asked = || -> Vec<Command> {
            vec![
                corporate_complaint(),
                acknowledge("2015-04-02"),
                respond("2015-04-20"),
                request_investigation("2015-05-06"),
            ]
        };
        given(asked())
            .when(statutory("2015-05-07"))
            .then_running("D-C2-ACK")
            .then_clocks(&[("D-S1", "2015-04-13"), ("D-S2-R", "2015-06-11")]);
    }

    #[test]
    fn a_complainant_without_a_ground_cannot_move_to_the_statutory_procedure() {
        let mut complaint = RecordComplaint {
            procedure: Procedure::Corporate,
            ..fixture::complaint()
        };
        complaint.complainants[0].ground = None;
        let person = complaint.complainants[0].person;
        let history = || [complaint.clone().into()];
        given(history())
            .when(statutory("2015-03-30"))
            .then_refused(&Refusal::NoGround(1));
        let with = |ground| ChangeProcedure {
            grounds: vec![GroundFound { person, ground }],
            ..statutory("2015-03-30")
        };
        given(history())
            .when(with(LegalGround::Parent))
            .then_clocks(&[("D-S1", "2015-04-13")]);
        given(history())
            .when(with(LegalGround::Other))
            .then_clocks(&[("D-S1", "2015-04-13"), ("D-SI", "2015-03-31")]);
    }

    #[test]
    fn a_statutory_complaint_moves_only_before_it_is_accepted() {
        let corporate = || change(Procedure::Corporate, "2015-03-30");
        given([record_complaint()])
            .when(corporate())
            .then_stopped("D-S1", "2015-03-30")
            .then_clocks(&[("D-C1-ACK", "2015-04-02")]);
        given([record_complaint(), acknowledge("2015-03-27")])
            .when(corporate())
            .then_refused(&Refusal::Decision(DecisionFault::AcceptedAsStatutory(day(
                "2015-03-27",
            ))));
        given([record_complaint(), respond("2015-03-27")])
            .when(corporate())
            .then_refused(&Refusal::Decision(DecisionFault::AcceptedAsStatutory(day(
                "2015-03-27",
            ))));
    }

    #[test]
    fn the_same_procedure_is_no_move_and_nobody_decides_about_themselves() {
        given([record_complaint()])
            .when(statutory("2015-03-30"))
            .then_refused(&Refusal::Decision(DecisionFault::SameProcedure(
                Procedure::ChildrenAct,
            )));
        let complaint = RecordComplaint {
            complained_about: vec![fixture::MS_HALL],
            ..fixture::complaint()
        };
        given([complaint.into()])
            .when(change(Procedure::Corporate, "2015-03-30"))
            .then_refused(&Refusal::Decision(DecisionFault::DecidesOnThemselves));
    }
}
