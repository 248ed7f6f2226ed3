//! Record the Ombudsman's decision.

use jiff::civil::Date;
use statute::limits::LimitId;

use super::{OmbudsmanDecision, OmbudsmanRemedy, RemedyNumber};
use crate::case::{Case, Departure, Stage};
use crate::clock::ClockChange;
use crate::event::{Event, Fact};
use crate::intake::Procedure;
use crate::law::Law;
use crate::refusal::Refusal;
use crate::settings::{Code, Settings};

/// Record what the Ombudsman decided, in the words of the time, and what is to be done about it.
///
/// Source: Local Government Act 1974 ss.30 and 31. A public report is considered by members and
/// answered within three months (s.31(2)).
#[derive(Clone, Debug)]
pub struct RecordOmbudsmanDecision {
    /// The decision, from the authority's list.
    pub decision: Code,
    /// Whether fault was found.
    pub fault: Option<bool>,
    /// Whether somebody was adversely affected.
    pub injustice: Option<bool>,
    /// What is to be done.
    pub remedies: Vec<OmbudsmanRemedy>,
    /// When a public report was issued, if one was.
    pub report_on: Option<Date>,
    /// The stage the complaint is sent back to, if it is.
    pub sent_back_to: Option<Stage>,
    /// The day of the decision.
    pub on: Date,
}

impl RecordOmbudsmanDecision {
    /// A decision of which no more is known than its word and its day.
    pub fn new(decision: Code, on: Date) -> Self {
        Self {
            decision,
            fault: None,
            injustice: None,
            remedies: Vec::new(),
            report_on: None,
            sent_back_to: None,
            on,
        }
    }

    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when no Ombudsman case is open, the decision is not in the list, a remedy's number
    /// stands twice, the complaint cannot go back to the stage named, or a day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        let open = case.with_the_ombudsman()?;
        let letter = ("the Ombudsman’s letter", open.opened_on);
        law.happened("the Ombudsman’s decision", self.on, letter)?;
        if let Some(report_on) = self.report_on {
            law.happened("the public report", report_on, letter)?;
        }
        Settings::listed(
            "ombudsman_decisions",
            &law.settings.ombudsman_decisions,
            &self.decision,
        )?;
        for (remedy, number) in self.remedies.iter().zip(1_u16..) {
            if remedy.number != RemedyNumber(number) {
                return Err(Refusal::NoSuchRemedy(remedy.number));
            }
        }
        if let Some(to) = self.sent_back_to {
            can_go_back(case, to)?;
        }
        let decision = OmbudsmanDecision {
            fault: self.fault,
            injustice: self.injustice,
            remedies: self.remedies.clone(),
            report_on: self.report_on,
            sent_back_to: self.sent_back_to,
            ..OmbudsmanDecision::on(self.on, self.decision.clone())
        };
        Ok(vec![Fact {
            on: self.on,
            event: Event::OmbudsmanDecided(decision),
            clocks: self.clocks(case, law)?,
        }])
    }

    fn clocks(&self, case: &Case, law: &Law<'_>) -> Result<Vec<ClockChange>, Refusal> {
        let mut clocks = Vec::new();
        // Whatever the Ombudsman asked needs no reply any more.
        if case.clocks.running_of(LimitId::OmbudsmanEnquiry).is_some() {
            clocks.push(ClockChange::Stopped {
                limit: LimitId::OmbudsmanEnquiry,
                on: self.on,
            });
        }
        let due_on = self
            .remedies
            .iter()
            .filter_map(|remedy| remedy.due_on)
            .min();
        if let Some(due_on) = due_on {
            clocks.extend(super::record_remedy_done::due_next(
                case, law, due_on, self.on,
            )?);
        }
        if let Some(report_on) = self.report_on
            && case.clocks.running_of(LimitId::OmbudsmanReport).is_none()
        {
            clocks.push(law.start(LimitId::OmbudsmanReport, report_on)?);
        }
        match self.sent_back_to {
            Some(Stage::LocalResolution) => {
                let limit = match case.procedure() {
                    Some(Procedure::Corporate) => LimitId::CorporateResponse,
                    Some(Procedure::ChildrenAct) | None => LimitId::LocalResolution,
                };
                if case.clocks.running_of(limit).is_none() {
                    clocks.push(law.start(limit, self.on)?);
                }
            }
            Some(Stage::ReviewPanel) => clocks.extend(case.revived(law, self.on)?),
            Some(Stage::Investigation | Stage::Register) | None => {}
        }
        let something_to_do = clocks
            .iter()
            .any(|change| matches!(change, ClockChange::Started(_)));
        if something_to_do || self.sent_back_to == Some(Stage::LocalResolution) {
            clocks.extend(case.taken_up_again(self.on));
        }
        Ok(clocks)
    }
}

/// A complaint goes back to a stage that it has not been through.
fn can_go_back(case: &Case, to: Stage) -> Result<(), Refusal> {
    let answered_1 = case
        .local_resolution
        .as_ref()
        .is_some_and(|stage| stage.answered.is_some());
    let answered_2 = case
        .investigation
        .as_ref()
        .is_some_and(|stage| stage.answered.is_some());
    let withdrawn = matches!(case.departure, Some(Departure::Withdrawn { .. }));
    let possible = match to {
        Stage::Register => false,
        Stage::LocalResolution => !answered_1 && case.investigation.is_none() && !withdrawn,
        Stage::Investigation => case.investigation.is_none() && case.departure.is_none(),
        Stage::ReviewPanel => {
            answered_2
                && case.review_panel.is_none()
                && case.departure.is_none()
                && case.procedure() == Some(Procedure::ChildrenAct)
        }
    };
    if possible {
        Ok(())
    } else {
        Err(Refusal::CannotGoBack(to))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::closure::{Close, NextRight};
    use crate::intake::Decline;
    use crate::intake::DeclineGround;
    use crate::ombudsman::RecordOmbudsmanCase;
    use crate::review_panel::RequestReviewPanel;
    use crate::story::{close, day, fixture, given, notice, record_complaint, stage_2_answered};

    fn decided() -> RecordOmbudsmanDecision {
        RecordOmbudsmanDecision::new(Code::new("upheld"), day("2015-12-01"))
    }

    fn letter() -> RecordOmbudsmanCase {
        RecordOmbudsmanCase::on(day("2015-10-01"))
    }

    #[test]
    fn a_public_report_is_answered_within_three_months() {
        let mut history = stage_2_answered();
        history.push(letter().into());
        given(history)
            .when(RecordOmbudsmanDecision {
                report_on: Some(day("2015-11-30")),
                ..decided()
            })
            .then_clocks(&[("D-LGSCO-REPORT", "2016-02-29")]);
    }

    #[test]
    fn a_declined_complaint_that_is_sent_back_begins_again_at_stage_1() {
        let declined = Decline {
            ground: DeclineGround::NotEligible,
            reasons: fixture::sealed(70),
            ombudsman_named: true,
            on: day("2015-03-30"),
            from_old_register: false,
        };
        let closed = Close {
            notice: Some(notice(NextRight::Ombudsman, "2015-04-01")),
            learned: None,
            on: day("2015-04-01"),
        };
        let then = given([
            record_complaint(),
            declined.into(),
            closed.into(),
            letter().into(),
        ])
        .when(RecordOmbudsmanDecision {
            sent_back_to: Some(Stage::LocalResolution),
            ..decided()
        });
        then.then_clocks(&[("D-S1", "2015-12-15")]);
        let case = then.after();
        assert!(case.is_open() && case.departure.is_none());
    }

    #[test]
    fn a_request_for_a_panel_is_never_late_after_the_ombudsman_sent_the_complaint_back_to_it() {
        let mut history = stage_2_answered();
        history.push(close("2015-09-10"));
        history.push(letter().into());
        let back = RecordOmbudsmanDecision {
            sent_back_to: Some(Stage::ReviewPanel),
            ..decided()
        };
        history.push(back.into());
        given(history)
            .when(RequestReviewPanel {
                reasons: Vec::new(),
                on: day("2015-12-10"),
                late_reasons: None,
            })
            .then_accepted();
    }

    #[test]
    fn nothing_goes_back_to_a_stage_it_has_been_through() {
        let mut history = stage_2_answered();
        history.push(letter().into());
        for to in [
            Stage::Register,
            Stage::LocalResolution,
            Stage::Investigation,
        ] {
            given(history.clone())
                .when(RecordOmbudsmanDecision {
                    sent_back_to: Some(to),
                    ..decided()
                })
                .then_refused(&Refusal::CannotGoBack(to));
        }
    }
}
