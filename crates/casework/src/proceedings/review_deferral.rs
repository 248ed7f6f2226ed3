//! Review a deferral.

use jiff::civil::Date;
use statute::limits::LimitId;

use super::{DeferralNumber, DeferralReviewed, resumption};
use crate::case::Case;
use crate::clock::ClockChange;
use crate::event::{Event, Fact};
use crate::ids::{Reference, Sealed};
use crate::law::Law;
use crate::refusal::{NotYet, Refusal};

/// Look again whether considering the points would still prejudice the proceedings; if not, take them
/// up again.
///
/// Source: none sets a day; a convention of this record, so that nothing lies deferred unseen. That it
/// ends when the prejudice ends follows from SI 2006/1738 reg 8.
#[derive(Clone, Debug)]
pub struct ReviewDeferral {
    /// Which deferral.
    pub deferral: DeferralNumber,
    /// Whether the points stay deferred.
    pub continues: bool,
    /// Why.
    pub reasons: Sealed,
    /// The complaint in which they are considered, where they cannot come back here.
    pub elsewhere: Option<Reference>,
    /// The day of the review.
    pub on: Date,
}

impl ReviewDeferral {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when there is no such deferral, it ended, its proceedings ended, the points cannot
    /// come back as asked, or the day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        case.complaint("reviewing a deferral")?;
        case.still_running()?;
        let deferral = case.open_deferral(self.deferral)?;
        if let Some((on, _)) = deferral.ended {
            return Err(Refusal::AlreadyDone {
                what: "the end of the proceedings",
                on,
            });
        }
        let latest = deferral.reviewed_on.last().copied().unwrap_or(deferral.on);
        law.happened("the review", self.on, ("the deferral", latest))?;
        let mut clocks: Vec<ClockChange> = Vec::new();
        let mut resumed = None;
        let others_open = case
            .open_deferrals()
            .any(|other| other.deferred.deferral != self.deferral && other.ended.is_none());
        clocks.extend(case.clocks.meet(LimitId::FreezeReview, self.on));
        if self.continues {
            if self.elsewhere.is_some() {
                return Err(Refusal::NotYet(NotYet::Resumed));
            }
        } else {
            let (how, changes) = resumption::resume(case, law, deferral, self.elsewhere, self.on)?;
            resumed = Some(how);
            clocks.extend(changes);
        }
        if self.continues || others_open {
            clocks.push(law.start(LimitId::FreezeReview, self.on)?);
        }
        Ok(vec![Fact {
            on: self.on,
            event: Event::DeferralReviewed(DeferralReviewed {
                deferral: self.deferral,
                continues: self.continues,
                reasons: self.reasons.clone(),
                resumed,
            }),
            clocks,
        }])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::{day, defer, end_proceedings, fixture, given, record_complaint, respond};

    fn review(continues: bool, on: &str) -> ReviewDeferral {
        ReviewDeferral {
            deferral: DeferralNumber(1),
            continues,
            reasons: fixture::sealed(82),
            elsewhere: None,
            on: day(on),
        }
    }

    #[test]
    fn a_deferral_is_reviewed_every_twenty_working_days() {
        given([record_complaint(), defer(&[1], "2015-04-01").into()])
            .when(review(true, "2015-05-01"))
            .then_clocks(&[("D-FREEZE-REVIEW", "2015-06-02")]);
        given([record_complaint(), defer(&[1], "2015-04-01").into()])
            .when(review(true, "2015-04-30"))
            .then_clocks(&[("D-FREEZE-REVIEW", "2015-06-01")]);
        given([record_complaint(), defer(&[1], "2015-04-01").into()])
            .when(review(true, "2015-03-31"))
            .then_refused(&Refusal::BeforeItCould {
                what: "the review",
                on: day("2015-03-31"),
                earliest: "the deferral",
                earliest_on: day("2015-04-01"),
            });
    }

    #[test]
    fn when_the_prejudice_is_gone_the_points_come_back_with_a_fresh_clock() {
        given([record_complaint(), defer(&[1], "2015-04-01").into()])
            .when(review(false, "2015-05-01"))
            .then_clocks(&[("D-ACK1", "2015-05-06"), ("D-S1", "2015-05-18")]);
        given([
            record_complaint(),
            defer(&[1], "2015-04-01").into(),
            review(false, "2015-05-01").into(),
        ])
        .when(respond("2015-05-18"))
        .then_met("D-S1", "2015-05-18")
        .then_took(10);
    }

    #[test]
    fn after_the_proceedings_it_is_for_the_complainant_to_resubmit() {
        given([
            record_complaint(),
            defer(&[1], "2015-04-01").into(),
            end_proceedings("2015-04-20").into(),
        ])
        .when(review(true, "2015-05-01"))
        .then_refused(&Refusal::AlreadyDone {
            what: "the end of the proceedings",
            on: day("2015-04-20"),
        });
        given([record_complaint()])
            .when(review(true, "2015-05-01"))
            .then_refused(&Refusal::NotYet(NotYet::Deferred));
    }
}
