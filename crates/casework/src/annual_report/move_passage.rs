//! Move a passage to another place in its list.

use super::PassageNumber;
use crate::authority_file::{AuthorityFile, FileEvent, FileFact, NotKept};
use crate::law::Law;

/// Put a passage before another of the same list, or at its end.
#[derive(Clone, Debug)]
pub struct MovePassage {
    /// Which.
    pub passage: PassageNumber,
    /// Before which; `None` for the end.
    pub before: Option<PassageNumber>,
}

impl MovePassage {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// [`NotKept`] when no such passage stands, the other is none of the same list, or it stands there already.
    pub fn decide(&self, file: &AuthorityFile, law: &Law<'_>) -> Result<Vec<FileFact>, NotKept> {
        let passage = file.passages.standing(self.passage)?;
        let list = file.passages.beside(passage.year, &passage.kind);
        let list: Vec<PassageNumber> = list.map(|passage| passage.number).collect();
        if self.before.is_some_and(|before| !list.contains(&before)) {
            return Err(NotKept::NoSuchPassage);
        }
        let place = list.iter().position(|number| *number == self.passage);
        let next = place.and_then(|place| list.get(place + 1)).copied();
        if self.before == Some(self.passage) || self.before == next {
            return Err(NotKept::NothingNew);
        }
        Ok(vec![FileFact {
            on: law.today,
            event: FileEvent::PassageMoved {
                passage: self.passage,
                before: self.before,
            },
        }])
    }
}
