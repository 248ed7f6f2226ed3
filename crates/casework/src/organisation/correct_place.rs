//! Correct where in the organisation a complaint belongs.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Place;
use crate::case::Case;
use crate::event::{Event, Fact};
use crate::ids::Sealed;
use crate::law::Law;
use crate::refusal::Refusal;

/// Correct the area, team or provider a complaint is about, where it came in, or the other services it touches. Possible
/// after the case is closed: reports count a complaint where it belongs.
///
/// Source: council policy; what was first written down stays in the record.
#[derive(Clone, Debug)]
pub struct CorrectPlace {
    /// Where it belongs. Whether the units were there on the day of receipt is checked by the caller.
    pub place: Place,
    /// Why, sealed.
    pub reason: Sealed,
    /// The day of the correction.
    pub on: Date,
}

/// Where a complaint belongs was corrected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceCorrected {
    /// What stood before.
    #[serde(default, skip_serializing_if = "Place::is_unknown")]
    pub from: Place,
    /// What is right; nothing said where it turned out not to be known.
    #[serde(default, skip_serializing_if = "Place::is_unknown")]
    pub to: Place,
    /// Why, sealed.
    pub reason: Sealed,
}

impl CorrectPlace {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when it is no complaint, another service is not in the list, nothing is corrected, or the day is
    /// impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        case.complaint("correcting where a complaint belongs")?;
        law.happened("the correction", self.on, ("the receipt", case.received_on))?;
        let representation = &case.representation;
        if let Some(service) = &representation.service {
            self.place.check_services(service, law.settings)?;
        }
        if self.place == representation.place {
            return Err(Refusal::PlaceUnchanged);
        }
        let corrected = PlaceCorrected {
            from: representation.place.clone(),
            to: self.place.clone(),
            reason: self.reason.clone(),
        };
        Ok(vec![Fact::new(
            self.on,
            Event::PlaceCorrected(Box::new(corrected)),
        )])
    }
}

impl Case {
    /// Copies where the complaint belongs.
    pub(crate) fn correct_place(&mut self, corrected: &PlaceCorrected) {
        self.representation.place.clone_from(&corrected.to);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::action::Action;
    use crate::intake::RepresentationKind;
    use crate::settings::Code;
    use crate::story::{contact, day, fixture, given, record_complaint, respond};

    fn correct(area: &str, on: &str) -> CorrectPlace {
        CorrectPlace {
            place: Place {
                area: Some(Code::new(area)),
                ..Place::default()
            },
            reason: fixture::sealed(81),
            on: day(on),
        }
    }

    #[test]
    fn a_corrected_place_stands_in_the_case_and_what_stood_before_in_the_fact() {
        let corrected =
            given([record_complaint(), respond("2015-04-10")]).and(correct("north", "2015-04-11"));
        let north = correct("north", "2015-04-11").place;
        let case = corrected.case().expect("it is recorded");
        assert_eq!(case.representation.place, north);
        let again = correct("south", "2015-04-12");
        let (to, reason) = (again.place.clone(), again.reason.clone());
        let from = north;
        let fact = PlaceCorrected { from, to, reason };
        corrected
            .when(again)
            .then_event(&Event::PlaceCorrected(Box::new(fact)));
    }

    #[test]
    fn nothing_is_corrected_into_what_it_is_and_nothing_before_the_receipt() {
        given([record_complaint()])
            .and(correct("north", "2015-04-11"))
            .when(correct("north", "2015-04-12"))
            .then_refused(&Refusal::PlaceUnchanged);
        let case = given([record_complaint()]);
        let received_on = case.case().expect("it is recorded").received_on;
        let eve = received_on.yesterday().expect("a day");
        case.when(CorrectPlace {
            on: eve,
            ..correct("north", "2015-04-11")
        })
        .then_refused(&Refusal::BeforeItCould {
            what: "the correction",
            on: eve,
            earliest: "the receipt",
            earliest_on: received_on,
        });
    }

    #[test]
    fn only_a_complaint_has_a_place() {
        let case = given([contact(RepresentationKind::Compliment)]);
        let case = case.case().expect("it is recorded");
        assert!(case.open_to(Action::CorrectPlace).is_err());
    }
}
