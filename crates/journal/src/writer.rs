//! The one writer of a journal: takes whatever is waiting, writes it in one transaction, and answers
//! only when it is on the disk.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

use casework::ids::{AuthorityCode, Reference};
use tokio::sync::{Mutex, mpsc, oneshot};
use tokio::time::{Instant, timeout_at};

use crate::database::{Begin, Connection, Database};
use crate::error::{AppendError, JournalError};
use crate::plan::{Known, KnownHead, KnownStream, NotAppended, Unit, plan};
use crate::record::Appended;
use crate::sql::{Call, Value, call, text};

/// So many pieces of work wait at most; who brings more is kept waiting.
const WAITING: usize = 4096;

/// So many pieces of work share a transaction at most.
const TOGETHER: usize = 256;

/// So long, and so many, are notes gathered for which nobody waits. Each commit makes every reader forget the pages
/// it holds, so under load a commit for every few notes would cost more than the reading.
const GATHERING: Duration = Duration::from_millis(200);
const GATHERED: usize = 1024;

/// So often is work tried that failed in passing.
const TRIES: u32 = 6;

/// What the writer is asked to do.
pub(crate) enum Work {
    /// Append all units or none.
    Append(
        Vec<Unit>,
        oneshot::Sender<Result<Vec<Appended>, AppendError>>,
    ),
    /// Run statements that need no decision; nobody may be waiting for the answer.
    Run(
        Vec<Call>,
        Option<oneshot::Sender<Result<Vec<u64>, JournalError>>>,
    ),
}

pub(crate) struct Writer {
    database: Database,
    /// Held while writing, so that a rebuild can have the record to itself.
    gate: Arc<Mutex<()>>,
    queue: mpsc::Receiver<Work>,
}

/// What was made of a piece of work.
enum Made {
    Appended(Result<Vec<Appended>, NotAppended>),
    Ran(Vec<u64>),
}

/// Where a transaction stopped.
enum Stopped {
    /// Nothing of it is in the record.
    Before(JournalError),
    /// It may or may not be in the record.
    AtCommit(JournalError),
}

impl From<JournalError> for Stopped {
    fn from(error: JournalError) -> Self {
        Self::Before(error)
    }
}

impl Writer {
    /// Starts the writer: on a thread of its own where writing blocks, as a task where it does not.
    pub(crate) fn start(
        database: Database,
        gate: Arc<Mutex<()>>,
    ) -> Result<mpsc::Sender<Work>, JournalError> {
        let (sender, queue) = mpsc::channel(WAITING);
        let writer = Self {
            database,
            gate,
            queue,
        };
        match &writer.database {
            Database::Sqlite(_) => {
                let no_thread = |error: std::io::Error| JournalError::Database {
                    message: format!("no thread to write with: {error}"),
                    passing: false,
                };
                let runtime = tokio::runtime::Builder::new_current_thread()
                    .enable_time()
                    .build()
                    .map_err(no_thread)?;
                let thread = std::thread::Builder::new().name("journal-writer".to_owned());
                thread
                    .spawn(move || runtime.block_on(writer.work()))
                    .map_err(no_thread)?;
            }
            Database::Postgres(_) => {
                tokio::spawn(writer.work());
            }
        }
        Ok(sender)
    }

    async fn work(mut self) {
        let mut waiting = Vec::new();
        while self.queue.recv_many(&mut waiting, TOGETHER).await > 0 {
            self.gather(&mut waiting).await;
            self.write(std::mem::take(&mut waiting)).await;
        }
    }

    /// While nobody waits for any of it, waits for more; the first piece with somebody behind it ends the waiting.
    async fn gather(&mut self, waiting: &mut Vec<Work>) {
        let until = Instant::now() + GATHERING;
        let mut seen = 0;
        while waiting.len() < GATHERED && waiting.iter().skip(seen).all(Work::nobody_waits) {
            seen = waiting.len();
            let more = self.queue.recv_many(waiting, GATHERED - seen);
            match timeout_at(until, more).await {
                Ok(came) if came > 0 => {}
                Ok(_) | Err(_) => break,
            }
        }
    }

    async fn write(&self, works: Vec<Work>) {
        match self.insist(&works).await {
            Ok(made) => {
                for (work, made) in works.into_iter().zip(made) {
                    work.answer(made);
                }
            }
            Err(Stopped::Before(error)) if works.len() > 1 => {
                tracing::warn!(%error, works = works.len(), "a group was not written, each is tried alone");
                for work in works {
                    match self.insist(std::slice::from_ref(&work)).await {
                        Ok(mut made) => work.answer(made.remove(0)),
                        Err(Stopped::Before(error) | Stopped::AtCommit(error)) => work.fail(error),
                    }
                }
            }
            Err(Stopped::Before(error) | Stopped::AtCommit(error)) => {
                for work in works {
                    work.fail(JournalError::Database {
                        message: error.to_string(),
                        passing: error.is_passing(),
                    });
                }
            }
        }
    }

    /// Tries again what failed in passing: another node was in the way.
    async fn insist(&self, works: &[Work]) -> Result<Vec<Made>, Stopped> {
        let mut tries = 1;
        loop {
            match self.attempt(works).await {
                Err(Stopped::Before(error) | Stopped::AtCommit(error))
                    if error.is_passing() && tries < TRIES =>
                {
                    tracing::debug!(%error, tries, "tried again");
                    tokio::time::sleep(Duration::from_millis(5 << tries)).await;
                    tries += 1;
                }
                done => return done,
            }
        }
    }

    async fn attempt(&self, works: &[Work]) -> Result<Vec<Made>, Stopped> {
        let _gate = self.gate.lock().await;
        let mut connection = self.database.writer().await?;
        connection.begin(Begin::Write).await?;

        let groups: Vec<&[Unit]> = works.iter().filter_map(Work::units).collect();
        let mut calls: Vec<Call> = works.iter().flat_map(Work::calls).cloned().collect();
        let ran = calls.len();
        let known = known(&self.database, &mut connection, &groups).await?;
        let plan = plan(known, &groups);
        calls.extend(plan.calls);
        let mut touched = connection.run(&calls).await?.into_iter().take(ran);
        connection.commit().await.map_err(Stopped::AtCommit)?;

        let mut outcomes = plan.outcomes.into_iter();
        let made = works.iter().map(|work| match work {
            Work::Append(..) => Made::Appended(outcomes.next().expect("each group has an outcome")),
            Work::Run(calls, _) => Made::Ran(touched.by_ref().take(calls.len()).collect()),
        });
        Ok(made.collect())
    }
}

impl Work {
    fn nobody_waits(&self) -> bool {
        matches!(self, Self::Run(_, None))
    }

    fn units(&self) -> Option<&[Unit]> {
        match self {
            Self::Append(units, _) => Some(units),
            Self::Run(..) => None,
        }
    }

    fn calls(&self) -> &[Call] {
        match self {
            Self::Append(..) => &[],
            Self::Run(calls, _) => calls,
        }
    }

    /// Whoever asked may have gone away; then nobody is told.
    fn answer(self, made: Made) {
        match (self, made) {
            (Self::Append(_, answer), Made::Appended(outcome)) => {
                let _gone = answer.send(outcome.map_err(AppendError::from));
            }
            (Self::Run(_, Some(answer)), Made::Ran(touched)) => {
                let _gone = answer.send(Ok(touched));
            }
            (Self::Run(_, None), Made::Ran(_)) => {}
            (Self::Append(..), Made::Ran(_)) | (Self::Run(..), Made::Appended(_)) => {
                unreachable!("each kind of work is answered in kind")
            }
        }
    }

    fn fail(self, error: JournalError) {
        match self {
            Self::Append(_, answer) => {
                let _gone = answer.send(Err(error.into()));
            }
            Self::Run(_, Some(answer)) => {
                let _gone = answer.send(Err(error));
            }
            Self::Run(_, None) => tracing::error!(%error, "a note was not written"),
        }
    }
}

impl From<NotAppended> for AppendError {
    fn from(why: NotAppended) -> Self {
        match why {
            NotAppended::Conflict { actual } => Self::Conflict { actual },
            NotAppended::AlreadySubmitted { case, reference } => {
                Self::AlreadySubmitted { case, reference }
            }
            NotAppended::Disposed => Self::Disposed,
        }
    }
}

/// Reads what the plan needs to know, holding the heads of the authorities until the commit.
async fn known(
    database: &Database,
    connection: &mut Connection,
    groups: &[&[Unit]],
) -> Result<Known, JournalError> {
    let appends = || groups.iter().copied().flatten().map(|unit| &unit.append);
    let authorities: BTreeSet<&AuthorityCode> = appends().map(|append| &append.authority).collect();
    let mut heads = BTreeMap::new();
    // In the order of their codes, so that two nodes never wait for each other.
    for authority in authorities {
        heads.insert(
            authority.clone(),
            hold_head(database, connection, authority).await?,
        );
    }

    let cases: BTreeSet<_> = appends()
        .map(|append| (append.authority.clone(), append.case))
        .collect();
    let questions: Vec<Call> = cases
        .iter()
        .map(|(authority, case)| {
            let sql = "SELECT number, version, disposed FROM stream WHERE authority = $1 AND case_id = $2";
            call(sql, vec![text(authority), text(case)])
        })
        .collect();
    let streams = connection
        .ask(&questions, |row| {
            Ok(KnownStream {
                reference: Reference(row.count(0, "stream")?),
                version: row.count(1, "stream")?,
                disposed: row.number(2)? != 0,
            })
        })
        .await?;

    let forms: BTreeSet<_> = appends()
        .filter_map(|append| Some((append.authority.clone(), append.submission?)))
        .collect();
    let questions: Vec<Call> = forms
        .iter()
        .map(|(authority, form)| {
            let sql =
                "SELECT case_id, number FROM submission WHERE authority = $1 AND submission = $2";
            call(sql, vec![text(authority), text(form)])
        })
        .collect();
    let submissions = connection
        .ask(&questions, |row| {
            Ok((
                row.parsed(0, "submission")?,
                Reference(row.count(1, "submission")?),
            ))
        })
        .await?;

    let found = |rows: Vec<KnownStream>| rows.into_iter().next();
    Ok(Known {
        heads,
        streams: cases
            .into_iter()
            .zip(streams)
            .filter_map(|(case, rows)| Some((case, found(rows)?)))
            .collect(),
        submissions: forms
            .into_iter()
            .zip(submissions)
            .filter_map(|(form, rows)| Some((form, rows.into_iter().next()?)))
            .collect(),
    })
}

/// Reads the head of an authority and keeps everybody else from it until the transaction ends.
pub(crate) async fn hold_head(
    database: &Database,
    connection: &mut Connection,
    authority: &AuthorityCode,
) -> Result<KnownHead, JournalError> {
    let held =
        database.for_update("SELECT position, hash, last_number FROM head WHERE authority = $1");
    let held = Call {
        sql: held.into(),
        values: vec![text(authority)],
    };
    let read = |row: &crate::sql::Row<'_>| {
        Ok(KnownHead {
            position: row.count(0, "head")?,
            hash: row.hash(1, "head")?,
            last_number: row.count(2, "head")?,
        })
    };
    if let Some(head) = connection.first(&held, read).await? {
        return Ok(head);
    }
    let start = KnownHead::START;
    let insert = call(
        "INSERT INTO head (authority, position, hash, last_number) VALUES ($1, 0, $2, 0) ON CONFLICT DO NOTHING",
        vec![text(authority), Value::Bytes(start.hash.to_vec())],
    );
    connection.run(&[insert]).await?;
    Ok(connection.first(&held, read).await?.unwrap_or(start))
}
