//! A population by ethnic group, with which the groups of complainants are set side by side.

use serde::{Deserialize, Serialize};

use crate::ids::Sealed;
use crate::settings::{Code, ListVersion, ReportingYear};

/// A population of a year by ethnic group, as it was entered: all of it at once, so that no two sources mix.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PopulationRecorded {
    /// The year complaints of which are compared with it.
    pub year: ReportingYear,
    /// What it is; `None` takes back what was entered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub population: Option<Population>,
    /// Where it comes from, sealed.
    pub source: Sealed,
}

/// A population by ethnic group, in numbers of people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Population {
    /// The version of the list of ethnic groups it is given by; `None` where the list has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<ListVersion>,
    /// Who is counted.
    pub ages: PopulationAges,
    /// How many people there are in all, also those in none of the groups.
    pub all: u32,
    /// How many there are in each group of which that is known.
    pub groups: Vec<GroupCount>,
}

/// The people of one ethnic group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupCount {
    /// The entry of the list of ethnic groups.
    pub group: Code,
    /// How many.
    pub count: u32,
}

/// Who is counted in a population.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PopulationAges {
    /// Children aged 0 to 17.
    Children,
    /// People of every age.
    Everybody,
}

impl PopulationAges {
    /// Both, in the order a form lists them.
    pub const ALL: [Self; 2] = [Self::Everybody, Self::Children];

    /// The code that forms use.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Children => "children",
            Self::Everybody => "everybody",
        }
    }

    /// The words a page and a report show.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Children => "Children aged 0 to 17",
            Self::Everybody => "People of every age",
        }
    }
}

impl Population {
    /// What the groups come to.
    pub fn in_groups(&self) -> u64 {
        self.groups.iter().map(|group| u64::from(group.count)).sum()
    }

    /// How many there are in a group, where that is known.
    pub fn of(&self, group: &str) -> Option<u32> {
        let mut groups = self.groups.iter();
        groups
            .find(|known| known.group.as_str() == group)
            .map(|known| known.count)
    }

    /// Whether the groups come to more than everybody. It is pointed at, never refused.
    pub fn contradicts_itself(&self) -> bool {
        self.in_groups() > u64::from(self.all)
    }
}
