//! Accounts of those who work with the record, their sessions, and the authorities.

use std::fmt;

use casework::ids::{AccountId, AuthorityCode};
use jiff::Timestamp;

/// An account. The two names lie sealed; the sign-in name is found by a keyed hash, whatever its case.
#[derive(Clone, PartialEq, Eq)]
pub struct Account {
    /// Its id.
    pub id: AccountId,
    /// Where it works.
    pub authority: AuthorityCode,
    /// What is typed to sign in.
    pub sign_in_name: String,
    /// What others see.
    pub display_name: String,
    /// The code of its role.
    pub role: String,
    /// The password's hash, in PHC form.
    pub password_hash: String,
    /// Whether the password must be changed at the next sign-in.
    pub must_change: bool,
    /// Whether it may sign in no more.
    pub disabled: bool,
    /// When it was made.
    pub created_at: Timestamp,
}

/// Shows neither names nor the password's hash.
impl fmt::Debug for Account {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            out,
            "Account({} {} {} [sealed])",
            self.authority, self.id, self.role
        )
    }
}

/// A session, known by the hash of its secret id.
#[derive(Clone, PartialEq, Eq)]
pub struct Session {
    /// SHA-256 of the secret id.
    pub token: [u8; 32],
    /// Whose it is, once signed in.
    pub account: Option<(AuthorityCode, AccountId)>,
    /// What the session layer keeps; it lies sealed.
    pub data: Vec<u8>,
    /// When it ends.
    pub expires_at: Timestamp,
}

/// Shows neither token nor data.
impl fmt::Debug for Session {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Session({:?} until {})", self.account, self.expires_at)
    }
}

/// An authority whose cases the installation holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Authority {
    /// Its code.
    pub code: AuthorityCode,
    /// Its name.
    pub name: String,
    /// Its settings, as JSON.
    pub settings: String,
    /// When it was added.
    pub created_at: Timestamp,
}
