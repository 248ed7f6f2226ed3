//! Send the Stage 2 answer: the adjudication with both reports.

use jiff::civil::Date;
use statute::limits::LimitId;
use statute::procedure::case_outcome;

use super::InvestigationResponseSent;
use crate::case::{Case, Stage};
use crate::closure::{NoticeOfRights, notice_owed};
use crate::event::{Event, Fact};
use crate::intake::Procedure;
use crate::law::Law;
use crate::point::PointFinding;
use crate::refusal::{NotYet, Refusal};

/// Send the adjudication, both reports and the right to a Review Panel: the end of Stage 2.
///
/// Source: SI 2006/1738 regs 17 and 18.
#[derive(Clone, Debug)]
pub struct SendAdjudication {
    /// A finding for every point.
    pub findings: Vec<PointFinding>,
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
        let took = law.elapsed(counted_from, self.sent_on)?;
        let owed = notice_owed(case, law, Stage::Investigation, self.sent_on)?;
        let notice = NoticeOfRights::checked(self.notice.as_ref(), &owed)?;
        let response = InvestigationResponseSent {
            findings: self.findings.clone(),
            outcome: case_outcome(
                case.findings_before_reopening()
                    .chain(&self.findings)
                    .map(|finding| finding.finding),
            ),
            took: u16::try_from(took).unwrap_or(u16::MAX),
            notice: Some(notice),
        };
        let limits = [
            LimitId::InvestigationAcknowledgement,
            LimitId::InvestigationFromRequest,
            LimitId::InvestigationFromRecord,
            LimitId::CorporateReviewResponse,
        ];
        let mut clocks: Vec<_> = limits
            .into_iter()
            .filter_map(|limit| case.clocks.meet(limit, self.sent_on))
            .collect();
        if case.procedure() == Some(Procedure::ChildrenAct) {
            clocks.push(law.start(LimitId::ReviewPanelRequest, self.sent_on)?);
        }
        Ok(vec![Fact {
            on: self.sent_on,
            event: Event::InvestigationResponseSent(response),
            clocks,
        }])
    }
}

#[cfg(test)]
mod tests {
    use statute::procedure::Finding;

    use super::*;
    use crate::closure::{NextRight, NoticeFault};
    use crate::story::{appoint_investigators, at_investigation, day, finding, given, notice};

    #[test]
    fn the_answer_ends_the_clock_and_opens_the_right_to_a_panel() {
        let mut history = at_investigation();
        history.push(appoint_investigators());
        let adjudication = SendAdjudication {
            findings: vec![finding(1, Finding::Upheld)],
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
}
