//! The register: a page of lines, filtered and sorted, with the complainants' names; and search.

use casework::ids::CaseId;
use journal::{RegisterPage, RegisterQuery};

use crate::App;
use crate::failure::Failure;
use crate::officer::{Officer, Role};
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
    /// A page of the register. A team manager sees the cases assigned to them, and those with whose answer they help.
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
            query.or_these = self.helped(officer).await?;
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

    /// The cases with whose answer a team manager helps; none of others, who see every case.
    pub(crate) async fn helped(&self, officer: &Officer) -> Result<Vec<CaseId>, Failure> {
        if officer.role != Role::TeamManager {
            return Ok(Vec::new());
        }
        let helped = self.journal.helped_by(&officer.authority, officer.account);
        Ok(helped.await?)
    }

    /// Cases found by words of a name or by a reference. A team manager finds the cases they see in the register.
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
        let helped = self.helped(officer).await?;
        let theirs = |listed: &journal::Listed| {
            officer.role != Role::TeamManager
                || listed.row.assigned_to == Some(officer.account)
                || helped.contains(&listed.row.case)
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
