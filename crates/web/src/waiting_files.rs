//! Files between their preview and their confirmation: in the memory of this process alone, a few at a
//! time and not for long, so that nothing of an old register lies anywhere in plain text.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use app::import::Reading;
use app::officer::Officer;
use casework::ids::AccountId;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

/// So many files wait at most; the one that has waited longest makes room.
const MOST: usize = 4;

/// So long a file waits.
const PATIENCE: SignedDuration = SignedDuration::from_mins(30);

/// The files that wait.
#[derive(Default)]
pub(crate) struct WaitingFiles(Mutex<VecDeque<Waiting>>);

/// A file that waits, and how it is to be read.
#[derive(Clone)]
pub(crate) struct Waiting {
    /// By what its page knows it.
    pub number: Uuid,
    /// What it holds.
    pub bytes: Arc<Vec<u8>>,
    /// The sheets it has to choose from; one or none leaves no choice.
    pub sheets: Arc<Vec<String>>,
    /// How it is to be read.
    pub reading: Reading,
    account: AccountId,
    since: Timestamp,
}

impl Waiting {
    /// Whether it has to be said first which of its sheets is read.
    pub(crate) fn is_asked_for_a_sheet(&self) -> bool {
        self.sheets.len() > 1 && self.reading.sheet.is_none()
    }
}

impl WaitingFiles {
    /// Lets a file wait, and gives the number by which its page knows it.
    pub(crate) fn keep(
        &self,
        officer: &Officer,
        (bytes, sheets): (Vec<u8>, Vec<String>),
        now: Timestamp,
    ) -> Uuid {
        let number = Uuid::new_v4();
        let mut files = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        files.retain(|file| now.duration_since(file.since) < PATIENCE);
        while files.len() >= MOST {
            files.pop_front();
        }
        files.push_back(Waiting {
            number,
            bytes: Arc::new(bytes),
            sheets: Arc::new(sheets),
            reading: Reading::default(),
            account: officer.account,
            since: now,
        });
        number
    }

    /// The file of this number, for whoever sent it and nobody else.
    pub(crate) fn of(&self, officer: &Officer, number: Uuid, now: Timestamp) -> Option<Waiting> {
        let mut files = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        files.retain(|file| now.duration_since(file.since) < PATIENCE);
        let mut files = files.iter();
        files
            .find(|file| file.number == number && file.account == officer.account)
            .cloned()
    }

    /// Changes how a file is to be read.
    pub(crate) fn read_as(&self, number: Uuid, reading: Reading) {
        let mut files = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(file) = files.iter_mut().find(|file| file.number == number) {
            file.reading = reading;
        }
    }

    /// Lets a file go.
    pub(crate) fn drop_file(&self, number: Uuid) {
        let mut files = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        files.retain(|file| file.number != number);
    }
}

#[cfg(test)]
mod tests {
    use app::officer::Role;

    use super::*;

    fn officer(number: u128) -> Officer {
        Officer {
            account: AccountId(Uuid::from_u128(number)),
            authority: "northshire".parse().expect("a code"),
            display_name: "A manager".to_owned(),
            role: Role::ComplaintsManager,
            must_change: false,
        }
    }

    #[test]
    fn a_file_waits_for_its_sender_and_not_for_ever() {
        let files = WaitingFiles::default();
        let start = Timestamp::UNIX_EPOCH;
        let number = files.keep(&officer(1), (vec![1], Vec::new()), start);
        let last = start + PATIENCE - SignedDuration::from_secs(1);
        assert!(files.of(&officer(1), number, last).is_some());
        assert!(files.of(&officer(2), number, last).is_none());
        assert!(files.of(&officer(1), number, start + PATIENCE).is_none());
        assert!(files.of(&officer(1), number, start).is_none(), "it is gone");
    }

    #[test]
    fn the_file_that_waited_longest_makes_room() {
        let files = WaitingFiles::default();
        let now = Timestamp::UNIX_EPOCH;
        let numbers: Vec<Uuid> = (0..=MOST)
            .map(|_| files.keep(&officer(1), (Vec::new(), Vec::new()), now))
            .collect();
        assert!(files.of(&officer(1), numbers[0], now).is_none());
        assert!(files.of(&officer(1), numbers[1], now).is_some());
        files.drop_file(numbers[1]);
        assert!(files.of(&officer(1), numbers[1], now).is_none());
    }
}
