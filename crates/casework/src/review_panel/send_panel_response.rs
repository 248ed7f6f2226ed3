//! Send the director's response to the Review Panel.

use jiff::civil::Date;
use statute::limits::LimitId;

use super::{PanelResponse, ReviewPanel};
use crate::case::{Case, Stage};
use crate::closure::{NoticeOfRights, notice_owed};
use crate::event::{Event, Fact};
use crate::law::Law;
use crate::refusal::{NotYet, PanelFault, Refusal};

/// Send the authority's final response, decided together with the Independent Person of Stage 2, with
/// the right to go to the Ombudsman within twelve months. The panel's report goes with it to whoever
/// has not had it yet.
///
/// Source: SI 2006/1738 reg 20(3).
#[derive(Clone, Debug)]
pub struct SendPanelResponse {
    /// The day it was sent.
    pub sent_on: Date,
    /// What was answered; `None` only where an old register does not say.
    pub response: Option<PanelResponse>,
    /// What the letter says about the next right.
    pub notice: Option<NoticeOfRights>,
}

impl SendPanelResponse {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when the panel has not reported, a recommendation is left without a decision or a
    /// decision without a reason, the Independent Person had no part in it, the Ombudsman is not named,
    /// or a day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        let review_panel = case.at_review_panel("the response to the panel")?;
        let Some(reported_on) = review_panel.reported_on else {
            return Err(Refusal::NotYet(NotYet::PanelReported));
        };
        law.happened(
            "the response",
            self.sent_on,
            ("the receipt of the panel’s report", reported_on),
        )?;
        self.answers(review_panel, reported_on)?;
        let owed = notice_owed(case, law, Stage::ReviewPanel, self.sent_on)?;
        let notice = NoticeOfRights::checked(self.notice.as_ref(), &owed)?;
        let done = [LimitId::ReviewPanelReport, LimitId::ReviewPanelResponse];
        let mut clocks: Vec<_> = done
            .into_iter()
            .filter_map(|limit| case.clocks.meet(limit, self.sent_on))
            .collect();
        clocks.extend(case.told_of_right(notice.right, law)?);
        Ok(vec![Fact {
            on: self.sent_on,
            event: Event::ReviewPanelResponseSent {
                response: self.response.clone(),
                notice: Some(notice),
            },
            clocks,
        }])
    }

    fn answers(&self, review_panel: &ReviewPanel, reported_on: Date) -> Result<(), Refusal> {
        let Some(report) = &review_panel.report else {
            return Ok(());
        };
        let considered_on = self
            .response
            .as_ref()
            .and_then(|response| response.considered_on)
            .ok_or(Refusal::Panel(PanelFault::NotWithTheIndependentPerson))?;
        if considered_on < reported_on {
            return Err(Refusal::BeforeItCould {
                what: "considering the recommendations together",
                on: considered_on,
                earliest: "the receipt of the panel’s report",
                earliest_on: reported_on,
            });
        }
        if considered_on > self.sent_on {
            return Err(Refusal::BeforeItCould {
                what: "the response",
                on: self.sent_on,
                earliest: "considering the recommendations together",
                earliest_on: considered_on,
            });
        }
        match &self.response {
            Some(response) => response.decides(report),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::closure::{NextRight, NoticeFault};
    use crate::review_panel::{RecommendationAnswer, RecommendationDecision, RecommendationNumber};
    use crate::story::{day, fixture, given, notice, panel_reported};

    fn decision(number: u16, answer: RecommendationAnswer) -> RecommendationDecision {
        RecommendationDecision {
            recommendation: RecommendationNumber(number),
            answer,
            reasons: (answer != RecommendationAnswer::Accepted).then(|| fixture::sealed(80)),
            action: None,
            due_on: None,
        }
    }

    fn respond(decisions: Vec<RecommendationDecision>) -> SendPanelResponse {
        SendPanelResponse {
            sent_on: day("2015-11-05"),
            response: Some(PanelResponse {
                considered_on: Some(day("2015-10-28")),
                decisions,
                letter: None,
            }),
            notice: Some(notice(NextRight::Ombudsman, "2015-11-05")),
        }
    }

    #[test]
    fn the_letter_names_the_ombudsman() {
        let mut silent = respond(both());
        silent.notice = None;
        given(panel_reported())
            .when(silent)
            .then_refused(&NoticeFault::Missing(NextRight::Ombudsman).into());
    }

    fn both() -> Vec<RecommendationDecision> {
        vec![
            decision(1, RecommendationAnswer::Accepted),
            decision(2, RecommendationAnswer::Rejected),
        ]
    }

    #[test]
    fn a_response_that_decides_every_recommendation_ends_the_stage() {
        given(panel_reported())
            .when(respond(both()))
            .then_met("D-S3-RESP", "2015-11-05");
    }

    #[test]
    fn no_recommendation_is_left_without_a_decision() {
        let mut decisions = both();
        decisions.pop();
        given(panel_reported())
            .when(respond(decisions.clone()))
            .then_refused(&Refusal::Panel(PanelFault::RecommendationUndecided(
                RecommendationNumber(2),
            )));
        decisions.push(decision(1, RecommendationAnswer::Partly));
        given(panel_reported())
            .when(respond(decisions))
            .then_refused(&Refusal::Panel(PanelFault::DecidedTwice(
                RecommendationNumber(1),
            )));
        let mut decisions = both();
        decisions.push(decision(3, RecommendationAnswer::Accepted));
        given(panel_reported())
            .when(respond(decisions))
            .then_refused(&Refusal::Panel(PanelFault::NoSuchRecommendation(
                RecommendationNumber(3),
            )));
    }

    #[test]
    fn a_recommendation_is_rejected_or_accepted_in_part_only_with_a_reason() {
        for answer in RecommendationAnswer::ALL {
            let mut decisions = both();
            decisions[1] = RecommendationDecision {
                reasons: None,
                ..decision(2, answer)
            };
            let then = given(panel_reported()).when(respond(decisions));
            if answer == RecommendationAnswer::Accepted {
                then.then_accepted();
            } else {
                then.then_refused(&Refusal::Panel(PanelFault::RecommendationWithoutReasons(
                    RecommendationNumber(2),
                )));
            }
        }
    }

    #[test]
    fn the_independent_person_of_stage_2_takes_part() {
        let mut alone = respond(both());
        if let Some(response) = &mut alone.response {
            response.considered_on = None;
        }
        given(panel_reported())
            .when(alone)
            .then_refused(&Refusal::Panel(PanelFault::NotWithTheIndependentPerson));
        let bare = SendPanelResponse {
            sent_on: day("2015-11-05"),
            response: None,
            notice: Some(notice(NextRight::Ombudsman, "2015-11-05")),
        };
        given(panel_reported())
            .when(bare)
            .then_refused(&Refusal::Panel(PanelFault::NotWithTheIndependentPerson));
    }

    #[test]
    fn considering_lies_between_the_report_and_the_response() {
        for (on, accepted) in [
            ("2015-10-14", false),
            ("2015-10-15", true),
            ("2015-11-05", true),
            ("2015-11-06", false),
        ] {
            let mut command = respond(both());
            if let Some(response) = &mut command.response {
                response.considered_on = Some(day(on));
            }
            let then = given(panel_reported()).when(command);
            assert_eq!(then.is_accepted(), accepted, "{on}");
        }
    }
}
