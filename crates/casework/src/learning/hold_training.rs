//! Hold a workshop, a training or another occasion to learn that belongs to no case.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::authority_file::{AuthorityFile, FileEvent, FileFact, NotKept};
use crate::ids::Sealed;
use crate::law::Law;

/// An occasion to learn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TrainingKind {
    /// Staff work on how complaints are handled.
    Workshop,
    /// Training, also by somebody from outside.
    Training,
    /// One person at a time.
    Coaching,
    /// What complaints taught is told at a meeting of a service.
    SharedLearning,
}

impl TrainingKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [
        Self::Workshop,
        Self::Training,
        Self::Coaching,
        Self::SharedLearning,
    ];

    /// The code forms know it by.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Workshop => "workshop",
            Self::Training => "training",
            Self::Coaching => "coaching",
            Self::SharedLearning => "shared_learning",
        }
    }

    /// What people call it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Workshop => "Workshop",
            Self::Training => "Training",
            Self::Coaching => "One-to-one coaching",
            Self::SharedLearning => "Learning shared at a meeting",
        }
    }
}

/// An occasion was held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrainingHeld {
    /// What it was.
    pub kind: TrainingKind,
    /// How many people took part.
    pub people: u16,
    /// What it was about and for whom, sealed.
    pub about: Sealed,
}

/// Enter that a workshop, a training or the like was held.
#[derive(Clone, Debug)]
pub struct HoldTraining {
    /// What was held.
    pub held: TrainingHeld,
    /// The day.
    pub on: Date,
}

impl HoldTraining {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// [`NotKept`] when nobody took part or the day has not come: what is planned was not held.
    pub fn decide(&self, _: &AuthorityFile, law: &Law<'_>) -> Result<Vec<FileFact>, NotKept> {
        if self.held.people == 0 {
            return Err(NotKept::NobodyThere);
        }
        if self.on > law.today {
            return Err(NotKept::InFuture(self.on));
        }
        Ok(vec![FileFact {
            on: self.on,
            event: FileEvent::TrainingHeld(self.held.clone()),
        }])
    }
}
