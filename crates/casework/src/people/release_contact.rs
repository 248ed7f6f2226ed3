//! Release a protected contact to somebody who needs it.

use jiff::civil::Date;

use super::ContactReleased;
use crate::case::Case;
use crate::event::{Event, Fact};
use crate::ids::{AccountId, PersonId, Sealed};
use crate::law::Law;
use crate::refusal::{ProtectionFault, Refusal};

/// Release a protected contact: it is shown once to the complaints manager who gives it on, and stays protected. What
/// another case of the same person protects is released here as well, because this case holds a contact of its own.
///
/// Source: convention of this record. Nobody complained about is given it.
#[derive(Clone, Debug)]
pub struct ReleaseContact {
    /// Whose contact.
    pub person: PersonId,
    /// Who needs it.
    pub to: AccountId,
    /// What for.
    pub reason: Sealed,
    /// The day.
    pub on: Date,
}

impl ReleaseContact {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when the address is not protected, whoever is to have it is complained about, or the day is
    /// impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        let since = case.address_protected_since(self.person);
        let since = since.ok_or(ProtectionFault::NotProtected)?;
        law.happened("the release", self.on, ("the protection", since))?;
        if case.representation.complained_about.contains(&self.to) {
            return Err(ProtectionFault::ComplainedAbout.into());
        }
        let released = ContactReleased {
            person: self.person,
            to: self.to,
            reason: self.reason.clone(),
        };
        let event = Event::ContactReleased(Box::new(released));
        Ok(vec![Fact::new(self.on, event)])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::action::Action;
    use crate::people::Protection;
    use crate::story::{day, fixture, given, protect, record_complaint};

    fn release(on: &str) -> ReleaseContact {
        ReleaseContact {
            person: fixture::PARENT,
            to: fixture::MS_HALL,
            reason: fixture::sealed(94),
            on: day(on),
        }
    }

    #[test]
    fn only_a_protected_address_is_released_and_it_stays_protected() {
        let protected = |what| given([record_complaint(), protect(what, "2015-05-11").into()]);
        let after = protected(Protection::AddressProtected)
            .when(release("2015-05-12"))
            .after();
        assert_eq!(after.withheld().collect::<Vec<_>>(), [fixture::PARENT]);
        protected(Protection::DoNotContact)
            .when(release("2015-05-12"))
            .then_refused(&ProtectionFault::NotProtected.into());
        let other = protected(Protection::DoNotContact);
        assert_eq!(
            other
                .case()
                .expect("recorded")
                .open_to(Action::ReleaseContact),
            Err(ProtectionFault::NotProtected.into())
        );
        for (on, accepted) in [("2015-05-11", true), ("2015-05-10", false)] {
            let then = protected(Protection::AddressProtected).when(release(on));
            assert_eq!(then.is_accepted(), accepted, "{on}");
        }
    }

    #[test]
    fn nobody_complained_about_is_given_it() {
        for (account, accepted) in [(fixture::MS_HALL, false), (fixture::MR_LEE, true)] {
            let mut complaint = fixture::complaint();
            complaint.complained_about = vec![account];
            let then = given([
                complaint.into(),
                protect(Protection::AddressProtected, "2015-05-11").into(),
            ])
            .when(release("2015-05-12"));
            if accepted {
                then.then_accepted();
            } else {
                then.then_refused(&ProtectionFault::ComplainedAbout.into());
            }
        }
    }
}
