//! The report's sections: drafted sentences, tables and charts, in the order a committee reads them.
//!
//! Only the disclosed book is at hand here, so that no sentence can say what a table withholds. A
//! sentence whose figure is withheld is left out.

use casework::annual_report::PassageKind;
use statute::dates::short_date;

use super::complaints_by_unit::rates;
use super::telling::{Blocks, Telling, section};
use crate::document::{AsAt, Audience, Block, Document, Publisher};
use crate::measures::{CAPACITIES, CATALOGUE, Measure, RECEIVED};
use crate::sentences::{compared, counted};

impl Telling<'_> {
    /// The whole report.
    pub(super) fn document(&self, as_at: AsAt) -> Document {
        Document {
            title: "Annual report on complaints about children’s social care".to_owned(),
            subtitle: format!(
                "{} to {}",
                short_date(self.year.first_day()),
                short_date(self.year.last_day())
            ),
            publisher: Publisher {
                code: self.settings.code.to_string(),
                name: self.settings.name.clone(),
            },
            year: self.year.to_string(),
            audience: self.audience,
            as_at,
            sections: vec![
                section(
                    "introduction",
                    "Introduction",
                    self.passages.one(&PassageKind::Introduction),
                ),
                section("summary", "Summary", self.summary()),
                section(
                    "contacts-and-volumes",
                    "What people brought to us",
                    self.volumes(),
                ),
                section(
                    "what-about",
                    "What complaints were about",
                    self.what_about(),
                ),
                section("who-complained", "Who complained", self.who()),
                section("how-long", "How long answers took", self.how_long()),
                section("what-was-found", "What was found", self.found()),
                section("how-far", "How far complaints went", self.how_far()),
                section("ombudsman", "The Ombudsman", self.ombudsman()),
                section(
                    "young-people",
                    "Children and young people",
                    self.young_people(),
                ),
                section(
                    "young-peoples-contacts",
                    "Young people’s contacts",
                    self.contacts_of_young_people(),
                ),
                section("advocacy-for-young-people", "Advocacy", self.advocacy()),
                section("what-we-learned", "What we learned", self.learned()),
                section("compliments", "Compliments", self.compliments()),
                section("members", "MP and councillor enquiries", self.members()),
                section("enquiries", "General enquiries", self.enquiries()),
                section(
                    "evidence-from-elsewhere",
                    "Evidence from elsewhere",
                    self.passages.evidence(),
                ),
                section(
                    "equality-monitoring",
                    "Equality monitoring",
                    self.equality(),
                ),
                section(
                    "what-goes-well",
                    "What goes well",
                    self.passages.one(&PassageKind::GoesWell),
                ),
                section(
                    "what-to-improve",
                    "What to improve",
                    self.passages.one(&PassageKind::ToImprove),
                ),
                section(
                    "next-year",
                    "What the next year is about",
                    self.passages.one(&PassageKind::Focus),
                ),
                section(
                    "recommendations",
                    "Recommendations to the committee",
                    self.passages.recommendations(),
                ),
                section(
                    "how-counted",
                    "How the figures were counted",
                    self.how_counted(),
                ),
            ]
            .into_iter()
            .filter(|section| !section.blocks.is_empty())
            .collect(),
            figures: self.figures.list().to_vec(),
        }
    }

    fn summary(&self) -> Blocks {
        let share = |id: &str, verb: &str| {
            self.figures
                .share(id)
                .map(|share| format!("{share} {verb}."))
        };
        let mut blocks = Blocks::default();
        blocks.bullets(
            [
                self.number(
                    "stage1_complaints",
                    "statutory complaint",
                    "statutory complaints",
                ),
                share(
                    "s1_within_20",
                    "were completed at Stage 1 within 20 working days",
                ),
                share("outcome_upheld", "were upheld at Stage 1"),
                self.number(
                    "stage2_complaints",
                    "Stage 2 investigation",
                    "Stage 2 investigations",
                ),
                self.number(
                    "stage3_panels",
                    "Stage 3 review panel",
                    "Stage 3 review panels",
                ),
                self.number(
                    "lgo_decisions",
                    "decision by the Ombudsman",
                    "decisions by the Ombudsman",
                ),
                self.number("compliments", "compliment", "compliments"),
            ]
            .into_iter()
            .flatten()
            .collect(),
        );
        blocks.tell(
            self.book
                .withholds_anything()
                .then(|| WHY_WITHHELD.to_owned()),
        );
        blocks
    }

    fn volumes(&self) -> Blocks {
        let mut blocks = Blocks::default();
        let received = self.book.shown(self.drawn.cohorts.received);
        let compliments = self.book.shown(self.drawn.cohorts.compliments);
        if let (Some(received), Some(compliments)) = (received, compliments) {
            blocks.tell(Some(format!(
                "There were {}, {} the {}.",
                counted(compliments, "compliment", "compliments"),
                compared(compliments, received),
                counted(received, "statutory complaint", "statutory complaints"),
            )));
        }
        blocks.tell(
            self.book
                .shown(self.drawn.cohorts.open_at_year_end)
                .map(|open| {
                    format!(
                        "On {}, {} not yet closed.",
                        short_date(self.year.last_day()),
                        counted(open, "statutory complaint was", "statutory complaints were")
                    )
                }),
        );
        self.table(&mut blocks, &self.drawn.contacts);
        let volumes = &self.drawn.volumes;
        blocks.0.push(Block::Table(volumes.table(
            self.book,
            self.settings,
            self.year,
        )));
        blocks.0.extend(
            volumes
                .chart(self.book, self.settings, self.year)
                .map(Block::Chart),
        );
        blocks
    }

    fn what_about(&self) -> Blocks {
        let mut blocks = Blocks::default();
        self.ranked(
            &mut blocks,
            &self.drawn.by_service,
            "service complained about",
            "statutory Stage 1 complaints by service",
            RECEIVED,
        );
        self.ranked(
            &mut blocks,
            &self.drawn.by_issue,
            "main issue",
            "statutory Stage 1 complaints by main issue",
            RECEIVED,
        );
        blocks.0.extend(self.passages.examples(self.settings).0);
        for by_unit in self.drawn.by_unit.iter().flatten() {
            self.table(&mut blocks, by_unit);
        }
        if let [Some(by_area), _] = &self.drawn.by_unit {
            let rates = rates(by_area, self.areas, self.book, self.year);
            blocks.0.extend(rates.map(Block::Table));
        }
        blocks
    }

    fn who(&self) -> Blocks {
        let mut blocks = Blocks::default();
        let table = &self.drawn.by_representative;
        self.ranked(
            &mut blocks,
            table,
            "capacity",
            "entries by capacity of the complainant",
            CAPACITIES,
        );
        blocks.tell(
            self.figures
                .share("lac_share")
                .map(|share| format!("{share} were about at least one looked-after child.")),
        );
        blocks.tell(self.figures.share("lac_cause_rate").map(|share| {
            format!(
                "Complaints and general enquiries about looked-after children came to {share}, if each was about a different child."
            )
        }));
        self.table(&mut blocks, &self.drawn.looked_after.table);
        self.ways_in(&mut blocks);
        blocks
    }

    fn how_long(&self) -> Blocks {
        let mut blocks = Blocks::default();
        for (id, words) in [
            (
                "s1_within_10",
                "were completed at Stage 1 within 10 working days",
            ),
            (
                "s1_within_20",
                "were completed within 20 working days, those within 10 included",
            ),
        ] {
            blocks.tell(
                self.figures
                    .share(id)
                    .map(|share| format!("{share} {words}.")),
            );
        }
        blocks.tell(self.average("Stage 1", "average_days_stage1", "median_days_stage1"));
        let table = &self.drawn.timescale.table;
        self.table(&mut blocks, table);
        self.chart(
            &mut blocks,
            table,
            "statutory Stage 1 complaints by the working days they took",
        );
        self.timescales_by_group(&mut blocks);
        if let Some(late) = &self.drawn.late_answers {
            self.table(&mut blocks, late);
        }
        blocks.tell(self.average("Stage 2", "average_days_stage2", "median_days_stage2"));
        self.table(&mut blocks, &self.drawn.stage2_timescale.table);
        blocks
    }

    fn found(&self) -> Blocks {
        let mut blocks = Blocks::default();
        self.ranked(
            &mut blocks,
            &self.drawn.outcomes,
            "outcome",
            "statutory Stage 1 complaints by outcome",
            RECEIVED,
        );
        if let Some(resolutions) = &self.drawn.resolutions {
            self.table(&mut blocks, resolutions);
        }
        blocks.tell(
            self.before("outcome_upheld")
                .map(|before| format!("Upheld complaints: {before}.")),
        );
        blocks
    }

    fn how_far(&self) -> Blocks {
        let mut blocks = Blocks::default();
        let steps = &self.drawn.escalation;
        blocks.tell(self.figures.share("dissatisfied_stage1").map(|share| {
            format!(
                "Requests for an investigation, by complainants not satisfied with the Stage 1 response, came to {} of the {}.",
                share.brief(),
                share.base()
            )
        }));
        if let (Some(after), Some(without)) = (
            self.book.shown(steps.after_meeting),
            self.book.shown(steps.without_meeting),
        ) && after + without > 0
        {
            blocks.tell(Some(format!(
                "{} taken back after a meeting and {without} without one.",
                counted(after, "request was", "requests were")
            )));
        }
        for (id, words) in [
            ("to_stage2", "Investigations came to"),
            ("to_stage3", "Requests for a review panel came to"),
            (
                "no_further_after_s2",
                "Investigations that have gone no further came to",
            ),
        ] {
            blocks.tell(
                self.figures
                    .share(id)
                    .map(|share| format!("{words} {} of the {}.", share.brief(), share.base())),
            );
        }
        blocks.0.push(Block::Table(steps.table(
            self.book,
            self.settings,
            self.year,
        )));
        self.escalation_requests(&mut blocks);
        for reasons in self.drawn.escalation_reasons.iter().flatten() {
            self.table(&mut blocks, reasons);
        }
        blocks
    }

    fn ombudsman(&self) -> Blocks {
        let mut blocks = Blocks::default();
        blocks.tell(self.number(
            "lgo_decisions",
            "decision by the Ombudsman",
            "decisions by the Ombudsman",
        ));
        self.table(&mut blocks, &self.drawn.ombudsman);
        blocks
    }

    fn advocacy(&self) -> Blocks {
        let mut blocks = Blocks::default();
        blocks.tell(
            self.figures
                .share("young_people_with_advocate")
                .map(|share| format!("{share} had an advocate.")),
        );
        self.table(&mut blocks, &self.drawn.advocacy.table);
        if let Some(help) = &self.drawn.advocacy_help {
            let shown = |cell| self.book.shown(cell).filter(|count| *count > 0);
            if let (Some(people), Some(episodes)) = (shown(help.helped), shown(help.episodes)) {
                blocks.tell(Some(format!(
                    "{} help, in {}.",
                    counted(
                        people,
                        "child or young person had",
                        "children and young people had"
                    ),
                    counted(episodes, "episode", "episodes")
                )));
            }
            self.table(&mut blocks, &help.table);
        }
        blocks
    }

    fn compliments(&self) -> Blocks {
        let mut blocks = Blocks::default();
        blocks.tell(self.number("compliments", "compliment", "compliments"));
        for (id, word) in [
            ("compliments_decline", "fall"),
            ("compliments_rise", "rise"),
        ] {
            blocks.tell(self.figures.share(id).map(|share| {
                format!(
                    "That is a {word} of {} published for the year before.",
                    share.brief()
                )
            }));
        }
        self.table(&mut blocks, &self.drawn.compliments);
        if let Some(sources) = &self.drawn.registers.compliments {
            self.table(&mut blocks, sources);
        }
        blocks
    }

    fn members(&self) -> Blocks {
        let mut blocks = Blocks::default();
        blocks.tell(self.figures.share("mp_within_10").map(|share| {
            format!(
                "{share} were answered within {} working days.",
                self.settings.enquiry_answered_within()
            )
        }));
        blocks.tell(self.average(
            "an answer to an MP or councillor",
            "mp_average_days",
            "mp_median_days",
        ));
        self.table(&mut blocks, &self.drawn.member_enquiries.table);
        if let Some(by_period) = &self.drawn.members_by_period {
            self.table(&mut blocks, by_period);
        }
        if let Some(members) = &self.drawn.registers.members {
            self.table(&mut blocks, members);
        }
        blocks.tell(self.overlap());
        blocks
    }

    fn equality(&self) -> Blocks {
        let mut blocks = Blocks::default();
        blocks.tell(Some(
            "Answers are voluntary and describe the complainant. Where no form came back, a carer or advocate or the care record may fill the gap."
                .to_owned(),
        ));
        let returns = &self.drawn.equality_returns;
        blocks
            .0
            .push(Block::Table(returns.table(self.book, self.year)));
        for table in &self.drawn.equality {
            self.table(&mut blocks, table);
            if table.id == "ethnicity" {
                self.ethnicity_beside_the_population(&mut blocks);
            }
            if table.id == "sexual_orientation" {
                self.table(&mut blocks, &self.drawn.age);
            }
        }
        let origins = &self.drawn.equality_origins;
        blocks
            .0
            .extend(origins.tables(self.book, self.year).map(Block::Table));
        blocks
    }

    fn how_counted(&self) -> Blocks {
        let mut blocks = Blocks::default();
        blocks.tell(Some(
            "Percentages are whole numbers, halves rounded up, each rounded by itself; working days are counted as the Regulations count them. Received, answered, closed and open are different cases, and no table mixes them."
                .to_owned(),
        ));
        blocks.tell(
            self.book
                .withholds_anything()
                .then(|| WHY_WITHHELD.to_owned()),
        );
        blocks.bullets(
            CATALOGUE
                .iter()
                .filter(|measure| self.figures.has(measure.id))
                .map(Measure::definition)
                .collect(),
        );
        // Who writes the report wants to know; who reads it need not.
        if self.audience == Audience::Internal {
            blocks.tell(self.passages.missing());
        }
        blocks
    }
}

const WHY_WITHHELD: &str = "Counts from 1 to 4 are withheld so that nobody can be recognised, and so are other counts, percentages and averages from which they could be worked out.";
