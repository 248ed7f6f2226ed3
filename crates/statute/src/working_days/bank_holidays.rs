//! The published bank holidays, built into the program.
//!
//! The file is written by `cargo xtask holidays` and says itself where its days come from.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::LazyLock;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Calendar;

const PUBLISHED: &str = include_str!("../../data/bank-holidays.json");

/// A part of the United Kingdom with bank holidays of its own.
///
/// Source: Banking and Financial Dealings Act 1971 Sch 1. Reading: as the Regulations extend to England alone, the
/// days of England and Wales are meant, though reg 2 does not say so.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Region {
    /// England and Wales: the one that counts for the Regulations.
    #[default]
    EnglandAndWales,
    /// Scotland, with 2 January and St Andrew’s Day and without Easter Monday.
    Scotland,
    /// Northern Ireland, with St Patrick’s Day and the Twelfth.
    NorthernIreland,
}

/// One proclaimed day.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct BankHoliday {
    /// The day itself, already moved off a weekend where that was done.
    pub day: Date,
    /// Its name, as GOV.UK prints it.
    pub name: String,
    /// Whether it stands in for a holiday that fell at the weekend or was moved.
    #[serde(default)]
    pub substitute: bool,
}

impl fmt::Display for Region {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::EnglandAndWales => "England and Wales",
            Self::Scotland => "Scotland",
            Self::NorthernIreland => "Northern Ireland",
        })
    }
}

impl fmt::Display for BankHoliday {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.name)?;
        if self.substitute {
            out.write_str(" (substitute day)")
        } else {
            Ok(())
        }
    }
}

impl Calendar {
    /// The calendar built into this version of the program.
    pub fn of(region: Region) -> &'static Self {
        static ENGLAND_AND_WALES: LazyLock<Calendar> =
            LazyLock::new(|| published(Region::EnglandAndWales));
        static SCOTLAND: LazyLock<Calendar> = LazyLock::new(|| published(Region::Scotland));
        static NORTHERN_IRELAND: LazyLock<Calendar> =
            LazyLock::new(|| published(Region::NorthernIreland));
        match region {
            Region::EnglandAndWales => &ENGLAND_AND_WALES,
            Region::Scotland => &SCOTLAND,
            Region::NorthernIreland => &NORTHERN_IRELAND,
        }
    }
}

/// The file as it lies in `data`.
#[derive(Deserialize)]
struct File {
    made_on: Date,
    known_from: Date,
    known_until: Date,
    sources: Vec<Package>,
    regions: BTreeMap<Region, Vec<BankHoliday>>,
}

#[derive(Deserialize)]
struct Package {
    package: String,
    version: String,
}

fn published(region: Region) -> Calendar {
    let mut file: File = serde_json::from_str(PUBLISHED)
        .expect("the built-in file was read by the tests of this build");
    let sources: Vec<String> = file
        .sources
        .iter()
        .map(|source| format!("{} {}", source.package, source.version))
        .collect();
    let version = format!("{} ({})", file.made_on, sources.join(", "));
    let holidays = file.regions.remove(&region).unwrap_or_default();
    Calendar::new(region, version, file.known_from, file.known_until, holidays)
        .expect("the built-in file holds days within its own range")
}
