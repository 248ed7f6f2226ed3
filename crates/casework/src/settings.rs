//! What an authority may choose: its lists, its local targets, how its past years are shown.
//!
//! A setting can never loosen a statutory limit: only limits the law leaves to the authority have one.

mod answer_check;
mod channels;
pub mod choices;
mod document;
mod equality;
mod learning;
pub mod lists;

pub use channels::{Channels, OfferedChannel};
pub use choices::Choices;
pub use document::document;
pub use equality::{
    AgeBand, EarlierList, EqualityLists, EqualityQuestion, ListUsed, ListVersion, Wording,
};
pub use learning::LearningLists;

use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use statute::limits::{self, Length, LimitId, Milestone, TimeLimit};
use statute::working_days::{Calendar, CalendarRefused, Region, WorkingDays};

use crate::calendar::AnnouncedHoliday;
use crate::context::Population;
use crate::ids::AuthorityCode;
use crate::refusal::Refusal;

/// An entry of one of the authority's lists, such as `first_response`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Code(String);

impl Code {
    /// A code as an event carries it. Whether the authority has it is asked with [`List::has`].
    pub fn new(code: impl Into<String>) -> Self {
        Self(code.into())
    }

    /// The code as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Code {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// One entry of a list: a code for the record and a label for people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// What the record holds.
    pub code: Code,
    /// What people read.
    pub label: String,
}

/// One of the authority's lists, in the order it is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct List(pub Vec<Entry>);

impl List {
    /// Whether the list has a code.
    pub fn has(&self, code: &Code) -> bool {
        self.0.iter().any(|entry| entry.code == *code)
    }

    /// The label of a code; the code itself when an older list had it and this one does not.
    pub fn label<'a>(&'a self, code: &'a Code) -> &'a str {
        self.0
            .iter()
            .find(|entry| entry.code == *code)
            .map_or(code.as_str(), |entry| &entry.label)
    }

    /// The codes, separated by commas, for a message.
    pub fn codes(&self) -> String {
        self.0
            .iter()
            .map(|entry| entry.code.as_str())
            .collect::<Vec<_>>()
            .join(", ")
    }
}

/// Everything an authority may choose. Kept in one file per authority.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The code used in addresses and files.
    pub code: AuthorityCode,
    /// The name in full.
    pub name: String,
    /// The colour of the page header, as `#` and six hexadecimal digits.
    #[serde(default = "default_colour")]
    pub colour: String,
    /// How people reach the complaints team, shown on letters and pages.
    #[serde(default)]
    pub contact: String,
    /// What it chooses where a rule leaves a choice.
    #[serde(default)]
    pub cfg: Choices,
    /// What files called `cfg.ack.stage1_wd` before it had that name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acknowledge_within: Option<u16>,
    /// What files called `cfg.enquiry.answer_wd` before it had that name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer_enquiry_within: Option<u16>,
    /// The services a complaint can be about.
    pub services: List,
    /// The services in the order and words of the compliments table, where they differ.
    #[serde(default)]
    pub compliment_services: List,
    /// From whom compliments come.
    #[serde(default = "lists::compliment_sources")]
    pub compliment_sources: List,
    /// What can come of a general enquiry.
    #[serde(default = "lists::enquiry_outcomes")]
    pub enquiry_outcomes: List,
    /// What young people's informal contacts and helpline contacts are about.
    #[serde(default = "lists::contact_topics")]
    pub contact_topics: List,
    /// What can come of such a contact.
    #[serde(default = "lists::contact_results")]
    pub contact_results: List,
    /// Why a Stage 1 answer came after its last day.
    #[serde(default = "lists::late_reasons")]
    pub late_reasons: List,
    /// How a complaint was resolved, beside what was found.
    #[serde(default = "lists::resolution_kinds")]
    pub resolution_kinds: List,
    /// Why a complainant goes on to the next stage.
    #[serde(default = "lists::escalation_reasons")]
    pub escalation_reasons: List,
    /// How representations arrive; a file that says nothing of it offers every channel.
    #[serde(default, skip_serializing_if = "Channels::are_usual")]
    pub channels: Channels,
    /// The leaflets people are given.
    #[serde(default = "lists::leaflets")]
    pub leaflets: List,
    /// What a point can be about.
    pub categories: List,
    /// In what capacity people complain.
    pub capacities: List,
    /// Capacities that are a young person complaining for themselves.
    #[serde(default)]
    pub young_people: Vec<Code>,
    /// Words for outcomes in the report.
    pub outcomes: List,
    /// Words for the timescale bands `within_10`, `d11_20` and `over_20`.
    pub timescale_bands: List,
    /// Words for the Ombudsman's decisions.
    pub ombudsman_decisions: List,
    /// Lists for equality monitoring.
    pub equality: EqualityLists,
    /// Lists for what is learned.
    #[serde(default)]
    pub learning: LearningLists,
    /// Bank holidays announced since the calendar in the program was made.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub announced_holidays: Vec<AnnouncedHoliday>,
    /// How the annual report is drawn up.
    #[serde(default)]
    pub report: ReportSettings,
}

/// How an authority's annual report is drawn up.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportSettings {
    /// Whether children's ages taken from the care record are counted among complainants' ages, as
    /// some published years did. The default keeps them apart (REP-18.5).
    #[serde(default)]
    pub ages_include_children: bool,
    /// Notes on a table of a year, printed under it.
    #[serde(default)]
    pub notes: Vec<TableNote>,
    /// Days within a year on which something changed that a table tells of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub turns: Vec<Turn>,
    /// Figures of earlier years as they were published, with their base.
    #[serde(default)]
    pub published: Vec<PublishedFigure>,
    /// Populations the figures are set against, entered each year.
    #[serde(default)]
    pub context: Vec<ContextFigure>,
    /// Populations by ethnic group that complainants are set beside, one for a year.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub populations: Vec<YearsPopulation>,
}

/// A note printed under a table of one reporting year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableNote {
    /// The reporting year, such as `2014-15`.
    pub year: String,
    /// The table's id.
    pub table: String,
    /// The note.
    pub note: String,
}

/// A day within a reporting year on which something changed, so that a table counts before and after apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Turn {
    /// The reporting year, such as `2015-16`.
    pub year: String,
    /// The table's id.
    pub table: String,
    /// The first day of what is new.
    pub on: Date,
    /// What changed, printed under the table.
    pub because: String,
}

/// A figure of an earlier year as it was published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublishedFigure {
    /// The reporting year, such as `2013-14`.
    pub year: String,
    /// The measure's id.
    pub measure: String,
    /// The figure as printed.
    pub shown: String,
    /// The count behind it, where it is one.
    pub value: Option<i64>,
    /// Where it was published.
    pub source: String,
}

/// A population by ethnic group that a year's complainants are set beside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct YearsPopulation {
    /// The reporting year, such as `2014-15`.
    pub year: String,
    /// Where it comes from.
    pub source: String,
    /// What it is.
    pub population: Population,
}

/// A population figures are set against, such as children looked after during the year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContextFigure {
    /// The reporting year, such as `2014-15`.
    pub year: String,
    /// The population's id, such as `looked_after_during_year`.
    pub population: String,
    /// What it is.
    pub label: String,
    /// How many.
    pub value: i64,
}

impl Settings {
    /// The limit as it runs for this authority: the law’s, with what the law leaves to the authority.
    pub fn limit(&self, id: LimitId) -> TimeLimit {
        let law = *limits::of(id);
        let runs_from = if id == LimitId::ReviewPanelResponse && self.answers_from_the_sending() {
            Milestone::ReviewPanelRecommendationsMade
        } else {
            law.runs_from
        };
        TimeLimit {
            length: self.local_length(id).unwrap_or(law.length),
            extendable_to: self.local_longest(id).or(law.extendable_to),
            runs_from,
            ..law
        }
    }

    /// The length the authority chose for a limit that the law leaves to it; `None` for every other.
    pub fn local_length(&self, limit: LimitId) -> Option<Length> {
        let (_, choice, _) = choices::PERIODS.iter().find(|(id, _, _)| *id == limit)?;
        let older = if limit == LimitId::Acknowledgement {
            self.acknowledge_within
        } else if limit == LimitId::CouncillorEnquiry {
            self.answer_enquiry_within
        } else {
            None
        };
        let days = older.unwrap_or_else(|| self.cfg.days(choice));
        Some(Length::WorkingDays(WorkingDays(days)))
    }

    /// The longest a limit may become where the authority chose that; `None` for every other.
    fn local_longest(&self, limit: LimitId) -> Option<Length> {
        let (_, _, longest) = choices::PERIODS.iter().find(|(id, _, _)| *id == limit)?;
        let days = self.cfg.days(longest.as_ref()?);
        Some(Length::WorkingDays(WorkingDays(days)))
    }

    /// In how many working days a Member of Parliament or councillor is answered.
    pub fn enquiry_answered_within(&self) -> u16 {
        self.answer_enquiry_within
            .unwrap_or_else(|| self.cfg.days(&choices::ENQUIRY_ANSWERED))
    }

    /// From which day the figures count how long Stage 2 took. Both its limits run whatever is chosen.
    ///
    /// Source: LGSCO decisions 25 005 179 and 24 002 249, which disagree; SI 2006/1738 reg 17.
    pub fn investigation_counted_from(
        &self,
        requested_on: Date,
        spoken: bool,
        agreed_on: Option<Date>,
    ) -> Date {
        let from_record = match self.cfg.word(&choices::INVESTIGATION_COUNTED_FROM) {
            "record_agreed" => true,
            "by_form" => spoken,
            _ => false,
        };
        agreed_on.filter(|_| from_record).unwrap_or(requested_on)
    }

    /// Whether deferred points come back with the working days that were left, and not with the stage's whole
    /// time.
    ///
    /// Source: none; SI 2006/1738 reg 8 sets no day, so the authority chooses.
    pub fn counts_on_after_deferral(&self) -> bool {
        self.cfg.word(&choices::STAGE_RESUMED) == "continue_clock"
    }

    /// From which day the answer to the panel is counted: from receiving its report, unless the authority
    /// counts from its sending.
    ///
    /// Source: SI 2006/1738 reg 20(3). The sending is never later, so counting from it loosens nothing.
    pub fn panel_answered_from(&self, sent_on: Date, received_on: Date) -> Date {
        if self.answers_from_the_sending() {
            sent_on
        } else {
            received_on
        }
    }

    fn answers_from_the_sending(&self) -> bool {
        self.cfg.word(&choices::PANEL_ANSWERED_FROM) == "recommendations_made"
    }

    /// How many working days after its sending a response counts as received, for the limits within which a
    /// complainant asks for the next stage; none for every other limit.
    pub fn deemed_receipt(&self, limit: LimitId) -> WorkingDays {
        let runs_from = limits::of(limit).runs_from;
        let from_receipt = [
            Milestone::LocalResolutionResponseReceived,
            Milestone::InvestigationResponseReceived,
            Milestone::CorporateResponseReceived,
        ];
        if from_receipt.contains(&runs_from) {
            WorkingDays(self.cfg.days(&choices::DEEMED_RECEIPT))
        } else {
            WorkingDays(0)
        }
    }

    /// The working days as they were published when the program was made.
    pub fn published_calendar(&self) -> &'static Calendar {
        Calendar::of(Region::EnglandAndWales)
    }

    /// The authority’s working days: as published, with the bank holidays announced since.
    ///
    /// # Errors
    ///
    /// [`CalendarRefused`] for an announced day outside the calendar, which [`Settings::problems`] names too.
    pub fn calendar(&self) -> Result<Calendar, CalendarRefused> {
        let announced = self
            .announced_holidays
            .iter()
            .map(AnnouncedHoliday::bank_holiday);
        self.published_calendar().with_announced(announced)
    }

    /// The words for a service, which a compliment may name differently.
    pub fn service<'a>(&'a self, code: &'a Code) -> &'a str {
        let list = if self.services.has(code) {
            &self.services
        } else {
            &self.compliment_services
        };
        list.label(code)
    }

    /// Checks that a code stands in one of the authority's lists.
    pub(crate) fn listed(name: &'static str, list: &List, code: &Code) -> Result<(), Refusal> {
        if list.has(code) {
            Ok(())
        } else {
            Err(Refusal::NotInTheList {
                list: name,
                code: code.to_string(),
                known: list.codes(),
            })
        }
    }

    /// The band of an age.
    pub fn age_band(&self, years: u8) -> Option<&AgeBand> {
        self.equality
            .age
            .iter()
            .find(|band| (band.from..=band.to).contains(&years))
    }

    /// What is wrong with the settings; all of it at once.
    pub fn problems(&self) -> Vec<String> {
        let mut problems = Vec::new();
        let hex = self.colour.strip_prefix('#').unwrap_or_default();
        if hex.len() != 6 || !hex.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            problems.push(format!(
                "colour: \"{}\" is not # and six hexadecimal digits",
                self.colour
            ));
        }
        for (older, days, choice) in [
            (
                "acknowledge_within",
                self.acknowledge_within,
                choices::ACKNOWLEDGED,
            ),
            (
                "answer_enquiry_within",
                self.answer_enquiry_within,
                choices::ENQUIRY_ANSWERED,
            ),
        ] {
            let Some(days) = days else { continue };
            if self.cfg.chose(choice.name) {
                problems.push(format!(
                    "{older}: {} says the same; leave the older name out",
                    choice.name
                ));
            }
            if !(choice.least..=choice.most).contains(&days) {
                problems.push(format!(
                    "{older}: {days} is no whole number from {} to {}",
                    choice.least, choice.most
                ));
            }
        }
        for (name, list) in [
            ("services", &self.services),
            ("categories", &self.categories),
            ("capacities", &self.capacities),
            ("outcomes", &self.outcomes),
            ("compliment_sources", &self.compliment_sources),
            ("enquiry_outcomes", &self.enquiry_outcomes),
            ("contact_topics", &self.contact_topics),
            ("contact_results", &self.contact_results),
            ("late_reasons", &self.late_reasons),
            ("resolution_kinds", &self.resolution_kinds),
            ("escalation_reasons", &self.escalation_reasons),
            ("leaflets", &self.leaflets),
            ("learning.action_kinds", &self.learning.action_kinds),
            ("learning.themes", &self.learning.themes),
        ] {
            if list.0.is_empty() {
                problems.push(format!(
                    "{name}: the list is empty; give at least one code and label"
                ));
            }
            let mut codes: Vec<_> = list.0.iter().map(|entry| &entry.code).collect();
            codes.sort();
            if let Some(&[twice, _]) = codes.array_windows().find(|[one, next]| one == next) {
                problems.push(format!("{name}: the code \"{twice}\" stands twice"));
            }
        }
        problems.extend(self.channels.problems());
        problems.extend(self.equality.problems());
        let calendar = self.published_calendar();
        let unfit = |holiday: &AnnouncedHoliday| holiday.unfit(calendar).err();
        let unfit = self.announced_holidays.iter().filter_map(unfit);
        problems.extend(unfit.map(|why| format!("announced_holidays: {why}")));
        problems
    }
}

/// The years a report covers: 1 April to 31 March.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ReportingYear(i16);

/// A text that is no reporting year.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a reporting year runs from April to March and is written like 2014-15")]
pub struct NotAReportingYear;

impl ReportingYear {
    /// The reporting year a day falls in.
    pub fn of(day: Date) -> Self {
        Self(if day.month() >= 4 {
            day.year()
        } else {
            day.year() - 1
        })
    }

    /// 1 April.
    pub fn first_day(self) -> Date {
        Date::constant(self.0, 4, 1)
    }

    /// 31 March.
    pub fn last_day(self) -> Date {
        Date::constant(self.0 + 1, 3, 31)
    }

    /// Whether a day falls in the year.
    pub fn contains(self, day: Date) -> bool {
        (self.first_day()..=self.last_day()).contains(&day)
    }

    /// The year before.
    #[must_use]
    pub fn before(self) -> Self {
        Self(self.0 - 1)
    }
}

impl TryFrom<String> for ReportingYear {
    type Error = NotAReportingYear;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<ReportingYear> for String {
    fn from(year: ReportingYear) -> Self {
        year.to_string()
    }
}

impl fmt::Display for ReportingYear {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}-{:02}", self.0, (self.0 + 1).rem_euclid(100))
    }
}

impl std::str::FromStr for ReportingYear {
    type Err = NotAReportingYear;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (first, second) = text.split_once(['-', '/']).ok_or(NotAReportingYear)?;
        if first.len() != 4 || second.len() != 2 {
            return Err(NotAReportingYear);
        }
        let year: i16 = first.parse().map_err(|_| NotAReportingYear)?;
        let next: i16 = second.parse().map_err(|_| NotAReportingYear)?;
        if (year + 1) % 100 == next && (1900..=9000).contains(&year) {
            Ok(Self(year))
        } else {
            Err(NotAReportingYear)
        }
    }
}

fn default_colour() -> String {
    "#1d3f5e".to_owned()
}
