//! Ask for an independent investigation.

use jiff::civil::Date;
use statute::limits::LimitId;

use super::{InvestigationRequested, check_reasons_for_going_on};
use crate::case::Case;
use crate::clock::ClockChange;
use crate::event::{Event, Fact};
use crate::intake::Procedure;
use crate::law::Law;
use crate::refusal::{NotYet, Refusal};
use crate::settings::Code;

/// Record that the complainant asks for Stage 2. A closed case opens again.
///
/// Source: SI 2006/1738 regs 15(2) and 17. There is no legal limit for asking (REP-11.10): the twenty
/// working days are advice and never close the right. Before an answer, the right exists once Stage 1
/// has run out (REP-11.5).
#[derive(Clone, Debug)]
pub struct RequestInvestigation {
    /// Whether the request was made by word of mouth.
    pub oral: bool,
    /// Why they go on, as far as they said so of their own accord, from the authority's list.
    pub reasons: Vec<Code>,
    /// The day it was received.
    pub on: Date,
}

impl RequestInvestigation {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when Stage 1 still runs, Stage 2 was asked for before, the complaint left the
    /// procedure, a reason is not in the authority's list, or the day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        case.open_to_stage_2("asking for Stage 2")?;
        case.not_wholly_deferred()?;
        check_reasons_for_going_on(law, &self.reasons)?;
        let Some(local_resolution) = &case.local_resolution else {
            return Err(Refusal::NotYet(NotYet::Answered));
        };
        let answered_on = local_resolution.answered.as_ref().map(|(on, _)| *on);
        law.happened(
            "the request",
            self.on,
            (
                "the Stage 1 answer",
                answered_on.unwrap_or(case.received_on),
            ),
        )?;
        let mut clocks = Vec::new();
        let statutory = case.procedure() == Some(Procedure::ChildrenAct);
        if answered_on.is_none() && local_resolution.skipped_on.is_none() {
            let first = if statutory {
                LimitId::LocalResolution
            } else {
                LimitId::CorporateResponse
            };
            // A clock that an earlier request stopped has run out all the same.
            match case.clocks.latest(first) {
                Some(clock) if self.on > clock.due_on() => {
                    // A complaint that changed its procedure has the clocks of both.
                    for limit in [
                        LimitId::LocalResolution,
                        LimitId::LocalResolutionExtension,
                        LimitId::CorporateResponse,
                    ] {
                        if case.clocks.running_of(limit).is_some() {
                            clocks.push(ClockChange::Stopped { limit, on: self.on });
                        }
                    }
                }
                Some(_) | None => return Err(Refusal::NotYet(NotYet::Answered)),
            }
        }
        for limit in [
            LimitId::InvestigationRequest,
            LimitId::CorporateReviewRequest,
        ] {
            clocks.extend(case.clocks.meet(limit, self.on));
        }
        if statutory {
            clocks.push(law.start(LimitId::InvestigationAcknowledgement, self.on)?);
            clocks.push(law.start(LimitId::InvestigationFromRequest, self.on)?);
            if self.oral {
                clocks.push(law.start(LimitId::InvestigationRecord, self.on)?);
            }
        } else {
            clocks.push(law.start(LimitId::CorporateReviewAcknowledgement, self.on)?);
        }
        clocks.extend(case.taken_up_again(self.on));
        let event = Event::InvestigationRequested(InvestigationRequested {
            oral: self.oral,
            reasons: self.reasons.clone(),
        });
        Ok(vec![Fact {
            on: self.on,
            event,
            clocks,
        }])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::local_resolution::REASONS_FOR_GOING_ON;
    use crate::story::{
        close, day, fixture, given, record_complaint, request_investigation, respond,
    };

    #[test]
    fn the_investigation_clock_runs_from_the_request() {
        given([record_complaint(), respond("2015-04-13")])
            .when(request_investigation("2015-05-06"))
            .then_clocks(&[("D-ACK2", "2015-05-08"), ("D-S2-R", "2015-06-11")]);
    }

    #[test]
    fn reasons_are_kept_where_they_were_said_and_none_has_to_be() {
        let asking = |reasons: &[&str]| RequestInvestigation {
            oral: false,
            reasons: reasons.iter().copied().map(Code::new).collect(),
            on: day("2015-05-06"),
        };
        let answered = || [record_complaint(), respond("2015-04-13")];
        let said = given(answered())
            .when(asking(&["answer_late", "points_unanswered"]))
            .after();
        let stage = said.investigation.expect("it was asked for");
        assert_eq!(
            stage.reasons,
            [Code::new("answer_late"), Code::new("points_unanswered")]
        );
        given(answered()).when(asking(&[])).then_accepted();
        given(answered())
            .when(asking(&["spite"]))
            .then_refused(&Refusal::NotInTheList {
                list: REASONS_FOR_GOING_ON,
                code: "spite".to_owned(),
                known: fixture::settings().escalation_reasons.codes(),
            });
    }

    #[test]
    fn asking_long_after_the_advised_twenty_days_is_still_a_right_and_opens_a_closed_case() {
        given([
            record_complaint(),
            respond("2015-04-13"),
            close("2015-05-13"),
        ])
        .on("2016-02-01")
        .when(request_investigation("2016-01-29"))
        .then_accepted();
    }

    #[test]
    fn before_an_answer_the_right_begins_when_stage_1_has_run_out() {
        given([record_complaint()])
            .when(request_investigation("2015-04-13"))
            .then_refused(&Refusal::NotYet(NotYet::Answered));
        given([record_complaint()])
            .when(request_investigation("2015-04-14"))
            .then_stopped("D-S1", "2015-04-14");
    }
}
