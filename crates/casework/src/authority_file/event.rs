//! Facts of the authority’s own file. They hold codes, names of units, dates and counts, and nothing personal.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::annual_report::{PassageNumber, PassageRewritten, PassageWritten};
use crate::context::{ContextRecorded, PopulationRecorded, PublishedRecorded};
use crate::event::{UnreadableFact, read_stored};
use crate::ids::PersonId;
use crate::learning::TrainingHeld;
use crate::organisation::UnitOpened;
use crate::people::Pair;
use crate::pools::{AppointmentPaid, PoolJoined};
use crate::settings::Code;

/// The version of the form in which facts of the file are stored.
pub const FILE_SCHEMA: u16 = 1;

/// One entry of the authority’s own file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileFact {
    /// The day it happened or held from.
    pub on: Date,
    /// What happened.
    pub event: FileEvent,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum FileEvent {
    /// Populations of a year were entered.
    ContextRecorded(ContextRecorded),
    /// A population by ethnic group was entered.
    PopulationRecorded(PopulationRecorded),
    /// A figure of an earlier year was entered as it was published.
    PublishedRecorded(PublishedRecorded),
    /// An area, a team or a provider began.
    UnitOpened(UnitOpened),
    /// It has another name from that day.
    UnitRenamed {
        /// Which.
        unit: Code,
        /// Its name from then on.
        name: String,
    },
    /// Several became one on that day.
    UnitsMerged {
        /// Which ended.
        units: Vec<Code>,
        /// What goes on in their place.
        into: Code,
    },
    /// It ended on that day and nothing goes on in its place.
    UnitClosed {
        /// Which.
        unit: Code,
    },
    /// Somebody can be appointed.
    PoolJoined(PoolJoined),
    /// Somebody cannot be appointed for a time.
    PoolAbsence {
        /// Who.
        member: PersonId,
        /// The first day.
        from: Date,
        /// The last day.
        until: Date,
    },
    /// Somebody can no longer be appointed.
    PoolLeft {
        /// Who.
        member: PersonId,
    },
    /// An appointment was paid for.
    AppointmentPaid(AppointmentPaid),
    /// A workshop, a training or the like was held.
    TrainingHeld(TrainingHeld),
    /// Somebody judged people of two cases to be the same person.
    PeopleMatched {
        /// Who.
        people: Pair,
    },
    /// That was taken back.
    PeopleParted {
        /// Who.
        people: Pair,
    },
    /// Somebody judged people of two cases to be two different people.
    PeopleToldApart {
        /// Who.
        people: Pair,
    },
    /// That was taken back.
    TellApartTakenBack {
        /// Who.
        people: Pair,
    },
    /// A passage of a year’s report was written.
    PassageWritten(PassageWritten),
    /// Other words took its place.
    PassageRewritten(PassageRewritten),
    /// It was taken out of the report.
    PassageTakenBack {
        /// Which.
        passage: PassageNumber,
    },
    /// It was put elsewhere in its list.
    PassageMoved {
        /// Which.
        passage: PassageNumber,
        /// Before which; `None` for the end.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        before: Option<PassageNumber>,
    },
}

impl FileEvent {
    /// The name of every event, as stored.
    pub const NAMES: &[&'static str] = &[
        "context_recorded",
        "population_recorded",
        "published_recorded",
        "unit_opened",
        "unit_renamed",
        "units_merged",
        "unit_closed",
        "pool_joined",
        "pool_absence",
        "pool_left",
        "appointment_paid",
        "training_held",
        "people_matched",
        "people_parted",
        "people_told_apart",
        "tell_apart_taken_back",
        "passage_written",
        "passage_rewritten",
        "passage_taken_back",
        "passage_moved",
    ];

    /// The name under which it is stored.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::ContextRecorded(_) => "context_recorded",
            Self::PopulationRecorded(_) => "population_recorded",
            Self::PublishedRecorded(_) => "published_recorded",
            Self::UnitOpened(_) => "unit_opened",
            Self::UnitRenamed { .. } => "unit_renamed",
            Self::UnitsMerged { .. } => "units_merged",
            Self::UnitClosed { .. } => "unit_closed",
            Self::PoolJoined(_) => "pool_joined",
            Self::PoolAbsence { .. } => "pool_absence",
            Self::PoolLeft { .. } => "pool_left",
            Self::AppointmentPaid(_) => "appointment_paid",
            Self::TrainingHeld(_) => "training_held",
            Self::PeopleMatched { .. } => "people_matched",
            Self::PeopleParted { .. } => "people_parted",
            Self::PeopleToldApart { .. } => "people_told_apart",
            Self::TellApartTakenBack { .. } => "tell_apart_taken_back",
            Self::PassageWritten(_) => "passage_written",
            Self::PassageRewritten(_) => "passage_rewritten",
            Self::PassageTakenBack { .. } => "passage_taken_back",
            Self::PassageMoved { .. } => "passage_moved",
        }
    }
}

impl FileFact {
    /// The body as stored.
    ///
    /// # Panics
    ///
    /// Never: a fact has only strings for keys.
    pub fn to_stored(&self) -> String {
        serde_json::to_string(self).expect("a fact has only strings for keys, so it is always JSON")
    }

    /// Reads a stored body of any version.
    ///
    /// # Errors
    ///
    /// [`UnreadableFact`] for a version from the future or a damaged body, which is never quoted.
    pub fn from_stored(name: &str, schema: u16, body: &str) -> Result<Self, UnreadableFact> {
        read_stored(name, schema, FILE_SCHEMA, body)
    }
}
