//! Import: the cases of an old register, read from a CSV file or an Excel workbook.
//!
//! Every row becomes a case by the decisions a caseworker's forms go through, on the days things happened,
//! so nothing comes in that could not have been recorded here. Planning finds every problem of every row
//! at once and changes nothing; carrying out appends the planned cases, all of them or none.
//! The columns are described in `docs/import.md`.
//!
//! A message names the line and the column. It never repeats what a personal column holds.

mod columns;
mod day;
mod doubles;
mod findable;
mod headings;
mod limits;
mod orders;
mod particulars;
mod place;
mod receipt;
mod row;
mod sheet;
mod table;
mod undo;
mod workbook;

pub use columns::{COLUMNS, Column};
pub use day::{NotADay, read_day};
pub use headings::{Heading, Understood};
pub use limits::MOST_BYTES;
pub use undo::{Batch, NotUndone};
pub use workbook::visible_sheets;

use std::collections::BTreeMap;
use std::fmt;

use casework::ids::{AccountId, AuthorityCode, BatchId, CaseId, Reference};
use casework::settings::{Code, Settings};
use jiff::civil::Date;
use journal::Append;
use serde::Serialize;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::App;
use crate::failure::Failure;
use crate::import::doubles::{Doubles, Known};
use crate::import::limits::MOST_PROBLEMS;
use crate::import::row::Row;
use crate::import::sheet::Format;
use crate::record::NotDecided;

/// What is wrong with a line of the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// The line on which the row begins, the first of the file being line 1; or the row of a sheet.
    pub line: u64,
    /// The place as a reader finds it: `line 7`, `row 7` or `B7`.
    pub at: String,
    /// The column, where one is to blame.
    pub field: Option<String>,
    /// What is wrong and what would help.
    pub reason: String,
}

/// How a file is to be read, where it does not say so itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// Headings with the columns they mean.
    pub columns: Vec<(String, String)>,
    /// Headings whose columns are left out.
    pub left_out: Vec<String>,
    /// Columns the file does not have, with what stands in every row of them.
    pub same: Vec<(String, String)>,
    /// The sheet of a workbook; the first that is visible if it is not said.
    pub sheet: Option<String>,
}

/// What an import would do: the cases that are ready, and the problems of the others.
#[derive(Debug)]
pub struct Plan {
    /// How many rows the file has.
    pub rows: usize,
    /// The cases that are ready.
    ready: Vec<Ready>,
    /// Everything that is wrong, in the order of the lines.
    pub problems: Vec<Problem>,
    /// How each heading was understood.
    pub headings: Vec<Heading>,
    /// Rows that come in, and may be a case that is there already.
    pub doubts: Vec<Problem>,
    /// What was read otherwise than somebody might think.
    pub notes: Vec<String>,
    /// Columns that must be there and are not.
    pub missing: Vec<&'static str>,
    /// What stands in the first rows, by column: what the file holds, personal things among it.
    pub first_rows: Vec<BTreeMap<&'static str, String>>,
    /// Which import it would be, by which it can be undone.
    pub batch: BatchId,
    format: Format,
}

/// A new import without rows.
impl Default for Plan {
    fn default() -> Self {
        Self {
            rows: 0,
            ready: Vec::new(),
            problems: Vec::new(),
            headings: Vec::new(),
            doubts: Vec::new(),
            notes: Vec::new(),
            missing: Vec::new(),
            first_rows: Vec::new(),
            batch: BatchId(Uuid::now_v7()),
            format: Format::default(),
        }
    }
}

/// How many rows are shown as they were read.
const FIRST_ROWS: usize = 5;

/// A row that has become a case to append.
#[derive(Debug)]
struct Ready {
    line: u64,
    old_reference: String,
    append: Append,
}

/// How often a column says something and does not come in.
struct LeftBehind {
    rows: usize,
    first: String,
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

    fn note(&mut self, note: String) {
        self.notes.push(note);
    }

    /// Keeps what is wrong with a row: all of it, or where very much is wrong the first.
    fn blame_row(&mut self, problems: Vec<Problem>) {
        let kept = if self.problems.len() < MOST_PROBLEMS {
            problems.len()
        } else {
            1
        };
        self.problems.extend(problems.into_iter().take(kept));
    }

    fn blame(&mut self, line: u64, field: Option<&str>, reason: impl fmt::Display) {
        self.problems.push(Problem {
            line,
            at: self.format.row(line),
            field: field.map(str::to_owned),
            reason: reason.to_string(),
        });
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.field {
            Some(field) => write!(out, "{}, {field}: {}", self.at, self.reason),
            None => write!(out, "{}: {}", self.at, self.reason),
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
        reading: &Reading,
    ) -> Result<Plan, Failure> {
        let settings = self.settings_of(authority)?;
        let mut plan = Plan::default();
        let batch = plan.batch;
        let Some(table) = table::read(file, reading, &mut plan) else {
            return Ok(plan);
        };
        plan.rows = table.rows.len();
        let file = self.file_of(authority).await?;
        let organisation = &file.organisation;
        let mut doubles = Doubles::of(self, authority).await?;
        let mut lines: BTreeMap<String, u64> = BTreeMap::new();
        let mut left_behind: BTreeMap<&'static str, LeftBehind> = BTreeMap::new();
        for cells in &table.rows {
            let mut row = Row::new(&table, cells, (&settings, organisation));
            let line = row.line();
            if plan.first_rows.len() < FIRST_ROWS {
                plan.first_rows.push(row.texts());
            }
            let old_reference = row
                .required_text("reference")
                .unwrap_or_default()
                .to_owned();
            let mut number = None;
            if !old_reference.is_empty() {
                if let Some(first) = lines.get(&old_reference) {
                    row.blame(
                        "reference",
                        format!("the same reference stands on {}", table.format.row(*first)),
                    );
                } else {
                    match self.number_for(authority, &old_reference).await? {
                        Ok(free) => number = Some(free),
                        Err(already) => row.blame(
                            "reference",
                            format!("this case was imported before, as {already}"),
                        ),
                    }
                }
                lines.entry(old_reference.clone()).or_insert(line);
            }
            match self.plan_row((authority, actor, batch), &settings, &mut row) {
                Ok(Some(append)) if row.is_sound() => {
                    if let Some(known) = known(&row, &append) {
                        let at = known.at.clone();
                        if let Some(reason) = doubles.doubt(self, authority, known).await? {
                            plan.doubts.push(Problem {
                                line,
                                at,
                                field: Some("complainant_name".to_owned()),
                                reason,
                            });
                        }
                    }
                    let append = Append {
                        submission: number,
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
            for column in row.left_behind() {
                let first = || LeftBehind {
                    rows: 0,
                    first: row.at(column),
                };
                left_behind.entry(column).or_insert_with(first).rows += 1;
            }
            plan.blame_row(row.into_problems());
        }
        for (column, LeftBehind { rows, first }) in left_behind {
            plan.note(format!(
                "{column} is for complaints. It says something in other rows too, {rows} in all, and stays behind there; \
                 the first is {first}."
            ));
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
        (authority, actor, batch): (&AuthorityCode, AccountId, BatchId),
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
        self.decide_imported(authority, actor, (case, batch), dated)
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

    /// The number to record a case under, or the case that was imported before.
    async fn number_for(
        &self,
        authority: &AuthorityCode,
        old_reference: &str,
    ) -> Result<Result<Uuid, Reference>, Failure> {
        let mut undone = 0;
        loop {
            let number = number_of_case(authority, old_reference, undone);
            let Some((case, reference)) = self.journal.submission(authority, number).await? else {
                return Ok(Ok(number));
            };
            // A case whose import was undone stands in no list.
            if self.journal.listed(authority, case, false).await?.is_some() {
                return Ok(Err(reference));
            }
            undone += 1;
        }
    }
}

/// What a row is known by, if it says who complains.
fn known<'a>(row: &Row<'a>, append: &Append) -> Option<Known<'a>> {
    let register = append.rows.register.as_ref()?;
    Some(Known {
        at: row.at("complainant_name"),
        received_on: register.received_on,
        service: Code::new(register.service.as_deref()?),
        name: row.text("complainant_name")?,
    })
}

/// A number made of words: the same words give the same number, and no others do.
fn number_of(purpose: &str, words: &[&str]) -> Uuid {
    let mut hash = Sha256::new();
    for part in std::iter::once(&purpose).chain(words) {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part.as_bytes());
    }
    let digest: [u8; 32] = hash.finalize().into();
    let first = *digest.first_chunk::<16>().expect("32 bytes begin with 16");
    uuid::Builder::from_custom_bytes(first).into_uuid()
}

/// The number under which an imported case is recorded, so that a file imported twice has one effect. A
/// case that comes in again after its import was undone has another.
fn number_of_case(authority: &AuthorityCode, old_reference: &str, undone: u32) -> Uuid {
    let again = undone.to_string();
    let words = [authority.as_str(), old_reference, again.as_str()];
    let words = if undone == 0 { &words[..2] } else { &words[..] };
    number_of("heard/import/1", words)
}

#[cfg(test)]
mod tests;
