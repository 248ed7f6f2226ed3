//! Note whether an elected member's enquiry is about somebody who complains or complained.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::case::Case;
use crate::event::{Event, Fact};
use crate::ids::Reference;
use crate::intake::RepresentationKind;
use crate::law::Law;
use crate::refusal::Refusal;

/// Note whether a case is of the same person as an enquiry by a member of Parliament or a councillor.
///
/// A name only suggests it; a person judges. It is for those who handle cases and stands in nothing that goes to the
/// member, and it changes no answer and no time limit.
///
/// Source: procedure REP-2.3, such an enquiry is linked to any case of the same person.
#[derive(Clone, Copy, Debug)]
pub struct NoteOverlap {
    /// The other case.
    pub with: Reference,
    /// Whether it is the same person.
    pub same_person: bool,
    /// The day it was judged.
    pub on: Date,
}

/// What was judged about an enquiry and another case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Overlap {
    /// The other case.
    pub with: Reference,
    /// Whether it is the same person.
    pub same_person: bool,
}

impl NoteOverlap {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when it is no enquiry by a member, the same was noted before, or the day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        case.open_to_overlaps()?;
        law.happened("the comparison", self.on, ("the receipt", case.received_on))?;
        let overlap = Overlap {
            with: self.with,
            same_person: self.same_person,
        };
        if let Some((on, latest)) = case.overlap_with(self.with)
            && latest == overlap
        {
            return Err(Refusal::AlreadyDone {
                what: "this about the other case",
                on,
            });
        }
        Ok(vec![Fact::new(self.on, Event::OverlapNoted(overlap))])
    }
}

impl Case {
    /// Refuses for anything but an enquiry by an elected member.
    pub(crate) fn open_to_overlaps(&self) -> Result<(), Refusal> {
        let is = self.representation.kind;
        if is == RepresentationKind::ElectedMemberEnquiry {
            Ok(())
        } else {
            Err(Refusal::WrongKind {
                action: "comparing the constituent with people who complained",
                wanted: "MP and councillor enquiries",
                is: is.label(),
            })
        }
    }

    /// The latest word on another case: the day and what was judged.
    pub fn overlap_with(&self, other: Reference) -> Option<(Date, Overlap)> {
        let mut overlaps = self.overlaps.iter().rev();
        overlaps.find(|(_, overlap)| overlap.with == other).copied()
    }

    /// The cases of the same person, each once.
    pub fn overlapping(&self) -> Vec<Reference> {
        let mut with: Vec<_> = self
            .overlaps
            .iter()
            .map(|(_, overlap)| overlap.with)
            .collect();
        with.sort();
        with.dedup();
        with.retain(|other| {
            self.overlap_with(*other)
                .is_some_and(|(_, latest)| latest.same_person)
        });
        with
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::action::Command;
    use crate::story::{contact, day, given};

    fn note(with: u64, same_person: bool) -> Command {
        NoteOverlap {
            with: Reference(with),
            same_person,
            on: day("2015-03-27"),
        }
        .into()
    }

    #[test]
    fn an_enquiry_overlaps_with_the_cases_somebody_confirmed_and_the_latest_word_stands() {
        let letter = || contact(RepresentationKind::ElectedMemberEnquiry);
        let story = given([
            letter(),
            note(3, true),
            note(4, false),
            note(5, true),
            note(5, false),
        ]);
        let case = story.case().expect("it is recorded");
        assert_eq!(case.overlapping(), [Reference(3)]);
        given([letter(), note(3, true)])
            .when(note(3, true))
            .then_refused(&Refusal::AlreadyDone {
                what: "this about the other case",
                on: day("2015-03-27"),
            });
        given([letter(), note(3, true)])
            .when(note(3, false))
            .then_clocks(&[]);
    }

    #[test]
    fn only_a_member_s_enquiry_is_compared() {
        given([contact(RepresentationKind::Enquiry)])
            .when(note(3, true))
            .then_refused(&Refusal::WrongKind {
                action: "comparing the constituent with people who complained",
                wanted: "MP and councillor enquiries",
                is: "an enquiry",
            });
    }
}
