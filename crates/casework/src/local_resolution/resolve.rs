//! Resolve a complaint on written terms.

use jiff::civil::Date;

use super::AnswerManner;
use super::respond::{Letter, answer};
use crate::case::Case;
use crate::closure::NoticeOfRights;
use crate::event::Fact;
use crate::ids::Sealed;
use crate::law::Law;
use crate::point::PointFinding;
use crate::refusal::Refusal;

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
        answer(
            case,
            law,
            AnswerManner::Terms,
            Letter {
                text: Some(&self.terms),
                notice: self.notice.as_ref(),
                sent_on: self.sent_on,
            },
            &self.findings,
        )
    }
}
