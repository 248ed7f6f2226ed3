//! The addresses that pages of every room lead to.

use casework::ids::Reference;
use casework::settings::ReportingYear;

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

/// The page of the council in figures.
pub(crate) const CONTEXT: &str = "/context";

/// The page of the areas, teams and providers.
pub(crate) const ORGANISATION: &str = "/organisation";

/// The page of the words of a year’s report.
pub(crate) const WORDS: &str = "/annual-report/{year}/words";

/// Where a case file is.
pub(crate) fn case_url(reference: Reference) -> String {
    format!("/cases/{reference}")
}

/// The address of the words of a year’s report.
pub(crate) fn words_of(year: ReportingYear) -> String {
    WORDS.replace("{year}", &year.to_string())
}

/// An owner’s actions in a case.
pub(crate) fn own_actions_of(reference: Reference) -> String {
    format!("/learning/cases/{reference}")
}
