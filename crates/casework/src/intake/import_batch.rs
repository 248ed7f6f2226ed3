//! Cases that came in together, and taking them back while nobody has worked on them.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::case::Case;
use crate::event::{Event, Fact};
use crate::ids::BatchId;

/// How a case came in with an import.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CameIn {
    /// With which.
    pub batch: BatchId,
    /// When.
    pub on: Date,
    /// The version the case had then.
    pub version: u32,
    /// When the import was undone.
    pub undone_on: Option<Date>,
}

/// Why an import cannot be taken back for a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotTakenBack {
    /// It did not come in with this import.
    #[error("the case did not come in with this import")]
    OfAnother,
    /// It was taken back before.
    #[error("the import was undone before")]
    Before,
    /// Something was recorded in it since it came in.
    #[error("the case was worked on since it came in")]
    WorkedOn,
}

impl Case {
    /// Takes back that the case came in with an import. Nothing is deleted from its history; the case
    /// stands in no list and no count from then on, and none of its limits runs.
    ///
    /// # Errors
    ///
    /// [`NotTakenBack`] when it came in otherwise, or somebody has recorded something in it since.
    pub fn undo_import(&self, batch: BatchId, today: Date) -> Result<Fact, NotTakenBack> {
        let came_in = self.import.ok_or(NotTakenBack::OfAnother)?;
        if came_in.batch != batch {
            return Err(NotTakenBack::OfAnother);
        }
        if came_in.undone_on.is_some() {
            return Err(NotTakenBack::Before);
        }
        if came_in.version != self.version {
            return Err(NotTakenBack::WorkedOn);
        }
        Ok(Fact {
            on: today,
            event: Event::ImportUndone,
            clocks: self.clocks.stop_all(today),
        })
    }

    /// Whether the import it came in with was undone.
    pub fn is_taken_back(&self) -> bool {
        self.import
            .is_some_and(|came_in| came_in.undone_on.is_some())
    }

    pub(crate) fn evolve_import(&mut self, fact: &Fact) {
        if let Event::Imported { batch } = fact.event {
            self.import = Some(CameIn {
                batch,
                on: fact.on,
                version: self.version,
                undone_on: None,
            });
        } else if let Some(came_in) = &mut self.import {
            came_in.undone_on = Some(fact.on);
        }
    }
}

impl Event {
    /// Whether it is about how the case came into the record, and so nothing that happened to it.
    pub(crate) const fn is_of_an_import(&self) -> bool {
        matches!(self, Self::Imported { .. } | Self::ImportUndone)
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::ids::CaseId;
    use crate::story::{acknowledge, day, given, record_complaint};

    const BATCH: BatchId = BatchId(Uuid::from_u128(7));

    fn imported() -> Case {
        let mut case = given([record_complaint(), acknowledge("2015-03-27")])
            .case()
            .expect("a case");
        case.evolve(&Fact::new(
            day("2016-02-01"),
            Event::Imported { batch: BATCH },
        ));
        case
    }

    #[test]
    fn an_import_is_no_happening_of_the_case() {
        let case = imported();
        assert_eq!(case.last_on, day("2015-03-27"));
        assert_eq!(case.version, 3);
        assert_ne!(case.id, CaseId(Uuid::nil()));
    }

    #[test]
    fn an_untouched_case_is_taken_back_once_and_every_limit_stops() {
        let mut case = imported();
        let undone = case
            .undo_import(BATCH, day("2016-02-02"))
            .expect("nobody touched it");
        assert!(!undone.clocks.is_empty());
        case.evolve(&undone);
        assert!(case.is_taken_back());
        assert_eq!(case.clocks.running().count(), 0);
        assert_eq!(
            case.undo_import(BATCH, day("2016-02-02")),
            Err(NotTakenBack::Before)
        );
    }

    #[test]
    fn a_case_that_was_worked_on_stays() {
        let mut case = imported();
        case.evolve(&Fact::new(
            day("2016-02-02"),
            Event::Acknowledged {
                leaflets: Vec::new(),
            },
        ));
        assert_eq!(
            case.undo_import(BATCH, day("2016-02-02")),
            Err(NotTakenBack::WorkedOn)
        );
    }

    #[test]
    fn a_case_of_another_import_or_of_none_stays() {
        let other = BatchId(Uuid::from_u128(8));
        let mut case = imported();
        assert_eq!(
            case.undo_import(other, day("2016-02-02")),
            Err(NotTakenBack::OfAnother)
        );
        case.import = None;
        assert_eq!(
            case.undo_import(BATCH, day("2016-02-02")),
            Err(NotTakenBack::OfAnother)
        );
    }
}
