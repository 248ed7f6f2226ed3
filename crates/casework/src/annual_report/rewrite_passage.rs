//! Write a passage of a year’s report anew.

use super::{PassageNumber, PassageRewritten, PassageWords, check_source};
use crate::authority_file::{AuthorityFile, FileEvent, FileFact, NotKept};
use crate::law::Law;

/// Put other words in the place of a passage. Those that stood stay in the record.
#[derive(Clone, Debug)]
pub struct RewritePassage {
    /// Which.
    pub passage: PassageNumber,
    /// The words, sealed.
    pub words: PassageWords,
}

impl RewritePassage {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// [`NotKept`] when no such passage stands, or evidence has no source.
    pub fn decide(&self, file: &AuthorityFile, law: &Law<'_>) -> Result<Vec<FileFact>, NotKept> {
        let passage = file.passages.standing(self.passage)?;
        check_source(&passage.kind, &self.words)?;
        Ok(vec![FileFact {
            on: law.today,
            event: FileEvent::PassageRewritten(PassageRewritten {
                passage: self.passage,
                words: self.words.clone(),
            }),
        }])
    }
}
