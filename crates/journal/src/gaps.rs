//! Facts that cases do not have, and who helps with an answer: read tables beside the register.

use std::collections::BTreeMap;

use casework::ids::{AccountId, AuthorityCode, CaseId, Reference};
use jiff::civil::Date;

use crate::batches::Range;
use crate::database::Connection;
use crate::error::JournalError;
use crate::gap_rows::{GAP, gap};
use crate::journal::Journal;
use crate::record::GapRow;
use crate::sql::{Call, Row, Value, call, day, number, text};

/// Which gaps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GapQuery {
    /// Due on this day or later; an older year's report is out.
    pub due_from: Date,
    /// Today: what was due before it is missing, the rest is not yet due.
    pub today: Date,
    /// Of cases in these hands only.
    pub assigned_to: Option<AccountId>,
    /// Of this service only.
    pub service: Option<String>,
    /// Of this team only.
    pub team: Option<String>,
    /// Of this fact only.
    pub fact: Option<String>,
    /// Of every fact but this.
    pub but: Option<String>,
}

/// How many gaps of one fact there are in one service and team.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct GapCount {
    /// The service; empty where it is not known.
    pub service: String,
    /// The team; empty where it is not known.
    pub team: String,
    /// The fact.
    pub fact: String,
    /// How many are missing.
    pub missing: u64,
    /// How many are not yet due.
    pub not_yet_due: u64,
}

impl GapQuery {
    fn conditions(&self, authority: &AuthorityCode) -> (String, Vec<Value>) {
        let mut values = vec![text(authority), day(self.due_from)];
        let mut conditions = vec!["g.authority = $1 AND g.due_on >= $2".to_owned()];
        let also = [
            ("g.assigned_to =", self.assigned_to.as_ref().map(text)),
            ("g.service =", self.service.as_ref().map(text)),
            ("g.team =", self.team.as_ref().map(text)),
            ("g.fact =", self.fact.as_ref().map(text)),
            ("g.fact <>", self.but.as_ref().map(text)),
        ];
        for (compared, value) in also {
            let Some(value) = value else { continue };
            values.push(value);
            conditions.push(format!("{compared} ${}", values.len()));
        }
        (conditions.join(" AND "), values)
    }
}

impl Journal {
    /// How many facts are missing and how many are not yet due, by service, team and fact.
    ///
    /// # Errors
    ///
    /// If the record fails.
    pub async fn gap_counts(
        &self,
        authority: &AuthorityCode,
        query: &GapQuery,
    ) -> Result<Vec<GapCount>, JournalError> {
        // Values stand in the order of their first use, so today comes after the conditions.
        let (conditions, mut values) = query.conditions(authority);
        values.push(day(query.today));
        let today = values.len();
        let sql = format!(
            "WITH wanted AS (SELECT g.service, g.team, g.fact, g.due_on FROM gap g WHERE {conditions}) \
             SELECT service, team, fact, SUM(CASE WHEN due_on < ${today} THEN 1 ELSE 0 END), \
             SUM(CASE WHEN due_on < ${today} THEN 0 ELSE 1 END) FROM wanted \
             GROUP BY service, team, fact ORDER BY service, team, fact"
        );
        let counted = Call {
            sql: sql.into(),
            values,
        };
        let mut counts = Vec::new();
        let take = |row: &Row<'_>| {
            counts.push(GapCount {
                service: row.text(0)?.to_owned(),
                team: row.text(1)?.to_owned(),
                fact: row.text(2)?.to_owned(),
                missing: row.count(3, "gap")?,
                not_yet_due: row.count(4, "gap")?,
            });
            Ok(())
        };
        // Few rows, but every gap is looked at for them.
        self.reader().await?.each(&counted, take).await?;
        Ok(counts)
    }

    /// How many facts are missing: one number, of an index alone.
    ///
    /// # Errors
    ///
    /// If the record fails.
    pub async fn missing_count(
        &self,
        authority: &AuthorityCode,
        query: &GapQuery,
    ) -> Result<u64, JournalError> {
        let (conditions, mut values) = query.conditions(authority);
        values.push(day(query.today));
        let today = values.len();
        let counted = Call {
            sql: format!("SELECT COUNT(*) FROM gap g WHERE {conditions} AND g.due_on < ${today}")
                .into(),
            values,
        };
        let mut connection = self.reader().await?;
        let count = connection
            .first(&counted, |row| row.count(0, "gap"))
            .await?;
        Ok(count.unwrap_or_default())
    }

    /// Facts that are missing, the longest missing first, each with the reference of its case.
    ///
    /// # Errors
    ///
    /// If the record fails.
    pub async fn missing(
        &self,
        authority: &AuthorityCode,
        query: &GapQuery,
        limit: u32,
    ) -> Result<Vec<(Reference, GapRow)>, JournalError> {
        let (conditions, mut values) = query.conditions(authority);
        values.push(day(query.today));
        let today = values.len();
        values.push(number(limit));
        let sql = format!(
            "SELECT {GAP}, r.number FROM gap g JOIN register r ON r.authority = g.authority AND r.case_id = g.case_id \
             WHERE {conditions} AND g.due_on < ${today} ORDER BY g.due_on, g.case_id, g.fact LIMIT ${}",
            values.len()
        );
        let listed = Call {
            sql: sql.into(),
            values,
        };
        let read = |row: &Row<'_>| Ok((Reference(row.count(6, "register")?), gap(row)?));
        self.reader().await?.all(&listed, read).await
    }

    /// The cases with whose answer somebody helps.
    ///
    /// # Errors
    ///
    /// If the record fails.
    pub async fn helped_by(
        &self,
        authority: &AuthorityCode,
        account: AccountId,
    ) -> Result<Vec<CaseId>, JournalError> {
        let helped = call(
            "SELECT case_id FROM helper WHERE authority = $1 AND account = $2 ORDER BY case_id",
            vec![text(authority), text(&account)],
        );
        let read = |row: &Row<'_>| row.parsed(0, "helper");
        self.reader().await?.all(&helped, read).await
    }
}

/// What the two tables say of the cases of a range, each in order.
#[derive(Debug, Default)]
pub(crate) struct StoredGaps {
    pub gaps: BTreeMap<CaseId, Vec<GapRow>>,
    pub helpers: BTreeMap<CaseId, Vec<AccountId>>,
}

pub(crate) async fn stored(
    connection: &mut Connection,
    authority: &AuthorityCode,
    range: &Range,
) -> Result<StoredGaps, JournalError> {
    let mut stored = StoredGaps::default();
    let sql = format!(
        "SELECT {GAP} FROM gap g WHERE g.authority = $1 AND g.case_id > $2 AND g.case_id <= $3 \
         ORDER BY g.case_id, g.fact"
    );
    let take = |row: &Row<'_>| {
        let gap = gap(row)?;
        stored.gaps.entry(gap.case).or_default().push(gap);
        Ok(())
    };
    connection.each(&range.call(authority, sql), take).await?;
    let sql =
        "SELECT h.case_id, h.account FROM helper h WHERE h.authority = $1 AND h.case_id > $2 \
               AND h.case_id <= $3 ORDER BY h.case_id, h.account"
            .to_owned();
    let take = |row: &Row<'_>| {
        let case = row.parsed(0, "helper")?;
        let helper = row.parsed(1, "helper")?;
        stored.helpers.entry(case).or_default().push(helper);
        Ok(())
    };
    connection.each(&range.call(authority, sql), take).await?;
    Ok(stored)
}
