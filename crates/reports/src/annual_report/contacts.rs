//! Everything people brought to the authority in the year.

use super::count_table::{CountRow, CountTable, cells};
use super::drawing::Drawing;
use crate::measures::Population;

/// The table of everything received in the year by kind.
pub(super) fn enter(drawing: &mut Drawing<'_>) -> CountTable {
    let cohorts = drawing.cohorts;
    let mut rows: Vec<CountRow> = [
        ("statutory", "Statutory complaints", cohorts.received),
        ("corporate", "Corporate complaints", cohorts.corporate),
        ("enquiries", "General enquiries", cohorts.enquiries),
        ("compliments", "Compliments", cohorts.compliments),
        (
            "mp_letters",
            "MP and councillor enquiries",
            cohorts.member_enquiries,
        ),
    ]
    .map(|(code, label, cell)| CountRow {
        code: code.to_owned(),
        label: label.to_owned(),
        cell,
    })
    .into();
    for (code, label, cell) in [
        ("comments", "Comments", cohorts.comments),
        (
            "no_procedure",
            "Complaints under no procedure",
            cohorts.no_procedure,
        ),
        ("anonymous", "Anonymous complaints", cohorts.anonymous),
        (
            "service_requests",
            "Service requests",
            cohorts.service_requests,
        ),
        (
            "settled_at_first_contact",
            "Complaints settled at first contact",
            cohorts.settled_at_first_contact,
        ),
        (
            "informal_contacts",
            "Informal contacts of young people",
            cohorts.informal_contacts,
        ),
        (
            "helpline_contacts",
            "Advocacy helpline contacts",
            cohorts.helpline_contacts,
        ),
    ] {
        if drawing.ledger.count(cell) > 0 {
            rows.push(CountRow {
                code: code.to_owned(),
                label: label.to_owned(),
                cell,
            });
        }
    }
    let sum = rows.iter().map(|row| drawing.ledger.count(row.cell)).sum();
    let total = drawing.ledger.enter(sum);
    drawing.ledger.adds_up(total, cells(&rows));
    CountTable {
        id: "contacts",
        caption: "Everything received in the year".to_owned(),
        population: Population::Contacts.line(drawing.year),
        row_heading: "Kind",
        unit: "Number",
        rows,
        total: Some(total),
        share: None,
        reconciliation: None,
        notes: vec![
            "One person may have written more than once, and an enquiry may be followed by a complaint."
                .to_owned(),
        ],
    }
}
