//! The addresses that pages of every room lead to.

use casework::ids::Reference;

/// The page that signs in.
pub(crate) const SIGN_IN: &str = "/sign-in";

/// Where signing out is sent.
pub(crate) const SIGN_OUT: &str = "/sign-out";

/// The page that changes one's own password. A one-time password leads nowhere else.
pub(crate) const PASSWORD: &str = "/account/password";

/// The list of accounts.
pub(crate) const ACCOUNTS: &str = "/accounts";

/// Where the rules are.
pub(crate) const RULES: &str = "/rules";

/// Where a case file is.
pub(crate) fn case_url(reference: Reference) -> String {
    format!("/cases/{reference}")
}
