//! What the registers tell of compliments, enquiries and young people's contacts, each counted by a list.
//!
//! A table of which nothing was recorded is left out: an older register has no sources, outcomes or topics.

use casework::intake::RepresentationKind;
use casework::people::ChildStatus;
use casework::registers::{HelplineCaller, Member};
use casework::settings::{Code, List, Settings};
use views::register_line::{ContactLine, RegisterLine};

use super::count_table::{Base, CountRow, CountTable, Reconciliation, cells};
use super::drawing::Drawing;
use super::looked_after::LookedAfterTable;
use super::telling::{Blocks, Telling};
use crate::disclosure::CellId;
use crate::measures::Population;
use crate::sentences::counted;

/// What was received in the year, by what each register tells.
#[derive(Clone, Debug)]
pub(super) struct Registers {
    sources: Split,
    outcomes: Split,
    standings: Split,
    members: Split,
    complain_too: i64,
    informal: ByTopic,
    helpline: ByTopic,
    callers: Split,
}

/// The tables, each only where something was recorded for it.
pub(super) struct RegisterTables {
    /// Compliments by source.
    pub compliments: Option<CountTable>,
    /// General enquiries by outcome and by the child's standing.
    pub enquiries: Vec<CountTable>,
    /// Enquiries by members, by kind of member.
    pub members: Option<CountTable>,
    /// Those of people who complain or complained too.
    pub complain_too: CellId,
    /// Informal contacts and helpline contacts.
    pub young_people: Vec<CountTable>,
}

/// Contacts by topic and by result.
#[derive(Clone, Debug)]
struct ByTopic {
    topics: Split,
    results: Split,
}

/// Counts for each entry of a list, and for what was not noted.
#[derive(Clone, Debug)]
struct Split {
    rows: Vec<(String, String, i64)>,
    not_in_the_list: i64,
    not_noted: (&'static str, i64),
}

/// What a table is called and what it counts.
#[derive(Clone, Copy)]
struct Plan {
    id: &'static str,
    caption: &'static str,
    row_heading: &'static str,
    unit: &'static str,
    population: Population,
    base: Base,
}

impl Registers {
    /// Nothing counted.
    pub(super) fn new(settings: &Settings) -> Self {
        let by_topic = || ByTopic {
            topics: Split::of(&settings.contact_topics, "Not noted"),
            results: Split::of(&settings.contact_results, "Not noted"),
        };
        Self {
            sources: Split::of(&settings.compliment_sources, "Not noted"),
            outcomes: Split::of(&settings.enquiry_outcomes, "Answered, outcome not noted")
                .and("not_yet_answered", "Not yet answered"),
            standings: Split::among(
                ChildStatus::ALL.map(|status| (status.code(), status.label())),
                "Not asked",
            ),
            members: Split::among(
                Member::ALL
                    .iter()
                    .map(|member| (member.code(), member.label())),
                "Not noted",
            ),
            complain_too: 0,
            informal: by_topic(),
            helpline: by_topic(),
            callers: Split::among(
                HelplineCaller::ALL
                    .iter()
                    .map(|caller| (caller.code(), caller.label())),
                "Not noted",
            ),
        }
    }

    /// Counts what was received in the year; a complaint tells nothing here.
    pub(super) fn count(&mut self, line: &RegisterLine) {
        let told = line.contact.as_ref();
        match line.kind {
            RepresentationKind::Compliment => {
                let source = told.and_then(|told| {
                    if let ContactLine::Compliment { source } = told {
                        Some(source.as_str())
                    } else {
                        None
                    }
                });
                self.sources.add(source);
            }
            RepresentationKind::Enquiry => self.count_enquiry(line),
            RepresentationKind::ElectedMemberEnquiry => {
                let (member, complains) = told.map_or((None, false), |told| {
                    if let ContactLine::MemberEnquiry {
                        member, complains, ..
                    } = told
                    {
                        (*member, *complains)
                    } else {
                        (None, false)
                    }
                });
                self.members.add(member.map(Member::code));
                self.complain_too += i64::from(complains);
            }
            RepresentationKind::InformalContact => {
                let about = told.and_then(about);
                self.informal.add(about);
            }
            RepresentationKind::HelplineContact => {
                let about = told.and_then(about);
                self.helpline.add(about);
                let caller = told.and_then(|told| {
                    if let ContactLine::Helpline { caller, .. } = told {
                        Some(caller.code())
                    } else {
                        None
                    }
                });
                self.callers.add(caller);
            }
            RepresentationKind::Complaint
            | RepresentationKind::Comment
            | RepresentationKind::AnonymousComplaint
            | RepresentationKind::ServiceRequest
            | RepresentationKind::SettledAtFirstContact
            | RepresentationKind::SubjectAccessRequest
            | RepresentationKind::ContactToSort => {}
        }
    }

    /// An enquiry about several children counts once, by the first of their standings in the order of the list.
    fn count_enquiry(&mut self, line: &RegisterLine) {
        match (&line.enquiry, &line.enquiry_outcome) {
            (None, _) => self.outcomes.add(Some("not_yet_answered")),
            (Some(_), outcome) => self.outcomes.add(outcome.as_ref().map(Code::as_str)),
        }
        let standing = line.children.iter().min().copied();
        self.standings.add(standing.map(ChildStatus::code));
    }

    pub(super) fn enter(
        &self,
        drawing: &mut Drawing<'_>,
        looked_after: &LookedAfterTable,
    ) -> RegisterTables {
        let cohorts = drawing.cohorts;
        let base = |cell, name| Base { cell, name };
        let compliments = Plan {
            id: "compliments_by_source",
            caption: "Compliments by source",
            row_heading: "From",
            unit: "Compliments",
            population: Population::Compliments,
            base: base(cohorts.compliments, "compliments received"),
        };
        let enquiries = |id, caption, row_heading| Plan {
            id,
            caption,
            row_heading,
            unit: "Enquiries",
            population: Population::Enquiries,
            base: base(cohorts.enquiries, "enquiries received"),
        };
        let members = Plan {
            id: "mp_letters_by_member",
            caption: "Who wrote: MPs and councillors",
            row_heading: "Member",
            unit: "Enquiries",
            population: Population::MemberEnquiries,
            base: base(cohorts.member_enquiries, "enquiries received"),
        };
        let outcomes = enquiries(
            "enquiries_by_outcome",
            "General enquiries by outcome",
            "Outcome",
        );
        let standings = enquiries(
            "enquiries_by_standing",
            "General enquiries by the child’s standing",
            "The child",
        );
        let standings = self.standings.enter(standings, drawing);
        let about_looked_after = standings
            .as_ref()
            .and_then(|table| table.row(ChildStatus::LookedAfter.code()));
        if let Some(cell) = about_looked_after {
            // The same number stands in the table of looked-after children.
            drawing.ledger.adds_up(looked_after.enquiries, vec![cell]);
        }
        let complain_too = drawing.ledger.enter(self.complain_too);
        drawing
            .ledger
            .part_of(complain_too, cohorts.member_enquiries);
        RegisterTables {
            compliments: self.sources.enter(compliments, drawing),
            enquiries: [self.outcomes.enter(outcomes, drawing), standings]
                .into_iter()
                .flatten()
                .collect(),
            members: self.members.enter(members, drawing),
            complain_too,
            young_people: self.young_people(drawing),
        }
    }

    fn young_people(&self, drawing: &mut Drawing<'_>) -> Vec<CountTable> {
        let cohorts = drawing.cohorts;
        let informal = |id, caption, row_heading| Plan {
            id,
            caption,
            row_heading,
            unit: "Contacts",
            population: Population::InformalContacts,
            base: Base {
                cell: cohorts.informal_contacts,
                name: "informal contacts",
            },
        };
        let helpline = |id, caption, row_heading| Plan {
            id,
            caption,
            row_heading,
            unit: "Contacts",
            population: Population::HelplineContacts,
            base: Base {
                cell: cohorts.helpline_contacts,
                name: "helpline contacts",
            },
        };
        let tables = [
            (
                &self.informal.topics,
                informal("informal_by_topic", "Informal contacts by topic", "Topic"),
            ),
            (
                &self.informal.results,
                informal(
                    "informal_by_result",
                    "What came of informal contacts",
                    "Result",
                ),
            ),
            (
                &self.callers,
                helpline(
                    "helpline_by_caller",
                    "Who contacted the helpline",
                    "Contact",
                ),
            ),
            (
                &self.helpline.topics,
                helpline("helpline_by_topic", "Helpline contacts by topic", "Topic"),
            ),
            (
                &self.helpline.results,
                helpline(
                    "helpline_by_result",
                    "What came of helpline contacts",
                    "Result",
                ),
            ),
        ];
        tables
            .into_iter()
            .filter_map(|(split, plan)| split.enter(plan, drawing))
            .collect()
    }
}

/// Topic and result of a young person's contact.
fn about(told: &ContactLine) -> Option<(&Code, &Code)> {
    match told {
        ContactLine::InformalContact { topic, result }
        | ContactLine::Helpline { topic, result, .. } => Some((topic, result)),
        ContactLine::Compliment { .. } | ContactLine::MemberEnquiry { .. } => None,
    }
}

impl ByTopic {
    fn add(&mut self, about: Option<(&Code, &Code)>) {
        self.topics.add(about.map(|(topic, _)| topic.as_str()));
        self.results.add(about.map(|(_, result)| result.as_str()));
    }
}

impl Split {
    fn of(list: &List, not_noted: &'static str) -> Self {
        let entries = list.0.iter();
        let entries = entries.map(|entry| (entry.code.as_str(), entry.label.as_str()));
        Self::among(entries, not_noted)
    }

    fn among<'a>(
        entries: impl IntoIterator<Item = (&'a str, &'a str)>,
        not_noted: &'static str,
    ) -> Self {
        let row = |(code, label): (&str, &str)| (code.to_owned(), label.to_owned(), 0);
        Self {
            rows: entries.into_iter().map(row).collect(),
            not_in_the_list: 0,
            not_noted: (not_noted, 0),
        }
    }

    /// The same with one row more.
    fn and(mut self, code: &str, label: &str) -> Self {
        self.rows.push((code.to_owned(), label.to_owned(), 0));
        self
    }

    fn add(&mut self, code: Option<&str>) {
        let Some(code) = code else {
            self.not_noted.1 += 1;
            return;
        };
        match self.rows.iter_mut().find(|(known, _, _)| known == code) {
            Some((_, _, count)) => *count += 1,
            None => self.not_in_the_list += 1,
        }
    }

    /// The table; `None` where nothing was recorded.
    fn enter(&self, plan: Plan, drawing: &mut Drawing<'_>) -> Option<CountTable> {
        let noted = self.rows.iter().map(|(_, _, count)| count).sum::<i64>();
        if noted + self.not_in_the_list == 0 {
            return None;
        }
        let ledger = &mut *drawing.ledger;
        let mut rows: Vec<_> = self
            .rows
            .iter()
            .map(|(code, label, count)| CountRow::new(code, label, *count, ledger))
            .collect();
        for (code, label, count) in [
            ("not_in_the_list", "Not in the list", self.not_in_the_list),
            ("not_noted", self.not_noted.0, self.not_noted.1),
        ] {
            if count > 0 {
                rows.push(CountRow::new(code, label, count, ledger));
            }
        }
        ledger.adds_up(plan.base.cell, cells(&rows));
        Some(CountTable {
            id: plan.id,
            caption: plan.caption.to_owned(),
            population: plan.population.line(drawing.year),
            row_heading: plan.row_heading,
            unit: plan.unit,
            rows,
            total: Some(plan.base.cell),
            share: None,
            reconciliation: Some(Reconciliation::exact(plan.base)),
            notes: Vec::new(),
        })
    }
}

impl Telling<'_> {
    /// General enquiries: what came of them, and how the children stand with the authority.
    pub(super) fn enquiries(&self) -> Blocks {
        let mut blocks = Blocks::default();
        for table in &self.drawn.registers.enquiries {
            self.table(&mut blocks, table);
        }
        blocks
    }

    /// Young people's informal contacts and those with the advocacy helpline. They are apart from complaints.
    pub(super) fn contacts_of_young_people(&self) -> Blocks {
        let mut blocks = Blocks::default();
        for table in &self.drawn.registers.young_people {
            self.table(&mut blocks, table);
        }
        blocks
    }

    /// How many enquiries by members are about people who complain or complained themselves.
    pub(super) fn overlap(&self) -> Option<String> {
        let complain_too = self.drawn.registers.complain_too;
        let overlap = self.book.shown(complain_too).filter(|count| *count > 0)?;
        Some(format!(
            "{} who complain or complained themselves.",
            counted(
                overlap,
                "enquiry was about people",
                "enquiries were about people"
            )
        ))
    }
}
