//! Going through a whole authority case by case, some hundred cases at a time.

use std::collections::{BTreeMap, BTreeSet};

use casework::ids::{AuthorityCode, CaseId, ItemId};

use crate::database::Connection;
use crate::error::JournalError;
use crate::items::{Opener, open_apart};
use crate::journal::Journal;
use crate::record::Entry;
use crate::rows;
use crate::sealing::commitment_in_hex;
use crate::sql::{Call, Row, Value, call, text};
use crate::words::{self, Token};

/// So many cases at a time.
const CASES: usize = 500;

/// A case as its stream has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stream {
    pub case: CaseId,
    pub number: u64,
    pub version: u32,
    pub disposed: bool,
    pub has_key: bool,
}

/// A run of cases: those after the first text up to the last.
#[derive(Clone, Debug)]
pub(crate) struct Range {
    pub cases: Vec<Stream>,
    after: String,
    up_to: String,
}

/// What the vault holds of a case.
#[derive(Default)]
pub(crate) struct Kept {
    /// Each item with the commitment its contents make.
    pub commitments: BTreeMap<ItemId, String>,
    pub tokens: BTreeSet<Token>,
}

impl Range {
    /// The values authority, first and last, for a statement about the range.
    pub(crate) fn call(&self, authority: &AuthorityCode, sql: String) -> Call {
        let values = vec![
            text(authority),
            Value::Text(self.after.clone()),
            Value::Text(self.up_to.clone()),
        ];
        Call {
            sql: sql.into(),
            values,
        }
    }
}

/// All authorities of which anything is recorded.
pub(crate) async fn authorities(
    connection: &mut Connection,
) -> Result<Vec<AuthorityCode>, JournalError> {
    let all = call(
        "SELECT authority FROM head UNION SELECT authority FROM stream UNION SELECT authority FROM event \
         UNION SELECT authority FROM register ORDER BY 1",
        Vec::new(),
    );
    connection.all(&all, |row| row.parsed(0, "head")).await
}

/// The cases of an authority in ranges that leave no gap: even a row of no case falls into one.
pub(crate) async fn ranges(
    connection: &mut Connection,
    authority: &AuthorityCode,
) -> Result<Vec<Range>, JournalError> {
    const TABLE: &str = "stream";
    let sql = "SELECT s.case_id, s.number, s.version, s.disposed, k.case_id FROM stream s LEFT JOIN case_key k \
         ON k.authority = s.authority AND k.case_id = s.case_id WHERE s.authority = $1 ORDER BY s.case_id";
    let read = |row: &Row<'_>| {
        Ok(Stream {
            case: row.parsed(0, TABLE)?,
            number: row.count(1, TABLE)?,
            version: row.count(2, TABLE)?,
            disposed: row.number(3)? != 0,
            has_key: row.maybe_text(4)?.is_some(),
        })
    };
    let streams = connection
        .all(&call(sql, vec![text(authority)]), read)
        .await?;
    let mut ranges = Vec::new();
    let mut after = String::new();
    for cases in streams.chunks(CASES) {
        let up_to = cases
            .last()
            .map_or_else(String::new, |stream| stream.case.to_string());
        ranges.push(Range {
            cases: cases.to_vec(),
            after: after.clone(),
            up_to: up_to.clone(),
        });
        after = up_to;
    }
    // A tilde stands after every id.
    ranges.push(Range {
        cases: Vec::new(),
        after,
        up_to: "~".to_owned(),
    });
    Ok(ranges)
}

/// The events of a range by case.
pub(crate) async fn entries(
    connection: &mut Connection,
    authority: &AuthorityCode,
    range: &Range,
) -> Result<BTreeMap<CaseId, Vec<Entry>>, JournalError> {
    let sql = format!(
        "SELECT {} FROM event WHERE authority = $1 AND case_id > $2 AND case_id <= $3 ORDER BY case_id, version",
        rows::ENTRY
    );
    let mut entries: BTreeMap<CaseId, Vec<Entry>> = BTreeMap::new();
    let take = |row: &Row<'_>| {
        let entry = rows::entry(authority, row)?;
        entries.entry(entry.case).or_default().push(entry);
        Ok(())
    };
    connection.each(&range.call(authority, sql), take).await?;
    Ok(entries)
}

/// What the vault holds of the cases of a range; an item that does not open is an error.
pub(crate) async fn kept(
    journal: &Journal,
    connection: &mut Connection,
    authority: &AuthorityCode,
    range: &Range,
) -> Result<BTreeMap<CaseId, Kept>, JournalError> {
    use secrecy::ExposeSecret;
    let sql = "SELECT v.case_id, v.item, v.sealed, k.wrapped FROM vault_item v LEFT JOIN case_key k \
         ON k.authority = v.authority AND k.case_id = v.case_id \
         WHERE v.authority = $1 AND v.case_id > $2 AND v.case_id <= $3 ORDER BY v.case_id, v.item";
    let mut vault = Opener::new(journal, authority);
    let mut kept: BTreeMap<CaseId, Kept> = BTreeMap::new();
    let take = |row: &Row<'_>| {
        let (case, item, opened) = vault.open(row)?;
        let kept = kept.entry(case).or_default();
        kept.commitments.insert(
            item,
            commitment_in_hex(&opened.salt, opened.text.expose_secret()),
        );
        let said = opened.words.iter().map(ExposeSecret::expose_secret);
        kept.tokens
            .extend(words::tokens(&journal.keys().search, authority, said));
        Ok(())
    };
    connection
        .each(&range.call(authority, sql.to_owned()), take)
        .await?;
    let sql = "SELECT case_id, item, wrapped, sealed FROM monitoring_item \
         WHERE authority = $1 AND case_id > $2 AND case_id <= $3 ORDER BY case_id, item";
    let take = |row: &Row<'_>| {
        let (case, item, opened) = open_apart(journal, authority, row)?;
        let made = commitment_in_hex(&opened.salt, opened.text.expose_secret());
        kept.entry(case).or_default().commitments.insert(item, made);
        Ok(())
    };
    connection
        .each(&range.call(authority, sql.to_owned()), take)
        .await?;
    Ok(kept)
}
