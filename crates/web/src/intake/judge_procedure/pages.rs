//! The pages of the interview: the beginning, a question, the check of all answers; and what a case file shows of it.

use casework::action::Action;
use casework::case::Case;
use casework::intake::{ProcedureJudged, RecordedAnswer};
use casework::point::Point;
use maud::{Markup, html};
use statute::dates::{english_date, short_date};
use statute::limits::{Citation, Status};
use statute::procedure::Procedure;
use statute::procedure::interview::{
    Answered, Beside, Goes, Judgement, Leaf, Question, QuestionId, Timeliness, first_day_in_time,
    timeliness,
};

use super::page::{Page, START};
use super::sent::{ASKED, CHANGE, field};
use crate::components::{
    Checkboxes, Details, InsetText, Legend, Radios, Size, SummaryList, SummaryRow, WarningText,
    checkboxes, details, inset_text, radios, summary_list, warning_text,
};
use crate::form::Fields;
use crate::recording::{self, Answers, CaseDesk, lines, people_of};

/// How much of a point’s words stands beside its number.
const SHORT: usize = 90;

/// What stands before the form.
pub(super) fn explain(desk: &CaseDesk, page: &Page) -> Markup {
    match page {
        Page::Start => html! {
            p class="govuk-body" {
                "A few questions show which procedure a point belongs to. Each page has words to say aloud. At the end you see \
                 where the answers lead, the law behind each, and a paragraph for the letter; nothing is recorded before that."
            }
            p class="govuk-body" {
                "The complainant is told on receipt which procedure is used and why, also for each part that goes another way \
                 (LGSCO fact sheet on the procedure)."
            }
        },
        Page::Question(question) => inset_text(&InsetText {
            body: html! { strong { "Say: " } "“" (question.say) "”" }.into(),
            ..InsetText::default()
        }),
        Page::Check(judgement) => result(desk, judgement),
    }
}

/// The questions of a page, and unseen what was answered on the others.
pub(super) fn ask(desk: &CaseDesk, page: &Page, answers: &Answers<'_>) -> Markup {
    html! {
        input type="hidden" name=(ASKED) value=(page.name());
        @match page {
            Page::Start => {
                (ask_subject(desk, answers))
                (carry(answers.fields, |name| name.starts_with("answer-")))
            }
            Page::Question(question) => {
                (ask_question(desk, question, answers))
                (carry(answers.fields, |name| {
                    is_subject(name) || (name.starts_with("answer-") && name != field(question.id))
                }))
            }
            Page::Check(judgement) => {
                (ask_check(judgement, answers))
                (carry(answers.fields, |name| is_subject(name) || name.starts_with("answer-")))
            }
        }
        @if !matches!(page, Page::Check(_)) {
            (carry(answers.fields, |name| name == "note" || name.starts_with("on-")))
        }
    }
}

fn is_subject(name: &str) -> bool {
    ["points", "complainant", "children"].contains(&name) || name.starts_with("arose-")
}

/// Answers given on other pages.
fn carry(fields: &Fields, which: impl Fn(&str) -> bool) -> Markup {
    html! {
        @for (name, value) in fields.pairs().filter(|(name, _)| which(name)) {
            input type="hidden" name=(name) value=(value);
        }
    }
}

fn ask_subject(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    let case = desk.case();
    let ticked =
        |name: &str| -> Vec<String> { answers.fields.all(name).map(str::to_owned).collect() };
    let legend = |words: &str| Legend {
        size: Size::S,
        ..Legend::new(words)
    };
    let people = people_of(desk);
    let called = |person| {
        let mut known = people.iter();
        known
            .find(|(id, _)| *id == person)
            .map_or_else(String::new, |(_, name)| name.clone())
    };
    let points = case
        .points()
        .iter()
        .map(|point| (point.number.0.to_string(), in_short(desk, point)));
    let children = case.representation.children.iter();
    let children = children.map(|child| (child.person.to_string(), called(child.person)));
    html! {
        (checkboxes(&Checkboxes {
            hint: Some("Together only what belongs together: judge apart what may go different ways.".into()),
            error: answers.problems.at("points").map(Into::into),
            ..Checkboxes::new("points", legend("Which points are the answers about?"), points, &ticked("points"))
        }))
        @match case.representation.complainants.as_slice() {
            [only] => { input type="hidden" name="complainant" value=(only.person); }
            several => { (radios(&Radios {
                error: answers.problems.at("complainant").map(Into::into),
                ..Radios::new(
                    "complainant",
                    legend("For whom?"),
                    several.iter().map(|complainant| (complainant.person.to_string(), called(complainant.person))),
                    answers.fields.text("complainant"),
                )
            })) }
        }
        @if !case.representation.children.is_empty() {
            (checkboxes(&Checkboxes::new("children", legend("About which children?"), children, &ticked("children"))))
        }
        (answers.date("arose", "When did it happen, or last happen?", "As near as is known. Leave it empty if nobody knows. For example, 27 3 2026."))
    }
}

fn in_short(desk: &CaseDesk, point: &Point) -> String {
    let number = point.number.0;
    let Some(words) = desk.file.text(&point.text) else {
        return format!("Point {number}");
    };
    let mut short: String = words.chars().take(SHORT).collect();
    if short.chars().count() == SHORT {
        short.push('…');
    }
    format!("Point {number}: {short}")
}

fn ask_question(desk: &CaseDesk, question: &Question, answers: &Answers<'_>) -> Markup {
    let name = field(question.id);
    let items = question
        .choices
        .iter()
        .map(|choice| (choice.code, choice.label));
    let given = answers.fields.text(&name);
    let (hint, counted) = if question.id == QuestionId::Time {
        time_hint(desk, question, answers.fields)
    } else {
        (question.hint.to_owned(), None)
    };
    let selected = if given.is_empty() {
        counted.unwrap_or_default()
    } else {
        given
    };
    html! {
        (radios(&Radios {
            hint: (!hint.is_empty()).then(|| hint.as_str().into()),
            error: answers.problems.at(&name).map(Into::into),
            ..Radios::new(&name, Legend::new(question.title), items, selected)
        }))
        (details(&Details {
            summary: "What follows from each answer".into(),
            body: html! {
                ul class="govuk-list govuk-list--bullet" {
                    @for choice in question.choices {
                        li { strong { (choice.label) } ": " (choice.reason) " " (cited(choice.source)) }
                    }
                }
            }.into(),
            ..Details::default()
        }))
    }
}

/// The year counted for this case, and the answer that goes with the date given.
fn time_hint(
    desk: &CaseDesk,
    question: &Question,
    fields: &Fields,
) -> (String, Option<&'static str>) {
    let received_on = desk.case().received_on;
    let calendar = &desk.desk.calendar;
    let mut hint = question.hint.to_owned();
    if let Ok(first) = first_day_in_time(received_on, calendar) {
        hint = format!(
            "{hint} Received on {}: in time is what happened, or last happened, on {} or later.",
            english_date(received_on),
            english_date(first)
        );
    }
    let arose_on = fields.date("arose", &mut crate::form::Problems::default(), "");
    let counted = arose_on.and_then(|day| {
        timeliness(day, received_on, calendar)
            .ok()
            .map(|counted| (day, counted))
    });
    match counted {
        Some((day, Timeliness::InTime { until })) => (
            format!(
                "{hint} {} gives until {}: in time.",
                short_date(day),
                short_date(until)
            ),
            Some("within"),
        ),
        Some((day, Timeliness::Late { until })) => (
            format!(
                "{hint} {} gave until {}: late.",
                short_date(day),
                short_date(until)
            ),
            Some("late"),
        ),
        None => (hint, None),
    }
}

/// Where the answers lead.
fn result(desk: &CaseDesk, judgement: &Judgement) -> Markup {
    let leaf = judgement.leaf;
    html! {
        @for beside in judgement.beside() { (warning_text(&WarningText::new(format!("{}.", beside.title())))) }
        h2 class="govuk-heading-m" { (leads_to(leaf)) }
        (because(leaf))
        @if stays(desk.case(), leaf) {
            (warning_text(&WarningText::new(
                "This case is recorded under the statutory procedure. Recording the judgement moves nothing: tell the person and \
                 refer, decline or change the case by its own action.",
            )))
        }
        @if judgement.notes().next().is_some() {
            h2 class="govuk-heading-m" { "Keep in mind" }
            ul class="govuk-list govuk-list--bullet" {
                @for note in judgement.notes() { li { (note.text()) " " (cited(note.source())) } }
            }
        }
        h2 class="govuk-heading-m" { "For the letter" }
        (letter(&judgement.letter()))
    }
}

/// Whether the case runs under the statutory procedure and the point does not belong there.
fn stays(case: &Case, leaf: Leaf) -> bool {
    match leaf.goes() {
        Goes::Into(Procedure::ChildrenAct) | Goes::NextStage | Goes::Waits(_) => false,
        Goes::Into(Procedure::Corporate) | Goes::By(_) | Goes::Register | Goes::NotConsidered => {
            case.procedure() == Some(Procedure::ChildrenAct)
        }
    }
}

/// Where a leaf leads, in one line.
fn leads_to(leaf: Leaf) -> String {
    match leaf.goes() {
        Goes::Waits(uncertainty) => format!("A person has to decide: {}", uncertainty.title()),
        Goes::Into(_) | Goes::By(_) | Goes::Register | Goes::NotConsidered | Goes::NextStage => {
            format!("Belongs to: {}", leaf.title())
        }
    }
}

/// Why it leads there, or who decides.
fn because(leaf: Leaf) -> Markup {
    match leaf.goes() {
        Goes::Waits(uncertainty) => html! {
            p class="govuk-body" { (uncertainty.what()) " " (cited(uncertainty.source())) }
            p class="govuk-body" {
                "Who decides: " (uncertainty.who()) ". Judge the point again when that is decided; both judgements are kept."
            }
        },
        Goes::Into(_) | Goes::By(_) | Goes::Register | Goes::NotConsidered | Goes::NextStage => {
            html! {
                p class="govuk-body" { "Rule: " (leaf.source().text) (checking(leaf.source())) "." }
            }
        }
    }
}

fn letter(paragraphs: &[String]) -> Markup {
    inset_text(&InsetText {
        body: html! { @for words in paragraphs { p class="govuk-body" { (words) } } }.into(),
        ..InsetText::default()
    })
}

fn ask_check(judgement: &Judgement, answers: &Answers<'_>) -> Markup {
    html! {
        h2 class="govuk-heading-m" { "The answers" }
        (summary_list(&SummaryList {
            rows: judgement.answered.iter().map(checked_row).collect(),
            ..SummaryList::default()
        }))
        button type="submit" name=(CHANGE) value=(START) class="govuk-button govuk-button--secondary" {
            "Change the points, people or date"
        }
        (answers.text(
            "note",
            "What was weighed?",
            "Where something was decided, such as sufficient interest, a late complaint or prejudice: the reasons in a few words. May be left empty.",
            4,
        ))
        (answers.date("on", "When was it judged?", "For example, 27 3 2026."))
    }
}

fn checked_row(answered: &Answered) -> SummaryRow {
    let question = answered.question;
    SummaryRow::new(
        question.title,
        html! {
            p class="govuk-body govuk-!-margin-bottom-1" { strong { (answered.choice.label) } }
            p class="govuk-body govuk-!-margin-bottom-1" { (answered.choice.reason) " " (cited(answered.choice.source)) }
            button type="submit" name=(CHANGE) value=(question.id.code()) class="govuk-button govuk-button--secondary govuk-!-margin-bottom-0" {
                "Change" span class="govuk-visually-hidden" { " the answer to: " (question.title) }
            }
        },
    )
}

/// A citation in brackets, with whether a lawyer still has to check it.
fn cited(source: Citation) -> String {
    format!("({}{})", source.text, checking(source))
}

const fn checking(source: Citation) -> &'static str {
    match source.status {
        Status::Read | Status::ReadSecondHand => "",
        Status::ToBeCheckedByALawyer => ", to be checked by a lawyer",
    }
}

/// A warning for whoever sends a complaint away whose procedure nobody has judged.
pub(crate) fn unjudged(desk: &CaseDesk) -> Markup {
    let points: Vec<String> = desk
        .file
        .file
        .procedure_not_judged()
        .iter()
        .map(|point| point.0.to_string())
        .collect();
    html! {
        @if !points.is_empty() {
            (warning_text(&WarningText::new(html! {
                "Nobody has judged which procedure applies to point " (points.join(", ")) ". "
                a class="govuk-link" href=(recording::url(desk.file.reference, Action::JudgeProcedure)) { "Judge it first" }
                ", so that the reasons are on record."
            })))
        }
    }
}

/// What a case file shows of the procedure of a point: the last judgement with its reasons, and how many came before.
pub(crate) fn judged(desk: &CaseDesk, point: &Point) -> Markup {
    let mut judgements = desk.case().judgements_of(point.number);
    let Some((on, last)) = judgements.next_back() else {
        return if desk
            .file
            .file
            .procedure_not_judged()
            .contains(&point.number)
        {
            html! { p class="govuk-body" { "Procedure not judged yet." } }
        } else {
            Markup::default()
        };
    };
    let earlier: Vec<String> = judgements
        .map(|(on, judged)| format!("{} on {}", judged.leaf.title(), short_date(*on)))
        .collect();
    details(&Details {
        summary: format!("{}, judged on {}", leads_to(last.leaf), short_date(*on)).into(),
        body: html! {
            @if !earlier.is_empty() { p class="govuk-body" { "Before: " (earlier.join("; ")) "." } }
            (because(last.leaf))
            (summary_list(&SummaryList { rows: last.answers.iter().map(recorded_row).collect(), ..SummaryList::default() }))
            (arose(last))
            h4 class="govuk-heading-s" { "For the letter" }
            (letter(&paragraphs(last)))
            @if let Some(words) = last.note.as_ref().and_then(|note| desk.file.text(note)) {
                h4 class="govuk-heading-s" { "What was weighed" }
                (lines(words))
            }
        }
        .into(),
        ..Details::default()
    })
}

/// The letter's paragraphs of a recorded judgement: what was done beside, where the point goes, the next right.
fn paragraphs(judged: &ProcedureJudged) -> Vec<String> {
    let next = judged.leaf.next_step();
    let beside = Beside::ALL
        .iter()
        .filter(|beside| judged.beside.contains(&beside.route()))
        .map(|beside| beside.letter().to_owned());
    beside
        .chain([
            judged.leaf.letter().to_owned(),
            format!("{} {}", next.how, next.by_when()),
        ])
        .collect()
}

fn arose(judged: &ProcedureJudged) -> Markup {
    html! {
        @if let Some(arose) = judged.arose {
            p class="govuk-body" { "It happened on " (short_date(arose.on)) "; the year ended on " (short_date(arose.until)) "." }
        }
    }
}

/// An answer as recorded, in today’s words where they still exist.
fn recorded_row(answer: &RecordedAnswer) -> SummaryRow {
    let question = QuestionId::from_code(answer.question.as_str()).map(QuestionId::question);
    let choice = question.and_then(|question| question.choice(answer.answer.as_str()));
    SummaryRow::new(
        question.map_or(answer.question.as_str(), |question| question.title),
        html! {
            (choice.map_or(answer.answer.as_str(), |choice| choice.label))
            " (" (answer.source) ")"
        },
    )
}
