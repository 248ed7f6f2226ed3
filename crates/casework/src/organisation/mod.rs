//! Organisation: areas, teams and providers, as they change over the years.
//!
//! A unit keeps its code for ever; its name may change, it may be merged into another, and it may end. So a complaint
//! about a team of years ago still says which team that was, and what has become of it.

mod close_unit;
mod correct_place;
mod merge_units;
mod open_unit;
mod place;
mod rename_unit;

pub use close_unit::CloseUnit;
pub use correct_place::{CorrectPlace, PlaceCorrected};
pub use merge_units::MergeUnits;
pub use open_unit::OpenUnit;
pub use place::Place;
pub use rename_unit::RenameUnit;

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::authority_file::NotKept;
use crate::settings::Code;

/// What a unit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UnitKind {
    /// A part of the authority’s country, such as the north-west.
    Area,
    /// People who do one kind of work, in an area or in all of them.
    Team,
    /// Somebody outside who does it for the authority.
    Provider,
}

impl UnitKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Area, Self::Team, Self::Provider];

    /// The code forms know it by.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Area => "area",
            Self::Team => "team",
            Self::Provider => "provider",
        }
    }

    /// What people call it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Area => "Area",
            Self::Team => "Team",
            Self::Provider => "Provider",
        }
    }
}

/// A unit began.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitOpened {
    /// Its code, never given to another.
    pub unit: Code,
    /// What it is.
    pub kind: UnitKind,
    /// Its name.
    pub name: String,
    /// The area a team belongs to, if to one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<Code>,
}

/// An area, a team or a provider with everything that became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// What it is.
    pub kind: UnitKind,
    /// The area it belongs to, if to one.
    pub within: Option<Code>,
    /// The day it began.
    pub from: Date,
    /// The first day it was no more.
    pub until: Option<Date>,
    /// What goes on in its place.
    pub into: Option<Code>,
    /// Each name with its first day, in order; never empty.
    names: Vec<(Date, String)>,
}

impl Unit {
    /// Its name on a day; its first name before there was one.
    pub fn name_on(&self, day: Date) -> &str {
        let later = self.names.partition_point(|(from, _)| *from <= day);
        &self.names[later.saturating_sub(1)].1
    }

    /// Its last name.
    pub fn name(&self) -> &str {
        &self.names[self.names.len() - 1].1
    }

    /// Its names with the first day of each, in order.
    pub fn names(&self) -> &[(Date, String)] {
        &self.names
    }

    /// Whether it was there on a day.
    pub fn is_there(&self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|until| day < until)
    }

    /// The last day anything about it changed.
    fn changed_on(&self) -> Date {
        let named = self.names[self.names.len() - 1].0;
        self.until.map_or(named, |until| until.max(named))
    }
}

/// Every area, team and provider there ever was, by code.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Organisation {
    units: BTreeMap<Code, Unit>,
}

impl Organisation {
    pub(crate) fn open(&mut self, on: Date, opened: &UnitOpened) {
        self.units.insert(
            opened.unit.clone(),
            Unit {
                kind: opened.kind,
                within: opened.within.clone(),
                from: on,
                until: None,
                into: None,
                names: vec![(on, opened.name.clone())],
            },
        );
    }

    pub(crate) fn rename(&mut self, on: Date, unit: &Code, name: &str) {
        if let Some(unit) = self.units.get_mut(unit) {
            unit.names.push((on, name.to_owned()));
        }
    }

    pub(crate) fn merge(&mut self, on: Date, units: &[Code], into: &Code) {
        for unit in units {
            if let Some(unit) = self.units.get_mut(unit) {
                unit.until = Some(on);
                unit.into = Some(into.clone());
            }
        }
        // The teams of an area that is merged go with it.
        for unit in self.units.values_mut().filter(|unit| unit.until.is_none()) {
            if unit
                .within
                .as_ref()
                .is_some_and(|area| units.contains(area))
            {
                unit.within = Some(into.clone());
            }
        }
    }

    pub(crate) fn close(&mut self, on: Date, unit: &Code) {
        if let Some(unit) = self.units.get_mut(unit) {
            unit.until = Some(on);
        }
    }

    /// The unit with a code, if there ever was one.
    pub fn unit(&self, code: &Code) -> Option<&Unit> {
        self.units.get(code)
    }

    /// Whether there ever was an area or a team that a complaint can be about. A provider alone may only send advocates.
    pub fn tells_places_apart(&self) -> bool {
        let mut units = self.units.values();
        units.any(|unit| unit.kind != UnitKind::Provider)
    }

    /// Every unit there ever was, by code.
    pub fn units(&self) -> impl Iterator<Item = (&Code, &Unit)> {
        self.units.iter()
    }

    /// The units of a kind that were there on a day, by name.
    pub fn there_on(&self, day: Date, kind: UnitKind) -> Vec<(&Code, &Unit)> {
        let mut there: Vec<_> = self
            .units
            .iter()
            .filter(|(_, unit)| unit.kind == kind && unit.is_there(day))
            .collect();
        there.sort_by(|one, other| one.1.name_on(day).cmp(other.1.name_on(day)));
        there
    }

    /// What a unit has become by way of mergers: itself while it was never merged.
    pub fn now<'a>(&'a self, code: &'a Code) -> &'a Code {
        let mut at = code;
        // A merger goes into a unit that is there, so no chain comes back on itself.
        while let Some(next) = self.units.get(at).and_then(|unit| unit.into.as_ref()) {
            at = next;
        }
        at
    }

    /// The unit with a code.
    ///
    /// # Errors
    ///
    /// [`NotKept::NoSuchUnit`].
    pub fn known(&self, code: &Code) -> Result<&Unit, NotKept> {
        self.units
            .get(code)
            .ok_or_else(|| NotKept::NoSuchUnit(code.clone()))
    }

    /// A unit that can change on a day: it was there, and nothing later is recorded of it.
    fn changeable(&self, code: &Code, on: Date, today: Date) -> Result<&Unit, NotKept> {
        let unit = self.known(code)?;
        if on > today {
            return Err(NotKept::InFuture(on));
        }
        if !unit.is_there(on) {
            return Err(NotKept::NotThere {
                unit: code.clone(),
                on,
            });
        }
        let since = unit.changed_on();
        if on < since {
            return Err(NotKept::BeforeTheLast {
                unit: code.clone(),
                since,
            });
        }
        Ok(unit)
    }
}

/// A name a unit may have.
fn checked_name(name: &str) -> Result<String, NotKept> {
    let name = name.trim();
    if name.is_empty() || name.chars().count() > 80 {
        Err(NotKept::NotAName)
    } else {
        Ok(name.to_owned())
    }
}
