//! The settings file explained, made from the same tables that read it.

use std::fmt::Write as _;

use statute::rules::{Latitude, SETTINGS};

use super::choices::{CHOICES, Choice};

/// The whole of `docs/settings.md`.
pub fn document() -> String {
    let mut text = String::from(HEAD);
    for choice in CHOICES {
        match choice {
            Choice::Days(choice) => row(
                &mut text,
                &[
                    &format!("`{}`", choice.name),
                    &format!("{} to {}", choice.least, choice.most),
                    &choice.usual.to_string(),
                    choice.decides,
                ],
            ),
            Choice::Word(choice) => {
                let words: Vec<String> = choice
                    .words
                    .iter()
                    .map(|(word, means)| format!("`\"{word}\"`: {means}"))
                    .collect();
                let usual = choice.words.first().map_or("", |(word, _)| word);
                row(
                    &mut text,
                    &[
                        &format!("`{}`", choice.name),
                        &words.join("; "),
                        &format!("`\"{usual}\"`"),
                        choice.decides,
                    ],
                );
            }
        }
    }
    text.push_str(LOCKED);
    for setting in SETTINGS {
        if let Latitude::Locked(why) = setting.latitude {
            row(
                &mut text,
                &[&format!("`{}`", setting.name), setting.default, why],
            );
        }
    }
    text.push_str(KEPT);
    for setting in SETTINGS {
        if setting.latitude == Latitude::Kept {
            row(
                &mut text,
                &[&format!("`{}`", setting.name), setting.default],
            );
        }
    }
    text.push_str(LISTS);
    text
}

fn row(text: &mut String, cells: &[&str]) {
    for cell in cells {
        // Writing to a text cannot fail.
        let _written = write!(text, "| {cell} ");
    }
    text.push_str("|\n");
}

const HEAD: &str = "# The settings of an authority

Each authority has one file of settings. `heard authorities show northshire > northshire.toml` prints it,
`heard authorities save northshire.toml` checks it and saves it. Every problem is named at once, with its line or its
name: a key nothing reads, a value of the wrong kind or out of range, and whatever would loosen what the law demands.

This page is made from the tables that read the file (`heard authorities explain`), and a test keeps the two equal.

## What an authority chooses

The names are those by which [the rules](cli.md#rules-heard-rules) name them. They go at the head of the file, before any
`[table]`:

```toml
cfg.ack.stage1_wd = 3
cfg.s3.response_from = \"recommendations_made\"
```

Numbers are working days. A choice changes only what begins afterwards: a date that was decided stands.

| Name | May be | Usual | What it decides |
| --- | --- | --- | --- |
";

const LOCKED: &str = "
Files written before these names say `acknowledge_within` for `cfg.ack.stage1_wd` and `answer_enquiry_within` for
`cfg.enquiry.answer_wd`. They are still read.

## What the law locks

A file may state these, and only with the value shown. Anything else is refused with the source.

| Name | Locked at | Source |
| --- | --- | --- |
";

const KEPT: &str = "
## What this version keeps

Rules name these too, because sources disagree or councils differ. Nothing reads them yet, so a file that sets one is
refused rather than believed.

| Name | Kept at |
| --- | --- |
";

const LISTS: &str = "
## Words and lists

| Key | What it is |
| --- | --- |
| `code` | the authority in addresses and file names: lower-case letters, digits and hyphens |
| `name` | the name in full |
| `colour` | the page header, as `#` and six hexadecimal digits |
| `contact` | how people reach the complaints team |
| `services`, `compliment_services` | what a complaint or a compliment can be about |
| `categories` | what a point can be about |
| `capacities`, `young_people` | in what capacity people complain, and which of them are young people for themselves |
| `compliment_sources` | from whom compliments come; left out, a usual list is taken, as for the next three |
| `enquiry_outcomes` | what can come of a general enquiry |
| `contact_topics`, `contact_results` | what young people’s informal contacts and helpline contacts are about, and what can come of them |
| `late_reasons` | why a Stage 1 answer came after its last day; left out, a usual list is taken |
| `resolution_kinds` | how a Stage 1 complaint was resolved, beside what was found; left out, a usual list is taken |
| `escalation_reasons` | why a complainant goes on to Stage 2 or 3; left out, a usual list is taken |
| `channels` | how representations arrive: a list of `{ code, label, digital }` in the order forms offer them. The code is one of `telephone`, `in_person`, `email`, `letter`, `online_form`, `app`, `text_message`, `advocate` and `elected_member`; the label is the council’s own, such as the name of an app; `digital = true` or `false` says how reports count it. Left out, every channel is offered, and e-mail, online form, app and text message are digital |
| `leaflets` | the leaflets given with an acknowledgement, each edition an entry where a council dates them; left out, a usual list is taken |
| `outcomes`, `timescale_bands`, `ombudsman_decisions` | the report’s own words for what the record holds |
| `equality` | the lists of the monitoring form, and the bands of ages. Every question is offered with the four ways not to answer, in the same words; `not_stated` and `prefer_not_to_say` in a list only name their rows in the report. A list may have a version: see below |
| `learning` | the kinds of corrective actions and the themes; a file without them has the usual ones |
| `announced_holidays` | bank holidays announced since the program was made; `heard holidays announce` adds them at the end |
| `report` | notes for the annual report; `turns`, the days within a year on which the enquiries of members were handled anew, so that the report counts before and after apart (`{ year, table = \"mp_letters_by_period\", on, because }`; left out, it counts half-years); earlier published figures and populations, where the authority’s own file says nothing of them |

A list is a list of `{ code, label }`. A code stays as it is once a case has used it; a label may change at any time.

## Versions of the equality lists

What people are asked changes: the Census list of ethnic groups of 2021 has an entry that the one of 2011 has not, and the
same word may mean something else in two lists. So a list may say which version it is, and an answer keeps the version it
was given under. A council that changes a list gives the new one a new version and keeps the old one, as it was:

```toml
[equality]
versions = { ethnicity = \"gss-2021\" }
unversioned = { ethnicity = \"gss-2011\" }

[[equality.earlier]]
question = \"ethnicity\"
version = \"gss-2011\"
list = [{ code = \"white_british\", label = \"White British\" }]
```

| Key | What it is |
| --- | --- |
| `equality.gender_identity` | the answers to whether gender identity is the same as the sex registered at birth, such as yes and no; asked from the age of 16, apart from sex; left out, it is not asked |
| `equality.long_lasting` | the answers to whether a condition or illness lasts twelve months or more; left out, it is not asked |
| `equality.day_to_day` | the answers to how far it limits what somebody does day to day; left out, it is not asked |
| `equality.impairments` | impairments, of which somebody may name several; asked in the place of `disability`; an entry `none_of_these` stands alone; left out, they are not asked |
| `equality.wording` | what a question asks, for each question a list of `from`, the first day, and `asks`, the words; left out, the usual words |
| `equality.versions` | the version of today’s list of `gender`, `ethnicity`, `sexual_orientation`, `religion`, `disability`, `gender_identity`, `long_lasting`, `day_to_day` or `impairments`: 1 to 30 lower-case letters, digits, full stops and hyphens; left out, the list has none |
| `equality.earlier` | lists no longer offered, each with its `question`, `version` and `list` |
| `equality.unversioned` | the version of answers that were recorded before the list had one; left out, the report says that the settings do not know their list |

The report counts an answer of an earlier list in a row of its own, with its own label and version, and never as an answer
of today’s list. An answer of a version that the settings do not hold is counted in a row that says so.
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_in_the_documentation_is_the_one_made_here() {
        let written = include_str!("../../../../docs/settings.md");
        assert_eq!(
            written,
            document(),
            "write it anew: heard authorities explain > docs/settings.md"
        );
    }

    #[test]
    fn every_key_of_the_file_is_told() {
        let text = document();
        for choice in CHOICES {
            assert!(text.contains(&format!("| `{}` |", choice.name())));
        }
        let settings = crate::story::fixture::settings();
        let keys = serde_json::to_value(&settings).expect("settings are plain data");
        for key in keys.as_object().expect("a table").keys() {
            assert!(key == "cfg" || text.contains(&format!("`{key}`")), "{key}");
        }
    }
}
