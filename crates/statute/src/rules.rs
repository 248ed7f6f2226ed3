//! Every rule as a document: what it says, where it comes from, how far its source was read, and which setting
//! decides where sources disagree.
//!
//! Time limits, legal grounds and routes are taken from their own tables, so that nothing is said twice; the other
//! rules are written down in one file a section. The rules are told here and kept elsewhere: in `limits`, in
//! `procedure`, and in the decisions of the floor above.

mod advocacy;
mod annual_report;
mod behaviour;
mod closure;
mod complainants;
mod corporate;
mod counting;
mod data_protection;
mod disagreements;
mod drawn;
mod frame;
mod functions;
mod investigation;
mod local_resolution;
mod ombudsman;
mod one_year;
mod other_routes;
mod proceedings;
mod publication;
mod receipt;
mod records;
mod redress;
mod retention;
mod review_panel;
mod roles;
mod setting;
mod standing;
mod written;

pub use setting::{Latitude, SETTINGS, Setting, near_settings};

use std::borrow::Cow;
use std::fmt;
use std::sync::LazyLock;

use serde::Serialize;

use crate::limits::{Citation, Status};
use crate::near_miss::near_misses;
use written::Written;

/// One rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// The name it is cited by, such as "REP-11.2", "D-S1", "R-SAFE" or "W-CHILD".
    pub id: &'static str,
    /// What it says, in one plain sentence.
    pub title: Cow<'static, str>,
    /// By whose word it binds.
    pub kind: RuleKind,
    /// Where it comes from, and how far that was read.
    pub source: Citation,
    /// The name of the setting that decides, such as "cfg.s2.start"; a name that ends in `*` is a family.
    pub setting: Option<&'static str>,
    /// What to know besides, above all where sources disagree; empty for nothing.
    pub note: &'static str,
}

/// By whose word a rule binds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum RuleKind {
    /// An Act or regulations: it must be done.
    Act,
    /// Statutory guidance: it should be done, unless there is a recorded reason.
    Guidance,
    /// What the Ombudsman expects: no law, though departing from it is usually found to be fault.
    Ombudsman,
    /// What councils settle for themselves.
    Local,
    /// A convention of this product.
    Convention,
}

/// Rules that belong together.
#[derive(Clone, Debug)]
pub struct Section {
    /// What an address names it by, such as "review-panel".
    pub slug: &'static str,
    /// What they are about.
    pub title: &'static str,
    /// The rules, in order.
    pub rules: Vec<Rule>,
}

/// A name that no rule has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownRule {
    /// What was written.
    pub written: String,
    /// The rules that were probably meant, nearest first.
    pub near: Vec<&'static str>,
}

/// Every rule, section by section, in the order a case meets them.
pub fn sections() -> &'static [Section] {
    static SECTIONS: LazyLock<Vec<Section>> = LazyLock::new(all_sections);
    &SECTIONS
}

/// Every rule, in the same order.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    sections().iter().flat_map(|section| &section.rules)
}

/// The rule of this name, in capitals or not.
///
/// # Errors
///
/// [`UnknownRule`], which names the rules that were probably meant.
pub fn named(id: &str) -> Result<&'static Rule, UnknownRule> {
    let written = id.trim();
    all()
        .find(|rule| rule.id.eq_ignore_ascii_case(written))
        .ok_or_else(|| UnknownRule {
            written: id.to_owned(),
            near: near_misses(written, all().map(|rule| rule.id))
                .into_iter()
                .take(NEAR)
                .collect(),
        })
}

/// How many rules are offered for a name that none has.
const NEAR: usize = 3;

fn all_sections() -> Vec<Section> {
    vec![
        section("frame", "The legal frame", frame::RULES),
        Section {
            rules: joined(complainants::RULES, drawn::grounds()),
            ..section("complainants", "Who may complain", &[])
        },
        section(
            "functions",
            "What may be complained about",
            functions::RULES,
        ),
        Section {
            rules: joined(other_routes::RULES, drawn::routes()),
            ..section("other-routes", "Exclusions and other routes", &[])
        },
        section("one-year", "The one-year limit", one_year::RULES),
        section("proceedings", "Concurrent proceedings", proceedings::RULES),
        section(
            "standing",
            "Standing, consent and anonymity",
            standing::RULES,
        ),
        section("receipt", "Receiving a complaint", receipt::RULES),
        section("advocacy", "Advocacy", advocacy::RULES),
        section("counting", "Counting time", counting::RULES),
        section(
            "local-resolution",
            "Stage 1: local resolution",
            local_resolution::RULES,
        ),
        section(
            "investigation",
            "Stage 2: investigation",
            investigation::RULES,
        ),
        section("review-panel", "Stage 3: review panel", review_panel::RULES),
        section("ombudsman", "The Ombudsman", ombudsman::RULES),
        section(
            "closure",
            "Withdrawal, alternatives and closing",
            closure::RULES,
        ),
        section("roles", "Roles, independence and findings", roles::RULES),
        section("records", "Records and monitoring", records::RULES),
        section("annual-report", "The annual report", annual_report::RULES),
        section("redress", "Redress", redress::RULES),
        section("behaviour", "Unreasonable behaviour", behaviour::RULES),
        section("data-protection", "Data protection", data_protection::RULES),
        section("retention", "Retention", retention::RULES),
        section("publication", "Publishing figures", publication::RULES),
        section("corporate", "The corporate procedure", corporate::RULES),
        Section {
            slug: "time-limits",
            title: "Time limits",
            rules: drawn::time_limits(),
        },
        section(
            "disagreements",
            "Where sources disagree",
            disagreements::RULES,
        ),
    ]
}

fn section(slug: &'static str, title: &'static str, written: &[Written]) -> Section {
    Section {
        slug,
        title,
        rules: written.iter().map(Rule::from).collect(),
    }
}

fn joined(written: &[Written], drawn: Vec<Rule>) -> Vec<Rule> {
    written.iter().map(Rule::from).chain(drawn).collect()
}

impl From<&Written> for Rule {
    fn from(written: &Written) -> Self {
        Self {
            id: written.id,
            title: Cow::Borrowed(written.title),
            kind: written.kind,
            source: written.source,
            setting: written.setting,
            note: written.note,
        }
    }
}

impl Rule {
    /// Its source, by whose word it binds and how far the source was read, in one line.
    pub fn authority(&self) -> String {
        let (source, kind, status) = (self.source.text, self.kind.title(), self.source.status);
        match (source == kind, status) {
            (true, Status::Read) => source.to_owned(),
            (true, Status::ReadSecondHand | Status::ToBeCheckedByALawyer) => {
                format!("{source}; {status}")
            }
            (false, _) => format!("{source} ({kind}; {status})"),
        }
    }

    /// The setting that decides, for a rule that names a single one.
    pub fn decided_by(&self) -> Option<&'static Setting> {
        Setting::named(self.setting?)
    }
}

impl RuleKind {
    /// The word for a page.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Act => "Act or regulations",
            Self::Guidance => "statutory guidance",
            Self::Ombudsman => "Ombudsman",
            Self::Local => "council policy",
            Self::Convention => "convention of this record",
        }
    }
}

impl fmt::Display for RuleKind {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(self.title())
    }
}

impl fmt::Display for UnknownRule {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "There is no rule \"{}\".", self.written)?;
        match self.near.as_slice() {
            [] => write!(
                out,
                " Rules are named like REP-11.2, D-S1, R-SAFE or W-CHILD."
            ),
            [only] => write!(out, " Did you mean {only}?"),
            [several @ .., last] => {
                write!(out, " Did you mean {} or {last}?", several.join(", "))
            }
        }
    }
}

impl std::error::Error for UnknownRule {}
