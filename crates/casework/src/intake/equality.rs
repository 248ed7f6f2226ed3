//! Equality monitoring as a case knows it: who was sent a form and whose answers came. No answer is here.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::case::Case;
use crate::event::{Event, Fact};
use crate::ids::{PersonId, Sealed};
use crate::refusal::Refusal;

/// Whom answers describe. A young person who complains is both, and the two are never mixed.
///
/// Source: REP-18.5.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// The complainant.
    Complainant,
    /// The child the complaint is about.
    Child,
}

/// Where answers come from.
///
/// Source: REP-22.3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AnswerSource {
    /// The person's own form.
    OwnForm,
    /// A carer or advocate told them for the person.
    ToldForThem,
    /// The care record, because no form came back.
    CareRecord,
}

/// How a form reached somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SentHow {
    /// With the acknowledgement.
    WithAcknowledgement,
    /// Handed over.
    HandedOver,
    /// As a link to a form online.
    OnlineLink,
    /// Asked on the telephone.
    Telephone,
}

/// What is known of the monitoring of one person in one part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EqualityMonitoring {
    /// Who.
    pub person: PersonId,
    /// As whom.
    pub about: About,
    /// When and how a form was sent, each time.
    pub sent: Vec<(Date, SentHow)>,
    /// When answers came and where from; `None` where an older record does not say.
    pub came: Vec<(Date, Option<AnswerSource>)>,
}

/// How far the monitoring of one person has come. It is voluntary, so nothing is ever overdue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "state", content = "on", rename_all = "snake_case")]
pub enum FormState {
    /// Nobody sent a form, and nothing was looked up.
    NotAsked,
    /// A form was last sent on this day, and none came back.
    Outstanding(Date),
    /// A form, or what somebody told for the person, came first on this day.
    Returned(Date),
    /// No form came back or was sent; the care record was first looked up on this day.
    LookedUp(Date),
}

impl AnswerSource {
    /// The words people read.
    pub const fn label(self) -> &'static str {
        match self {
            Self::OwnForm => "The person’s own form",
            Self::ToldForThem => "Told by a carer or advocate",
            Self::CareRecord => "The care record",
        }
    }

    /// Whether somebody answered, so that the form counts as returned.
    pub const fn is_an_answer(self) -> bool {
        match self {
            Self::OwnForm | Self::ToldForThem => true,
            Self::CareRecord => false,
        }
    }
}

impl SentHow {
    /// The words people read.
    pub const fn label(self) -> &'static str {
        match self {
            Self::WithAcknowledgement => "With the acknowledgement",
            Self::HandedOver => "Handed over",
            Self::OnlineLink => "As a link to a form online",
            Self::Telephone => "Asked on the telephone",
        }
    }
}

impl EqualityMonitoring {
    /// How far it has come.
    pub fn state(&self) -> FormState {
        // Before a record told where answers come from, it was the form that was recorded.
        let answered = |source: Option<AnswerSource>| source.is_none_or(AnswerSource::is_an_answer);
        let first = |wanted: bool| {
            let days = self
                .came
                .iter()
                .filter(|(_, source)| answered(*source) == wanted);
            days.map(|(on, _)| *on).min()
        };
        let sent = self.sent.iter().map(|(on, _)| *on).max();
        match (first(true), first(false), sent) {
            (Some(on), _, _) => FormState::Returned(on),
            (None, Some(on), None) => FormState::LookedUp(on),
            // Looking up fills a gap; whoever was asked has still not answered.
            (None, _, Some(on)) => FormState::Outstanding(on),
            (None, None, None) => FormState::NotAsked,
        }
    }
}

impl Case {
    /// How far the monitoring of somebody in this part has come.
    pub fn monitored(&self, person: PersonId, about: About) -> FormState {
        let known = self.equality.iter();
        known
            .filter(|each| (each.person, each.about) == (person, about))
            .map(EqualityMonitoring::state)
            .next()
            .unwrap_or(FormState::NotAsked)
    }

    /// Everybody who can be monitored, with how far that has come: complainants first, then children.
    pub fn monitoring(&self) -> Vec<(PersonId, About, FormState)> {
        let complainants = self.representation.complainants.iter();
        let children = self.representation.children.iter();
        complainants
            .map(|complainant| (complainant.person, About::Complainant))
            .chain(children.map(|child| (child.person, About::Child)))
            .map(|(person, about)| (person, about, self.monitored(person, about)))
            .collect()
    }

    /// Refuses somebody who has not this part in the case.
    pub(super) fn can_be_monitored(&self, person: PersonId, about: About) -> Result<(), Refusal> {
        let who = (person, about);
        if self
            .monitoring()
            .iter()
            .any(|(person, about, _)| (*person, *about) == who)
        {
            return Ok(());
        }
        Err(Refusal::NotInTheCase(match about {
            About::Complainant => "complainant",
            About::Child => "child",
        }))
    }

    /// Copies what equality monitoring did into the state.
    pub(crate) fn evolve_equality(&mut self, fact: &Fact) {
        if let Event::EqualityFormSent(sent) = &fact.event {
            let monitoring = self.monitoring_of(sent.person, sent.about);
            monitoring.sent.push((fact.on, sent.how));
        } else if let Event::EqualityRecorded(recorded) = &fact.event {
            self.note_answers(fact.on, recorded);
        }
    }

    fn note_answers(&mut self, on: Date, recorded: &EqualityRecorded) {
        let mut complainants = self.representation.complainants.iter();
        // An older record told whose answers they are by the person alone.
        let about = recorded.about.unwrap_or(
            if complainants.any(|complainant| complainant.person == recorded.person) {
                About::Complainant
            } else {
                About::Child
            },
        );
        let monitoring = self.monitoring_of(recorded.person, about);
        monitoring.came.push((on, recorded.source));
    }

    fn monitoring_of(&mut self, person: PersonId, about: About) -> &mut EqualityMonitoring {
        let known = self.equality.iter();
        let place = known
            .map(|each| (each.person, each.about))
            .position(|each| each == (person, about));
        let place = place.unwrap_or_else(|| {
            self.equality.push(EqualityMonitoring {
                person,
                about,
                sent: Vec::new(),
                came: Vec::new(),
            });
            self.equality.len() - 1
        });
        &mut self.equality[place]
    }
}

/// Whose answers came, and where they lie: what the record says of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EqualityRecorded {
    /// Whose answers.
    pub person: PersonId,
    /// The answers, sealed in the store of their own.
    pub answers: Sealed,
    /// Whom they describe; `None` in older records, which went by the person alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<About>,
    /// Where they come from; `None` in older records.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<AnswerSource>,
}

/// A form that went out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EqualityFormSent {
    /// To whom, or about whom.
    pub person: PersonId,
    /// Whom it asks about.
    pub about: About,
    /// How.
    pub how: SentHow,
}
