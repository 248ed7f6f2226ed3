//! Advocacy told of, offered and given: children and young people, and the episodes of help they had.
//!
//! Source: REP-18.4, REP-9.5 and REP-9.9. People and episodes are counted apart: a child with two
//! advocates is one person helped and two episodes.

use casework::advocacy::{AdvocateKind, Wanted};
use casework::settings::{ReportingYear, Settings};
use statute::dates::short_date;
use views::register_line::{AdvocacyLine, RegisterLine};

use super::advocacy::AdvocacyTable;
use super::count_table::{CountRow, CountTable};
use super::drawing::Drawing;
use crate::disclosure::{CellId, Ledger};
use crate::measures::Population;

/// Children and young people in complaints received in the year, and their episodes of help.
#[derive(Clone, Debug, Default)]
pub(super) struct AdvocacyHelp {
    /// Whether anything was recorded for anybody.
    recorded: bool,
    people: i64,
    told: i64,
    offered: i64,
    wanted: i64,
    not_wanted: i64,
    helped_by_advocate: i64,
    helped_by_chosen_person: i64,
    independent: i64,
    in_house: i64,
    chosen_person: i64,
    open: i64,
}

/// The table with the counts its sentence is made of.
#[derive(Clone, Debug)]
pub(super) struct AdvocacyHelpTable {
    pub table: CountTable,
    /// People who had help of either sort.
    pub helped: CellId,
    pub episodes: CellId,
    pub people: CellId,
    pub offered: CellId,
}

/// The rows' counts as entries of the ledger.
struct Entered {
    people: CellId,
    told: CellId,
    offered: CellId,
    wanted: CellId,
    not_wanted: CellId,
    not_known: CellId,
    helped_by_advocate: CellId,
    helped_by_chosen_person: CellId,
    episodes: CellId,
    independent: CellId,
    in_house: CellId,
    chosen_person: CellId,
    open: CellId,
}

impl AdvocacyHelp {
    /// Counts the children and young people of a complaint received in the year.
    ///
    /// Reading: whoever complains in a young person's capacity and has no entry of their own is
    /// somebody for whom nothing was recorded, and counts among the people all the same.
    pub(super) fn count(&mut self, settings: &Settings, year: ReportingYear, line: &RegisterLine) {
        for person in &line.advocacy {
            self.count_person(year, person);
        }
        let young = |capacity: &&_| settings.young_people.contains(capacity);
        let complaining = line.capacities.iter().filter(young).count();
        let entered = line
            .advocacy
            .iter()
            .filter_map(|person| person.complains_as.as_ref())
            .filter(young)
            .count();
        self.people += counted(complaining.saturating_sub(entered));
    }

    fn count_person(&mut self, year: ReportingYear, person: &AdvocacyLine) {
        self.recorded |= person.is_recorded();
        self.people += 1;
        self.told += i64::from(person.told_on.is_some());
        self.offered += i64::from(person.offered_on.is_some());
        match person.wanted {
            Some(Wanted::Yes) => self.wanted += 1,
            Some(Wanted::No) => self.not_wanted += 1,
            Some(Wanted::Undecided) | None => {}
        }
        let of_kind = |kind| {
            let episodes = person.episodes.iter();
            counted(episodes.filter(|episode| episode.kind == kind).count())
        };
        let independent = of_kind(AdvocateKind::Independent);
        let in_house = of_kind(AdvocateKind::InHouse);
        let chosen_person = of_kind(AdvocateKind::ChosenPerson);
        if independent + in_house > 0 {
            self.helped_by_advocate += 1;
        } else if chosen_person > 0 {
            self.helped_by_chosen_person += 1;
        }
        self.independent += independent;
        self.in_house += in_house;
        self.chosen_person += chosen_person;
        let open = person
            .episodes
            .iter()
            .filter(|episode| episode.is_open_on(year.last_day()));
        self.open += counted(open.count());
    }

    /// Enters the table, unless nothing was recorded for anybody.
    pub(super) fn enter(
        &self,
        drawing: &mut Drawing<'_>,
        complaints: &AdvocacyTable,
    ) -> Option<AdvocacyHelpTable> {
        if !self.recorded {
            return None;
        }
        let ledger = &mut *drawing.ledger;
        let cells = self.entered(ledger);
        cells.give_way_to(complaints, ledger);
        let helped = cells.tie(ledger);
        let episodes = cells.episodes;
        let table = CountTable {
            id: "advocacy_help",
            caption: "Advocacy offered and given, in people and in episodes".to_owned(),
            population: Population::YoungPeople.line(drawing.year),
            row_heading: "What is counted",
            unit: "Number",
            rows: cells.rows(drawing.year),
            total: None,
            share: None,
            reconciliation: None,
            notes: notes(),
        };
        Some(AdvocacyHelpTable {
            table,
            helped,
            episodes,
            people: cells.people,
            offered: cells.offered,
        })
    }

    fn entered(&self, ledger: &mut Ledger) -> Entered {
        let mut enter = |count| ledger.enter(count);
        Entered {
            people: enter(self.people),
            told: enter(self.told),
            offered: enter(self.offered),
            wanted: enter(self.wanted),
            not_wanted: enter(self.not_wanted),
            not_known: enter(self.people - self.wanted - self.not_wanted),
            helped_by_advocate: enter(self.helped_by_advocate),
            helped_by_chosen_person: enter(self.helped_by_chosen_person),
            episodes: enter(self.independent + self.in_house + self.chosen_person),
            independent: enter(self.independent),
            in_house: enter(self.in_house),
            chosen_person: enter(self.chosen_person),
            open: enter(self.open),
        }
    }
}

impl Entered {
    /// Ties the table to that of complaints by young people, which counts much the same children by
    /// complaint: where the two differ by a few, those few could be worked out. The other table was
    /// always published, so it is entered as known and this one withholds.
    ///
    /// Source: REP-24.5.
    fn give_way_to(&self, complaints: &AdvocacyTable, ledger: &mut Ledger) {
        let row = |code| complaints.table.row(code);
        for (ours, theirs) in [
            (self.people, Some(complaints.young_people)),
            (self.helped_by_advocate, row("with_advocate")),
            (self.helped_by_chosen_person, row("with_chosen_person")),
        ] {
            if let Some(theirs) = theirs {
                let known = ledger.enter_headline(ledger.count(theirs));
                ledger.part_of(known, ours);
            }
        }
    }

    /// Says which rows add up, and gives the people who had help.
    fn tie(&self, ledger: &mut Ledger) -> CellId {
        let wishes = vec![self.wanted, self.not_wanted, self.not_known];
        ledger.adds_up(self.people, wishes);
        ledger.part_of(self.told, self.people);
        ledger.part_of(self.offered, self.people);
        let by_an_advocate = vec![self.independent, self.in_house];
        let episodes_of_advocates = sum(by_an_advocate, ledger);
        ledger.adds_up(
            self.episodes,
            vec![self.independent, self.in_house, self.chosen_person],
        );
        ledger.part_of(self.open, self.episodes);
        let helped = sum(
            vec![self.helped_by_advocate, self.helped_by_chosen_person],
            ledger,
        );
        ledger.part_of(helped, self.people);
        // How many episodes there were beyond one for each child could be worked out from the two.
        for (people, episodes) in [
            (self.helped_by_advocate, episodes_of_advocates),
            (self.helped_by_chosen_person, self.chosen_person),
            (helped, self.episodes),
        ] {
            ledger.part_of(people, episodes);
        }
        helped
    }

    fn rows(&self, year: ReportingYear) -> Vec<CountRow> {
        let open = format!("of these, open on {}", short_date(year.last_day()));
        [
            ("people", "Children and young people", self.people),
            ("told", "of these, told of advocacy", self.told),
            (
                "offered",
                "of these, offered help in getting an advocate",
                self.offered,
            ),
            ("wanted", "of these, wanted an advocate", self.wanted),
            (
                "not_wanted",
                "of these, did not want an advocate",
                self.not_wanted,
            ),
            (
                "not_known",
                "of these, not known whether they wanted an advocate",
                self.not_known,
            ),
            (
                "helped_by_advocate",
                "of these, helped by an independent or in-house advocate",
                self.helped_by_advocate,
            ),
            (
                "helped_by_chosen_person",
                "of these, helped by a person of their choice only",
                self.helped_by_chosen_person,
            ),
            ("episodes", "Episodes of help", self.episodes),
            (
                "independent",
                "of these, by an independent advocate",
                self.independent,
            ),
            (
                "in_house",
                "of these, by an in-house advocate",
                self.in_house,
            ),
            (
                "chosen_person",
                "of these, by a person of their choice",
                self.chosen_person,
            ),
            ("open", open.as_str(), self.open),
        ]
        .map(|(code, label, cell)| CountRow {
            code: code.to_owned(),
            label: label.to_owned(),
            cell,
        })
        .into()
    }
}

fn notes() -> Vec<String> {
    [
        "People and episodes are counted apart: a child with two advocates, together or one after the other, is one person helped and two episodes.",
        "Those who wanted an advocate, who did not and of whom it is not known add up to the children and young people, and the three kinds of help to the episodes; the other rows overlap.",
        "Counts whoever complained themselves, and any other child for whom advocacy was recorded; a child in two complaints counts in each. An adult who complains has no statutory advocate.",
        "An episode counts whenever it began. One that an older register names without its days is not counted as open.",
    ]
    .map(str::to_owned)
    .into()
}

/// Enters what parts come to, though no row prints it.
fn sum(parts: Vec<CellId>, ledger: &mut Ledger) -> CellId {
    let whole = parts.iter().map(|part| ledger.count(*part)).sum();
    let whole = ledger.enter(whole);
    ledger.adds_up(whole, parts);
    whole
}

fn counted(how_many: usize) -> i64 {
    i64::try_from(how_many).unwrap_or(i64::MAX)
}
