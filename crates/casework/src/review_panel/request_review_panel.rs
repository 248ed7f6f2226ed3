//! Ask for a Review Panel.

use jiff::civil::Date;
use statute::limits::LimitId;

use crate::case::{Case, Stage};
use crate::event::{Event, Fact};
use crate::ids::Sealed;
use crate::intake::Procedure;
use crate::law::Law;
use crate::local_resolution::check_reasons_for_going_on;
use crate::refusal::{EscalationFault, Refusal};
use crate::settings::Code;

/// Record that the complainant asks for Stage 3. A closed case opens again.
///
/// Source: SI 2006/1738 regs 18 and 19(4). The twenty working days for asking are a real limit; the
/// complaints manager may allow a late request and says why.
#[derive(Clone, Debug)]
pub struct RequestReviewPanel {
    /// The day the request was received.
    pub on: Date,
    /// Why a late request is allowed, sealed.
    pub late_reasons: Option<Sealed>,
    /// Why they go on, as far as they said so of their own accord, from the authority's list.
    pub reasons: Vec<Code>,
}

impl RequestReviewPanel {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when Stage 2 is not answered, a panel was asked for before, the complaint is not
    /// in the statutory procedure or left it, it comes too late and is not allowed, a reason is not in
    /// the authority's list, or the day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        case.complaint("asking for a Review Panel")?;
        if case.procedure() != Some(Procedure::ChildrenAct) {
            return Err(Refusal::WrongKind {
                action: "a Review Panel",
                wanted: "complaints under the Children Act 1989 procedure",
                is: "a corporate complaint",
            });
        }
        check_reasons_for_going_on(law, &self.reasons)?;
        let answered_on = case.open_to_stage_3("asking for a Review Panel")?;
        law.happened("the request", self.on, ("the Stage 2 answer", answered_on))?;
        let late = self.late(case)?;
        let mut clocks: Vec<_> = case
            .clocks
            .meet(LimitId::ReviewPanelRequest, self.on)
            .into_iter()
            .collect();
        clocks.extend(case.taken_up_again(self.on));
        for limit in [
            LimitId::ReviewPanelAcknowledgement,
            LimitId::ReviewPanelChair,
            LimitId::ReviewPanelMeets,
        ] {
            clocks.push(law.start(limit, self.on)?);
        }
        Ok(vec![Fact {
            on: self.on,
            event: Event::ReviewPanelRequested {
                late_reasons: self.late_reasons.clone().filter(|_| late),
                reasons: self.reasons.clone(),
            },
            clocks,
        }])
    }

    /// Whether the request comes after the last day and is allowed all the same.
    fn late(&self, case: &Case) -> Result<bool, Refusal> {
        let Some(clock) = case.clocks.latest(LimitId::ReviewPanelRequest) else {
            return Ok(false);
        };
        let until = clock.due_on();
        // Whom the Ombudsman sends back to ask for a panel, nobody refuses for asking late.
        if self.on <= until || case.sent_back_to == Some(Stage::ReviewPanel) {
            return Ok(false);
        }
        if self.late_reasons.is_some() {
            return Ok(true);
        }
        Err(Refusal::Escalation(EscalationFault::LateForAPanel {
            until,
            on: self.on,
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::refusal::NotYet;
    use crate::story::{
        at_investigation, day, fixture, given, request_review_panel, stage_2_answered,
    };

    #[test]
    fn the_panel_is_to_meet_in_thirty_working_days() {
        given(stage_2_answered())
            .when(request_review_panel("2015-08-28"))
            .then_clocks(&[
                ("D-ACK3", "2015-09-02"),
                ("D-S3-CHAIR", "2015-09-14"),
                ("D-S3-PANEL", "2015-10-12"),
            ]);
    }

    #[test]
    fn the_last_day_for_asking_is_in_time_and_the_next_needs_a_reason() {
        given(stage_2_answered())
            .when(request_review_panel("2015-09-03"))
            .then_event(&Event::ReviewPanelRequested {
                late_reasons: None,
                reasons: Vec::new(),
            });
        given(stage_2_answered())
            .when(request_review_panel("2015-09-04"))
            .then_refused(&Refusal::Escalation(EscalationFault::LateForAPanel {
                until: day("2015-09-03"),
                on: day("2015-09-04"),
            }));
        let late_reasons = Some(fixture::sealed(70));
        let allowed = RequestReviewPanel {
            on: day("2015-09-04"),
            late_reasons: late_reasons.clone(),
            reasons: vec![Code::new("remedy_not_enough")],
        };
        given(stage_2_answered())
            .when(allowed)
            .then_event(&Event::ReviewPanelRequested {
                late_reasons,
                reasons: vec![Code::new("remedy_not_enough")],
            });
    }

    #[test]
    fn there_is_no_panel_before_stage_2_is_answered() {
        given(at_investigation())
            .when(request_review_panel("2015-06-01"))
            .then_refused(&Refusal::NotYet(NotYet::Answered));
    }
}
