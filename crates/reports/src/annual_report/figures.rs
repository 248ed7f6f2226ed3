//! The figures of the catalogue, made of the cells of the tables, so that no sentence counts anew.

use super::count_table::{CountTable, NO_BASE, WITHHELD, share};
use super::drawing::Drawing;
use super::drawn::Drawn;
use super::earlier::published;
use super::learning::LearningTables;
use crate::disclosure::{Book, CellId};
use crate::document::{Figure, Number};
use crate::measures::{Measure, measure};
use crate::share::{Days, Places, Share, tenths};

/// Every figure of the year, entered but not yet disclosed.
pub(super) struct Drafts(Vec<Draft>);

/// The figures as an audience may see them.
pub(super) struct Figures {
    list: Vec<Figure>,
    shares: Vec<(&'static str, Share)>,
}

struct Draft {
    measure: &'static Measure,
    of: Of,
}

/// What a figure is made of.
enum Of {
    Count(CellId),
    Share {
        part: CellId,
        whole: CellId,
        places: Places,
    },
    Mean(Averaged),
    Median(Averaged),
}

/// What an average is taken of.
#[derive(Clone)]
struct Averaged {
    days: Days,
    answers: CellId,
    /// The answers of everybody else, where their average follows from this one and that of the whole.
    others: Option<CellId>,
}

/// Drafts every figure the year's tables can give, in the order of the catalogue's sections.
pub(super) fn drafts(drawn: &Drawn, drawing: &mut Drawing<'_>) -> Drafts {
    let mut drafts = Drafts(Vec::new());
    counts(&mut drafts, drawn);
    about(&mut drafts, drawn, drawing);
    escalation(&mut drafts, drawn, drawing);
    outcomes(&mut drafts, drawn, drawing);
    timescales(&mut drafts, drawn, drawing);
    change_in_compliments(&mut drafts, drawn, drawing);
    learning(&mut drafts, &drawn.learning, drawing);
    access(&mut drafts, drawn, drawing);
    young_people(&mut drafts, drawn, drawing);
    if let Some(by_origin) = &drawn.learning_by_origin {
        drafts.push("complaints_with_action", Of::Count(by_origin.with_action));
        drafts.push("later_actions", Of::Count(by_origin.later_actions));
    }
    drafts
}

fn counts(drafts: &mut Drafts, drawn: &Drawn) {
    let cohorts = drawn.cohorts;
    for (id, cell) in [
        ("stage1_complaints", cohorts.received),
        ("answered_in_year", cohorts.answered),
        ("closed_in_year", cohorts.closed),
        ("open_at_year_end", cohorts.open_at_year_end),
        ("stage2_complaints", cohorts.investigations),
        ("stage3_requests", cohorts.panels_requested),
        ("stage3_panels", cohorts.panels_held),
        ("general_enquiries", cohorts.enquiries),
        ("corporate_complaints", cohorts.corporate),
        ("compliments", cohorts.compliments),
        ("mp_letters", cohorts.member_enquiries),
    ] {
        drafts.push(id, Of::Count(cell));
    }
    if let Some(decisions) = drawn.ombudsman.total {
        drafts.push("lgo_decisions", Of::Count(decisions));
    }
}

fn about(drafts: &mut Drafts, drawn: &Drawn, drawing: &mut Drawing<'_>) {
    let received = drawn.cohorts.received;
    if let (Some(parents), Some(entries)) = (
        drawn.by_representative.row("parent"),
        drawn.by_representative.total,
    ) {
        drafts.share("parents_share", parents, entries, drawing);
    }
    drafts.share(
        "lac_share",
        drawn.looked_after.complaints,
        received,
        drawing,
    );
    if let Some(children) = drawn.looked_after.children {
        drafts.share(
            "lac_cause_rate",
            drawn.looked_after.together,
            children,
            drawing,
        );
    }
    for (id, codes) in [
        ("quality_share", &["quality_of_service"][..]),
        (
            "decision_share",
            &["decision_outcome", "decision_or_assessment"],
        ),
    ] {
        if let Some(issue) = codes.iter().find_map(|code| drawn.by_issue.row(code)) {
            drafts.share(id, issue, received, drawing);
        }
    }
    let ranked = by_count(&drawn.by_issue, drawing);
    for (id, place) in [
        ("next_three_high", 2),
        ("next_three_mid", 3),
        ("next_three_low", 4),
    ] {
        if let Some(issue) = ranked.get(place) {
            drafts.share(id, *issue, received, drawing);
        }
    }
    let advocacy = &drawn.advocacy;
    drafts.share(
        "young_people_share",
        advocacy.young_people,
        received,
        drawing,
    );
    if let Some(with_advocate) = advocacy.table.row("with_advocate") {
        drafts.share(
            "young_people_with_advocate",
            with_advocate,
            advocacy.young_people,
            drawing,
        );
    }
}

fn escalation(drafts: &mut Drafts, drawn: &Drawn, drawing: &mut Drawing<'_>) {
    let (received, steps) = (drawn.cohorts.received, &drawn.escalation);
    drafts.share("dissatisfied_stage1", steps.requests, received, drawing);
    drafts.share("to_stage2", steps.investigations, received, drawing);
    drafts.share(
        "to_stage2_followed",
        steps.received_and_investigated,
        received,
        drawing,
    );
    drafts.share(
        "to_stage3",
        steps.panels_requested,
        steps.investigations,
        drawing,
    );
    drafts.share(
        "no_further_after_s2",
        steps.no_further,
        steps.investigations,
        drawing,
    );
}

fn outcomes(drafts: &mut Drafts, drawn: &Drawn, drawing: &mut Drawing<'_>) {
    for (id, code) in [
        ("outcome_upheld", "upheld"),
        ("outcome_partly_upheld", "partly_upheld"),
        ("outcome_not_upheld", "not_upheld"),
        ("outcome_withdrawn", "withdrawn"),
        ("outcome_no_finding", "no_finding"),
    ] {
        if let Some(row) = drawn.outcomes.row(code) {
            drafts.share(id, row, drawn.cohorts.received, drawing);
        }
    }
}

fn timescales(drafts: &mut Drafts, drawn: &Drawn, drawing: &mut Drawing<'_>) {
    let (received, first) = (drawn.cohorts.received, &drawn.timescale);
    for (id, code) in [
        ("s1_within_10", "within_10"),
        ("s1_11_20", "d11_20"),
        ("s1_over_20", "over_20"),
    ] {
        if let Some(row) = first.table.row(code) {
            drafts.share(id, row, received, drawing);
        }
    }
    drafts.share("s1_within_20", first.within_both, received, drawing);
    drafts.averages(
        "average_days_stage1",
        "median_days_stage1",
        &first.days,
        first.completed,
    );
    let second = &drawn.stage2_timescale;
    drafts.averages(
        "average_days_stage2",
        "median_days_stage2",
        &second.days,
        second.answered,
    );
    let members = &drawn.member_enquiries;
    if let Some(in_time) = members.table.row("within_target") {
        drawing
            .ledger
            .part_of(in_time, drawn.cohorts.member_enquiries);
        drafts.push(
            "mp_within_10",
            Of::Share {
                part: in_time,
                whole: drawn.cohorts.member_enquiries,
                places: Places::One,
            },
        );
    }
    drafts.averages(
        "mp_average_days",
        "mp_median_days",
        &members.days,
        members.answered,
    );
}

/// The fall or the rise in compliments against the year before, where that was published.
fn change_in_compliments(drafts: &mut Drafts, drawn: &Drawn, drawing: &mut Drawing<'_>) {
    let before = published(drawing.settings, drawing.year.before(), "compliments");
    let Some(before) = before.and_then(|figure| figure.value) else {
        return;
    };
    let now = drawing.ledger.count(drawn.cohorts.compliments);
    let id = match before - now {
        0 => return,
        1.. => "compliments_decline",
        _ => "compliments_rise",
    };
    let whole = drawing.ledger.enter_headline(before);
    let change = drawing.ledger.enter((before - now).abs());
    if now < before {
        drawing
            .ledger
            .adds_up(whole, vec![drawn.cohorts.compliments, change]);
    } else {
        drawing
            .ledger
            .adds_up(drawn.cohorts.compliments, vec![whole, change]);
    }
    drafts.push(
        id,
        Of::Share {
            part: change,
            whole,
            places: Places::None,
        },
    );
}

/// What came directly from children, through whom, and what they were offered.
fn access(drafts: &mut Drafts, drawn: &Drawn, drawing: &mut Drawing<'_>) {
    let (cohorts, channels) = (drawn.cohorts, &drawn.channels);
    let young_people = drawn.advocacy.young_people;
    drafts.push("young_people_complaints", Of::Count(young_people));
    for (id, cell) in [
        ("informal_contacts", cohorts.informal_contacts),
        ("helpline_contacts", cohorts.helpline_contacts),
    ] {
        let before = published(drawing.settings, drawing.year.before(), id);
        if drawing.ledger.count(cell) > 0 || before.is_some() {
            drafts.push(id, Of::Count(cell));
        }
    }
    drafts.push("direct_from_children", Of::Count(drawn.direct));
    if let Some(children) = drawn.looked_after.children {
        drafts.share("direct_rate", drawn.direct, children, drawing);
    }
    drafts.share("digital_share", channels.digital, cohorts.received, drawing);
    for (id, part) in [
        ("young_people_by_advocate", channels.young_by_advocate),
        ("young_people_digital", channels.young_digital),
    ] {
        drafts.share(id, part, young_people, drawing);
    }
    if let Some(help) = &drawn.advocacy_help {
        drafts.share("advocacy_offered", help.offered, help.people, drawing);
        drafts.share("advocacy_used", help.helped, help.people, drawing);
    }
}

/// Young people who complained, and how quickly their complaints were completed.
fn young_people(drafts: &mut Drafts, drawn: &Drawn, drawing: &mut Drawing<'_>) {
    let young_people = drawn.advocacy.young_people;
    if let Some(growing_up) = drawn.young_people.growing_up {
        drafts.share("young_people_14_up", growing_up, young_people, drawing);
    }
    if let Some(days) = &drawn.timescale_by_group.young_people {
        for (id, part) in [
            ("young_people_within_10", days.within_first),
            ("young_people_within_20", days.within_extended),
        ] {
            drafts.share(id, part, young_people, drawing);
        }
        let of = Averaged {
            days: days.days.clone(),
            answers: days.completed,
            others: Some(days.others_completed),
        };
        drafts.averages_of("average_days_young_people", "median_days_young_people", of);
    }
    let mut ethnicity = drawn.equality.iter();
    let white_british = ethnicity
        .find(|table| table.id == "ethnicity")
        .and_then(|table| table.row("white_british"));
    if let Some(white_british) = white_british {
        let received = drawn.cohorts.received;
        drafts.share("white_british_share", white_british, received, drawing);
    }
}

/// Only what something was recorded of: a year without corrective actions has no share of those that are overdue.
fn learning(drafts: &mut Drafts, learning: &LearningTables, drawing: &mut Drawing<'_>) {
    if let Some(taught) = &learning.taught {
        drafts.share("learning_said", taught.said, taught.answered, drawing);
    }
    if let Some(actions) = &learning.actions {
        drafts.push("corrective_actions", Of::Count(actions.agreed));
        for (id, code) in [("actions_closed", "closed"), ("actions_overdue", "overdue")] {
            if let Some(row) = actions.by_state.row(code) {
                drafts.share(id, row, actions.agreed, drawing);
            }
        }
    }
    if let Some(table) = &learning.impact
        && let (Some(reviews), Some(worked)) = (table.total, table.row("worked"))
    {
        drafts.push("impact_reviews", Of::Count(reviews));
        drafts.share("impact_worked", worked, reviews, drawing);
    }
    if let Some(debriefs) = learning.debriefs {
        drafts.push("debriefs", Of::Count(debriefs));
    }
    if let Some(training) = &learning.training {
        drafts.push("people_trained", Of::Count(training.people));
    }
}

/// The rows of a table by falling count; equals stay in the table's order.
fn by_count(table: &CountTable, drawing: &Drawing<'_>) -> Vec<CellId> {
    let mut cells: Vec<CellId> = table.rows.iter().map(|row| row.cell).collect();
    cells.sort_by_key(|cell| -drawing.ledger.count(*cell));
    cells
}

impl Drafts {
    /// The figures as an audience may see them.
    pub(super) fn disclosed(&self, book: &Book) -> Figures {
        let mut figures = Figures {
            list: Vec::new(),
            shares: Vec::new(),
        };
        for Draft { measure, of } in &self.0 {
            figures.list.push(match of {
                Of::Count(cell) => counted(measure, book.shown(*cell)),
                Of::Share {
                    part,
                    whole,
                    places,
                } => {
                    let share = share(book, *part, *whole, measure.base(), *places);
                    figures
                        .shares
                        .extend(share.ok().map(|share| (measure.id, share)));
                    proportion(measure, share, book.shown(*part), book.shown(*whole))
                }
                Of::Mean(of) => average(
                    measure,
                    of.days.mean_tenths(),
                    Some(of.days.sum()),
                    of,
                    book,
                ),
                Of::Median(of) => average(measure, of.days.median_tenths(), None, of, book),
            });
        }
        figures
    }

    fn share(&mut self, id: &str, part: CellId, whole: CellId, drawing: &mut Drawing<'_>) {
        drawing.ledger.part_of(part, whole);
        self.push(
            id,
            Of::Share {
                part,
                whole,
                places: Places::None,
            },
        );
    }

    fn averages(&mut self, mean: &str, median: &str, days: &Days, answers: CellId) {
        let of = Averaged {
            days: days.clone(),
            answers,
            others: None,
        };
        self.averages_of(mean, median, of);
    }

    fn averages_of(&mut self, mean: &str, median: &str, of: Averaged) {
        self.push(mean, Of::Mean(of.clone()));
        self.push(median, Of::Median(of));
    }

    fn push(&mut self, id: &str, of: Of) {
        let measure = measure(id).expect("every figure drafted here stands in the catalogue");
        self.0.push(Draft { measure, of });
    }
}

impl Figures {
    /// A proportion, unless it is withheld or has no base.
    pub(super) fn share(&self, id: &str) -> Option<Share> {
        self.shares
            .iter()
            .find(|(known, _)| *known == id)
            .map(|(_, share)| *share)
    }

    /// Whether a figure could be made at all, be it withheld or not.
    pub(super) fn has(&self, id: &str) -> bool {
        self.list.iter().any(|figure| figure.id == id)
    }

    /// What a reader sees of a figure that has a value.
    pub(super) fn shown(&self, id: &str) -> Option<&str> {
        self.list
            .iter()
            .find(|figure| figure.id == id && figure.value.is_some())
            .map(|figure| figure.shown.as_str())
    }

    /// All of them.
    pub(super) fn list(&self) -> &[Figure] {
        &self.list
    }
}

fn counted(measure: &Measure, count: Option<i64>) -> Figure {
    Figure {
        id: measure.id.to_owned(),
        value: count.map(Number::Whole),
        shown: count.map_or_else(|| WITHHELD.to_owned(), |count| count.to_string()),
        numerator: None,
        denominator: None,
        base: measure.base().to_owned(),
    }
}

fn proportion(
    measure: &Measure,
    share: Result<Share, &'static str>,
    numerator: Option<i64>,
    denominator: Option<i64>,
) -> Figure {
    let (value, shown) = match share.map(Share::percent) {
        Ok((value, shown)) => (Some(value), shown),
        Err(instead) => (None, instead.to_owned()),
    };
    Figure {
        id: measure.id.to_owned(),
        value,
        shown,
        numerator,
        denominator,
        base: measure.base().to_owned(),
    }
}

/// Source: REP-24.4: an average over few is withheld like a percentage.
fn average(
    measure: &Measure,
    in_tenths: Option<i64>,
    sum: Option<i64>,
    of: &Averaged,
    book: &Book,
) -> Figure {
    let counted = book.shown(of.answers);
    let others_are_many = of.others.is_none_or(|others| {
        let others = book.shown(others);
        others.is_some_and(|count| count == 0 || book.is_base(count))
    });
    let published = others_are_many && counted.is_some_and(|count| book.is_base(count));
    let (value, shown) = match in_tenths.map(tenths) {
        Some((value, shown)) if published => (Some(value), shown),
        Some(_) => (None, WITHHELD.to_owned()),
        None => (None, NO_BASE.to_owned()),
    };
    Figure {
        id: measure.id.to_owned(),
        value,
        shown,
        numerator: sum.filter(|_| published),
        denominator: counted,
        base: measure.base().to_owned(),
    }
}
