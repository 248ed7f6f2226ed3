//! Answer a public report of the Ombudsman.

use jiff::civil::Date;
use statute::limits::LimitId;

use crate::case::Case;
use crate::event::{Event, Fact};
use crate::law::Law;
use crate::refusal::{NotYet, Refusal};

/// Record that members considered the Ombudsman's public report, and that the authority replied.
///
/// Source: Local Government Act 1974 s.31(2).
#[derive(Clone, Copy, Debug)]
pub struct AnswerOmbudsmanReport {
    /// When members considered it.
    pub considered_on: Date,
    /// When the reply was sent.
    pub on: Date,
}

impl AnswerOmbudsmanReport {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when there is no public report, it was answered before, or a day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        let (ombudsman, _, decision) = case.decided_by_the_ombudsman()?;
        let report_on = decision
            .report_on
            .ok_or(Refusal::NotYet(NotYet::OmbudsmanReported))?;
        if let Some(on) = ombudsman.report_answered_on {
            return Err(Refusal::AlreadyDone {
                what: "the reply to the public report",
                on,
            });
        }
        law.happened(
            "considering the report",
            self.considered_on,
            ("the public report", report_on),
        )?;
        law.happened(
            "the reply",
            self.on,
            ("considering the report", self.considered_on),
        )?;
        let clocks = case.clocks.meet(LimitId::OmbudsmanReport, self.on);
        Ok(vec![Fact {
            on: self.on,
            event: Event::OmbudsmanReportAnswered {
                considered_on: self.considered_on,
            },
            clocks: clocks.into_iter().collect(),
        }])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ombudsman::{RecordOmbudsmanCase, RecordOmbudsmanDecision};
    use crate::settings::Code;
    use crate::story::{day, given, stage_2_answered};

    #[test]
    fn members_consider_a_public_report_before_it_is_answered() {
        let answer = |considered_on: &str| AnswerOmbudsmanReport {
            considered_on: day(considered_on),
            on: day("2016-02-26"),
        };
        let mut history = stage_2_answered();
        history.push(RecordOmbudsmanCase::on(day("2015-10-01")).into());
        let plain = RecordOmbudsmanDecision::new(Code::new("upheld"), day("2015-12-01"));
        let mut unreported = history.clone();
        unreported.push(plain.clone().into());
        given(unreported)
            .when(answer("2016-02-20"))
            .then_refused(&Refusal::NotYet(NotYet::OmbudsmanReported));
        let reported = RecordOmbudsmanDecision {
            report_on: Some(day("2015-11-30")),
            ..plain
        };
        history.push(reported.into());
        given(history.clone())
            .when(answer("2016-02-20"))
            .then_met("D-LGSCO-REPORT", "2016-02-26");
        given(history)
            .when(answer("2015-11-29"))
            .then_refused(&Refusal::BeforeItCould {
                what: "considering the report",
                on: day("2015-11-29"),
                earliest: "the public report",
                earliest_on: day("2015-11-30"),
            });
    }
}
