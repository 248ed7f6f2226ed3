//! The journal's public face.

use std::collections::BTreeMap;

use casework::ids::{AccountId, AuthorityCode, CaseId, ItemId, Reference};
use jiff::Timestamp;

use crate::*;

/// The record of one installation. Cheap to clone.
#[derive(Clone)]
pub struct Journal {}

#[allow(unused_variables, missing_docs, clippy::unused_async, clippy::missing_errors_doc)]
impl Journal {
    pub async fn open(location: &Location, key: DeploymentKey) -> Result<Self, JournalError> { Err(JournalError::Closed) }
    pub async fn append(&self, append: Append) -> Result<Appended, AppendError> { Err(JournalError::Closed.into()) }
    pub async fn append_all(&self, appends: Vec<Append>) -> Result<Vec<Appended>, AppendError> { Err(JournalError::Closed.into()) }
    pub async fn flush(&self) -> Result<(), JournalError> { Err(JournalError::Closed) }
    pub async fn stream(&self, authority: &AuthorityCode, case: CaseId) -> Result<Vec<Entry>, JournalError> { Err(JournalError::Closed) }
    pub async fn since(&self, authority: &AuthorityCode, position: u64, limit: usize) -> Result<Vec<Entry>, JournalError> { Err(JournalError::Closed) }
    pub async fn find(&self, authority: &AuthorityCode, reference: Reference) -> Result<Option<(CaseId, u32)>, JournalError> { Err(JournalError::Closed) }
    pub async fn head(&self, authority: &AuthorityCode) -> Result<Head, JournalError> { Err(JournalError::Closed) }
    pub async fn listed(&self, authority: &AuthorityCode, case: CaseId, include_name: bool) -> Result<Option<Listed>, JournalError> { Err(JournalError::Closed) }
    pub async fn register(&self, authority: &AuthorityCode, query: &RegisterQuery) -> Result<RegisterPage, JournalError> { Err(JournalError::Closed) }
    pub async fn register_lines<T: Send>(&self, authority: &AuthorityCode, init: T, fold: impl FnMut(&mut T, &str) + Send) -> Result<T, JournalError> { Err(JournalError::Closed) }
    pub async fn clocks(&self, authority: &AuthorityCode, query: &ClockQuery) -> Result<Vec<(ClockRow, RegisterRow)>, JournalError> { Err(JournalError::Closed) }
    pub async fn search(&self, authority: &AuthorityCode, text: &str, limit: u32) -> Result<Vec<Listed>, JournalError> { Err(JournalError::Closed) }
    pub async fn open_items(&self, authority: &AuthorityCode, case: CaseId, items: &[ItemId]) -> Result<BTreeMap<ItemId, String>, JournalError> { Err(JournalError::Closed) }
    pub async fn items_of_kind<T: Send>(&self, authority: &AuthorityCode, kind: &str, init: T, fold: impl FnMut(&mut T, CaseId, ItemId, &str) + Send) -> Result<T, JournalError> { Err(JournalError::Closed) }
    pub async fn note_read(&self, note: ReadNote) -> Result<(), JournalError> { Err(JournalError::Closed) }
    pub async fn reads_of(&self, authority: &AuthorityCode, case: CaseId) -> Result<Vec<ReadNote>, JournalError> { Err(JournalError::Closed) }
    pub async fn verify(&self, fold: &(impl Fn(&[Entry]) -> Result<ReadRows, String> + Sync)) -> Result<Verification, JournalError> { Err(JournalError::Closed) }
    pub async fn rebuild(&self, fold: &(impl Fn(&[Entry]) -> Result<ReadRows, String> + Sync), progress: impl FnMut(u64, u64) + Send) -> Result<Rebuilt, JournalError> { Err(JournalError::Closed) }
    pub async fn dispose(&self, authority: &AuthorityCode, case: CaseId) -> Result<(), JournalError> { Err(JournalError::Closed) }
    pub async fn authorities(&self) -> Result<Vec<Authority>, JournalError> { Err(JournalError::Closed) }
    pub async fn save_authority(&self, authority: Authority) -> Result<(), JournalError> { Err(JournalError::Closed) }
    pub async fn create_account(&self, account: &Account) -> Result<(), AccountError> { Err(JournalError::Closed.into()) }
    pub async fn account(&self, authority: &AuthorityCode, id: AccountId) -> Result<Option<Account>, JournalError> { Err(JournalError::Closed) }
    pub async fn account_by_name(&self, authority: &AuthorityCode, sign_in_name: &str) -> Result<Option<Account>, JournalError> { Err(JournalError::Closed) }
    pub async fn accounts(&self, authority: &AuthorityCode) -> Result<Vec<Account>, JournalError> { Err(JournalError::Closed) }
    pub async fn set_password(&self, authority: &AuthorityCode, id: AccountId, password_hash: &str, must_change: bool) -> Result<bool, JournalError> { Err(JournalError::Closed) }
    pub async fn set_disabled(&self, authority: &AuthorityCode, id: AccountId, disabled: bool) -> Result<bool, JournalError> { Err(JournalError::Closed) }
    pub async fn save_session(&self, session: &Session) -> Result<(), JournalError> { Err(JournalError::Closed) }
    pub async fn session(&self, token: &[u8; 32], now: Timestamp) -> Result<Option<Session>, JournalError> { Err(JournalError::Closed) }
    pub async fn delete_session(&self, token: &[u8; 32]) -> Result<(), JournalError> { Err(JournalError::Closed) }
    pub async fn delete_sessions_of(&self, authority: &AuthorityCode, id: AccountId, except: Option<&[u8; 32]>) -> Result<u64, JournalError> { Err(JournalError::Closed) }
    pub async fn purge_sessions(&self, now: Timestamp) -> Result<u64, JournalError> { Err(JournalError::Closed) }
}
