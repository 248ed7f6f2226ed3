//! Keeping accounts, sessions and authorities.

use casework::ids::{AccountId, AuthorityCode};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::account::{Account, Authority, Session};
use crate::error::{AccountError, JournalError};
use crate::journal::Journal;
use crate::key::KeyedHash;
use crate::sql::{Row, Value, bytes, call, flag, instant, text};
use crate::vault;

const ACCOUNT: &str =
    "SELECT id, sealed_names, role, password_hash, must_change, disabled, created_at FROM account";

/// What lies sealed of an account.
#[derive(Serialize, Deserialize)]
struct Names {
    sign_in: String,
    display: String,
}

impl Journal {
    /// The authorities of this installation, by their codes.
    ///
    /// # Errors
    ///
    /// If the record fails.
    pub async fn authorities(&self) -> Result<Vec<Authority>, JournalError> {
        let all = call(
            "SELECT authority, name, settings, created_at FROM authority ORDER BY authority",
            Vec::new(),
        );
        let read = |row: &Row<'_>| {
            Ok(Authority {
                code: row.parsed(0, "authority")?,
                name: row.text(1)?.to_owned(),
                settings: row.text(2)?.to_owned(),
                created_at: row.instant(3, "authority")?,
            })
        };
        self.reader().await?.all(&all, read).await
    }

    /// Adds an authority, or changes its name and settings.
    ///
    /// # Errors
    ///
    /// If the record fails.
    pub async fn save_authority(&self, authority: &Authority) -> Result<(), JournalError> {
        let upsert = call(
            "INSERT INTO authority (authority, name, settings, created_at) VALUES ($1, $2, $3, $4) \
             ON CONFLICT (authority) DO UPDATE SET name = excluded.name, settings = excluded.settings",
            vec![
                text(&authority.code),
                text(&authority.name),
                text(&authority.settings),
                instant(authority.created_at),
            ],
        );
        self.run(vec![upsert]).await.map(|_| ())
    }

    /// Makes an account.
    ///
    /// # Errors
    ///
    /// [`AccountError::NameTaken`] if somebody at this authority signs in with that name, in any case.
    ///
    /// # Panics
    ///
    /// Never: two texts are always written as JSON.
    pub async fn create_account(&self, account: &Account) -> Result<(), AccountError> {
        let names = Names {
            sign_in: account.sign_in_name.clone(),
            display: account.display_name.clone(),
        };
        let names =
            Zeroizing::new(serde_json::to_vec(&names).expect("two texts are always written"));
        let place = place_of_account(&account.authority, account.id);
        let insert = call(
            "INSERT INTO account (authority, id, name_token, sealed_names, role, password_hash, must_change, \
             disabled, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING",
            vec![
                text(&account.authority),
                text(&account.id),
                self.name_token(&account.authority, &account.sign_in_name),
                Value::Bytes(vault::seal(&self.keys().accounts, &place, &names)?),
                text(&account.role),
                text(&account.password_hash),
                flag(account.must_change),
                flag(account.disabled),
                instant(account.created_at),
            ],
        );
        if self.touched(insert).await? == 0 {
            Err(AccountError::NameTaken)
        } else {
            Ok(())
        }
    }

    /// The account with this id.
    ///
    /// # Errors
    ///
    /// If the record fails.
    pub async fn account(
        &self,
        authority: &AuthorityCode,
        id: AccountId,
    ) -> Result<Option<Account>, JournalError> {
        let sql = format!("{ACCOUNT} WHERE authority = $1 AND id = $2");
        let call = crate::sql::Call {
            sql: sql.into(),
            values: vec![text(authority), text(&id)],
        };
        self.reader()
            .await?
            .first(&call, |row| self.account_row(authority, row))
            .await
    }

    /// The account that signs in with this name.
    ///
    /// # Errors
    ///
    /// If the record fails.
    pub async fn account_by_name(
        &self,
        authority: &AuthorityCode,
        sign_in_name: &str,
    ) -> Result<Option<Account>, JournalError> {
        let sql = format!("{ACCOUNT} WHERE authority = $1 AND name_token = $2");
        let values = vec![text(authority), self.name_token(authority, sign_in_name)];
        let call = crate::sql::Call {
            sql: sql.into(),
            values,
        };
        self.reader()
            .await?
            .first(&call, |row| self.account_row(authority, row))
            .await
    }

    /// All accounts of an authority, by their sign-in names.
    ///
    /// # Errors
    ///
    /// If the record fails.
    pub async fn accounts(&self, authority: &AuthorityCode) -> Result<Vec<Account>, JournalError> {
        let sql = format!("{ACCOUNT} WHERE authority = $1");
        let call = crate::sql::Call {
            sql: sql.into(),
            values: vec![text(authority)],
        };
        let mut accounts = self
            .reader()
            .await?
            .all(&call, |row| self.account_row(authority, row))
            .await?;
        accounts.sort_by(|one, other| one.sign_in_name.cmp(&other.sign_in_name));
        Ok(accounts)
    }

    /// Changes a password; false if there is no such account.
    ///
    /// # Errors
    ///
    /// If the record fails.
    pub async fn set_password(
        &self,
        authority: &AuthorityCode,
        id: AccountId,
        password_hash: &str,
        must_change: bool,
    ) -> Result<bool, JournalError> {
        let update = call(
            "UPDATE account SET password_hash = $1, must_change = $2 WHERE authority = $3 AND id = $4",
            vec![
                text(&password_hash),
                flag(must_change),
                text(authority),
                text(&id),
            ],
        );
        Ok(self.touched(update).await? > 0)
    }

    /// Bars an account from signing in, or lets it in again; false if there is no such account.
    ///
    /// # Errors
    ///
    /// If the record fails.
    pub async fn set_disabled(
        &self,
        authority: &AuthorityCode,
        id: AccountId,
        disabled: bool,
    ) -> Result<bool, JournalError> {
        let update = call(
            "UPDATE account SET disabled = $1 WHERE authority = $2 AND id = $3",
            vec![flag(disabled), text(authority), text(&id)],
        );
        Ok(self.touched(update).await? > 0)
    }

    /// Keeps a session, new or changed.
    ///
    /// # Errors
    ///
    /// If the record fails.
    pub async fn save_session(&self, session: &Session) -> Result<(), JournalError> {
        let (authority, account) = match &session.account {
            Some((authority, account)) => (text(authority), text(account)),
            None => (Value::Null, Value::Null),
        };
        let sealed = vault::seal(
            &self.keys().accounts,
            &place_of_session(&session.token),
            &session.data,
        )?;
        let upsert = call(
            "INSERT INTO session (token, authority, account, sealed, expires_at) VALUES ($1, $2, $3, $4, $5) \
             ON CONFLICT (token) DO UPDATE SET authority = excluded.authority, account = excluded.account, \
             sealed = excluded.sealed, expires_at = excluded.expires_at",
            vec![
                bytes(&session.token),
                authority,
                account,
                Value::Bytes(sealed),
                instant(session.expires_at),
            ],
        );
        self.run(vec![upsert]).await.map(|_| ())
    }

    /// The session with this hashed id, unless it has ended by now.
    ///
    /// # Errors
    ///
    /// If the record fails.
    pub async fn session(
        &self,
        token: &[u8; 32],
        now: Timestamp,
    ) -> Result<Option<Session>, JournalError> {
        let sql = "SELECT authority, account, sealed, expires_at FROM session WHERE token = $1 AND expires_at > $2";
        let read = |row: &Row<'_>| {
            let account = match (
                row.maybe_parsed(0, "session")?,
                row.maybe_parsed(1, "session")?,
            ) {
                (Some(authority), Some(account)) => Some((authority, account)),
                (_, None) | (None, _) => None,
            };
            let data = vault::open(
                &self.keys().accounts,
                &place_of_session(token),
                row.bytes(2)?,
            );
            let data = data.ok_or_else(|| JournalError::DoesNotOpen {
                table: "session",
                place: "of a token".to_owned(),
            })?;
            Ok(Session {
                token: *token,
                account,
                data: data.to_vec(),
                expires_at: row.instant(3, "session")?,
            })
        };
        self.reader()
            .await?
            .first(&call(sql, vec![bytes(token), instant(now)]), read)
            .await
    }

    /// Ends a session.
    ///
    /// # Errors
    ///
    /// If the record fails.
    pub async fn delete_session(&self, token: &[u8; 32]) -> Result<(), JournalError> {
        self.run(vec![call(
            "DELETE FROM session WHERE token = $1",
            vec![bytes(token)],
        )])
        .await
        .map(|_| ())
    }

    /// Ends all sessions of an account, except perhaps one; says how many.
    ///
    /// # Errors
    ///
    /// If the record fails.
    pub async fn delete_sessions_of(
        &self,
        authority: &AuthorityCode,
        id: AccountId,
        except: Option<&[u8; 32]>,
    ) -> Result<u64, JournalError> {
        // No token is empty, so an empty exception excepts nothing.
        let except = except.map_or_else(|| bytes(&[]), |token| bytes(token));
        self.touched(call(
            "DELETE FROM session WHERE authority = $1 AND account = $2 AND token <> $3",
            vec![text(authority), text(&id), except],
        ))
        .await
    }

    /// Removes the sessions that have ended; says how many.
    ///
    /// # Errors
    ///
    /// If the record fails.
    pub async fn purge_sessions(&self, now: Timestamp) -> Result<u64, JournalError> {
        self.touched(call(
            "DELETE FROM session WHERE expires_at <= $1",
            vec![instant(now)],
        ))
        .await
    }

    async fn touched(&self, call: crate::sql::Call) -> Result<u64, JournalError> {
        Ok(self.run(vec![call]).await?.into_iter().sum())
    }

    fn name_token(&self, authority: &AuthorityCode, sign_in_name: &str) -> Value {
        let name = sign_in_name.trim().to_lowercase();
        let hash = KeyedHash::new(&self.keys().accounts).with(b"sign-in name");
        bytes(
            &hash
                .with(authority.as_str().as_bytes())
                .with(name.as_bytes())
                .finish(),
        )
    }

    fn account_row(
        &self,
        authority: &AuthorityCode,
        row: &Row<'_>,
    ) -> Result<Account, JournalError> {
        let id: AccountId = row.parsed(0, "account")?;
        let shut = || JournalError::DoesNotOpen {
            table: "account",
            place: id.to_string(),
        };
        let names = vault::open(
            &self.keys().accounts,
            &place_of_account(authority, id),
            row.bytes(1)?,
        );
        let names: Names = names
            .and_then(|names| serde_json::from_slice(&names).ok())
            .ok_or_else(shut)?;
        Ok(Account {
            id,
            authority: authority.clone(),
            sign_in_name: names.sign_in,
            display_name: names.display,
            role: row.text(2)?.to_owned(),
            password_hash: row.text(3)?.to_owned(),
            must_change: row.number(4)? != 0,
            disabled: row.number(5)? != 0,
            created_at: row.instant(6, "account")?,
        })
    }
}

fn place_of_account(authority: &AuthorityCode, id: AccountId) -> String {
    format!("account/{authority}/{id}")
}

fn place_of_session(token: &[u8; 32]) -> String {
    format!("session/{}", crate::key::hex(token))
}
