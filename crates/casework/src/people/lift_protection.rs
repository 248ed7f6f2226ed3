//! Lift the protection of a person’s contact.

use jiff::civil::Date;

use super::{ProtectionKind, ProtectionLifted};
use crate::case::Case;
use crate::event::{Event, Fact};
use crate::ids::{PersonId, Sealed};
use crate::law::Law;
use crate::refusal::{ProtectionFault, Refusal};

/// Lift a protection that is no longer needed. For complaints managers, as it shows everybody what was withheld.
///
/// Source: convention of this record.
#[derive(Clone, Debug)]
pub struct LiftProtection {
    /// Whose contact.
    pub person: PersonId,
    /// Which protection.
    pub what: ProtectionKind,
    /// Why it is no longer needed.
    pub reasons: Sealed,
    /// The day it ends.
    pub on: Date,
}

impl LiftProtection {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when the protection does not stand, it was recorded in another case of the person, or the day is
    /// impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        if case.protected_only_elsewhere(self.person, self.what) {
            return Err(ProtectionFault::ProtectedElsewhere.into());
        }
        let standing = case.protected(self.person, self.what);
        let standing = standing.ok_or(ProtectionFault::NotProtected)?;
        law.happened("the lifting", self.on, ("the protection", standing.since))?;
        let lifted = ProtectionLifted {
            person: self.person,
            what: self.what,
            reasons: self.reasons.clone(),
        };
        let event = Event::ProtectionLifted(Box::new(lifted));
        Ok(vec![Fact::new(self.on, event)])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::action::Action;
    use crate::people::Protection;
    use crate::story::{day, fixture, given, protect, record_complaint};

    fn lift(what: ProtectionKind, on: &str) -> LiftProtection {
        LiftProtection {
            person: fixture::PARENT,
            what,
            reasons: fixture::sealed(93),
            on: day(on),
        }
    }

    #[test]
    fn what_stands_is_lifted_and_nothing_else() {
        let history = [
            record_complaint(),
            protect(Protection::AddressProtected, "2015-05-11").into(),
            protect(Protection::DoNotContact, "2015-05-12").into(),
        ];
        let after = given(history.clone())
            .when(lift(ProtectionKind::AddressProtected, "2015-05-13"))
            .after();
        let left: Vec<_> = after.protections.iter().map(|each| &each.what).collect();
        assert_eq!(left, [&Protection::DoNotContact]);
        let child = LiftProtection {
            person: fixture::CHILD,
            ..lift(ProtectionKind::AddressProtected, "2015-05-13")
        };
        for refused in [lift(ProtectionKind::ContactOnlySo, "2015-05-13"), child] {
            given(history.clone())
                .when(refused)
                .then_refused(&ProtectionFault::NotProtected.into());
        }
        let unprotected = given([record_complaint()]);
        let case = unprotected.case().expect("it is recorded");
        assert_eq!(
            case.open_to(Action::LiftProtection),
            Err(ProtectionFault::NotProtected.into())
        );
    }

    #[test]
    fn it_ends_no_earlier_than_it_began() {
        for (on, accepted) in [("2015-05-11", true), ("2015-05-10", false)] {
            let history = [
                record_complaint(),
                protect(Protection::AddressProtected, "2015-05-11").into(),
            ];
            let then = given(history).when(lift(ProtectionKind::AddressProtected, on));
            assert_eq!(then.is_accepted(), accepted, "{on}");
        }
    }
}
