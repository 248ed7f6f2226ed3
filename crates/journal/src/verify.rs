//! Checking the whole record: the chain, the vault against its commitments, and the read tables
//! against a fresh fold. Names the first bad row.
//!
//! What is cut off the end of a journal leaves no trace in it: publish its head now and then.

use std::collections::BTreeMap;

use casework::ids::{AuthorityCode, CaseId, ItemId, Reference};
use sha2::{Digest, Sha256};

use crate::batches::{self, Kept, Range, Stream};
use crate::chain;
use crate::database::{Begin, Connection};
use crate::error::JournalError;
use crate::gaps::{self, StoredGaps};
use crate::journal::Journal;
use crate::plan::KnownHead;
use crate::record::{ClockRow, Entry, Fault, ReadRows, RegisterRow, Verification};
use crate::rows;
use crate::sql::{Call, Row, call, text};
use crate::words::Token;

/// What stops the check of an authority.
enum Stop {
    /// A bad row, as table, place and what is wrong.
    Bad(&'static str, String, String),
    Failed(JournalError),
}

/// The read tables as they are, by case.
struct Stored {
    register: BTreeMap<CaseId, RegisterRow>,
    clocks: BTreeMap<CaseId, Vec<ClockRow>>,
    beside: StoredGaps,
}

/// A sum over a set of search tokens in which the order plays no part.
type TokenSum = [u64; 2];

impl From<JournalError> for Stop {
    fn from(error: JournalError) -> Self {
        if let JournalError::DoesNotOpen { table, place } = error {
            let what = "it was altered, moved or sealed with another key".to_owned();
            Self::Bad(table, place, what)
        } else if let JournalError::Unreadable { table, what } = error {
            Self::Bad(table, "a row".to_owned(), what)
        } else {
            Self::Failed(error)
        }
    }
}

fn bad<T>(table: &'static str, place: &impl ToString, what: impl Into<String>) -> Result<T, Stop> {
    Err(Stop::Bad(table, place.to_string(), what.into()))
}

impl Journal {
    /// Checks everything, on one unmoving state of the record.
    ///
    /// # Errors
    ///
    /// If the record fails; what is wrong with its contents is not an error but a [`Fault`].
    pub async fn verify(
        &self,
        fold: &(impl Fn(&[Entry]) -> Result<ReadRows, String> + Sync),
    ) -> Result<Verification, JournalError> {
        let mut connection = self.reader().await?;
        connection.begin(Begin::Snapshot).await?;
        let mut verification = Verification::default();
        for authority in batches::authorities(&mut connection).await? {
            match self
                .verify_authority(&mut connection, &authority, fold, &mut verification)
                .await
            {
                Ok(()) => {}
                Err(Stop::Failed(error)) => return Err(error),
                Err(Stop::Bad(table, place, what)) => {
                    verification.fault = Some(Fault {
                        table,
                        authority,
                        place,
                        what,
                    });
                    break;
                }
            }
        }
        Ok(verification)
    }

    async fn verify_authority(
        &self,
        connection: &mut Connection,
        authority: &AuthorityCode,
        fold: &(impl Fn(&[Entry]) -> Result<ReadRows, String> + Sync),
        verification: &mut Verification,
    ) -> Result<(), Stop> {
        let mut recorded = chain_holds(connection, authority, verification).await?;
        let ranges = batches::ranges(connection, authority).await?;
        let mut found_by = token_sums(connection, authority).await?;
        for range in &ranges {
            let entries = batches::entries(connection, authority, range).await?;
            let kept = batches::kept(self, connection, authority, range).await?;
            let mut stored = stored(connection, authority, range).await?;
            for stream in &range.cases {
                stream_is_recorded(stream, recorded.remove(&stream.case))?;
                let kept = kept.get(&stream.case);
                let entries = entries.get(&stream.case).map_or(&[][..], Vec::as_slice);
                vault_is_whole(stream, entries, kept)?;
                if stream.case != CaseId::AUTHORITY_FILE {
                    stored.agrees_with(stream, fold(entries))?;
                    verification.cases += 1;
                }
                let tokens = kept.map_or([0; 2], |kept| sum(stream.case, &kept.tokens));
                if found_by.remove(&stream.case).unwrap_or_default() != tokens {
                    return bad(
                        "search_word",
                        &stream.case,
                        "the case is not found by the words of its items",
                    );
                }
                verification.items += kept.map_or(0, |kept| kept.commitments.len() as u64);
            }
            if let Some(case) = stored.register.keys().next() {
                return bad("register", &case, "there is no such case");
            }
            if let Some(case) = stored.clocks.keys().next() {
                return bad("clock", &case, "there is no such case");
            }
            if let Some(case) = stored.beside.gaps.keys().next() {
                return bad("gap", &case, "there is no such case");
            }
            if let Some(case) = stored.beside.helpers.keys().next() {
                return bad("helper", &case, "there is no such case");
            }
        }
        if let Some(case) = recorded.keys().next() {
            return bad("stream", &case, "the case has events but no stream");
        }
        if let Some(case) = found_by.keys().next() {
            return bad("search_word", &case, "there is no such case");
        }
        Ok(())
    }
}

/// Follows the chain from its beginning; gives the reference and version of every case.
async fn chain_holds(
    connection: &mut Connection,
    authority: &AuthorityCode,
    verification: &mut Verification,
) -> Result<BTreeMap<CaseId, (u64, u32)>, Stop> {
    let mut cases: BTreeMap<CaseId, (u64, u32)> = BTreeMap::new();
    let mut head = KnownHead::START;
    let mut fault = None;
    let sql = format!(
        "SELECT {} FROM event WHERE authority = $1 ORDER BY position",
        rows::ENTRY
    );
    let take = |row: &Row<'_>| {
        if fault.is_some() {
            return Ok(());
        }
        let position = row.number(0)?;
        let followed = rows::entry(authority, row)
            .map_err(|error| error.to_string())
            .and_then(|entry| follow(&entry, &mut head, &mut cases));
        fault = followed.err().map(|what| (position, what));
        verification.entries += 1;
        Ok(())
    };
    connection
        .each(
            &Call {
                sql: sql.into(),
                values: vec![text(authority)],
            },
            take,
        )
        .await?;
    if let Some((position, what)) = fault {
        return bad("event", &format!("position {position}"), what);
    }

    let end = call(
        "SELECT position, hash, last_number FROM head WHERE authority = $1",
        vec![text(authority)],
    );
    let read = |row: &Row<'_>| {
        Ok(KnownHead {
            position: row.count(0, "head")?,
            hash: row.hash(1, "head")?,
            last_number: row.count(2, "head")?,
        })
    };
    match connection.first(&end, read).await? {
        Some(stored) if stored == head => Ok(cases),
        Some(stored) => {
            let what = format!(
                "it says the journal ends at {}, its events end at {}",
                stored.position, head.position
            );
            bad("head", &authority, what)
        }
        None => bad("head", &authority, "it is missing"),
    }
}

/// Checks one event against all before it.
fn follow(
    entry: &Entry,
    head: &mut KnownHead,
    cases: &mut BTreeMap<CaseId, (u64, u32)>,
) -> Result<(), String> {
    if entry.position != head.position + 1 {
        return Err(format!(
            "position {} is missing before it",
            head.position + 1
        ));
    }
    if entry.prev_hash != head.hash {
        return Err("it does not follow on the event before it".to_owned());
    }
    if chain::link(entry) != entry.hash {
        return Err("its contents are not what its hash was made of".to_owned());
    }
    let known = cases.get(&entry.case).map_or(0, |(_, version)| *version);
    if entry.version != known + 1 {
        return Err(format!(
            "it is version {} of its case, which was at {known}",
            entry.version
        ));
    }
    let is_file = entry.case == CaseId::AUTHORITY_FILE;
    match entry.reference {
        Some(Reference::AUTHORITY_FILE) if known == 0 && is_file => {
            cases.insert(entry.case, (Reference::AUTHORITY_FILE.0, 1));
        }
        Some(Reference(number)) if known == 0 && !is_file && number == head.last_number + 1 => {
            head.last_number = number;
            cases.insert(entry.case, (number, 1));
        }
        None if known > 0 => {
            cases
                .entry(entry.case)
                .and_modify(|(_, version)| *version = entry.version);
        }
        Some(_) | None => return Err("the reference it gives its case is out of order".to_owned()),
    }
    head.position = entry.position;
    head.hash = entry.hash;
    Ok(())
}

fn stream_is_recorded(stream: &Stream, recorded: Option<(u64, u32)>) -> Result<(), Stop> {
    match recorded {
        Some(recorded) if recorded == (stream.number, stream.version) => {}
        Some((number, version)) => {
            let what = format!(
                "it says {} at version {}, its events say {} at version {version}",
                Reference(stream.number),
                stream.version,
                Reference(number)
            );
            return bad("stream", &stream.case, what);
        }
        None => return bad("stream", &stream.case, "the case has no events"),
    }
    match (stream.disposed, stream.has_key) {
        (false, false) => bad("case_key", &stream.case, "the key of the case is missing"),
        (true, true) => bad(
            "case_key",
            &stream.case,
            "the case was disposed of, yet its key is there",
        ),
        (false, true) | (true, false) => Ok(()),
    }
}

/// Every commitment in the events of a case must be kept by its item, unless the case was disposed of.
fn vault_is_whole(stream: &Stream, entries: &[Entry], kept: Option<&Kept>) -> Result<(), Stop> {
    if stream.disposed {
        return Ok(());
    }
    for entry in entries {
        for (item, commitment) in commitments(&entry.body) {
            match kept.and_then(|kept| kept.commitments.get(&item)) {
                Some(made) if *made == commitment => {}
                Some(_) => {
                    let what = format!(
                        "it is not what the event at position {} commits to",
                        entry.position
                    );
                    return bad("vault_item", &item, what);
                }
                None => {
                    let what = format!(
                        "it is missing, yet the event at position {} refers to it",
                        entry.position
                    );
                    return bad("vault_item", &item, what);
                }
            }
        }
    }
    Ok(())
}

/// The commitments anywhere in an event: every object with an item and a commitment.
fn commitments(body: &str) -> Vec<(ItemId, String)> {
    fn gather(value: &serde_json::Value, found: &mut Vec<(ItemId, String)>) {
        use serde_json::Value;
        match value {
            Value::Object(fields) => {
                if let (Some(Value::String(item)), Some(Value::String(commitment))) =
                    (fields.get("item"), fields.get("commitment"))
                    && let Ok(item) = item.parse()
                {
                    found.push((item, commitment.clone()));
                }
                fields.values().for_each(|value| gather(value, found));
            }
            Value::Array(values) => values.iter().for_each(|value| gather(value, found)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    let mut found = Vec::new();
    if body.contains("commitment")
        && let Ok(body) = serde_json::from_str(body)
    {
        gather(&body, &mut found);
    }
    found
}

async fn stored(
    connection: &mut Connection,
    authority: &AuthorityCode,
    range: &Range,
) -> Result<Stored, JournalError> {
    let sql = format!(
        "SELECT {} FROM register r WHERE r.authority = $1 AND r.case_id > $2 AND r.case_id <= $3",
        rows::REGISTER
    );
    let register = connection
        .all(&range.call(authority, sql), |row| rows::register(row, 0))
        .await?;
    let sql = format!(
        "SELECT {}, c.running FROM clock c WHERE c.authority = $1 AND c.case_id > $2 AND c.case_id <= $3 \
         ORDER BY c.case_id, c.seq",
        rows::CLOCK
    );
    let mut clocks: BTreeMap<CaseId, Vec<ClockRow>> = BTreeMap::new();
    let take = |row: &Row<'_>| {
        let clock = rows::clock(row)?;
        if (row.number(rows::CLOCK_WIDTH)? != 0) != clock.ended_on.is_none() {
            return Err(JournalError::unreadable(
                "clock",
                format!("{} runs and has ended, or neither", clock.case),
            ));
        }
        clocks.entry(clock.case).or_default().push(clock);
        Ok(())
    };
    connection.each(&range.call(authority, sql), take).await?;
    Ok(Stored {
        register: register.into_iter().map(|row| (row.case, row)).collect(),
        clocks,
        beside: gaps::stored(connection, authority, range).await?,
    })
}

impl Stored {
    /// Takes a case out and compares it with what was folded.
    fn agrees_with(
        &mut self,
        stream: &Stream,
        folded: Result<ReadRows, String>,
    ) -> Result<(), Stop> {
        let case = stream.case;
        let mut made =
            folded.or_else(|what| bad("event", &case, format!("cannot be folded: {what}")))?;
        if let Some(row) = &mut made.register {
            row.case = case;
            row.reference = Some(Reference(stream.number));
            row.version = stream.version;
        }
        match (self.register.remove(&case), &made.register) {
            (None, None) => {}
            (None, Some(_)) => return bad("register", &case, "the row is missing"),
            (Some(_), None) => {
                return bad("register", &case, "the case should stand in no list");
            }
            (Some(row), Some(made)) if row == *made => {}
            (Some(row), Some(made)) => {
                let differing = differing(&row, made);
                return bad(
                    "register",
                    &case,
                    format!("{differing} is not what the events say"),
                );
            }
        }
        let mut clocks = made.clocks.clone();
        clocks.sort_by_key(|clock| clock.seq);
        if self.clocks.remove(&case).unwrap_or_default() != clocks {
            let what = "the time limits are not what the events say";
            return bad("clock", &case, what);
        }
        let mut wanted = made.gaps.clone();
        wanted.sort_by(|one, other| one.fact.cmp(&other.fact));
        if self.beside.gaps.remove(&case).unwrap_or_default() != wanted {
            let what = "the facts it does not have are not what the events say";
            return bad("gap", &case, what);
        }
        let mut helpers: Vec<String> = made.helpers.iter().map(ToString::to_string).collect();
        helpers.sort_unstable();
        let stored = self.beside.helpers.remove(&case).unwrap_or_default();
        if stored.iter().map(ToString::to_string).ne(helpers) {
            let what = "who helps with the answer is not what the events say";
            return bad("helper", &case, what);
        }
        Ok(())
    }
}

/// The first column in which two rows differ.
fn differing(one: &RegisterRow, other: &RegisterRow) -> &'static str {
    let columns = [
        ("reference", one.reference == other.reference),
        ("version", one.version == other.version),
        ("kind", one.kind == other.kind),
        ("procedure", one.procedure == other.procedure),
        ("stage", one.stage == other.stage),
        ("open", one.open == other.open),
        ("received_on", one.received_on == other.received_on),
        ("closed_on", one.closed_on == other.closed_on),
        ("due_on", one.due_on == other.due_on),
        ("due_limit", one.due_limit == other.due_limit),
        ("service", one.service == other.service),
        ("category", one.category == other.category),
        ("assigned_to", one.assigned_to == other.assigned_to),
        ("outcome", one.outcome == other.outcome),
        ("name_item", one.name_item == other.name_item),
    ];
    columns
        .into_iter()
        .find(|(_, same)| !same)
        .map_or("line", |(column, _)| column)
}

async fn token_sums(
    connection: &mut Connection,
    authority: &AuthorityCode,
) -> Result<BTreeMap<CaseId, TokenSum>, JournalError> {
    let all = call(
        "SELECT case_id, token FROM search_word WHERE authority = $1",
        vec![text(authority)],
    );
    let mut sums: BTreeMap<CaseId, TokenSum> = BTreeMap::new();
    let take = |row: &Row<'_>| {
        let case: CaseId = row.parsed(0, "search_word")?;
        let token = row.bytes(1)?.try_into();
        let token =
            token.map_err(|_| JournalError::unreadable("search_word", "a token has 16 bytes"))?;
        add(sums.entry(case).or_default(), case, token);
        Ok(())
    };
    connection.each(&all, take).await?;
    Ok(sums)
}

fn sum<'a>(case: CaseId, tokens: impl IntoIterator<Item = &'a Token>) -> TokenSum {
    let mut sum = TokenSum::default();
    tokens
        .into_iter()
        .for_each(|token| add(&mut sum, case, token));
    sum
}

fn add(sum: &mut TokenSum, case: CaseId, token: &Token) {
    let hash = Sha256::new()
        .chain_update(case.0.as_bytes())
        .chain_update(token)
        .finalize();
    for (part, bytes) in sum.iter_mut().zip(hash.chunks_exact(8)) {
        let bytes = bytes.try_into().expect("a chunk of eight has eight bytes");
        *part = part.wrapping_add(u64::from_be_bytes(bytes));
    }
}
