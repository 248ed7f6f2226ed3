//! Why somebody’s contact cannot be protected, or a protection not be lifted, or a contact not be released.

use jiff::civil::Date;
use statute::dates::short_date;

/// What stands against protecting a contact, or against taking it back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProtectionFault {
    /// Nothing personal is held of the person here.
    #[error("this case holds no particulars of that person")]
    NobodyOfThisCase,
    /// The same protection stands.
    #[error("this protection of the person stands since {}", short_date(*.0))]
    AlreadyProtected(Date),
    /// There is nothing to lift or to release.
    #[error("the person is not protected in this way")]
    NotProtected,
    /// It is another case that protects the person.
    #[error("this protection was recorded in another case of the same person")]
    ProtectedElsewhere,
    /// Whoever is to have the contact is complained about.
    #[error(
        "this colleague is complained about in this case, so a protected contact is not given to them"
    )]
    ComplainedAbout,
}

impl ProtectionFault {
    /// What would help.
    pub(super) const fn mend(self) -> &'static str {
        match self {
            Self::NobodyOfThisCase => "Choose a complainant or a child of this case.",
            Self::AlreadyProtected(_) => "Nothing has to be done; it stays protected.",
            Self::NotProtected => "Look in the case file which protections stand.",
            Self::ProtectedElsewhere => {
                "Lift it in that case; the page of the person leads to the cases you may open."
            }
            Self::ComplainedAbout => "Choose another colleague.",
        }
    }
}

/// Where the rules stand.
pub(super) const SOURCE: &str = "convention of this record";
