//! Refer a complaint to the Ombudsman without a panel.

use jiff::civil::Date;
use statute::limits::LimitId;

use super::{EarlyCondition, EarlyReferral};
use crate::case::Case;
use crate::clock::ClockChange;
use crate::closure::NextRight;
use crate::event::{Event, Fact};
use crate::intake::Procedure;
use crate::law::Law;
use crate::refusal::{NotYet, Refusal};

/// Refer the complaint to the Ombudsman after Stage 2, with the complainant's agreement. The time for
/// asking for a panel is suspended until the Ombudsman decides, and goes on if the Ombudsman declines.
///
/// Source: Getting the Best from Complaints (2006), 3.10: six conditions, all of them, put to the
/// complainant in writing.
#[derive(Clone, Debug)]
pub struct ReferEarly {
    /// The conditions that hold.
    pub conditions: Vec<EarlyCondition>,
    /// When it was put to the complainant in writing, and when they agreed.
    pub referral: EarlyReferral,
    /// The day of the referral.
    pub on: Date,
}

impl ReferEarly {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when Stage 2 is not answered, a panel was asked for, a condition does not hold, it
    /// was referred before, or a day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        case.complaint("an early referral")?;
        case.still_running()?;
        if case.procedure() != Some(Procedure::ChildrenAct) {
            return Err(Refusal::WrongKind {
                action: "an early referral",
                wanted: "complaints under the Children Act 1989 procedure",
                is: "a corporate complaint",
            });
        }
        if let Some(panel) = &case.review_panel {
            return Err(Refusal::AlreadyDone {
                what: "the request for a Review Panel",
                on: panel.requested_on,
            });
        }
        if let Some((on, _)) = &case.early_referral {
            return Err(Refusal::AlreadyDone {
                what: "the early referral",
                on: *on,
            });
        }
        let answered = case
            .investigation
            .as_ref()
            .and_then(|investigation| investigation.answered.as_ref());
        let Some((answered_on, _)) = answered else {
            return Err(Refusal::NotYet(NotYet::Answered));
        };
        let missing = EarlyCondition::ALL
            .into_iter()
            .find(|condition| !self.conditions.contains(condition));
        if let Some(condition) = missing {
            return Err(Refusal::EarlyReferralNeeds(condition));
        }
        let EarlyReferral {
            proposed_on,
            agreed_on,
        } = self.referral;
        law.happened(
            "the proposal",
            proposed_on,
            ("the Stage 2 answer", *answered_on),
        )?;
        law.happened(
            "the complainant’s agreement",
            agreed_on,
            ("the proposal in writing", proposed_on),
        )?;
        law.happened(
            "the referral",
            self.on,
            ("the complainant’s agreement", agreed_on),
        )?;
        let limit = LimitId::ReviewPanelRequest;
        let clocks = case.clocks.running_of(limit);
        let stopped = clocks.map(|_| ClockChange::Stopped { limit, on: self.on });
        let named = case.told_of_right(NextRight::Ombudsman, law)?;
        Ok(vec![Fact {
            on: self.on,
            event: Event::ReferredEarly(self.referral.clone()),
            clocks: stopped.into_iter().chain(named).collect(),
        }])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::action::Command;
    use crate::case::Stage;
    use crate::ombudsman::{RecordOmbudsmanCase, RecordOmbudsmanDecision};
    use crate::settings::Code;
    use crate::story::{
        at_investigation, close, day, given, request_review_panel, stage_2_answered,
    };

    fn refer(conditions: &[EarlyCondition]) -> ReferEarly {
        ReferEarly {
            conditions: conditions.to_vec(),
            referral: EarlyReferral {
                proposed_on: day("2015-08-10"),
                agreed_on: day("2015-08-13"),
            },
            on: day("2015-08-14"),
        }
    }

    fn referred() -> Vec<Command> {
        let mut history = stage_2_answered();
        history.push(refer(&EarlyCondition::ALL).into());
        let letter = RecordOmbudsmanCase::on(day("2015-08-28"));
        history.push(letter.into());
        history
    }

    fn decided(sent_back_to: Option<Stage>) -> RecordOmbudsmanDecision {
        RecordOmbudsmanDecision {
            sent_back_to,
            ..RecordOmbudsmanDecision::new(Code::new("upheld"), day("2015-10-01"))
        }
    }

    #[test]
    fn every_one_of_the_six_conditions_is_needed() {
        for condition in EarlyCondition::ALL {
            let others: Vec<_> = EarlyCondition::ALL
                .into_iter()
                .filter(|each| *each != condition)
                .collect();
            given(stage_2_answered())
                .when(refer(&others))
                .then_refused(&Refusal::EarlyReferralNeeds(condition));
        }
        given(stage_2_answered())
            .when(refer(&EarlyCondition::ALL))
            .then_stopped("D-S3-REQ", "2015-08-14");
        given(at_investigation())
            .when(refer(&EarlyCondition::ALL))
            .then_refused(&Refusal::NotYet(NotYet::Answered));
    }

    #[test]
    fn the_proposal_in_writing_comes_before_the_agreement() {
        let mut early = refer(&EarlyCondition::ALL);
        early.referral.agreed_on = day("2015-08-07");
        given(stage_2_answered())
            .when(early)
            .then_refused(&Refusal::BeforeItCould {
                what: "the complainant’s agreement",
                on: day("2015-08-07"),
                earliest: "the proposal in writing",
                earliest_on: day("2015-08-10"),
            });
    }

    #[test]
    fn when_the_ombudsman_declines_the_days_that_were_left_begin_again() {
        // From 14 August to 3 September 2015 there were thirteen working days left, 31 August being a holiday.
        given(referred())
            .when(decided(Some(Stage::ReviewPanel)))
            .then_running("D-S3-REQ")
            .then_due("D-S3-REQ", "2015-10-20");
        let mut history = referred();
        history.push(decided(Some(Stage::ReviewPanel)).into());
        given(history.clone())
            .when(request_review_panel("2015-10-20"))
            .then_met("D-S3-REQ", "2015-10-20");
    }

    #[test]
    fn when_the_ombudsman_decides_the_panel_is_not_revived() {
        let then = given(referred());
        let then = then.when(decided(None));
        then.then_stopped("D-S3-REQ", "2015-08-14");
    }

    #[test]
    fn a_case_referred_early_is_not_closed_before_the_ombudsman_decides() {
        given(referred())
            .when(close("2015-09-10"))
            .then_refused(&Refusal::NotReadyToClose(
                "the Ombudsman has not decided on the early referral",
            ));
    }
}
