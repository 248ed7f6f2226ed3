//! The fixed documents the tests and the example publish: one awkward, one of everyday size.

use jiff::civil::date;
use reports::document::{
    AsAt, Audience, Bar, Block, Cell, Chart, Document, Figure, Number, Publisher, Row, Section,
    Series, Table,
};

const THEMES: [&str; 8] = [
    "Complaints by service",
    "Complaints by stage",
    "What complaints were about",
    "Outcomes of complaints",
    "Time taken to answer",
    "Who complained",
    "How complaints came in",
    "What we learned",
];
const LABELS: [&str; 9] = [
    "Children in Need",
    "Children in Care and Care Leavers",
    "First Response and Assessment",
    "Fostering and Adoption",
    "Special Educational Needs and Disability",
    "Child Protection",
    "Youth Offending Service",
    "Residential homes",
    "Other",
];

/// A short document with every block and everything a label could do to a format.
pub(crate) fn awkward() -> Document {
    Document {
        sections: vec![
            Section {
                id: "summary".to_owned(),
                heading: "Summary & <em>outlook</em>".to_owned(),
                blocks: vec![
                    Block::Paragraph {
                        text:
                            "The Council received 52 complaints, of which *none* was #panic(\"x\")."
                                .to_owned(),
                    },
                    Block::Subheading {
                        text: "= *Strong* <h1>words</h1>".to_owned(),
                    },
                    Block::Bullets {
                        items: vec![
                            "29% were upheld".to_owned(),
                            "\"Quoted\", £5 – 日本".to_owned(),
                        ],
                    },
                ],
            },
            Section {
                id: "received".to_owned(),
                heading: "Complaints received".to_owned(),
                blocks: vec![
                    Block::Table(awkward_table()),
                    Block::Chart(awkward_chart()),
                    Block::Table(Table {
                        id: "nothing".to_owned(),
                        caption: "Complaints to the Ombudsman".to_owned(),
                        population: "Decisions in the year".to_owned(),
                        row_heading: "Decision".to_owned(),
                        columns: vec!["Number".to_owned()],
                        rows: Vec::new(),
                        total: None,
                        notes: Vec::new(),
                    }),
                ],
            },
        ],
        figures: vec![
            Figure {
                id: "share_upheld".to_owned(),
                value: Some(Number::Decimal(28.8)),
                shown: "29%".to_owned(),
                numerator: Some(15),
                denominator: Some(52),
                base: "Stage 1 complaints \"decided\" in the year".to_owned(),
            },
            Figure {
                id: "at_panel".to_owned(),
                value: None,
                shown: "withheld".to_owned(),
                numerator: None,
                denominator: None,
                base: "Review Panels held".to_owned(),
            },
        ],
        ..empty(Audience::Public)
    }
}

/// A report of the usual size: sixteen tables and eight charts, like nobody's in particular.
pub(crate) fn everyday(audience: Audience) -> Document {
    let sections = (0_u8..8)
        .map(|index| {
            let theme = THEMES[usize::from(index)];
            let id = theme.to_lowercase().replace(' ', "-");
            let rows = if index == 2 { 26 } else { 9 };
            let counts = |year: u8| -> Vec<(String, i32)> {
                (0..rows)
                    .map(|row: u8| {
                        let label = LABELS[usize::from(row) % 9];
                        let label = if row < 9 { label.to_owned() } else { format!("{label} ({row})") };
                        let count = (u32::from(row) * 37 + u32::from(index) * 11 + u32::from(year) * 5) % 48;
                        (label, i32::try_from(count).expect("below 48"))
                    })
                    .collect()
            };
            let columns: u8 = if index == 5 { 8 } else { 3 };
            let table = |suffix: &str, columns: u8| Table {
                id: format!("{}_{suffix}", id.replace('-', "_")),
                caption: format!("{theme}, {suffix}"),
                population: "Stage 1 complaints received from 1 April 2014 to 31 March 2015".to_owned(),
                row_heading: "Service".to_owned(),
                columns: (0..columns).map(|n| format!("Received 20{:02}/{:02}", 15 - columns + n, 16 - columns + n)).collect(),
                rows: counts(0)
                    .into_iter()
                    .map(|(label, count)| Row {
                        label,
                        cells: (0..columns).map(|n| whole(i64::from(count) + i64::from(n))).collect(),
                    })
                    .collect(),
                total: Some(Row {
                    label: "Total".to_owned(),
                    cells: (0..columns)
                        .map(|n| whole(counts(0).iter().map(|(_, count)| i64::from(*count) + i64::from(n)).sum()))
                        .collect(),
                }),
                notes: vec![
                    "A complaint about two services is counted once, under the service named first; \
                     the total therefore agrees with the number of complaints received."
                        .to_owned(),
                ],
            };
            let series = |year: u8| Series {
                name: format!("20{}/{}", 12 + year, 13 + year),
                bars: counts(2 - year)
                    .into_iter()
                    .take(9)
                    .map(|(label, count)| bar(&label, f64::from(count), &count.to_string()))
                    .collect(),
            };
            let chart = Chart {
                id: id.clone(),
                table: format!("{}_overall", id.replace('-', "_")),
                title: theme.to_owned(),
                alternative: "Children in Care and Care Leavers drew the most complaints, Other the fewest.".to_owned(),
                unit: "complaints".to_owned(),
                series: (0..=(index % 3)).rev().map(|back| series(2 - back)).rev().collect(),
            };
            let words = "The Council received 52 complaints at Stage 1 in the year, six more than the year \
                         before. Of the 49 that were answered by the end of March, 41 were answered within \
                         20 working days and 30 within 10.";
            Section {
                id: id.clone(),
                heading: theme.to_owned(),
                blocks: vec![
                    Block::Paragraph { text: words.to_owned() },
                    Block::Chart(chart),
                    Block::Table(table("overall", columns)),
                    Block::Bullets {
                        items: vec![
                            "Most complaints were about the standard of a service.".to_owned(),
                            "Three in ten were upheld or partly upheld.".to_owned(),
                        ],
                    },
                    Block::Table(table("by-team", 1)),
                ],
            }
        })
        .collect();
    Document {
        sections,
        ..empty(audience)
    }
}

fn empty(audience: Audience) -> Document {
    Document {
        title: "Annual report on complaints and representations".to_owned(),
        subtitle: "Children’s social care, 1 April 2014 to 31 March 2015".to_owned(),
        publisher: Publisher {
            code: "buckinghamshire".to_owned(),
            name: "Buckinghamshire County Council".to_owned(),
        },
        year: "2014-15".to_owned(),
        audience,
        as_at: AsAt {
            position: 4_211,
            day: date(2015, 6, 30),
        },
        sections: Vec::new(),
        figures: Vec::new(),
    }
}

fn awkward_table() -> Table {
    let labels = [
        "<script>alert(1)</script>",
        "=cmd()",
        "Says \"no\", twice",
        "Donaudampfschifffahrtsgesellschaftskapitänspatentprüfungsausschuss",
        "Control \u{1}\t and emoji 😀",
    ];
    let mut rows: Vec<Row> = labels
        .iter()
        .zip(3_i64..)
        .map(|(label, count)| Row {
            label: (*label).to_owned(),
            cells: vec![
                whole(count),
                Cell {
                    value: Some(Number::Decimal(-0.5)),
                    shown: "−0.5%".to_owned(),
                },
            ],
        })
        .collect();
    rows[1].cells[0] = Cell {
        value: None,
        shown: "withheld".to_owned(),
    };
    rows[2].cells[1] = Cell {
        value: None,
        shown: "-".to_owned(),
    };
    Table {
        id: "complaints_by_service".to_owned(),
        caption: "Complaints by service".to_owned(),
        population: "Stage 1 complaints received from 1 April 2014 to 31 March 2015".to_owned(),
        row_heading: "Service".to_owned(),
        columns: vec!["Complaints".to_owned(), "@change".to_owned()],
        rows,
        total: Some(Row {
            label: "Total".to_owned(),
            cells: vec![
                whole(25),
                Cell {
                    value: None,
                    shown: String::new(),
                },
            ],
        }),
        notes: vec!["Counts under five are withheld & one more with them.".to_owned()],
    }
}

fn awkward_chart() -> Chart {
    Chart {
        id: "services".to_owned(),
        table: "complaints_by_service".to_owned(),
        title: "Complaints by service & <year>".to_owned(),
        alternative: "The committee \"for\" patents drew the most complaints.".to_owned(),
        unit: "complaints".to_owned(),
        series: ["2012/13", "2013/14", "2014/15"]
            .iter()
            .zip([9.0, 4.0, 6.0])
            .map(|(name, value)| Series {
                name: (*name).to_owned(),
                bars: vec![
                    bar("<script>alert(1)</script>", value, "many"),
                    bar(
                        "Donaudampfschifffahrtsgesellschaftskapitänspatentprüfungsausschuss",
                        1.0,
                        "1",
                    ),
                    bar("Nothing \u{1} here", 0.0, "withheld"),
                ],
            })
            .collect(),
    }
}

fn bar(label: &str, value: f64, shown: &str) -> Bar {
    Bar {
        label: label.to_owned(),
        value,
        shown: shown.to_owned(),
    }
}

fn whole(number: i64) -> Cell {
    Cell {
        value: Some(Number::Whole(number)),
        shown: number.to_string(),
    }
}
