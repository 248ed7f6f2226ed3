//! Making the read tables again from the journal and the vault.

use casework::ids::{AuthorityCode, CaseId};

use crate::batches;
use crate::error::JournalError;
use crate::gap_rows;
use crate::journal::Journal;
use crate::record::{Entry, ReadRows, Rebuilt, RegisterRow};
use crate::rows;
use crate::sql::{call, text};

impl Journal {
    /// Drops register, clocks, gaps, helpers and search words and makes them again, authority by authority, each in
    /// one transaction during which nothing is appended there. `progress` is told how many cases of
    /// an authority are done, of how many.
    ///
    /// # Errors
    ///
    /// If the record fails, the fold refuses a case, or an item does not open; what that authority
    /// had stays as it was.
    pub async fn rebuild(
        &self,
        fold: &(impl Fn(&[Entry]) -> Result<ReadRows, String> + Sync),
        mut progress: impl FnMut(u64, u64) + Send,
    ) -> Result<Rebuilt, JournalError> {
        let authorities = batches::authorities(&mut self.reader().await?).await?;
        let mut rebuilt = Rebuilt::default();
        for authority in authorities {
            self.rebuild_authority(&authority, fold, &mut progress, &mut rebuilt)
                .await?;
        }
        Ok(rebuilt)
    }

    async fn rebuild_authority(
        &self,
        authority: &AuthorityCode,
        fold: &(impl Fn(&[Entry]) -> Result<ReadRows, String> + Sync),
        progress: &mut (impl FnMut(u64, u64) + Send),
        rebuilt: &mut Rebuilt,
    ) -> Result<(), JournalError> {
        let (_gate, mut connection) = self.alone(authority).await?;
        let drops = [
            call(
                "DELETE FROM register WHERE authority = $1",
                vec![text(authority)],
            ),
            call(
                "DELETE FROM clock WHERE authority = $1",
                vec![text(authority)],
            ),
            call(
                "DELETE FROM gap WHERE authority = $1",
                vec![text(authority)],
            ),
            call(
                "DELETE FROM helper WHERE authority = $1",
                vec![text(authority)],
            ),
            call(
                "DELETE FROM search_word WHERE authority = $1",
                vec![text(authority)],
            ),
        ];
        connection.run(&drops).await?;

        let ranges = batches::ranges(&mut connection, authority).await?;
        let all: u64 = ranges.iter().map(|range| range.cases.len() as u64).sum();
        let mut done = 0;
        for range in &ranges {
            let entries = batches::entries(&mut connection, authority, range).await?;
            let kept = batches::kept(self, &mut connection, authority, range).await?;
            let mut calls = Vec::new();
            for (case, entries) in &entries {
                rebuilt.entries += entries.len() as u64;
                if *case == CaseId::AUTHORITY_FILE {
                    continue;
                }
                rebuilt.cases += 1;
                let made =
                    fold(entries).map_err(|what| JournalError::Fold { case: *case, what })?;
                let given = entries
                    .first()
                    .and_then(|entry| entry.reference)
                    .ok_or_else(|| JournalError::Fold {
                        case: *case,
                        what: "its first event gives no reference".to_owned(),
                    })?;
                let version = entries.last().map_or(0, |entry| entry.version);
                calls.extend(made.register.map(|row| {
                    let register = RegisterRow {
                        case: *case,
                        version,
                        ..row
                    };
                    rows::upsert_register(authority, &register, given)
                }));
                calls.extend(
                    made.clocks
                        .iter()
                        .map(|clock| rows::insert_clock(authority, clock)),
                );
                calls.extend(
                    made.gaps
                        .iter()
                        .map(|gap| gap_rows::insert_gap(authority, gap)),
                );
                let helpers = made.helpers.into_iter();
                calls.extend(
                    helpers.map(|helper| gap_rows::insert_helper(authority, *case, helper)),
                );
            }
            for (case, kept) in &kept {
                calls.extend(rows::insert_tokens(authority, *case, &kept.tokens));
            }
            connection.run(&calls).await?;
            done += range.cases.len() as u64;
            progress(done, all);
        }
        connection.commit().await
    }
}
