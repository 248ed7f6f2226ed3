//! Opening the vault, and destroying what lies in it.

use std::collections::BTreeMap;

use casework::ids::{AuthorityCode, CaseId, ItemId};
use secrecy::ExposeSecret;

use crate::database::Connection;
use crate::error::JournalError;
use crate::journal::Journal;
use crate::rows;
use crate::sql::{Call, Row, call, text};
use crate::vault::{Apart, CaseKey, Opened};
use crate::words;

impl Journal {
    /// The texts of these items of a case; those disposed of are not among them.
    ///
    /// # Errors
    ///
    /// If the record fails or an item does not open.
    pub async fn open_items(
        &self,
        authority: &AuthorityCode,
        case: CaseId,
        items: &[ItemId],
    ) -> Result<BTreeMap<ItemId, String>, JournalError> {
        let mut vault = Opener::new(self, authority);
        let sql = "SELECT v.case_id, v.item, v.sealed, k.wrapped FROM vault_item v JOIN case_key k \
             ON k.authority = v.authority AND k.case_id = v.case_id \
             WHERE v.authority = $1 AND v.case_id = $2 ORDER BY v.item";
        let take = |row: &Row<'_>| {
            let item: ItemId = row.parsed(1, "vault_item")?;
            if !items.contains(&item) {
                return Ok(None);
            }
            let (_, _, found) = vault.open(row)?;
            Ok(Some((item, found.text.expose_secret().to_owned())))
        };
        let opened = self
            .reader()
            .await?
            .all(&call(sql, vec![text(authority), text(&case)]), take)
            .await?;
        Ok(opened.into_iter().flatten().collect())
    }

    /// Hands over every item of a kind, opened, case by case, without holding them all.
    ///
    /// # Errors
    ///
    /// If the record fails or an item does not open.
    pub async fn items_of_kind<T: Send>(
        &self,
        authority: &AuthorityCode,
        kind: &str,
        init: T,
        mut fold: impl FnMut(&mut T, CaseId, ItemId, &str) + Send,
    ) -> Result<T, JournalError> {
        let mut folded = init;
        let mut vault = Opener::new(self, authority);
        let sql = "SELECT v.case_id, v.item, v.sealed, k.wrapped FROM vault_item v JOIN case_key k \
             ON k.authority = v.authority AND k.case_id = v.case_id \
             WHERE v.authority = $1 AND v.kind = $2 ORDER BY v.case_id, v.item";
        let take = |row: &Row<'_>| {
            let (case, item, opened) = vault.open(row)?;
            fold(&mut folded, case, item, opened.text.expose_secret());
            Ok(())
        };
        self.reader()
            .await?
            .each(&call(sql, vec![text(authority), text(&kind)]), take)
            .await?;
        Ok(folded)
    }

    /// Hands over everything asked for equality monitoring, opened, case by case, without holding it all.
    ///
    /// # Errors
    ///
    /// If the record fails or an item does not open.
    pub async fn monitoring_items<T: Send>(
        &self,
        authority: &AuthorityCode,
        init: T,
        mut fold: impl FnMut(&mut T, CaseId, ItemId, &str) + Send,
    ) -> Result<T, JournalError> {
        let mut folded = init;
        let sql = "SELECT case_id, item, wrapped, sealed FROM monitoring_item WHERE authority = $1 \
             ORDER BY case_id, item";
        let take = |row: &Row<'_>| {
            let (case, item, opened) = open_apart(self, authority, row)?;
            fold(&mut folded, case, item, opened.text.expose_secret());
            Ok(())
        };
        self.reader()
            .await?
            .each(&call(sql, vec![text(authority)]), take)
            .await?;
        Ok(folded)
    }

    /// Destroys the key of a case with everything sealed by it, and what it was found by. What
    /// happened stays recorded, the chain still verifies, and figures stay.
    ///
    /// # Errors
    ///
    /// If the record fails; nothing is destroyed then.
    pub async fn dispose(
        &self,
        authority: &AuthorityCode,
        case: CaseId,
    ) -> Result<(), JournalError> {
        self.dispose_all(authority, &[case]).await
    }

    /// Destroys the keys of several cases, as [`Journal::dispose`] does for one: of all or of none.
    ///
    /// # Errors
    ///
    /// If the record fails; nothing is destroyed then.
    pub async fn dispose_all(
        &self,
        authority: &AuthorityCode,
        cases: &[CaseId],
    ) -> Result<(), JournalError> {
        let (gate, mut connection) = self.alone(authority).await?;
        let mut vault = Opener::new(self, authority);
        for case in cases {
            let calls = disposal(&mut vault, &mut connection, *case).await?;
            connection.run(&calls).await?;
        }
        connection.commit().await?;
        drop((connection, gate));
        self.clear_traces().await
    }
}

/// Reads case, item, wrapped key and sealed text of something apart from its case, and opens it.
pub(crate) fn open_apart(
    journal: &Journal,
    authority: &AuthorityCode,
    row: &Row<'_>,
) -> Result<(CaseId, ItemId, Opened), JournalError> {
    const TABLE: &str = "monitoring_item";
    let place: (CaseId, ItemId) = (row.parsed(0, TABLE)?, row.parsed(1, TABLE)?);
    let sealed = (row.bytes(2)?, row.bytes(3)?);
    let opened = Apart::open(journal.keys(), authority, place, sealed)?;
    Ok((place.0, place.1, opened))
}

/// What destroys the key of a case and what it was found by.
async fn disposal(
    vault: &mut Opener<'_>,
    connection: &mut Connection,
    case: CaseId,
) -> Result<Vec<Call>, JournalError> {
    let authority = vault.authority;
    let sql = "SELECT v.case_id, v.item, v.sealed, k.wrapped FROM vault_item v JOIN case_key k \
         ON k.authority = v.authority AND k.case_id = v.case_id WHERE v.authority = $1 AND v.case_id = $2";
    let opened = connection
        .all(&call(sql, vec![text(authority), text(&case)]), |row| {
            Ok(vault.open(row)?.2)
        })
        .await?;
    let said = opened
        .iter()
        .flat_map(|item| &item.words)
        .map(ExposeSecret::expose_secret);
    let tokens = words::tokens(&vault.journal.keys().search, authority, said);
    let of_case = || vec![text(authority), text(&case)];
    let mut calls: Vec<_> = tokens
        .iter()
        .map(|token| rows::delete_token(authority, case, token))
        .collect();
    calls.push(call(
        "DELETE FROM vault_item WHERE authority = $1 AND case_id = $2",
        of_case(),
    ));
    calls.push(call(
        "DELETE FROM monitoring_item WHERE authority = $1 AND case_id = $2",
        of_case(),
    ));
    calls.push(call(
        "DELETE FROM case_key WHERE authority = $1 AND case_id = $2",
        of_case(),
    ));
    calls.push(call(
        "UPDATE stream SET disposed = 1 WHERE authority = $1 AND case_id = $2",
        of_case(),
    ));
    Ok(calls)
}

/// Opens items that come case by case, unwrapping the key of each case once.
pub(crate) struct Opener<'a> {
    journal: &'a Journal,
    authority: &'a AuthorityCode,
    at_hand: Option<(CaseId, CaseKey)>,
}

impl<'a> Opener<'a> {
    pub(crate) fn new(journal: &'a Journal, authority: &'a AuthorityCode) -> Self {
        Self {
            journal,
            authority,
            at_hand: None,
        }
    }

    /// Reads case, item, sealed text and wrapped key, and opens the item.
    pub(crate) fn open(&mut self, row: &Row<'_>) -> Result<(CaseId, ItemId, Opened), JournalError> {
        let case: CaseId = row.parsed(0, "vault_item")?;
        let item: ItemId = row.parsed(1, "vault_item")?;
        if self
            .at_hand
            .as_ref()
            .is_none_or(|(known, _)| *known != case)
        {
            let no_key = || JournalError::DoesNotOpen {
                table: "case_key",
                place: case.to_string(),
            };
            let wrapped = row.maybe_bytes(3)?.ok_or_else(no_key)?;
            self.at_hand = Some((
                case,
                CaseKey::unwrap(self.journal.keys(), self.authority, case, wrapped)?,
            ));
        }
        let (_, key) = self
            .at_hand
            .as_ref()
            .expect("the key was put at hand above");
        Ok((
            case,
            item,
            key.open_item(self.authority, case, item, row.bytes(2)?)?,
        ))
    }
}
