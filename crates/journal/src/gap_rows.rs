//! One case’s rows in the tables of gaps and helpers: read, written, and taken out before they are written anew.

use casework::ids::{AccountId, AuthorityCode, CaseId};

use crate::error::JournalError;
use crate::record::GapRow;
use crate::sql::{Call, Row, call, day, maybe_text, text};

/// The columns [`gap`] reads.
pub(crate) const GAP: &str = "g.case_id, g.fact, g.due_on, g.service, g.team, g.assigned_to";

/// Reads [`GAP`].
pub(crate) fn gap(row: &Row<'_>) -> Result<GapRow, JournalError> {
    const TABLE: &str = "gap";
    let known = |column: usize| {
        let code = row.text(column)?;
        Ok::<_, JournalError>((!code.is_empty()).then(|| code.to_owned()))
    };
    Ok(GapRow {
        case: row.parsed(0, TABLE)?,
        fact: row.text(1)?.to_owned(),
        due_on: row.parsed(2, TABLE)?,
        service: known(3)?,
        team: known(4)?,
        assigned_to: row.maybe_parsed(5, TABLE)?,
    })
}

pub(crate) fn insert_gap(authority: &AuthorityCode, gap: &GapRow) -> Call {
    let known = |code: &Option<String>| text(&code.as_deref().unwrap_or_default());
    call(
        "INSERT INTO gap (authority, case_id, fact, due_on, service, team, assigned_to) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        vec![
            text(authority),
            text(&gap.case),
            text(&gap.fact),
            day(gap.due_on),
            known(&gap.service),
            known(&gap.team),
            maybe_text(gap.assigned_to.as_ref()),
        ],
    )
}

pub(crate) fn insert_helper(authority: &AuthorityCode, case: CaseId, account: AccountId) -> Call {
    call(
        "INSERT INTO helper (authority, account, case_id) VALUES ($1, $2, $3)",
        vec![text(authority), text(&account), text(&case)],
    )
}

/// Takes out what the two tables say of a case, before it is written anew.
pub(crate) fn delete_of_case(authority: &AuthorityCode, case: CaseId) -> [Call; 2] {
    let values = || vec![text(authority), text(&case)];
    [
        call(
            "DELETE FROM gap WHERE authority = $1 AND case_id = $2",
            values(),
        ),
        call(
            "DELETE FROM helper WHERE authority = $1 AND case_id = $2",
            values(),
        ),
    ]
}
