//! Refer a complaint to another route.

use jiff::civil::Date;
use statute::procedure::Route;

use crate::case::Case;
use crate::event::{Event, Fact};
use crate::ids::Sealed;
use crate::intake::RepresentationKind;
use crate::law::Law;
use crate::refusal::Refusal;

/// Send the matter where it belongs, and tell the person which route is used and why.
///
/// Source: REP-4.2 and the table of routes; each route has its own rule.
#[derive(Clone, Debug)]
pub struct ReferElsewhere {
    /// The route.
    pub route: Route,
    /// The reasons given.
    pub reasons: Sealed,
    /// The day the person was told.
    pub on: Date,
}

impl ReferElsewhere {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when it is no complaint, was answered or has ended, or the day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        case.still_running()?;
        if !case.representation.kind.is_passed_on() {
            case.complaint("a referral to another route")?;
            case.not_yet_answered("a referral to another route")?;
        }
        law.happened("the referral", self.on, ("the receipt", case.received_on))?;
        let event = Event::ReferredElsewhere {
            route: self.route,
            reasons: self.reasons.clone(),
        };
        let complaint = case.representation.kind == RepresentationKind::Complaint;
        let mut clocks = if complaint && self.route == Route::DataProtection {
            case.is_a_data_protection_complaint(law, Some(self.on))?
        } else {
            Vec::new()
        };
        clocks.extend(case.clocks.after(&clocks).stop_all(self.on));
        Ok(vec![Fact {
            on: self.on,
            event,
            clocks,
        }])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::{day, fixture, given, record_complaint};

    #[test]
    fn a_referral_ends_the_case_in_this_procedure() {
        let refer = || ReferElsewhere {
            route: Route::DataProtection,
            reasons: fixture::sealed(71),
            on: day("2015-03-30"),
        };
        given([record_complaint()])
            .when(refer())
            .then_stopped("D-S1", "2015-03-30");
        given([record_complaint(), refer().into()])
            .when(refer())
            .then_refused(&Refusal::AlreadyDone {
                what: "the referral to another route",
                on: day("2015-03-30"),
            });
    }
}
