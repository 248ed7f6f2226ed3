//! Take a contact down: what somebody said, before it is known what it is.

use jiff::civil::Date;
use statute::limits::LimitId;

use super::RepresentationKind;
use crate::event::{Event, Fact, RepresentationRecorded};
use crate::ids::{AccountId, Sealed};
use crate::law::Law;
use crate::organisation::Place;
use crate::people::Channel;
use crate::point::{Point, PointNumber};
use crate::refusal::Refusal;
use crate::registers::Particulars;

/// Keep what a caller or writer said as far as it was said, so that it is sorted later.
///
/// It may be a complaint, and a complaint is received when anybody in the authority hears of it: the time to acknowledge
/// runs from then, whenever somebody gets to sort it.
///
/// Source: REP-8.1, receipt anywhere in the authority is receipt; REP-4.2, no special form of words.
#[derive(Clone, Debug)]
pub struct TakeContact {
    /// How it arrived.
    pub channel: Channel,
    /// The day the authority received it.
    pub received_on: Date,
    /// Name and contact of who said it, as far as given.
    pub person: Option<Sealed>,
    /// What was said.
    pub words: Option<Sealed>,
    /// Everything that was typed, for whoever goes on.
    pub form: Sealed,
    /// Staff complained about, as far as said: they may not read it from the first word on.
    pub complained_about: Vec<AccountId>,
}

impl TakeContact {
    /// Decides and changes nothing; the caller appends the fact to a new stream.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] for an impossible day, or when there is neither a person nor a word of theirs.
    pub fn decide(&self, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        let on = self.received_on;
        law.happened("the receipt", on, ("the receipt", on))?;
        if self.person.is_none() && self.words.is_none() {
            return Err(Refusal::NothingToSort);
        }
        let said = |text: &Sealed| Point {
            number: PointNumber(1),
            text: text.clone(),
            categories: Vec::new(),
        };
        let representation = RepresentationRecorded {
            kind: RepresentationKind::ContactToSort,
            procedure: None,
            channel: self.channel,
            reached_team_on: None,
            grounds_arose_on: None,
            late_reasons: None,
            service: None,
            place: Place::default(),
            complainants: Vec::new(),
            children: Vec::new(),
            points: self.words.iter().map(said).collect(),
            desired_outcome: None,
            complained_about: self.complained_about.clone(),
            particulars: Some(Particulars::ToSort {
                person: self.person.clone(),
                form: self.form.clone(),
            }),
        };
        let event = Event::RepresentationRecorded(Box::new(representation));
        let clocks = vec![law.start(LimitId::Acknowledgement, on)?];
        Ok(vec![Fact { on, event, clocks }])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::{day, fixture, given, respond};

    #[test]
    fn a_telephone_number_is_enough_and_the_time_to_acknowledge_runs() {
        let number_alone = TakeContact {
            words: None,
            ..fixture::contact_to_sort()
        };
        given([])
            .when(number_alone)
            .then_clocks(&[("D-ACK1", "2015-03-30")]);
    }

    #[test]
    fn somebody_or_something_is_there_to_sort() {
        let nothing = TakeContact {
            person: None,
            words: None,
            ..fixture::contact_to_sort()
        };
        given([])
            .when(nothing)
            .then_refused(&Refusal::NothingToSort);
        let tomorrow = TakeContact {
            received_on: day("2015-03-27"),
            ..fixture::contact_to_sort()
        };
        given([])
            .on("2015-03-26")
            .when(tomorrow)
            .then_refused(&Refusal::InTheFuture {
                what: "the receipt",
                on: day("2015-03-27"),
                today: day("2015-03-26"),
            });
    }

    #[test]
    fn it_has_no_stages_until_it_is_sorted() {
        given([fixture::contact_to_sort().into()])
            .when(respond("2015-04-10"))
            .then_refused(&Refusal::WrongKind {
                action: "answering at Stage 1",
                wanted: "complaints",
                is: "a contact to sort",
            });
    }
}
