//! Import: the cases of an old register, read from a CSV file.
//!
//! Every row becomes a case by the decisions a caseworker's forms go through, on the days things happened,
//! so nothing comes in that could not have been recorded here. Planning finds every problem of every row
//! at once and changes nothing; carrying out appends the planned cases, all of them or none.
//! The columns are described in `docs/import.md`.
//!
//! A message names the line and the column. It never repeats what a personal column holds.

mod columns;
mod day;
mod orders;
mod receipt;
mod row;
mod table;

pub use columns::{COLUMNS, Column};
pub use day::{NotADay, read_day};

use std::collections::BTreeMap;
use std::fmt;

use casework::ids::{AccountId, AuthorityCode, CaseId, Reference};
use casework::settings::Settings;
use jiff::civil::Date;
use journal::Append;
use serde::Serialize;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::App;
use crate::failure::Failure;
use crate::import::row::Row;
use crate::record::NotDecided;

/// What is wrong with a line of the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// The line on which the row begins, the header being line 1.
    pub line: u64,
    /// The column, where one is to blame.
    pub field: Option<String>,
    /// What is wrong and what would help.
    pub reason: String,
}

/// What an import would do: the cases that are ready, and the problems of the others.
#[derive(Debug, Default)]
pub struct Plan {
    /// How many rows the file has.
    pub rows: usize,
    /// The cases that are ready.
    ready: Vec<Ready>,
    /// Everything that is wrong, in the order of the lines.
    pub problems: Vec<Problem>,
}

/// A row that has become a case to append.
#[derive(Debug)]
struct Ready {
    line: u64,
    old_reference: String,
    append: Append,
}

/// A case that came in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Imported {
    /// The line it came from.
    pub line: u64,
    /// Its reference in the old system.
    pub old_reference: String,
    /// Its reference here.
    pub reference: String,
}

impl Plan {
    /// How many cases are ready.
    pub fn ready(&self) -> usize {
        self.ready.len()
    }

    fn blame(&mut self, line: u64, field: Option<&str>, reason: impl fmt::Display) {
        self.problems.push(Problem {
            line,
            field: field.map(str::to_owned),
            reason: reason.to_string(),
        });
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.field {
            Some(field) => write!(out, "line {}, {field}: {}", self.line, self.reason),
            None => write!(out, "line {}: {}", self.line, self.reason),
        }
    }
}

impl App {
    /// Reads a file and decides every row of it, changing nothing. `actor` is whose account the cases
    /// will be recorded by.
    ///
    /// # Errors
    ///
    /// [`Failure`] when the authority is unknown or the record cannot be read; what is wrong with the
    /// file is in the plan.
    pub async fn plan_import(
        &self,
        authority: &AuthorityCode,
        actor: AccountId,
        file: &[u8],
    ) -> Result<Plan, Failure> {
        let settings = self.settings_of(authority)?;
        let mut plan = Plan::default();
        let Some(table) = table::read(file, &mut plan) else {
            return Ok(plan);
        };
        plan.rows = table.rows.len();
        let mut lines: BTreeMap<String, u64> = BTreeMap::new();
        for cells in &table.rows {
            let mut row = Row::new(&table.header, cells, &settings);
            let line = row.line();
            let old_reference = row
                .required_text("reference")
                .unwrap_or_default()
                .to_owned();
            if !old_reference.is_empty() {
                if let Some(first) = lines.get(&old_reference) {
                    row.blame(
                        "reference",
                        format!("the same reference stands on line {first}"),
                    );
                } else if let Some(already) =
                    self.imported_before(authority, &old_reference).await?
                {
                    row.blame(
                        "reference",
                        format!("this case was imported before, as {already}"),
                    );
                }
                lines.entry(old_reference.clone()).or_insert(line);
            }
            match self.plan_row(authority, actor, &settings, &mut row) {
                Ok(Some(append)) if row.is_sound() => {
                    let append = Append {
                        submission: Some(number_of(authority, &old_reference)),
                        ..append
                    };
                    plan.ready.push(Ready {
                        line,
                        old_reference,
                        append,
                    });
                }
                Ok(_) => {}
                Err((field, reason)) => row.blame(field, reason),
            }
            plan.problems.append(&mut row.into_problems());
        }
        plan.problems.sort_by_key(|problem| problem.line);
        Ok(plan)
    }

    /// Appends the cases of a plan: all of them or none. Problems in the plan stop nothing here; whether
    /// the good rows of a bad file come in is the caller's choice.
    ///
    /// # Errors
    ///
    /// [`Failure`] when the record failed; nothing has changed then.
    pub async fn carry_out_import(&self, plan: Plan) -> Result<Vec<Imported>, Failure> {
        let (told, cases): (Vec<_>, Vec<_>) = plan
            .ready
            .into_iter()
            .map(|ready| ((ready.line, ready.old_reference), ready.append))
            .unzip();
        if cases.is_empty() {
            return Ok(Vec::new());
        }
        let appended = self.append_cases(cases).await?;
        let imported = told
            .into_iter()
            .zip(appended)
            .map(|((line, old_reference), appended)| Imported {
                line,
                old_reference,
                reference: appended.reference.to_string(),
            });
        Ok(imported.collect())
    }

    /// The case a row makes; `None` when it has problems already, and else the column to blame and why.
    fn plan_row(
        &self,
        authority: &AuthorityCode,
        actor: AccountId,
        settings: &Settings,
        row: &mut Row<'_>,
    ) -> Result<Option<Append>, (&'static str, String)> {
        let today: Date = self.today();
        let Some(orders) = orders::orders(row, settings, today) else {
            return Ok(None);
        };
        if !row.is_sound() {
            return Ok(None);
        }
        let (fields, dated): (Vec<_>, Vec<_>) =
            orders.into_iter().map(orders::Order::into_dated).unzip();
        let case = CaseId(Uuid::now_v7());
        self.decide_case(authority, actor, case, dated)
            .map(Some)
            .map_err(|refused| match refused {
                NotDecided::Refused { place, refusal } => {
                    let field = orders::blamed(&refusal)
                        .or_else(|| fields.get(place).copied())
                        .unwrap_or("kind");
                    (field, format!("{refusal}. {}", refusal.mend()))
                }
                NotDecided::Failure(failure) => ("kind", failure.to_string()),
            })
    }

    async fn imported_before(
        &self,
        authority: &AuthorityCode,
        old_reference: &str,
    ) -> Result<Option<Reference>, Failure> {
        let before = self
            .journal
            .submission(authority, number_of(authority, old_reference))
            .await?;
        Ok(before.map(|(_, reference)| reference))
    }
}

/// The number under which an imported case is recorded, so that a file imported twice has one effect.
fn number_of(authority: &AuthorityCode, old_reference: &str) -> Uuid {
    let mut hash = Sha256::new();
    for part in ["heard/import/1", authority.as_str(), old_reference] {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part.as_bytes());
    }
    let digest: [u8; 32] = hash.finalize().into();
    let first = *digest.first_chunk::<16>().expect("32 bytes begin with 16");
    uuid::Builder::from_custom_bytes(first).into_uuid()
}

#[cfg(test)]
mod tests;
