//! What is written to the record and what is read from it.

use std::fmt;

use casework::ids::{AccountId, AuthorityCode, CaseId, ItemId, Reference};
use jiff::Timestamp;
use jiff::civil::Date;
use secrecy::SecretString;
use uuid::Uuid;

/// Events to be appended to one case, with everything that must change in the same breath.
#[derive(Clone, Debug)]
pub struct Append {
    /// Whose case.
    pub authority: AuthorityCode,
    /// Which case.
    pub case: CaseId,
    /// The version the decision was made on; 0 for a new case.
    pub expected: u32,
    /// What happened, in order.
    pub entries: Vec<NewEntry>,
    /// What the events refer to, to be sealed in the vault.
    pub items: Vec<NewItem>,
    /// What the read tables say from now on; the authority’s own file stands in none.
    pub rows: ReadRows,
    /// The form this came from: the same one is recorded once.
    pub submission: Option<Uuid>,
}

/// An event that is not yet recorded.
#[derive(Clone, Debug)]
pub struct NewEntry {
    /// The event's name.
    pub name: String,
    /// The version of its form.
    pub schema: u16,
    /// The day it happened.
    pub happened_on: Date,
    /// The instant it is recorded, kept to the microsecond.
    pub recorded_at: Timestamp,
    /// Who records it.
    pub actor: AccountId,
    /// The event as JSON: codes, dates, ids and commitments, nothing personal.
    pub body: String,
}

/// Where something personal lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Store {
    /// In the vault, under the key of its case.
    Vault,
    /// Apart from the case, where nobody who opens the case gets to it.
    Monitoring,
}

/// Something personal on its way to the record.
#[derive(Clone)]
pub struct NewItem {
    /// Its id.
    pub item: ItemId,
    /// Where it goes.
    pub store: Store,
    /// What it is: `name`, `contact`, `narrative`, `equality`.
    pub kind: String,
    /// The salt of its commitment.
    pub salt: [u8; 16],
    /// The text.
    pub text: SecretString,
    /// The words it is to be found by.
    pub words: Vec<SecretString>,
    /// The commitment the event carries: 64 hexadecimal digits.
    pub commitment: String,
}

/// Shows nothing personal.
impl fmt::Debug for NewItem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "NewItem({} {} [sealed])", self.item, self.kind)
    }
}

/// An append that is safely on the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Appended {
    /// The position of its last event in the authority's journal.
    pub position: u64,
    /// The version the case has now.
    pub version: u32,
    /// The reference of the case.
    pub reference: Reference,
}

/// An event as recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Whose journal.
    pub authority: AuthorityCode,
    /// Its place in that journal, from 1 without gaps.
    pub position: u64,
    /// The case.
    pub case: CaseId,
    /// Its place in the case, from 1 without gaps.
    pub version: u32,
    /// The reference given to the case: on its first event only.
    pub reference: Option<Reference>,
    /// The event's name.
    pub name: String,
    /// The version of its form.
    pub schema: u16,
    /// The day it happened.
    pub happened_on: Date,
    /// The instant it was recorded.
    pub recorded_at: Timestamp,
    /// Who recorded it.
    pub actor: AccountId,
    /// The event as JSON.
    pub body: String,
    /// The hash of the event before it, 32 zero bytes for the first.
    pub prev_hash: [u8; 32],
    /// The hash of this event and through it of everything before.
    pub hash: [u8; 32],
}

/// The end of an authority's journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// The last position, 0 if nothing is recorded.
    pub position: u64,
    /// The hash at that position.
    pub hash: [u8; 32],
}

/// What the read tables say of one case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadRows {
    /// Its line in the register; none for a case that stands in no list, such as one recorded in error.
    pub register: Option<RegisterRow>,
    /// Its time limits.
    pub clocks: Vec<ClockRow>,
    /// The facts that a report counts and it does not have, once each.
    pub gaps: Vec<GapRow>,
    /// Who helps with the answer it awaits, once each.
    pub helpers: Vec<AccountId>,
}

/// A fact that a report counts and a case does not have.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct GapRow {
    /// The case.
    pub case: CaseId,
    /// Which fact.
    pub fact: String,
    /// The last day on which it is not yet due.
    pub due_on: Date,
    /// The service it is about, where that is known.
    pub service: Option<String>,
    /// The team it is about, where that is known.
    pub team: Option<String>,
    /// Who has the case.
    pub assigned_to: Option<AccountId>,
}

/// One case in the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterRow {
    /// The case.
    pub case: CaseId,
    /// Its reference; the journal fills it in.
    pub reference: Option<Reference>,
    /// Its version; the journal fills it in.
    pub version: u32,
    /// What kind of representation.
    pub kind: String,
    /// Which procedure, once known.
    pub procedure: Option<String>,
    /// Where it stands.
    pub stage: String,
    /// True until it is closed.
    pub open: bool,
    /// The day it was received.
    pub received_on: Date,
    /// The day it was closed.
    pub closed_on: Option<Date>,
    /// The next day something is due.
    pub due_on: Option<Date>,
    /// The time limit that is due then.
    pub due_limit: Option<String>,
    /// The service complained of.
    pub service: Option<String>,
    /// What it is about.
    pub category: Option<String>,
    /// Who has it.
    pub assigned_to: Option<AccountId>,
    /// How it ended.
    pub outcome: Option<String>,
    /// Where the name of who complains lies in the vault.
    pub name_item: Option<ItemId>,
    /// Everything else that reports count, as JSON.
    pub line: String,
}

/// One time limit, running or finished.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClockRow {
    /// The case.
    pub case: CaseId,
    /// Its place among the limits of the case.
    pub seq: u16,
    /// Which limit.
    pub limit: String,
    /// The day it started.
    pub started_on: Date,
    /// The day it is due.
    pub due_on: Date,
    /// The last day to which it may be extended.
    pub latest_on: Option<Date>,
    /// The day it ended.
    pub ended_on: Option<Date>,
    /// Whose duty it is: a role.
    pub owner: String,
}

/// A case in the register, with the name of who complains if it was asked for.
#[derive(Clone, PartialEq, Eq)]
pub struct Listed {
    /// The register's row.
    pub row: RegisterRow,
    /// The name, opened; none if not asked for, not given, or disposed of.
    pub name: Option<String>,
}

/// Shows nothing personal.
impl fmt::Debug for Listed {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Listed")
            .field("row", &self.row)
            .field("name", &"[sealed]")
            .finish()
    }
}

/// Somebody read a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadNote {
    /// Whose case.
    pub authority: AuthorityCode,
    /// Who read it.
    pub account: AccountId,
    /// Which case.
    pub case: CaseId,
    /// When.
    pub at: Timestamp,
}

/// What a check of the whole record found.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Verification {
    /// Events whose chain was checked.
    pub entries: u64,
    /// Cases whose read tables were folded anew.
    pub cases: u64,
    /// Sealed items that were opened.
    pub items: u64,
    /// The first bad row, if there is one.
    pub fault: Option<Fault>,
}

/// A row that is not as the record says it must be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The table.
    pub table: &'static str,
    /// Whose row.
    pub authority: AuthorityCode,
    /// Which row: a position or a case.
    pub place: String,
    /// What is wrong with it.
    pub what: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            out,
            "{}, {}, {}: {}",
            self.table, self.authority, self.place, self.what
        )
    }
}

/// What a rebuild made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Rebuilt {
    /// Cases whose rows were made again.
    pub cases: u64,
    /// Events that were folded.
    pub entries: u64,
}
