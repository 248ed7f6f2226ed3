//! Protect a person’s contact.

use jiff::civil::Date;

use super::{ContactProtected, Protection, ProtectionKind};
use crate::case::Case;
use crate::event::{Event, Fact};
use crate::ids::{PersonId, Sealed};
use crate::law::Law;
use crate::refusal::{ProtectionFault, Refusal};

/// Protect the contact of somebody in the case: withhold the address, ask nobody to contact them, or say which way is
/// safe. Possible at any time, for a child as for a complainant, and whatever kind of case it is. Whoever learns of the
/// danger records it at once; taking it back is for the complaints manager.
///
/// Source: convention of this record.
#[derive(Clone, Debug)]
pub struct ProtectContact {
    /// Whose contact.
    pub person: PersonId,
    /// What protects it.
    pub what: Protection,
    /// Why.
    pub reasons: Sealed,
    /// Since when.
    pub on: Date,
}

impl ProtectContact {
    /// Decides and changes nothing. Another safe way takes the place of the one before.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when nothing personal is held of the person here, the same protection stands, or the day is
    /// impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        case.has_particulars(self.person)?;
        let kind = self.what.kind();
        let standing = case.protected(self.person, kind);
        if let Some(standing) = standing
            && kind != ProtectionKind::ContactOnlySo
        {
            return Err(ProtectionFault::AlreadyProtected(standing.since).into());
        }
        let earliest = match standing {
            Some(standing) => ("the safe way it replaces", standing.since),
            None => ("the receipt", case.received_on),
        };
        law.happened("the protection", self.on, earliest)?;
        let protected = ContactProtected {
            person: self.person,
            what: self.what.clone(),
            reasons: self.reasons.clone(),
        };
        let event = Event::ContactProtected(Box::new(protected));
        Ok(vec![Fact::new(self.on, event)])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::RepresentationKind;
    use crate::registers::RecordContact;
    use crate::story::{close, day, fixture, given, protect, record_complaint, respond};

    #[test]
    fn anybody_whose_particulars_are_held_is_protected_once_in_each_way() {
        let stranger = ProtectContact {
            person: fixture::MS_SHAH,
            ..protect(Protection::AddressProtected, "2015-05-11")
        };
        given([record_complaint()])
            .when(stranger)
            .then_refused(&ProtectionFault::NobodyOfThisCase.into());
        for what in [Protection::AddressProtected, Protection::DoNotContact] {
            let child = ProtectContact {
                person: fixture::CHILD,
                ..protect(what.clone(), "2015-05-12")
            };
            let history = [
                record_complaint(),
                protect(what.clone(), "2015-05-11").into(),
            ];
            given(history.clone()).when(child).then_accepted();
            given(history)
                .when(protect(what, "2015-05-12"))
                .then_refused(&ProtectionFault::AlreadyProtected(day("2015-05-11")).into());
        }
    }

    #[test]
    fn another_safe_way_takes_the_place_of_the_first() {
        let so = |item, on| {
            let how = fixture::sealed(item);
            protect(Protection::ContactOnlySo { how }, on)
        };
        let after = given([record_complaint(), so(91, "2015-05-11").into()])
            .when(so(92, "2015-05-12"))
            .after();
        let ways: Vec<_> = after.protections.iter().map(|each| &each.what).collect();
        let how = fixture::sealed(92);
        assert_eq!(ways, [&Protection::ContactOnlySo { how }]);
        given([record_complaint(), so(91, "2015-05-11").into()])
            .when(so(92, "2015-05-10"))
            .then_refused(&Refusal::BeforeItCould {
                what: "the protection",
                on: day("2015-05-10"),
                earliest: "the safe way it replaces",
                earliest_on: day("2015-05-11"),
            });
    }

    #[test]
    fn it_begins_neither_before_the_receipt_nor_after_today() {
        for (on, today, accepted) in [
            ("2015-03-26", "2015-05-11", true),
            ("2015-03-25", "2015-05-11", false),
            ("2015-05-11", "2015-05-11", true),
            ("2015-05-12", "2015-05-11", false),
        ] {
            let then = given([record_complaint()])
                .on(today)
                .when(protect(Protection::DoNotContact, on));
            assert_eq!(then.is_accepted(), accepted, "{on}");
        }
    }

    #[test]
    fn it_is_possible_after_closing_and_for_whatever_has_a_name_and_moves_nothing_of_the_case() {
        let answered = [
            record_complaint(),
            respond("2015-04-13"),
            close("2015-05-01"),
        ];
        let before = given(answered);
        let was = before.case().expect("it is recorded").clone();
        let after = before
            .when(protect(Protection::AddressProtected, "2015-05-11"))
            .after();
        assert_eq!(after.withheld().collect::<Vec<_>>(), [fixture::PARENT]);
        let undone = Case {
            protections: Vec::new(),
            version: was.version,
            ..after
        };
        assert_eq!(undone, was);
        let compliment = RecordContact {
            person: fixture::complaint().complainants.pop(),
            ..fixture::contact(RepresentationKind::Compliment)
        };
        given([compliment.into()])
            .when(protect(Protection::DoNotContact, "2015-05-11"))
            .then_accepted();
    }
}
