//! The register: a page of lines, filtered and sorted, with the complainants' names; and search.

use journal::{RegisterPage, RegisterQuery};

use crate::App;
use crate::failure::Failure;
use crate::officer::Role;
use crate::permit::Permit;
use crate::private::PersonDetails;

/// A line of the register as a page shows it.
#[derive(Clone, Debug)]
pub struct RegisterEntry {
    /// The row.
    pub row: journal::RegisterRow,
    /// The name of the first complainant, if there is one and the vault still holds it.
    pub name: Option<String>,
}

/// A page of the register.
#[derive(Clone, Debug)]
pub struct RegisterView {
    /// The lines.
    pub entries: Vec<RegisterEntry>,
    /// The page before.
    pub previous: Option<journal::Cursor>,
    /// The page after.
    pub next: Option<journal::Cursor>,
    /// How many lines there are in all, when it was asked for.
    pub total: Option<u64>,
}

impl App {
    /// A page of the register. A team manager sees the cases assigned to them.
    ///
    /// # Errors
    ///
    /// [`Failure`] when the record cannot be read.
    pub async fn register(
        &self,
        permit: &Permit,
        mut query: RegisterQuery,
    ) -> Result<RegisterView, Failure> {
        let officer = permit.officer();
        query.include_names = true;
        if officer.role == Role::TeamManager {
            query.assigned_to = Some(officer.account);
        }
        let RegisterPage {
            rows,
            previous,
            next,
            total,
        } = self.journal.register(&officer.authority, &query).await?;
        Ok(RegisterView {
            entries: rows.into_iter().map(entry).collect(),
            previous,
            next,
            total,
        })
    }

    /// Cases found by words of a name or by a reference. A team manager finds the cases assigned to them.
    ///
    /// # Errors
    ///
    /// [`Failure`] when the record cannot be read.
    pub async fn search(
        &self,
        permit: &Permit,
        text: &str,
        limit: u32,
    ) -> Result<Vec<RegisterEntry>, Failure> {
        let officer = permit.officer();
        let found = self.journal.search(&officer.authority, text, limit).await?;
        let theirs = |listed: &journal::Listed| {
            officer.role != Role::TeamManager || listed.row.assigned_to == Some(officer.account)
        };
        Ok(found.into_iter().filter(theirs).map(entry).collect())
    }
}

fn entry(listed: journal::Listed) -> RegisterEntry {
    let name = listed.name.map(|text| PersonDetails::read(&text).name);
    RegisterEntry {
        row: listed.row,
        name,
    }
}
