//! Take a passage of a year’s report back.

use super::PassageNumber;
use crate::authority_file::{AuthorityFile, FileEvent, FileFact, NotKept};
use crate::law::Law;

/// Take a passage out of the report, whole.
///
/// What it said before it was last written anew does not come back: words may have been written anew because they named
/// somebody.
#[derive(Clone, Debug)]
pub struct TakeBackPassage {
    /// Which.
    pub passage: PassageNumber,
}

impl TakeBackPassage {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// [`NotKept`] when no such passage stands.
    pub fn decide(&self, file: &AuthorityFile, law: &Law<'_>) -> Result<Vec<FileFact>, NotKept> {
        file.passages.standing(self.passage)?;
        Ok(vec![FileFact {
            on: law.today,
            event: FileEvent::PassageTakenBack {
                passage: self.passage,
            },
        }])
    }
}
