//! Whether an elected member's enquiry is about somebody who complains or complained: cases found by the constituent's
//! name, for a person to judge.

use casework::intake::RepresentationKind;

use crate::App;
use crate::case_file::OpenedCaseFile;
use crate::failure::Failure;
use crate::permit::{Deed, Permit, Relation, decide};
use crate::register::RegisterEntry;

/// More cases than this are no hint.
const AT_MOST: u32 = 20;

/// What stands before names and is part of none.
const TITLES: [&str; 7] = ["mr", "mrs", "ms", "miss", "mx", "dr", "rev"];

impl App {
    /// Complaints, live or past, in which somebody is called like the constituent of an enquiry, the newest first. A
    /// team manager is shown those assigned to them.
    ///
    /// # Errors
    ///
    /// [`Failure`] when the record cannot be read.
    pub async fn called_like_the_constituent(
        &self,
        permit: &Permit,
        file: &OpenedCaseFile,
    ) -> Result<Vec<RegisterEntry>, Failure> {
        let representation = &file.file.case.representation;
        let constituent = representation
            .member_enquiry()
            .and_then(|enquiry| enquiry.constituent.as_ref())
            .and_then(|constituent| file.person(&constituent.details));
        let name = constituent.map(|person| without_title(&person.name));
        let Some(name) = name.filter(|name| !name.is_empty()) else {
            return Ok(Vec::new());
        };
        if decide(permit.officer().role, Deed::ReadRegister, Relation::NoCase).is_err() {
            return Ok(Vec::new());
        }
        let mut found = self.search(permit, &name, AT_MOST).await?;
        found.retain(|entry| {
            entry.row.kind == RepresentationKind::Complaint.code()
                && entry.row.case != file.file.case.id
        });
        Ok(found)
    }
}

pub(crate) fn without_title(name: &str) -> String {
    let is_title = |word: &&str| {
        let word = word.trim_end_matches('.').to_lowercase();
        TITLES.contains(&word.as_str())
    };
    let words: Vec<&str> = name.split_whitespace().skip_while(is_title).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_no_part_of_the_name_and_a_name_without_one_stays() {
        for (written, name) in [
            ("Ms Ada Fictional", "Ada Fictional"),
            ("Dr. Ada  Fictional", "Ada Fictional"),
            ("Ada Fictional", "Ada Fictional"),
            ("Ms", ""),
        ] {
            assert_eq!(without_title(written), name);
        }
    }
}
