//! Record the end of the proceedings for which points were deferred.

use jiff::civil::Date;
use statute::limits::LimitId;

use super::{DeferralNumber, ProceedingsEnded};
use crate::case::Case;
use crate::clock::ClockChange;
use crate::event::{Event, Fact};
use crate::law::Law;
use crate::refusal::Refusal;

/// Record that the proceedings ended, and that the complainant was invited to resubmit the points.
///
/// Source: SI 2006/1738 reg 8: the complainant may resubmit within a year of the end of the
/// proceedings, whenever the invitation was sent.
#[derive(Clone, Copy, Debug)]
pub struct EndProceedings {
    /// Which deferral.
    pub deferral: DeferralNumber,
    /// The day the proceedings ended.
    pub on: Date,
    /// The day the invitation was sent.
    pub invited_on: Date,
}

impl EndProceedings {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when there is no such deferral, it or its proceedings ended before, or a day is
    /// impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        case.complaint("the end of the proceedings")?;
        case.still_running()?;
        let deferral = case.open_deferral(self.deferral)?;
        if let Some((on, _)) = deferral.ended {
            return Err(Refusal::AlreadyDone {
                what: "the end of the proceedings",
                on,
            });
        }
        law.happened(
            "the end of the proceedings",
            self.on,
            ("the deferral", deferral.on),
        )?;
        law.happened(
            "the invitation to resubmit",
            self.invited_on,
            ("the end of the proceedings", self.on),
        )?;
        let until = law.due(LimitId::Resubmission, self.on)?;
        let resubmit_until = until.due_on;
        let mut clocks = Vec::new();
        let others_run = case
            .open_deferrals()
            .any(|other| other.deferred.deferral != self.deferral && other.ended.is_none());
        if let Some(review) = case.clocks.running_of(LimitId::FreezeReview)
            && !others_run
        {
            // Word of the end may come after a later review.
            clocks.push(ClockChange::Stopped {
                limit: LimitId::FreezeReview,
                on: self.on.max(review.due.from),
            });
        }
        clocks.push(ClockChange::Started(until));
        Ok(vec![Fact {
            on: self.on,
            event: Event::ProceedingsEnded(ProceedingsEnded {
                deferral: self.deferral,
                invited_on: self.invited_on,
                resubmit_until,
            }),
            clocks,
        }])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::refusal::NotYet;
    use crate::story::{day, defer, end_proceedings, given, record_complaint, two_points};

    #[test]
    fn the_year_runs_from_the_end_of_the_proceedings_and_the_review_is_over() {
        given([record_complaint(), defer(&[1], "2015-04-01").into()])
            .when(end_proceedings("2015-04-20"))
            .then_stopped("D-FREEZE-REVIEW", "2015-04-20")
            .then_clocks(&[("D-RESUB", "2016-04-20")]);
    }

    #[test]
    fn while_another_deferral_runs_the_review_stays() {
        given([
            two_points(),
            defer(&[1], "2015-04-01").into(),
            defer(&[2], "2015-04-02").into(),
        ])
        .when(end_proceedings("2015-04-20"))
        .then_running("D-FREEZE-REVIEW");
    }

    #[test]
    fn they_end_once_and_not_before_they_were_a_reason() {
        given([record_complaint()])
            .when(end_proceedings("2015-04-20"))
            .then_refused(&Refusal::NotYet(NotYet::Deferred));
        given([
            record_complaint(),
            defer(&[1], "2015-04-01").into(),
            end_proceedings("2015-04-20").into(),
        ])
        .when(end_proceedings("2015-04-21"))
        .then_refused(&Refusal::AlreadyDone {
            what: "the end of the proceedings",
            on: day("2015-04-20"),
        });
        given([record_complaint(), defer(&[1], "2015-04-01").into()])
            .when(end_proceedings("2015-03-31"))
            .then_refused(&Refusal::BeforeItCould {
                what: "the end of the proceedings",
                on: day("2015-03-31"),
                earliest: "the deferral",
                earliest_on: day("2015-04-01"),
            });
    }
}
