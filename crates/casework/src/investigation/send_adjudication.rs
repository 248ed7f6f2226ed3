//! Send the Stage 2 answer: the adjudication with both reports.

use jiff::civil::Date;
use statute::limits::LimitId;
use statute::procedure::{Role, case_outcome};

use super::adjudication::reasons_for_departing;
use super::{Adjudication, Investigation, InvestigationResponseSent};
use crate::case::{Case, Stage};
use crate::clock::STAGE_2_ANSWER;
use crate::closure::{NoticeOfRights, notice_owed};
use crate::event::{Event, Fact};
use crate::intake::Procedure;
use crate::law::Law;
use crate::point::PointFinding;
use crate::refusal::{NotYet, Refusal};
use crate::review_panel::every_recommendation_decided;

/// Send the adjudication, both reports and the right to a Review Panel: the end of Stage 2.
///
/// Source: SI 2006/1738 regs 17 and 18. The Adjudicating Officer may decide otherwise than the
/// Investigating Officer found, and says why (Getting the Best from Complaints (2006), Stage 2).
#[derive(Clone, Debug)]
pub struct SendAdjudication {
    /// A finding for every point.
    pub findings: Vec<PointFinding>,
    /// Who decides, about what, and what is sent; `None` where an older record does not say.
    pub adjudication: Option<Adjudication>,
    /// What the letter says about the next right.
    pub notice: Option<NoticeOfRights>,
    /// The day the pack was sent.
    pub sent_on: Date,
}

impl SendAdjudication {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when nobody investigated, a point is left out, the next right is not named, or the day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        let investigation = case.at_investigation("the adjudication")?;
        // A corporate complaint has one reviewer; records from before there were any name investigators.
        let investigators = investigation.appointed.as_ref().map(|(on, _)| *on);
        let reviewer = investigation.reviewer.map(|(on, _)| on);
        let appointed_on = match case.procedure() {
            Some(Procedure::Corporate) => reviewer
                .or(investigators)
                .ok_or(Refusal::NotYet(NotYet::ReviewerAppointed))?,
            Some(Procedure::ChildrenAct) | None => {
                investigators.ok_or(Refusal::NotYet(NotYet::InvestigatorsAppointed))?
            }
        };
        law.happened(
            "the adjudication",
            self.sent_on,
            ("the appointment", appointed_on),
        )?;
        case.every_point_in_play_once(&self.findings)?;
        let counted_from = law.settings.investigation_counted_from(
            case.stage_counts_from(),
            investigation.oral,
            investigation.statement_agreed_on,
        );
        let pauses = case.clocks.pauses_of(&STAGE_2_ANSWER);
        let took = law.elapsed_around(counted_from, self.sent_on, &pauses)?;
        if let Some(adjudication) = &self.adjudication {
            self.adjudicates(adjudication, case, investigation)?;
        }
        let owed = notice_owed(case, law, Stage::Investigation, self.sent_on)?;
        let notice = NoticeOfRights::checked(self.notice.as_ref(), &owed)?;
        let named = case.told_of_right(notice.right, law)?;
        let response = InvestigationResponseSent {
            findings: self.findings.clone(),
            outcome: case_outcome(
                case.findings_before_reopening()
                    .chain(&self.findings)
                    .map(|finding| finding.finding),
            ),
            took: u16::try_from(took).unwrap_or(u16::MAX),
            notice: Some(notice),
            adjudication: self.adjudication.clone(),
        };
        let limits = [
            LimitId::InvestigationAcknowledgement,
            LimitId::InvestigationFromRequest,
            LimitId::InvestigationFromRecord,
            LimitId::InvestigationRecord,
            LimitId::InvestigationExtension,
            LimitId::CorporateReviewResponse,
        ];
        let mut clocks: Vec<_> = limits
            .into_iter()
            .filter_map(|limit| case.clocks.meet(limit, self.sent_on))
            .collect();
        if case.procedure() == Some(Procedure::ChildrenAct) {
            clocks.push(law.start(LimitId::ReviewPanelRequest, self.sent_on)?);
        }
        clocks.extend(named);
        Ok(vec![Fact {
            on: self.sent_on,
            event: Event::InvestigationResponseSent(response),
            clocks,
        }])
    }
}

impl SendAdjudication {
    fn adjudicates(
        &self,
        adjudication: &Adjudication,
        case: &Case,
        investigation: &Investigation,
    ) -> Result<(), Refusal> {
        let Some(reported_on) = investigation.reported_on else {
            return Err(Refusal::NotYet(NotYet::BothReported));
        };
        if self.sent_on < reported_on {
            return Err(Refusal::BeforeItCould {
                what: "the adjudication",
                on: self.sent_on,
                earliest: "the later of the two reports",
                earliest_on: reported_on,
            });
        }
        case.may_play(&[(Role::AdjudicatingOfficer, adjudication.officer)])?;
        if let Some((_, report)) = &investigation.officer_report {
            reasons_for_departing(&self.findings, &report.findings)?;
            every_recommendation_decided(&report.recommendations, &adjudication.decisions)?;
        }
        adjudication.complete()
    }
}

#[cfg(test)]
mod tests {
    use statute::procedure::Finding;

    use super::*;
    use crate::action::Command;
    use crate::closure::{NextRight, NoticeFault};
    use crate::investigation::{
        IndependentCheck, IndependentReport, OfficerReport, PackItem, ReceiveIndependentReport,
        ReceiveOfficerReport,
    };
    use crate::point::PointNumber;
    use crate::refusal::{InvestigationFault, PanelFault};
    use crate::review_panel::{
        Recommendation, RecommendationAnswer, RecommendationDecision, RecommendationNumber,
    };
    use crate::story::{
        appoint_investigators, at_investigation, day, finding, fixture, given, notice, reasoned,
    };

    #[test]
    fn the_answer_ends_the_clock_and_opens_the_right_to_a_panel() {
        let mut history = at_investigation();
        history.push(appoint_investigators());
        let adjudication = SendAdjudication {
            findings: vec![finding(1, Finding::Upheld)],
            adjudication: None,
            notice: Some(notice(NextRight::ReviewPanel, "2015-08-05")),
            sent_on: day("2015-08-05"),
        };
        given(history.clone())
            .when(adjudication.clone())
            .then_met("D-S2-R", "2015-08-05")
            .then_took(64)
            .then_clocks(&[("D-S3-REQ", "2015-09-03")]);
        given(history)
            .when(SendAdjudication {
                notice: None,
                ..adjudication.clone()
            })
            .then_refused(&NoticeFault::Missing(NextRight::ReviewPanel).into());
        given(at_investigation())
            .when(adjudication)
            .then_refused(&Refusal::NotYet(NotYet::InvestigatorsAppointed));
    }

    fn reported() -> Vec<Command> {
        let mut history = at_investigation();
        history.push(appoint_investigators());
        let recommended = Recommendation {
            number: RecommendationNumber(1),
            text: fixture::sealed(83),
        };
        history.push(
            ReceiveOfficerReport {
                report: OfficerReport {
                    findings: vec![reasoned(1, Finding::Upheld)],
                    recommendations: vec![recommended],
                },
                on: day("2015-07-20"),
            }
            .into(),
        );
        history
    }

    fn both_reported() -> Vec<Command> {
        let mut history = reported();
        history.push(
            ReceiveIndependentReport {
                report: IndependentReport {
                    satisfied: IndependentCheck::ALL.to_vec(),
                    remarks: None,
                },
                on: day("2015-07-22"),
            }
            .into(),
        );
        history
    }

    fn adjudication() -> Adjudication {
        Adjudication {
            officer: fixture::MR_LANE,
            decisions: vec![RecommendationDecision {
                recommendation: RecommendationNumber(1),
                answer: RecommendationAnswer::Accepted,
                reasons: None,
                action: None,
                due_on: None,
            }],
            pack: PackItem::ALL.to_vec(),
            letter: None,
        }
    }

    fn send(adjudication: Adjudication, finding: PointFinding) -> SendAdjudication {
        SendAdjudication {
            findings: vec![finding],
            adjudication: Some(adjudication),
            notice: Some(notice(NextRight::ReviewPanel, "2015-08-05")),
            sent_on: day("2015-08-05"),
        }
    }

    #[test]
    fn nothing_is_adjudicated_before_both_reports_are_in() {
        given(reported())
            .when(send(adjudication(), finding(1, Finding::Upheld)))
            .then_refused(&Refusal::NotYet(NotYet::BothReported));
        given(both_reported())
            .when(send(adjudication(), finding(1, Finding::Upheld)))
            .then_accepted();
    }

    #[test]
    fn whoever_decides_otherwise_than_was_found_says_why() {
        given(both_reported())
            .when(send(adjudication(), finding(1, Finding::NotUpheld)))
            .then_refused(&Refusal::Investigation(
                InvestigationFault::DepartsWithoutReasons(PointNumber(1)),
            ));
        given(both_reported())
            .when(send(adjudication(), reasoned(1, Finding::NotUpheld)))
            .then_accepted();
    }

    #[test]
    fn the_pack_holds_everything_and_every_recommendation_is_decided() {
        for item in PackItem::ALL {
            let mut without = adjudication();
            without.pack.retain(|sent| *sent != item);
            given(both_reported())
                .when(send(without, finding(1, Finding::Upheld)))
                .then_refused(&Refusal::Investigation(InvestigationFault::PackIncomplete(
                    item,
                )));
        }
        let undecided = Adjudication {
            decisions: Vec::new(),
            ..adjudication()
        };
        given(both_reported())
            .when(send(undecided, finding(1, Finding::Upheld)))
            .then_refused(&Refusal::Panel(PanelFault::RecommendationUndecided(
                RecommendationNumber(1),
            )));
    }

    #[test]
    fn neither_investigator_adjudicates() {
        for officer in [fixture::MR_COLE_SENIOR, fixture::MS_OKAFOR] {
            let barred = Adjudication {
                officer,
                ..adjudication()
            };
            given(both_reported())
                .when(send(barred, finding(1, Finding::Upheld)))
                .then_barred();
        }
    }
}
