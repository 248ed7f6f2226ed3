//! The invented officers of a demonstration, one for each role.

use app::App;
use app::accounts::NewAccount;
use app::failure::Failure;
use app::officer::Role;
use casework::ids::{AccountId, AuthorityCode};
use secrecy::SecretString;

/// Somebody of the demonstration: the name to sign in with, the name colleagues see, the role.
pub const OFFICERS: [(&str, &str, Role); 6] = [
    ("admin", "Ellis Copperquay", Role::Administrator),
    ("manager", "Noor Willowmere", Role::ComplaintsManager),
    ("officer", "Kit Bramblegate", Role::ComplaintsOfficer),
    ("team", "Sasha Larkenfold", Role::TeamManager),
    ("director", "Morgan Hollinshaw", Role::Director),
    ("analyst", "Ari Pebblebridge", Role::Analyst),
];

/// An officer with an account, and the one-time password to be shown once.
#[derive(Debug)]
pub struct Enrolled {
    /// The account.
    pub account: AccountId,
    /// The name to sign in with.
    pub sign_in_name: &'static str,
    /// The name colleagues see.
    pub display_name: &'static str,
    /// What they do.
    pub role: Role,
    /// The password, stored nowhere.
    pub password: SecretString,
}

/// Gives every officer of the demonstration an account.
///
/// # Errors
///
/// [`Failure`] when a sign-in name is taken or the record failed.
pub async fn enrol(app: &App, authority: &AuthorityCode) -> Result<Vec<Enrolled>, Failure> {
    let mut enrolled = Vec::with_capacity(OFFICERS.len());
    for (sign_in_name, display_name, role) in OFFICERS {
        let new = NewAccount {
            authority: authority.clone(),
            sign_in_name: sign_in_name.to_owned(),
            display_name: display_name.to_owned(),
            role,
        };
        let (account, password) = app.create_account(new).await?;
        enrolled.push(Enrolled {
            account,
            sign_in_name,
            display_name,
            role,
            password,
        });
    }
    Ok(enrolled)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_one_officer_for_each_role() {
        assert_eq!(OFFICERS.map(|(_, _, role)| role), Role::ALL);
    }
}
