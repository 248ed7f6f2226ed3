//! Accounts: signing in, one-time passwords, and changing them.

use std::collections::BTreeMap;

use argon2::password_hash::phc::PasswordHash;
use argon2::{Argon2, PasswordHasher, PasswordVerifier};
use casework::ids::{AccountId, AuthorityCode};
use journal::Account;
use secrecy::{ExposeSecret, SecretString};
use uuid::Uuid;

use crate::App;
use crate::failure::Failure;
use crate::officer::{Officer, Role};

/// The shortest password accepted. Length, not composition, is what helps.
pub const SHORTEST_PASSWORD: usize = 12;
/// The longest password accepted: hashing is meant to be slow, not endless.
pub const LONGEST_PASSWORD: usize = 256;

/// Why somebody is not signed in. One reason only, so that nobody learns which names exist.
#[derive(Debug, thiserror::Error)]
pub enum NotSignedIn {
    /// The name or the password is wrong, or the account is disabled.
    #[error("the sign-in name or the password is not right")]
    Wrong,
    /// Something broke.
    #[error(transparent)]
    Failure(#[from] Failure),
}

/// Why a password is not accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PasswordRefused {
    /// Too short.
    #[error(
        "a password needs at least {SHORTEST_PASSWORD} characters; three or four words do well"
    )]
    TooShort,
    /// Too long.
    #[error("a password has at most {LONGEST_PASSWORD} characters")]
    TooLong,
    /// The same as before.
    #[error("the new password must differ from the old one")]
    Same,
}

/// Somebody to be given an account.
#[derive(Clone, Debug)]
pub struct NewAccount {
    /// Whose colleague.
    pub authority: AuthorityCode,
    /// The name they sign in with.
    pub sign_in_name: String,
    /// The name colleagues see.
    pub display_name: String,
    /// What they do.
    pub role: Role,
}

/// Checks a password before it is hashed.
///
/// # Errors
///
/// [`PasswordRefused`] when it is too short or too long.
pub fn check_password(password: &SecretString) -> Result<(), PasswordRefused> {
    let letters = password.expose_secret().chars().count();
    if letters < SHORTEST_PASSWORD {
        Err(PasswordRefused::TooShort)
    } else if letters > LONGEST_PASSWORD {
        Err(PasswordRefused::TooLong)
    } else {
        Ok(())
    }
}

impl App {
    /// Makes an account with a one-time password, which is returned once and stored nowhere.
    ///
    /// # Errors
    ///
    /// [`Failure`] when the name is taken or the record failed.
    pub async fn create_account(
        &self,
        new: NewAccount,
    ) -> Result<(AccountId, SecretString), Failure> {
        let password = one_time_password()?;
        let id = AccountId(Uuid::now_v7());
        let account = Account {
            id,
            authority: new.authority,
            sign_in_name: new.sign_in_name,
            display_name: new.display_name,
            role: new.role.code().to_owned(),
            password_hash: self.hash(password.clone()).await?,
            must_change: true,
            disabled: false,
            created_at: self.now(),
        };
        self.journal.create_account(&account).await?;
        Ok((id, password))
    }

    /// Gives an account a new one-time password, which is returned once and stored nowhere, and ends
    /// its sessions.
    ///
    /// # Errors
    ///
    /// [`Failure`] when the record failed.
    pub async fn reset_password(
        &self,
        authority: &AuthorityCode,
        id: AccountId,
    ) -> Result<SecretString, Failure> {
        let password = one_time_password()?;
        let hash = self.hash(password.clone()).await?;
        self.journal
            .set_password(authority, id, &hash, true)
            .await?;
        self.journal.delete_sessions_of(authority, id, None).await?;
        Ok(password)
    }

    /// Checks a name and a password.
    ///
    /// # Errors
    ///
    /// [`NotSignedIn`], which never tells whether the name exists.
    pub async fn sign_in(
        &self,
        authority: &AuthorityCode,
        sign_in_name: &str,
        password: SecretString,
    ) -> Result<Officer, NotSignedIn> {
        let account = self
            .journal
            .account_by_name(authority, sign_in_name)
            .await
            .map_err(Failure::from)?;
        let account = account.filter(|account| !account.disabled);
        // With no account the work is done all the same, so that the time taken tells nothing.
        let hash = account.as_ref().map_or_else(
            || DECOY_HASH.to_owned(),
            |account| account.password_hash.clone(),
        );
        let right = self.verify_password(password, hash).await?;
        match account {
            Some(account) if right => Ok(officer(&account)?),
            Some(_) | None => Err(NotSignedIn::Wrong),
        }
    }

    /// The officer of an account, for a session; `None` when it is gone or disabled.
    ///
    /// # Errors
    ///
    /// [`Failure`] when the record failed.
    pub async fn officer(
        &self,
        authority: &AuthorityCode,
        id: AccountId,
    ) -> Result<Option<Officer>, Failure> {
        let account = self
            .journal
            .account(authority, id)
            .await?
            .filter(|account| !account.disabled);
        account.as_ref().map(officer).transpose()
    }

    /// Changes a password, after the old one was given again.
    ///
    /// # Errors
    ///
    /// [`ChangeRefused`] when the old one is wrong or the new one is not accepted.
    pub async fn change_password(
        &self,
        officer: &Officer,
        old: SecretString,
        new: SecretString,
    ) -> Result<(), ChangeRefused> {
        check_password(&new)?;
        if old.expose_secret() == new.expose_secret() {
            return Err(PasswordRefused::Same.into());
        }
        let account = self
            .journal
            .account(&officer.authority, officer.account)
            .await
            .map_err(Failure::from)?;
        let Some(account) = account else {
            return Err(ChangeRefused::WrongOld);
        };
        if !self.verify_password(old, account.password_hash).await? {
            return Err(ChangeRefused::WrongOld);
        }
        let hash = self.hash(new).await?;
        let changed = self
            .journal
            .set_password(&officer.authority, officer.account, &hash, false)
            .await;
        changed.map_err(Failure::from)?;
        Ok(())
    }

    /// The accounts that can be asked to answer a complaint: who they are and what they do.
    ///
    /// # Errors
    ///
    /// [`Failure`] when the record failed.
    pub async fn colleagues(&self, authority: &AuthorityCode) -> Result<Vec<Officer>, Failure> {
        let accounts = self.journal.accounts(authority).await?;
        accounts
            .iter()
            .filter(|account| !account.disabled)
            .map(officer)
            .collect()
    }

    pub(crate) async fn account_names(
        &self,
        authority: &AuthorityCode,
    ) -> Result<BTreeMap<AccountId, String>, Failure> {
        let accounts = self.journal.accounts(authority).await?;
        Ok(accounts
            .into_iter()
            .map(|account| (account.id, account.display_name))
            .collect())
    }

    async fn hash(&self, password: SecretString) -> Result<String, Failure> {
        self.away_from_the_loop(move || {
            let hash = Argon2::default().hash_password(password.expose_secret().as_bytes());
            hash.map(|hash| hash.to_string())
                .map_err(|error| Failure::Passwords(error.to_string()))
        })
        .await
    }

    async fn verify_password(&self, password: SecretString, hash: String) -> Result<bool, Failure> {
        self.away_from_the_loop(move || {
            let hash =
                PasswordHash::new(&hash).map_err(|error| Failure::Passwords(error.to_string()))?;
            Ok(Argon2::default()
                .verify_password(password.expose_secret().as_bytes(), &hash)
                .is_ok())
        })
        .await
    }

    async fn away_from_the_loop<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, Failure> + Send + 'static,
    ) -> Result<T, Failure> {
        let stopped = |_| Failure::Passwords("the program is stopping".to_owned());
        let _place = self.shared.hashing.acquire().await.map_err(stopped)?;
        tokio::task::spawn_blocking(work)
            .await
            .map_err(|error| Failure::Passwords(error.to_string()))?
    }
}

/// Why a password was not changed.
#[derive(Debug, thiserror::Error)]
pub enum ChangeRefused {
    /// The old password is wrong.
    #[error("the present password is not right")]
    WrongOld,
    /// The new one is not accepted.
    #[error(transparent)]
    New(#[from] PasswordRefused),
    /// Something broke.
    #[error(transparent)]
    Failure(#[from] Failure),
}

/// A hash of no password, with the parameters in use, to compare with when there is no account.
const DECOY_HASH: &str = "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5IGhhcyB0aGlz$\
                          AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

fn officer(account: &Account) -> Result<Officer, Failure> {
    Ok(Officer {
        account: account.id,
        authority: account.authority.clone(),
        display_name: account.display_name.clone(),
        role: account
            .role
            .parse()
            .map_err(|error: crate::officer::UnknownRole| Failure::Settings(error.to_string()))?,
        must_change: account.must_change,
    })
}

/// A password of four groups that is easy to read out and never the same: about 79 bits.
fn one_time_password() -> Result<SecretString, Failure> {
    // No letters or digits that look alike.
    const LETTERS: &[u8; 31] = b"abcdefghjkmnpqrstuvwxyz23456789";
    let mut password = String::new();
    let mut random = [0_u8; 1];
    while password.len() < 19 {
        if password.len() % 5 == 4 {
            password.push('-');
            continue;
        }
        getrandom::fill(&mut random).map_err(|error| Failure::Passwords(error.to_string()))?;
        // 248 is the largest multiple of 31 in a byte: taking more would favour the first letters.
        if random[0] < 248 {
            password.push(char::from(LETTERS[usize::from(random[0] % 31)]));
        }
    }
    Ok(SecretString::from(password))
}
