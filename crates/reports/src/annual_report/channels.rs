//! Through which channels complaints and young people's contacts come in, the digital ones told apart.

use std::collections::BTreeMap;

use casework::intake::RepresentationKind;
use casework::people::Channel;
use casework::settings::Settings;
use views::register_line::RegisterLine;

use super::advocacy::is_by_a_young_person;
use super::count_table::{Base, CountRow, CountTable, Reconciliation, cells};
use super::drawing::Drawing;
use super::telling::{Blocks, Telling};
use crate::disclosure::{CellId, Ledger};
use crate::measures::Population;

/// What was received in the year, by channel.
#[derive(Clone, Debug, Default)]
pub(super) struct ByChannel {
    complaints: Counts,
    young_people: Counts,
    informal: Counts,
}

type Counts = BTreeMap<Channel, i64>;

/// The tables with the counts figures are made of.
pub(super) struct ChannelTables {
    /// Of statutory complaints; `None` where there were none.
    pub complaints: Option<CountTable>,
    /// Of complaints by young people themselves, where there were any.
    pub young_people: Option<CountTable>,
    /// Of informal contacts, where there were any.
    pub informal: Option<CountTable>,
    /// Complaints that came through a digital channel.
    pub digital: CellId,
    /// Those of young people.
    pub young_digital: CellId,
    /// Those of young people that came through an advocate.
    pub young_by_advocate: CellId,
}

impl ByChannel {
    /// Counts what was received in the year.
    pub(super) fn count(&mut self, settings: &Settings, line: &RegisterLine) {
        if line.is_statutory_complaint() {
            *self.complaints.entry(line.channel).or_default() += 1;
            if is_by_a_young_person(settings, line) {
                *self.young_people.entry(line.channel).or_default() += 1;
            }
        } else if line.kind == RepresentationKind::InformalContact {
            *self.informal.entry(line.channel).or_default() += 1;
        }
    }

    pub(super) fn enter(&self, drawing: &mut Drawing<'_>, young_people: CellId) -> ChannelTables {
        let received = Base {
            cell: drawing.cohorts.received,
            name: "complaints received",
        };
        let young = Base {
            cell: drawing.ledger.told_elsewhere(young_people),
            name: "complaints by young people themselves",
        };
        let informal = Base {
            cell: drawing
                .ledger
                .told_elsewhere(drawing.cohorts.informal_contacts),
            name: "informal contacts",
        };
        let all = rows(&self.complaints, received, drawing);
        let of_young_people = rows(&self.young_people, young, drawing);
        let of_contacts = rows(&self.informal, informal, drawing);
        for row in &of_young_people {
            if let Some(whole) = all.iter().find(|whole| whole.code == row.code) {
                drawing.ledger.part_of(row.cell, whole.cell);
            }
        }
        let digital = digital(&all, drawing);
        let young_digital = self::digital(&of_young_people, drawing);
        let mut advocates = of_young_people.iter();
        let young_by_advocate = advocates
            .find(|row| row.code == Channel::Advocate.code())
            .map(|row| row.cell);
        let young_by_advocate = young_by_advocate.unwrap_or_else(|| drawing.ledger.enter(0));
        ChannelTables {
            complaints: table(
                (
                    "complaints_by_channel",
                    "Statutory Stage 1 complaints by how they came in",
                    "Complaints",
                ),
                Population::Stage1Received,
                received,
                all,
                drawing,
            ),
            young_people: table(
                (
                    "young_people_by_channel",
                    "How young people’s own complaints came in",
                    "Complaints",
                ),
                Population::YoungPeoplesComplaints,
                young,
                of_young_people,
                drawing,
            ),
            informal: table(
                (
                    "informal_by_channel",
                    "How informal contacts came in",
                    "Contacts",
                ),
                Population::InformalContacts,
                informal,
                of_contacts,
                drawing,
            ),
            digital,
            young_digital,
            young_by_advocate,
        }
    }
}

/// A row for each channel the authority offers, and for any other that was used.
fn rows(counts: &Counts, base: Base, drawing: &mut Drawing<'_>) -> Vec<CountRow> {
    let channels = &drawing.settings.channels;
    let mut shown = channels.offered();
    shown.extend(counts.keys().copied());
    let mut rows: Vec<CountRow> = Vec::with_capacity(shown.len());
    for channel in shown {
        if rows.iter().any(|row| row.code == channel.code()) {
            continue;
        }
        let count = counts.get(&channel).copied().unwrap_or_default();
        let label = channels.label(channel);
        rows.push(CountRow::new(channel.code(), label, count, drawing.ledger));
    }
    drawing.ledger.adds_up(base.cell, cells(&rows));
    rows
}

/// Those of the rows whose channel is digital, entered as a count of its own.
fn digital(rows: &[CountRow], drawing: &mut Drawing<'_>) -> CellId {
    let channels = &drawing.settings.channels;
    let parts: Vec<CellId> = rows
        .iter()
        .filter(|row| {
            let mut known = Channel::ALL.into_iter();
            known.any(|channel| channel.code() == row.code && channels.is_digital(channel))
        })
        .map(|row| row.cell)
        .collect();
    sum(parts, drawing.ledger)
}

fn sum(parts: Vec<CellId>, ledger: &mut Ledger) -> CellId {
    let whole = parts.iter().map(|part| ledger.count(*part)).sum();
    let whole = ledger.enter(whole);
    ledger.adds_up(whole, parts);
    whole
}

fn table(
    (id, caption, unit): (&'static str, &str, &'static str),
    population: Population,
    base: Base,
    rows: Vec<CountRow>,
    drawing: &Drawing<'_>,
) -> Option<CountTable> {
    if drawing.ledger.count(base.cell) == 0 {
        return None;
    }
    let channels = &drawing.settings.channels;
    let digital: Vec<&str> = Channel::ALL
        .into_iter()
        .filter(|channel| channels.is_digital(*channel))
        .filter(|channel| rows.iter().any(|row| row.code == channel.code()))
        .map(|channel| channels.label(channel))
        .collect();
    let notes = if digital.is_empty() {
        Vec::new()
    } else {
        vec![format!("Digital: {}.", digital.join(", "))]
    };
    Some(CountTable {
        id,
        caption: caption.to_owned(),
        population: population.line(drawing.year),
        row_heading: "Channel",
        unit,
        rows,
        total: Some(base.cell),
        share: Some(base),
        reconciliation: Some(Reconciliation::exact(base)),
        notes,
    })
}

impl Telling<'_> {
    /// How complaints came in, with the digital channels told apart.
    pub(super) fn ways_in(&self, blocks: &mut Blocks) {
        let Some(complaints) = &self.drawn.channels.complaints else {
            return;
        };
        blocks.tell(
            self.figures
                .share("digital_share")
                .map(|share| format!("{share} came in through a digital channel.")),
        );
        self.table(blocks, complaints);
    }
}
