//! Write a passage of a year’s report.

use super::{PassageKind, PassageWords, PassageWritten, check_category, check_source};
use crate::authority_file::{AuthorityFile, FileEvent, FileFact, NotKept};
use crate::law::Law;
use crate::settings::ReportingYear;

/// Write a passage. It comes after the others of its kind.
#[derive(Clone, Debug)]
pub struct WritePassage {
    /// The year whose report it stands in.
    pub year: ReportingYear,
    /// What it is.
    pub kind: PassageKind,
    /// The words, sealed.
    pub words: PassageWords,
}

impl WritePassage {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// [`NotKept`] when the year has not begun, the report has that passage already, an example’s category is not in the
    /// list, or evidence has no source.
    pub fn decide(&self, file: &AuthorityFile, law: &Law<'_>) -> Result<Vec<FileFact>, NotKept> {
        if self.year.first_day() > law.today {
            return Err(NotKept::YearToCome(self.year));
        }
        check_category(&self.kind, law)?;
        check_source(&self.kind, &self.words)?;
        let passages = &file.passages;
        let stands = passages.beside(self.year, &self.kind).next().is_some();
        if stands && !self.kind.is_one_of_several() {
            return Err(NotKept::PassageStands);
        }
        Ok(vec![FileFact {
            on: law.today,
            event: FileEvent::PassageWritten(PassageWritten {
                passage: passages.next(),
                year: self.year,
                kind: self.kind.clone(),
                words: self.words.clone(),
            }),
        }])
    }
}
