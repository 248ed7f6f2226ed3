//! Undoing an import: every case of it is taken back, or none.
//!
//! Nothing is deleted from the record. Each case gets an entry that says the import was undone; from then
//! on it stands in no list, no count and no search, its limits are stopped, and its personal data are
//! destroyed with its key. A mended file can then be imported as if the first had never come.

use std::collections::BTreeMap;

use casework::ids::{AccountId, AuthorityCode, BatchId, CaseId, Reference};
use casework::intake::NotTakenBack;
use jiff::civil::Date;
use journal::{Append, AppendError};
use serde::Serialize;
use uuid::Uuid;

use crate::App;
use crate::failure::Failure;
use crate::permit::{Subject, subject};
use crate::record::entry;
use crate::rows::rows;

/// An import that was carried out and stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Batch {
    /// Which.
    pub batch: BatchId,
    /// When it was carried out.
    pub on: Date,
    /// How many cases came in.
    pub cases: usize,
    /// The first of them.
    pub first: Option<String>,
}

/// Why an import was not undone. Nothing has changed then.
#[derive(Debug, thiserror::Error)]
pub enum NotUndone {
    /// There is none of that name.
    #[error("there is no import {0} here")]
    NoSuchImport(BatchId),
    /// Cases of it were worked on.
    #[error(
        "nothing was undone, because these cases were worked on since they came in: {}; an import is undone whole, so withdraw or close the others one by one",
        listed(.0)
    )]
    WorkedOn(Vec<Reference>),
    /// Somebody worked on one of them just now.
    #[error("nothing was undone, because somebody was working on one of the cases; try again")]
    Overtaken,
    /// Something broke.
    #[error(transparent)]
    Failure(#[from] Failure),
}

/// The little of a register line that is asked for.
#[derive(serde::Deserialize)]
struct Line {
    case: CaseId,
    #[serde(default)]
    import: Option<(Date, BatchId)>,
}

impl App {
    /// The imports that stand, the oldest first.
    ///
    /// # Errors
    ///
    /// [`Failure`] when the record cannot be read.
    pub async fn imports(&self, authority: &AuthorityCode) -> Result<Vec<Batch>, Failure> {
        let take =
            |seen: &mut BTreeMap<BatchId, (Date, usize, CaseId)>, _: Reference, line: &str| {
                let line = serde_json::from_str::<Line>(line).ok();
                if let Some((line, (on, batch))) =
                    line.and_then(|line| line.import.map(|of| (line, of)))
                {
                    seen.entry(batch).or_insert((on, 0, line.case)).1 += 1;
                }
            };
        let seen = self
            .journal
            .register_lines(authority, BTreeMap::new(), take)
            .await?;
        let mut batches = Vec::with_capacity(seen.len());
        for (batch, (on, cases, first)) in seen {
            let first = self.journal.listed(authority, first, false).await?;
            let first = first.and_then(|listed| listed.row.reference);
            batches.push(Batch {
                batch,
                on,
                cases,
                first: first.map(|reference| reference.to_string()),
            });
        }
        Ok(batches)
    }

    /// Takes every case of an import back, and gives their number. An import that was undone before is
    /// only looked at again, so that what was interrupted is finished.
    ///
    /// # Errors
    ///
    /// [`NotUndone`] with the reason; nothing has changed then.
    pub async fn undo_import(
        &self,
        authority: &AuthorityCode,
        actor: AccountId,
        batch: BatchId,
    ) -> Result<usize, NotUndone> {
        let cases = self.cases_of(authority, batch).await?;
        if cases.is_empty() {
            return self.finish_undoing(authority, batch).await;
        }
        let mut appends = Vec::with_capacity(cases.len());
        let mut worked_on = Vec::new();
        for id in &cases {
            let subject = self.imported(authority, *id).await?;
            match subject.case.undo_import(batch, self.today()) {
                Ok(fact) => {
                    let mut after = subject.case.clone();
                    after.evolve(&fact);
                    appends.push(Append {
                        authority: authority.clone(),
                        case: *id,
                        expected: subject.case.version,
                        entries: vec![entry(&fact, self.now(), actor)],
                        items: Vec::new(),
                        rows: rows(&after),
                        submission: appends.is_empty().then(|| undoing(authority, batch)),
                    });
                }
                Err(NotTakenBack::WorkedOn | NotTakenBack::OfAnother | NotTakenBack::Before) => {
                    worked_on.push(subject.reference);
                }
            }
        }
        if !worked_on.is_empty() {
            return Err(NotUndone::WorkedOn(worked_on));
        }
        match self.journal.append_all(appends).await {
            Ok(_) => {}
            Err(AppendError::Conflict { .. } | AppendError::AlreadySubmitted { .. }) => {
                return Err(NotUndone::Overtaken);
            }
            Err(error @ (AppendError::Disposed | AppendError::Failure(_))) => {
                return Err(Failure::from(error).into());
            }
        }
        self.dispose_of(authority, &cases).await?;
        Ok(cases.len())
    }

    /// The cases of an import that stand in the register, in the order of their references.
    async fn cases_of(
        &self,
        authority: &AuthorityCode,
        batch: BatchId,
    ) -> Result<Vec<CaseId>, Failure> {
        let take = |cases: &mut Vec<CaseId>, _: Reference, line: &str| {
            if let Ok(line) = serde_json::from_str::<Line>(line)
                && line.import.is_some_and(|(_, of)| of == batch)
            {
                cases.push(line.case);
            }
        };
        Ok(self
            .journal
            .register_lines(authority, Vec::new(), take)
            .await?)
    }

    /// Destroys the personal data of an import that was undone, should that have been interrupted.
    async fn finish_undoing(
        &self,
        authority: &AuthorityCode,
        batch: BatchId,
    ) -> Result<usize, NotUndone> {
        let number = undoing(authority, batch);
        let before = self
            .journal
            .submission(authority, number)
            .await
            .map_err(Failure::from)?;
        let (mut next, Reference(mut number)) = before.ok_or(NotUndone::NoSuchImport(batch))?;
        let mut cases = Vec::new();
        // The cases of an import follow one another.
        loop {
            let subject = self.imported(authority, next).await?;
            if subject.case.undo_import(batch, self.today()) != Err(NotTakenBack::Before) {
                break;
            }
            cases.push(next);
            number += 1;
            let found = self.journal.find(authority, Reference(number)).await;
            match found.map_err(Failure::from)? {
                Some((case, _)) => next = case,
                None => break,
            }
        }
        self.dispose_of(authority, &cases).await?;
        Ok(cases.len())
    }

    async fn dispose_of(&self, authority: &AuthorityCode, cases: &[CaseId]) -> Result<(), Failure> {
        Ok(self.journal.dispose_all(authority, cases).await?)
    }

    async fn imported(&self, authority: &AuthorityCode, case: CaseId) -> Result<Subject, Failure> {
        let entries = self.journal.stream(authority, case).await?;
        let reference = entries.first().and_then(|entry| entry.reference);
        let reference = reference.ok_or(Failure::HeadlessCase(case))?;
        subject(reference, case, &entries)
    }
}

/// The number under which undoing an import is recorded.
fn undoing(authority: &AuthorityCode, batch: BatchId) -> Uuid {
    super::number_of(
        "heard/undo-import/1",
        &[authority.as_str(), &batch.to_string()],
    )
}

/// The first of some references.
fn listed(references: &[Reference]) -> String {
    const SHOWN: usize = 10;
    let mut shown: Vec<String> = references
        .iter()
        .take(SHOWN)
        .map(ToString::to_string)
        .collect();
    if references.len() > SHOWN {
        shown.push(format!("and {} more", references.len() - SHOWN));
    }
    shown.join(", ")
}
