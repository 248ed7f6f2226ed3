//! What a group of appends makes of the record: decided here, without a database.
//!
//! Conflicts are found by comparing, not by failing statements, so one late append never undoes the
//! others of its group; a later append sees what an earlier one of the same group has made.

use std::collections::BTreeMap;

use casework::ids::{AuthorityCode, CaseId, ItemId, Reference};
use jiff::Timestamp;
use uuid::Uuid;

use crate::chain;
use crate::gap_rows;
use crate::record::{Append, Appended, Entry, RegisterRow};
use crate::rows;
use crate::sql::{Call, Value, call, number, text};
use crate::words::Token;

/// An append with its items sealed.
pub(crate) struct Unit {
    /// Without its items.
    pub append: Append,
    pub items: Vec<SealedItem>,
    pub tokens: Vec<Token>,
    /// The key of a new case, wrapped.
    pub wrapped_key: Option<Vec<u8>>,
}

pub(crate) struct SealedItem {
    pub item: ItemId,
    pub kind: String,
    pub sealed: Vec<u8>,
    /// Its own key, for what lies apart from its case.
    pub wrapped: Option<Vec<u8>>,
}

/// What the database says of the authorities, cases and submissions concerned.
#[derive(Clone, Debug, Default)]
pub(crate) struct Known {
    pub heads: BTreeMap<AuthorityCode, KnownHead>,
    pub streams: BTreeMap<(AuthorityCode, CaseId), KnownStream>,
    pub submissions: BTreeMap<(AuthorityCode, Uuid), (CaseId, Reference)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct KnownHead {
    pub position: u64,
    pub hash: [u8; 32],
    pub last_number: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct KnownStream {
    pub reference: Reference,
    pub version: u32,
    pub disposed: bool,
}

/// Why nothing of a group of units is appended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NotAppended {
    Conflict { actual: u32 },
    AlreadySubmitted { case: CaseId, reference: Reference },
    Disposed,
}

/// What is to be run, and what each group of units is told once it is on the disk.
pub(crate) struct Plan {
    pub calls: Vec<Call>,
    pub outcomes: Vec<Result<Vec<Appended>, NotAppended>>,
}

/// Decides over groups of units in their order; each group is appended whole or not at all.
pub(crate) fn plan(known: Known, groups: &[&[Unit]]) -> Plan {
    let before = known.heads.clone();
    let mut known = known;
    let mut calls = Vec::new();
    let mut outcomes = Vec::with_capacity(groups.len());
    for group in groups {
        // A single unit changes nothing when it is turned down; only larger groups need to go back.
        let restore = (group.len() > 1).then(|| (known.clone(), calls.len()));
        let outcome: Result<Vec<Appended>, NotAppended> = group
            .iter()
            .map(|unit| append(&mut known, unit, &mut calls))
            .collect();
        if outcome.is_err()
            && let Some((untouched, length)) = restore
        {
            known = untouched;
            calls.truncate(length);
        }
        outcomes.push(outcome);
    }
    let moved = known
        .heads
        .iter()
        .filter(|(authority, head)| before.get(*authority) != Some(head));
    calls.extend(moved.map(|(authority, head)| {
        call(
            "UPDATE head SET position = $1, hash = $2, last_number = $3 WHERE authority = $4",
            vec![
                number(head.position),
                Value::Bytes(head.hash.to_vec()),
                number(head.last_number),
                text(authority),
            ],
        )
    }));
    Plan { calls, outcomes }
}

fn append(known: &mut Known, unit: &Unit, calls: &mut Vec<Call>) -> Result<Appended, NotAppended> {
    let stream = may_append(known, unit)?;
    let Append {
        authority,
        case,
        expected,
        entries,
        submission,
        ..
    } = &unit.append;
    let head = known
        .heads
        .entry(authority.clone())
        .or_insert(KnownHead::START);
    let reference = match stream {
        Some(stream) => stream.reference,
        None if *case == CaseId::AUTHORITY_FILE => Reference::AUTHORITY_FILE,
        None => {
            head.last_number += 1;
            Reference(head.last_number)
        }
    };
    let mut version = *expected;
    for new in entries {
        version += 1;
        let mut entry = Entry {
            authority: authority.clone(),
            position: head.position + 1,
            case: *case,
            version,
            reference: (version == 1).then_some(reference),
            name: new.name.clone(),
            schema: new.schema,
            happened_on: new.happened_on,
            recorded_at: to_the_microsecond(new.recorded_at),
            actor: new.actor,
            body: new.body.clone(),
            prev_hash: head.hash,
            hash: chain::BEGINNING,
        };
        entry.hash = chain::link(&entry);
        head.position = entry.position;
        head.hash = entry.hash;
        calls.push(rows::insert_entry(&entry));
    }
    let appended = Appended {
        position: head.position,
        version,
        reference,
    };

    calls.push(call(
        "INSERT INTO stream (authority, case_id, number, version, disposed) VALUES ($1, $2, $3, $4, 0) \
         ON CONFLICT (authority, case_id) DO UPDATE SET version = excluded.version",
        vec![text(authority), text(case), number(reference.0), number(version)],
    ));
    let disposed = stream.is_some_and(|stream| stream.disposed);
    known.streams.insert(
        (authority.clone(), *case),
        KnownStream {
            reference,
            version,
            disposed,
        },
    );
    if let Some(submission) = submission {
        calls.push(call(
            "INSERT INTO submission (authority, submission, case_id, number) VALUES ($1, $2, $3, $4)",
            vec![text(authority), text(submission), text(case), number(reference.0)],
        ));
        known
            .submissions
            .insert((authority.clone(), *submission), (*case, reference));
    }
    keep(unit, calls);
    show(unit, version, reference, calls);
    Ok(appended)
}

/// What the read tables say from now on.
fn show(unit: &Unit, version: u32, reference: Reference, calls: &mut Vec<Call>) {
    let Append {
        authority,
        case,
        expected,
        rows,
        ..
    } = &unit.append;
    match rows.register.clone() {
        Some(row) => {
            let register = RegisterRow {
                case: *case,
                version,
                ..row
            };
            calls.push(rows::upsert_register(authority, &register, reference));
        }
        None => calls.push(rows::delete_register(authority, *case)),
    }
    if *expected > 0 {
        calls.push(rows::delete_clocks(authority, *case));
        calls.extend(gap_rows::delete_of_case(authority, *case));
    }
    calls.extend(
        rows.clocks
            .iter()
            .map(|clock| rows::insert_clock(authority, clock)),
    );
    calls.extend(
        rows.gaps
            .iter()
            .map(|gap| gap_rows::insert_gap(authority, gap)),
    );
    let helpers = rows.helpers.iter();
    calls.extend(helpers.map(|helper| gap_rows::insert_helper(authority, *case, *helper)));
}

/// The stream as it is, if the unit may be appended to it.
fn may_append(known: &Known, unit: &Unit) -> Result<Option<KnownStream>, NotAppended> {
    let Append {
        authority,
        case,
        expected,
        submission,
        ..
    } = &unit.append;
    if let Some(submission) = submission
        && let Some((case, reference)) = known.submissions.get(&(authority.clone(), *submission))
    {
        return Err(NotAppended::AlreadySubmitted {
            case: *case,
            reference: *reference,
        });
    }
    let stream = known.streams.get(&(authority.clone(), *case)).copied();
    let actual = stream.map_or(0, |stream| stream.version);
    if actual != *expected {
        return Err(NotAppended::Conflict { actual });
    }
    if stream.is_some_and(|stream| stream.disposed) && !unit.items.is_empty() {
        return Err(NotAppended::Disposed);
    }
    Ok(stream)
}

/// What goes to the vault, and how it is found again.
fn keep(unit: &Unit, calls: &mut Vec<Call>) {
    let Append {
        authority, case, ..
    } = &unit.append;
    if let Some(wrapped) = &unit.wrapped_key {
        calls.push(call(
            "INSERT INTO case_key (authority, case_id, wrapped) VALUES ($1, $2, $3)",
            vec![text(authority), text(case), Value::Bytes(wrapped.clone())],
        ));
    }
    calls.extend(unit.items.iter().map(|item| {
        let sealed = Value::Bytes(item.sealed.clone());
        if let Some(wrapped) = &item.wrapped {
            let wrapped = Value::Bytes(wrapped.clone());
            return call(
                "INSERT INTO monitoring_item (authority, case_id, item, wrapped, sealed) VALUES ($1, $2, $3, $4, $5)",
                vec![text(authority), text(case), text(&item.item), wrapped, sealed],
            );
        }
        call(
            "INSERT INTO vault_item (authority, case_id, item, kind, sealed) VALUES ($1, $2, $3, $4, $5)",
            vec![text(authority), text(case), text(&item.item), text(&item.kind), sealed],
        )
    }));
    calls.extend(rows::insert_tokens(authority, *case, &unit.tokens));
}

impl KnownHead {
    /// The head of a journal in which nothing is recorded.
    pub(crate) const START: Self = Self {
        position: 0,
        hash: chain::BEGINNING,
        last_number: 0,
    };
}

/// What the database keeps of an instant; the hash must be over that.
fn to_the_microsecond(instant: Timestamp) -> Timestamp {
    Timestamp::from_microsecond(instant.as_microsecond())
        .expect("a shorter instant is in range too")
}

#[cfg(test)]
#[path = "plan_tests.rs"]
mod tests;
