//! Refuse the more time that was asked for.

use jiff::civil::Date;

use super::MoreTimeRefused;
use crate::case::Case;
use crate::event::{Event, Fact};
use crate::ids::Sealed;
use crate::law::Law;
use crate::refusal::{DraftFault, Refusal};

/// Say no to whoever asked for more time. The answer stays due when it was, and whoever asked sees why.
///
/// Source: council policy; whether to extend is the authority’s to decide, SI 2006/1738 reg 14(5).
#[derive(Clone, Debug)]
pub struct RefuseMoreTime {
    /// Why not.
    pub reasons: Sealed,
    /// The day it was decided.
    pub on: Date,
}

impl RefuseMoreTime {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when no Stage 1 answer is awaited, nobody has asked for more time, or the day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        case.not_yet_answered("refusing more time")?;
        let (asked_on, _) = case
            .drafting
            .more_time
            .as_ref()
            .ok_or(DraftFault::NoTimeAskedFor)?;
        law.happened("the decision", self.on, ("the request", *asked_on))?;
        let event = Event::MoreTimeRefused(MoreTimeRefused {
            reasons: self.reasons.clone(),
        });
        Ok(vec![Fact::new(self.on, event)])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::local_resolution::{AskForTime, ExtensionReason};
    use crate::story::{day, extend, fixture, given, record_complaint, respond};

    fn ask(on: &str) -> AskForTime {
        AskForTime {
            asked_by: fixture::MS_HALL,
            reason: ExtensionReason::Complex,
            until: day("2015-04-27"),
            told_on: None,
            words: None,
            on: day(on),
        }
    }

    fn refuse(on: &str) -> RefuseMoreTime {
        RefuseMoreTime {
            reasons: fixture::sealed(7),
            on: day(on),
        }
    }

    #[test]
    fn a_request_that_is_refused_waits_no_longer_and_moves_no_date() {
        given([record_complaint(), ask("2015-04-08").into()])
            .when(refuse("2015-04-09"))
            .then_clocks(&[]);
        let after = |then: &[crate::action::Command]| {
            let asked = [record_complaint(), ask("2015-04-08").into()];
            let all = [&asked[..], &[refuse("2015-04-09").into()], then].concat();
            let (last, before) = all.split_last().expect("there are some");
            given(before.to_vec()).when(last.clone()).after().drafting
        };
        let refused = after(&[]);
        assert_eq!(refused.more_time, None);
        assert_eq!(
            refused.more_time_refused.map(|(on, _)| on),
            Some(day("2015-04-09"))
        );
        // Asked again, extended or answered, the old refusal is over.
        let again = after(&[ask("2015-04-10").into()]);
        assert!(again.more_time.is_some() && again.more_time_refused.is_none());
        for over in [extend("2015-04-10", "2015-04-20"), respond("2015-04-10")] {
            assert_eq!(after(&[over]).more_time_refused, None);
        }
    }

    #[test]
    fn nothing_is_refused_that_nobody_asked_for() {
        let nobody_asks = Refusal::from(DraftFault::NoTimeAskedFor);
        given([record_complaint()])
            .when(refuse("2015-04-09"))
            .then_refused(&nobody_asks);
        let once = [
            record_complaint(),
            ask("2015-04-08").into(),
            refuse("2015-04-09").into(),
        ];
        given(once)
            .when(refuse("2015-04-10"))
            .then_refused(&nobody_asks);
    }

    #[test]
    fn it_is_decided_on_the_day_of_the_request_or_later() {
        given([record_complaint(), ask("2015-04-08").into()])
            .when(refuse("2015-04-07"))
            .then_refused(&Refusal::BeforeItCould {
                what: "the decision",
                on: day("2015-04-07"),
                earliest: "the request",
                earliest_on: day("2015-04-08"),
            });
    }
}
