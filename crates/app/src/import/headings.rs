//! Headings understood as columns: by name, by the names old systems use, and by their words.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde::Serialize;
use strsim::osa_distance;

use super::columns::{COLUMNS, Column, spelling};

/// How a heading of the file was understood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Heading {
    /// Where it stands: `column 2`, or `B1` in a workbook.
    pub at: String,
    /// What it says, shortened.
    pub text: String,
    /// What it says, whole.
    #[serde(skip)]
    pub whole: String,
    /// The column it means, if any.
    pub column: Option<&'static str>,
    /// How that was found.
    pub how: Understood,
    /// Its place, from 0.
    #[serde(skip)]
    pub place: usize,
}

/// How it was found which column a heading means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Understood {
    /// It is the column’s name, or a usual one for it.
    ByName,
    /// Its words mean the column; worth a look.
    ByWords,
    /// Whoever imports said so.
    AsTold,
    /// Whoever imports said that it is left out.
    LeftOut,
    /// It is not known.
    NotKnown,
}

impl Understood {
    /// The words a page shows.
    pub const fn label(self) -> &'static str {
        match self {
            Self::ByName => "by its name",
            Self::ByWords => "by its words: check",
            Self::AsTold => "as you said",
            Self::LeftOut => "left out",
            Self::NotKnown => "not known",
        }
    }
}

/// The column a heading means, and how that was found.
pub(super) fn understood(heading: &str) -> Option<(&'static str, Understood)> {
    if let Some(column) = Column::named(heading) {
        return Some((column.name, Understood::ByName));
    }
    let said = words(heading);
    let usual = |words: &Words| {
        let kept = words.iter().filter(|word| !BESIDE.contains(&word.as_str()));
        kept.cloned().collect::<Words>()
    };
    let dated = |mut words: Words| {
        words.insert("on".to_owned());
        words
    };
    // From what it says word for word to what it says at all.
    [
        said.clone(),
        usual(&said),
        dated(said.clone()),
        dated(usual(&said)),
    ]
    .iter()
    .find_map(meant)
    .map(|column| (column, Understood::ByWords))
}

/// Names that mean one column, and another where the first stands elsewhere in the file.
const SECOND_MEANINGS: [(&str, &str, &str); 4] = [
    ("team", "service", "about_team"),
    ("source", "channel", "compliment_source"),
    ("outcome", "finding", "enquiry_outcome"),
    ("result", "finding", "contact_result"),
];

/// Gives a heading its second meaning where another heading already has the first.
pub(super) fn settle(headings: &mut [Heading]) {
    for (name, first, second) in SECOND_MEANINGS {
        let is_meant = |column| {
            headings
                .iter()
                .filter(|heading| second_meaning(heading).is_none())
                .any(|heading| heading.column == Some(column))
        };
        if !is_meant(first) || is_meant(second) {
            continue;
        }
        let of_the_name = headings
            .iter_mut()
            .filter(|heading| second_meaning(heading) == Some(name));
        for heading in of_the_name {
            heading.column = Some(second);
            heading.how = Understood::ByWords;
        }
    }
}

/// The name of two meanings that a heading has, while it stands for the first.
fn second_meaning(heading: &Heading) -> Option<&'static str> {
    let spelled = spelling(&heading.whole);
    let mut names = SECOND_MEANINGS.iter().map(|(name, _, _)| *name);
    names.find(|name| heading.how == Understood::ByName && spelled == *name)
}

type Words = BTreeSet<String>;

/// The one column that these words mean.
fn meant(words: &Words) -> Option<&'static str> {
    let mut columns: Vec<&'static str> = MEANINGS
        .iter()
        .filter(|(meaning, _)| meaning == words)
        .map(|(_, column)| *column)
        .collect();
    columns.dedup();
    match columns.as_slice() {
        [column] if !words.is_empty() => Some(column),
        _ => None,
    }
}

/// Words that say nothing of the column.
const SILENT: [&str; 8] = ["the", "of", "a", "an", "was", "is", "and", "please"];

/// Words that say nothing where a heading means a column without them.
const BESIDE: [&str; 10] = [
    "complaint",
    "compliment",
    "enquiry",
    "call",
    "case",
    "stage1",
    "sent",
    "letter",
    "full",
    "customer",
];

/// Words that stand for another.
const SYNONYMS: &[(&str, &[&str])] = &[
    ("on", &["date", "dt", "day", "dates"]),
    ("received", &["recd", "rcvd", "receipt", "receive", "recvd"]),
    (
        "acknowledged",
        &[
            "ack",
            "ackd",
            "acked",
            "acknowledgement",
            "acknowledgment",
            "acknowledge",
        ],
    ),
    (
        "answered",
        &[
            "response",
            "responded",
            "respond",
            "resp",
            "reply",
            "replied",
            "answer",
        ],
    ),
    ("reference", &["ref", "refs", "references"]),
    ("number", &["no", "num", "nr", "id"]),
    ("complaint", &["complaints", "cmplt"]),
    ("complainant", &["complainants", "client"]),
    ("child", &["childs", "children", "childrens", "yp", "cyp"]),
    ("born", &["birth", "birthdate"]),
    (
        "finding",
        &["findings", "outcome", "outcomes", "decision", "result"],
    ),
    ("requested", &["request", "req"]),
    ("extended", &["extension", "ext"]),
    ("closed", &["closure", "close"]),
    ("withdrawn", &["withdrawal"]),
    ("ombudsman", &["lgo", "lgsco"]),
    ("appointed", &["appointment"]),
    ("investigators", &["investigator", "io", "investigation"]),
    ("category", &["cat", "categories"]),
    ("service", &["services", "svc"]),
    ("kind", &["type"]),
    ("statutory", &["stat"]),
    ("corporate", &["corp"]),
    ("stage1", &["s1", "stg1", "st1"]),
    ("stage2", &["s2", "stg2", "st2"]),
    ("stage3", &["s3", "stg3", "st3"]),
];

/// What each name of each column means.
static MEANINGS: LazyLock<Vec<(Words, &'static str)>> = LazyLock::new(|| {
    let names = |column: &'static Column| {
        column
            .names()
            .map(move |name| (words_of(name), column.name))
    };
    COLUMNS.iter().flat_map(names).collect()
});

/// Every word that means something.
static KNOWN: LazyLock<Words> = LazyLock::new(|| {
    let of_columns = MEANINGS.iter().flat_map(|(words, _)| words.iter().cloned());
    let synonyms = SYNONYMS.iter().flat_map(|(_, others)| others.iter());
    let beside = BESIDE.iter().chain(&SILENT);
    of_columns
        .chain(synonyms.chain(beside).map(|word| (*word).to_owned()))
        .collect()
});

/// The words of a heading, mended where they are misspelt.
fn words(heading: &str) -> Words {
    const LONGEST_HEADING: usize = 80;
    let short: String = heading.chars().take(LONGEST_HEADING).collect();
    meaning(&short, |word| mended(&word).unwrap_or(word))
}

/// The words of a name.
fn words_of(name: &str) -> Words {
    meaning(name, |word| word)
}

fn meaning(text: &str, mend: impl Fn(String) -> String) -> Words {
    let text: String = text
        .chars()
        .filter(|letter| !matches!(letter, '\'' | '’'))
        .collect();
    let spelled = format!("_{}_", spelling(&text))
        .replace("_young_person_", "_child_")
        .replace("_young_persons_", "_child_")
        .replace("_dob_", "_on_born_")
        .replace("_d_o_b_", "_on_born_");
    let mut parts: Vec<String> = Vec::new();
    for part in spelled.split('_').filter(|part| !part.is_empty()) {
        let is_number = part.len() == 1 && part.bytes().all(|digit| digit.is_ascii_digit());
        match parts.last_mut() {
            // "Stage 2" and "Stage2" are the same.
            Some(before) if is_number => before.push_str(part),
            _ => parts.push(part.to_owned()),
        }
    }
    let words = parts
        .into_iter()
        .map(mend)
        .filter(|word| !SILENT.contains(&word.as_str()));
    words.map(standing_for).collect()
}

/// The word that a word stands for.
fn standing_for(word: String) -> String {
    SYNONYMS
        .iter()
        .find(|(_, others)| others.contains(&word.as_str()))
        .map_or(word, |(meant, _)| (*meant).to_owned())
}

/// The one known word that a misspelt one can mean. Short words and numbers are taken as they are, and
/// the first letter is seldom wrong.
fn mended(word: &str) -> Option<String> {
    const SHORTEST: usize = 5;
    const LONG: usize = 9;
    let length = word.chars().count();
    if KNOWN.contains(word) || length < SHORTEST || word.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let far = if length < LONG { 1 } else { 2 };
    let mut near: Vec<(usize, &String)> = KNOWN
        .iter()
        .filter(|known| known.chars().next() == word.chars().next())
        .filter(|known| !known.bytes().any(|byte| byte.is_ascii_digit()))
        .map(|known| (osa_distance(known, word), known))
        .filter(|(distance, _)| *distance <= far)
        .collect();
    near.sort_unstable();
    match near.as_slice() {
        [(_, only)] => Some((*only).clone()),
        [(first, nearest), (second, _), ..] if first < second => Some((*nearest).clone()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Headings as three councils’ logs have them, with the columns they mean.
    const OLD_LOGS: [&[(&str, Option<&str>)]; 3] = [
        &[
            ("Complaint Ref No.", Some("reference")),
            ("Date rec'd", Some("received_on")),
            ("Date Ack'd", Some("acknowledged_on")),
            ("Complainant's Name", Some("complainant_name")),
            ("Relationship to Child", Some("capacity")),
            ("Child's D.O.B.", Some("child_born_on")),
            ("Name of Young Person", Some("child_name")),
            ("Method of Contact", Some("channel")),
            ("Service / Team", Some("service")),
            ("Nature of Complaint", Some("category")),
            ("Complaint Details", Some("points")),
            ("S1 Response Date", Some("answered_on")),
            ("Stage 1 Outcome", Some("finding")),
            ("Date S2 Requested", Some("stage2_requested_on")),
            ("Stage 2 Decision", Some("stage2_finding")),
            ("Date Case Closed", Some("closed_on")),
            ("Response due", None),
            ("Days taken", None),
        ],
        &[
            ("ID", Some("reference")),
            ("Recieved Date", Some("received_on")),
            ("Received via", Some("channel")),
            ("Type", Some("kind")),
            ("Statutory / Corporate", Some("procedure")),
            ("Catergory", Some("category")),
            ("Complaintant name", Some("complainant_name")),
            ("Contact details", Some("contact")),
            ("Young person's name", Some("child_name")),
            ("YP DOB", Some("child_born_on")),
            ("Summary of complaint", Some("points")),
            ("Acknowledgment letter sent", Some("acknowledged_on")),
            ("Extension to", Some("extended_to")),
            ("Date response sent", Some("answered_on")),
            ("Decision", Some("finding")),
            ("Stage 2 response date", Some("stage2_answered_on")),
            ("Date of Review Panel", Some("stage3_panel_met_on")),
            ("LGSCO decision", Some("ombudsman_decision")),
            ("Closure date", Some("closed_on")),
            ("Handled by", None),
            ("Outcome date", None),
        ],
        &[
            ("Case Number", Some("reference")),
            ("Date of complaint", Some("received_on")),
            ("How received", Some("channel")),
            ("Service area", Some("service")),
            ("Customer name", Some("complainant_name")),
            ("Customer type", Some("capacity")),
            ("What happened (summary)", None),
            ("Outcome sought", Some("desired_outcome")),
            ("Date acknowleged", Some("acknowledged_on")),
            ("Date responded", Some("answered_on")),
            ("Complaint outcome", Some("finding")),
            ("Stage 2 request date", Some("stage2_requested_on")),
            ("IO appointed", Some("stage2_investigators_appointed_on")),
            ("Stage 3 request received", Some("stage3_requested_on")),
            ("LGO referral date", Some("ombudsman_opened_on")),
            ("Withdrawal date", Some("withdrawn_on")),
            ("Date closed", Some("closed_on")),
            ("Deferred on", None),
        ],
    ];

    #[test]
    fn nine_of_ten_odd_headings_are_understood_and_none_wrongly() {
        for log in OLD_LOGS {
            let meaning = log.iter().filter(|(_, column)| column.is_some()).count();
            let mut found = 0;
            for (heading, column) in log {
                let understood = understood(heading).map(|(column, _)| column);
                assert!(
                    understood.is_none() || understood == *column,
                    "{heading} is taken for {understood:?}"
                );
                found += usize::from(understood.is_some());
            }
            assert!(
                found * 10 >= meaning * 9,
                "{found} of {meaning} in {:?}",
                log[0]
            );
        }
    }

    #[test]
    fn what_is_another_thing_is_not_taken_for_a_column() {
        for heading in [
            "Received by",
            "Response due",
            "Target date",
            "Date due",
            "Acknowledgement due date",
            "Finding date",
            "Investigating officer",
            "Deferred on",
            "Ethnicity",
            "Notes",
            "Compensation paid",
            "point_7",
            "stage4_requested_on",
            "",
            "   ",
            "?",
        ] {
            assert_eq!(understood(heading), None, "{heading}");
        }
    }

    #[test]
    fn every_column_is_understood_by_its_own_name() {
        for column in COLUMNS {
            let spaced = column.name.replace('_', " ").to_uppercase();
            assert_eq!(understood(&spaced), Some((column.name, Understood::ByName)));
        }
    }
}
