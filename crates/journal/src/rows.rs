//! Rows of the tables: how each is written and how it is read back.

use casework::ids::{AuthorityCode, CaseId, Reference};
use jiff::civil::Date;

use crate::error::JournalError;
use crate::record::{ClockRow, Entry, RegisterRow};
use crate::sql::{Call, Row, Value, call, day, flag, instant, maybe_text, number, text};

/// The columns [`entry`] reads.
pub(crate) const ENTRY: &str = "position, case_id, version, number, name, schema_no, happened_on, recorded_at, \
     actor, body, prev_hash, hash";

/// The columns [`register`] reads.
pub(crate) const REGISTER: &str = "r.case_id, r.number, r.version, r.kind, r.procedure, r.stage, r.is_open, \
     r.received_on, r.closed_on, r.due_on, r.due_limit, r.service, r.category, r.assigned_to, r.outcome, \
     r.name_item, r.line";

/// So many columns a register row has.
pub(crate) const REGISTER_WIDTH: usize = 17;

/// The columns [`clock`] reads.
pub(crate) const CLOCK: &str =
    "c.case_id, c.seq, c.time_limit, c.started_on, c.due_on, c.latest_on, c.ended_on, c.owner";

/// So many columns a clock has.
pub(crate) const CLOCK_WIDTH: usize = 8;

/// What the due day of a case is in the table when nothing is due: it comes last.
pub(crate) const NOTHING_DUE: Date = Date::MAX;

pub(crate) fn insert_entry(entry: &Entry) -> Call {
    call(
        "INSERT INTO event (authority, position, case_id, version, number, name, schema_no, happened_on, \
         recorded_at, actor, body, prev_hash, hash) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        vec![
            text(&entry.authority),
            number(entry.position),
            text(&entry.case),
            number(entry.version),
            entry
                .reference
                .map_or(Value::Null, |reference| number(reference.0)),
            text(&entry.name),
            number(entry.schema),
            day(entry.happened_on),
            instant(entry.recorded_at),
            text(&entry.actor),
            text(&entry.body),
            Value::Bytes(entry.prev_hash.to_vec()),
            Value::Bytes(entry.hash.to_vec()),
        ],
    )
}

/// Asks for the events of a case after this version, in order.
pub(crate) fn entries_of(authority: &AuthorityCode, case: CaseId, after: u32) -> Call {
    let sql = format!(
        "SELECT {ENTRY} FROM event WHERE authority = $1 AND case_id = $2 AND version > $3 ORDER BY version"
    );
    Call {
        sql: sql.into(),
        values: vec![text(authority), text(&case), number(after)],
    }
}

/// Reads [`ENTRY`].
pub(crate) fn entry(authority: &AuthorityCode, row: &Row<'_>) -> Result<Entry, JournalError> {
    const TABLE: &str = "event";
    let reference = row.maybe_number(3)?.map(|given| {
        u64::try_from(given)
            .map(Reference)
            .map_err(|_| JournalError::unreadable(TABLE, given.to_string()))
    });
    Ok(Entry {
        authority: authority.clone(),
        position: row.count(0, TABLE)?,
        case: row.parsed(1, TABLE)?,
        version: row.count(2, TABLE)?,
        reference: reference.transpose()?,
        name: row.text(4)?.to_owned(),
        schema: row.count(5, TABLE)?,
        happened_on: row.parsed(6, TABLE)?,
        recorded_at: row.instant(7, TABLE)?,
        actor: row.parsed(8, TABLE)?,
        body: row.text(9)?.to_owned(),
        prev_hash: row.hash(10, TABLE)?,
        hash: row.hash(11, TABLE)?,
    })
}

pub(crate) fn upsert_register(
    authority: &AuthorityCode,
    row: &RegisterRow,
    given: Reference,
) -> Call {
    call(
        "INSERT INTO register (authority, case_id, number, version, kind, procedure, stage, is_open, received_on, \
         closed_on, due_on, due_limit, service, category, assigned_to, outcome, name_item, line) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18) \
         ON CONFLICT (authority, case_id) DO UPDATE SET version = excluded.version, kind = excluded.kind, \
         procedure = excluded.procedure, stage = excluded.stage, is_open = excluded.is_open, \
         received_on = excluded.received_on, closed_on = excluded.closed_on, due_on = excluded.due_on, \
         due_limit = excluded.due_limit, service = excluded.service, category = excluded.category, \
         assigned_to = excluded.assigned_to, outcome = excluded.outcome, name_item = excluded.name_item, \
         line = excluded.line",
        vec![
            text(authority),
            text(&row.case),
            number(given.0),
            number(row.version),
            text(&row.kind),
            maybe_text(row.procedure.as_ref()),
            text(&row.stage),
            flag(row.open),
            day(row.received_on),
            maybe_text(row.closed_on.as_ref()),
            day(row.due_on.unwrap_or(NOTHING_DUE)),
            maybe_text(row.due_limit.as_ref()),
            maybe_text(row.service.as_ref()),
            maybe_text(row.category.as_ref()),
            maybe_text(row.assigned_to.as_ref()),
            maybe_text(row.outcome.as_ref()),
            maybe_text(row.name_item.as_ref()),
            text(&row.line),
        ],
    )
}

/// Reads [`REGISTER`] from this column on.
pub(crate) fn register(row: &Row<'_>, from: usize) -> Result<RegisterRow, JournalError> {
    const TABLE: &str = "register";
    let owned =
        |column: usize| Ok::<_, JournalError>(row.maybe_text(from + column)?.map(str::to_owned));
    let due_on: Date = row.parsed(from + 9, TABLE)?;
    Ok(RegisterRow {
        case: row.parsed(from, TABLE)?,
        reference: Some(Reference(row.count(from + 1, TABLE)?)),
        version: row.count(from + 2, TABLE)?,
        kind: row.text(from + 3)?.to_owned(),
        procedure: owned(4)?,
        stage: row.text(from + 5)?.to_owned(),
        open: row.number(from + 6)? != 0,
        received_on: row.parsed(from + 7, TABLE)?,
        closed_on: row.maybe_parsed(from + 8, TABLE)?,
        due_on: (due_on != NOTHING_DUE).then_some(due_on),
        due_limit: owned(10)?,
        service: owned(11)?,
        category: owned(12)?,
        assigned_to: row.maybe_parsed(from + 13, TABLE)?,
        outcome: owned(14)?,
        name_item: row.maybe_parsed(from + 15, TABLE)?,
        line: row.text(from + 16)?.to_owned(),
    })
}

pub(crate) fn insert_clock(authority: &AuthorityCode, clock: &ClockRow) -> Call {
    call(
        "INSERT INTO clock (authority, case_id, seq, time_limit, started_on, due_on, latest_on, ended_on, running, \
         owner) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        vec![
            text(authority),
            text(&clock.case),
            number(clock.seq),
            text(&clock.limit),
            day(clock.started_on),
            day(clock.due_on),
            maybe_text(clock.latest_on.as_ref()),
            maybe_text(clock.ended_on.as_ref()),
            flag(clock.ended_on.is_none()),
            text(&clock.owner),
        ],
    )
}

pub(crate) fn delete_register(authority: &AuthorityCode, case: CaseId) -> Call {
    call(
        "DELETE FROM register WHERE authority = $1 AND case_id = $2",
        vec![text(authority), text(&case)],
    )
}

pub(crate) fn delete_clocks(authority: &AuthorityCode, case: CaseId) -> Call {
    call(
        "DELETE FROM clock WHERE authority = $1 AND case_id = $2",
        vec![text(authority), text(&case)],
    )
}

/// Reads [`CLOCK`].
pub(crate) fn clock(row: &Row<'_>) -> Result<ClockRow, JournalError> {
    const TABLE: &str = "clock";
    Ok(ClockRow {
        case: row.parsed(0, TABLE)?,
        seq: row.count(1, TABLE)?,
        limit: row.text(2)?.to_owned(),
        started_on: row.parsed(3, TABLE)?,
        due_on: row.parsed(4, TABLE)?,
        latest_on: row.maybe_parsed(5, TABLE)?,
        ended_on: row.maybe_parsed(6, TABLE)?,
        owner: row.text(7)?.to_owned(),
    })
}

/// Writes search tokens, many to a statement; one that is there already stays.
pub(crate) fn insert_tokens<'a>(
    authority: &AuthorityCode,
    case: CaseId,
    tokens: impl IntoIterator<Item = &'a [u8; 16]>,
) -> Vec<Call> {
    const AT_ONCE: usize = 8;
    const INSERT: &str = "INSERT INTO search_word (authority, case_id, token) VALUES ($1, $2, $3), ($1, $2, $4), \
         ($1, $2, $5), ($1, $2, $6), ($1, $2, $7), ($1, $2, $8), ($1, $2, $9), ($1, $2, $10) ON CONFLICT DO NOTHING";
    let tokens: Vec<&[u8; 16]> = tokens.into_iter().collect();
    let several = tokens.chunks(AT_ONCE).map(|several| {
        let mut values = vec![text(authority), text(&case)];
        // A short last lot repeats its first token, so that one statement serves all.
        let filled = several
            .iter()
            .chain(std::iter::repeat(&several[0]))
            .take(AT_ONCE);
        values.extend(filled.map(|token| Value::Bytes(token.to_vec())));
        call(INSERT, values)
    });
    several.collect()
}

pub(crate) fn delete_token(authority: &AuthorityCode, case: CaseId, token: &[u8; 16]) -> Call {
    call(
        "DELETE FROM search_word WHERE authority = $1 AND token = $2 AND case_id = $3",
        vec![text(authority), Value::Bytes(token.to_vec()), text(&case)],
    )
}
