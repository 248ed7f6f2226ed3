//! Resolve a complaint on written terms.

use jiff::civil::Date;
use statute::limits::LimitId;

use super::respond::{Letter, answer};
use super::{AnswerManner, Lateness};
use crate::case::Case;
use crate::clock::ClockChange;
use crate::closure::NoticeOfRights;
use crate::event::Fact;
use crate::ids::Sealed;
use crate::law::Law;
use crate::point::PointFinding;
use crate::refusal::Refusal;
use crate::settings::Code;

/// Send the complainant the terms on which the complaint was resolved.
///
/// Source: SI 2006/1738 reg 15(1): in writing, as soon as possible.
#[derive(Clone, Debug)]
pub struct Resolve {
    /// A finding for every point.
    pub findings: Vec<PointFinding>,
    /// The terms.
    pub terms: Sealed,
    /// What the letter says about the next right.
    pub notice: Option<NoticeOfRights>,
    /// The day they were agreed; `None` where an older record does not say.
    pub agreed_on: Option<Date>,
    /// Why they come after the last day for an answer, as of [`super::Respond::late`].
    pub late: Option<Lateness>,
    /// How it was resolved, as of [`super::Respond::resolution`].
    pub resolution: Vec<Code>,
    /// The day they were sent.
    pub sent_on: Date,
}

impl Resolve {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when a point is left out, the next right is not named, it was answered before, or the day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        if let Some(agreed_on) = self.agreed_on {
            let receipt = ("the receipt", case.received_on);
            law.happened("the agreement on the terms", agreed_on, receipt)?;
            let agreed = ("the agreement on them", agreed_on);
            law.happened("sending the terms", self.sent_on, agreed)?;
        }
        let mut facts = answer(
            case,
            law,
            AnswerManner::Terms,
            Letter {
                text: Some(&self.terms),
                notice: self.notice.as_ref(),
                late: self.late.as_ref(),
                resolution: &self.resolution,
                learning_shared: None,
                sent_on: self.sent_on,
            },
            &self.findings,
        )?;
        if let (Some(agreed_on), Some(fact)) = (self.agreed_on, facts.first_mut()) {
            let limit = LimitId::ResolutionTerms;
            fact.clocks.push(law.start(limit, agreed_on)?);
            fact.clocks.push(ClockChange::Met {
                limit,
                on: self.sent_on,
            });
        }
        Ok(facts)
    }
}

#[cfg(test)]
mod tests {
    use statute::procedure::Finding;

    use super::*;
    use crate::closure::NextRight;
    use crate::story::{day, finding, fixture, given, notice, record_complaint};

    fn resolve(agreed_on: Option<&str>) -> Resolve {
        Resolve {
            findings: vec![finding(1, Finding::Upheld)],
            terms: fixture::sealed(70),
            notice: Some(notice(NextRight::Investigation, "2015-04-10")),
            agreed_on: agreed_on.map(day),
            late: None,
            resolution: Vec::new(),
            sent_on: day("2015-04-10"),
        }
    }

    #[test]
    fn the_terms_are_due_in_writing_soon_after_they_were_agreed() {
        given([record_complaint()])
            .when(resolve(Some("2015-04-02")))
            .then_clocks(&[("D-S2-REQ", "2015-05-11"), ("D-S1-TERMS", "2015-04-08")])
            .then_met("D-S1-TERMS", "2015-04-10");
    }

    #[test]
    fn terms_are_not_sent_before_they_were_agreed() {
        given([record_complaint()])
            .when(resolve(Some("2015-04-11")))
            .then_refused(&Refusal::BeforeItCould {
                what: "sending the terms",
                on: day("2015-04-10"),
                earliest: "the agreement on them",
                earliest_on: day("2015-04-11"),
            });
        given([record_complaint()])
            .when(resolve(None))
            .then_accepted();
    }
}
