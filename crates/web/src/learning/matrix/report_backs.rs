//! What services reported back: for each action and each closed case what was said of it within three months, and what
//! was found of its effect. As a page and as a file for spreadsheets.
//!
//! An action stands in the year it was agreed in, as in the annual report; a case without one in the year it was closed.

use app::learning::{LearningCase, LearningMatrix};
use app::permit::Deed;
use axum::extract::{Query, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use maud::{Markup, html};
use reports::document::{Cell as Written, Row, Table as Sheet};
use statute::dates::short_date;
use views::register_line::{ActionLine, LearningLine, Said};

use super::{Chosen, PATH as MATRIX, Shown, case, effect};
use crate::components::{BackLink, Cell, Size, Table, TableLayout, Tag, TagColour, table, tag};
use crate::layout::{Back, PageWidth};
use crate::page_error::PageError;
use crate::session::Signed;
use crate::site::{Access, Frame, Here, Route, Site};

/// Where the page is.
pub(super) const PATH: &str = "/learning/report-backs";

/// Where the file is.
const FILE: &str = "/learning/report-backs.csv";

/// How many rows the page shows; the file has all.
const SHOWN: usize = 200;

/// The columns of the file, after the reference of the case.
const COLUMNS: [&str; 15] = [
    "Team",
    "Closed",
    "Action",
    "Kind",
    "Themes",
    "Whose",
    "Agreed",
    "By when",
    "How far it is",
    "Carried out",
    "Report due",
    "Reported back",
    "What was reported",
    "Effect",
    "Effect looked at",
];

pub(super) fn routes() -> [Route; 2] {
    let access = Access::May(Deed::ReadRegister);
    [
        Route::get(PATH, access, show),
        Route::get(FILE, access, download),
    ]
}

/// A row: a case, with one of its actions or without any.
type Reported<'a> = (&'a LearningCase, Option<&'a ActionLine>);

/// `GET /learning/report-backs`
async fn show(
    State(site): State<Site>,
    Signed(officer): Signed,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Markup, PageError> {
    let (all, shown) = Shown::open(&site, officer).await?;
    let chosen = Chosen::from_query(query, shown.today);
    let form = chosen.form(PATH, &all, &shown);
    let matrix = chosen.of(all, &shown.organisation);
    let rows = rows(&matrix, &chosen);
    let heading = format!("What services reported back, {}", chosen.year);
    let main = html! {
        h1 class="govuk-heading-l" { (heading) }
        p class="govuk-body" {
            "A service reports what a closed complaint taught within three months, and somebody looks later whether what was \
             done had an effect. An action stands in the year it was agreed in, a complaint without one in the year it was \
             closed."
        }
        (form)
        @if rows.is_empty() {
            p class="govuk-body" { "There is nothing to report back of this year." }
        } @else {
            (shown.report_backs(&rows[..rows.len().min(SHOWN)]))
            @if rows.len() > SHOWN {
                p class="govuk-body" { "There are " (rows.len() - SHOWN) " more; the file has all." }
            }
            p class="govuk-body" {
                a class="govuk-link" href={ (FILE) "?" (chosen.query(1)) } { "Download the table (CSV)" }
            }
        }
    };
    let frame = Frame {
        title: &heading,
        here: Here::Learning,
        back: Back::Link(BackLink::to(MATRIX)),
        errors: false,
        width: PageWidth::Full,
    };
    site.page(&shown.officer, frame, main)
}

/// `GET /learning/report-backs.csv`
async fn download(
    State(site): State<Site>,
    Signed(officer): Signed,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    let (all, shown) = Shown::open(&site, officer).await?;
    let chosen = Chosen::from_query(query, shown.today);
    let matrix = chosen.of(all, &shown.organisation);
    let sheet = shown.sheet(&rows(&matrix, &chosen));
    let bytes = publish::csv::write_table(&sheet)
        .map_err(|error| app::failure::Failure::Publish(error.to_string()))?;
    let disposition = format!("attachment; filename=\"report-backs-{}.csv\"", chosen.year);
    let headers = [
        (CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (CONTENT_DISPOSITION, disposition),
    ];
    Ok((headers, bytes).into_response())
}

/// The rows of the chosen year, by case and action.
fn rows<'a>(matrix: &'a LearningMatrix, chosen: &Chosen) -> Vec<Reported<'a>> {
    let of_case = |case: &'a LearningCase| {
        let actions = case.learning.actions.iter();
        let with: Vec<Reported<'a>> = actions
            .filter(|action| chosen.year.contains(action.agreed_on))
            .map(|action| (case, Some(action)))
            .collect();
        let LearningLine {
            report_due_on,
            actions,
            ..
        } = &case.learning;
        let owes = report_due_on.is_some() || case.learning.taught().is_some();
        let in_year = case.closed_on.is_some_and(|on| chosen.year.contains(on));
        let without = (actions.is_empty() && owes && in_year).then_some((case, None));
        with.into_iter().chain(without)
    };
    matrix.cases.iter().flat_map(of_case).collect()
}

impl Shown {
    fn report_backs(&self, rows: &[Reported<'_>]) -> Markup {
        let rows = rows.iter().map(|(of, action)| {
            let what = if let Some(action) = action {
                self.what(action)
            } else {
                html! { "No corrective action" }
            };
            let done = |action: &ActionLine| match action.carried_out_on {
                Some(on) => format!("Carried out on {}", short_date(on)),
                None => format!("By {}", short_date(action.due_on)),
            };
            let owner = action.map_or("–", |action| self.name(action.owner));
            vec![
                Cell::new(case(of)),
                Cell::new(self.team_of(of)),
                Cell::new(what),
                Cell::new(owner),
                Cell::new(action.map_or("–".to_owned(), done)),
                Cell::new(self.reported(of)),
                Cell::new(action.map(effect).unwrap_or_default()),
            ]
        });
        table(&Table {
            caption: "By case and action".into(),
            caption_size: Size::M,
            head: [
                "Case",
                "Team",
                "Action",
                "Whose",
                "Done",
                "What was reported",
                "Effect",
            ]
            .into_iter()
            .map(Cell::new)
            .collect(),
            rows: rows.collect(),
            first_cell_is_header: true,
            layout: TableLayout::Reflow,
        })
    }

    fn team_of(&self, case: &LearningCase) -> String {
        let team = case.team.as_ref();
        team.map_or("–".to_owned(), |team| self.team(team))
    }

    /// What the service said, or by when it is to; what was said at the closing where it owes no more.
    fn reported(&self, case: &LearningCase) -> Markup {
        let learning = &case.learning;
        html! {
            div {
                @match (learning.reported, learning.reported_on, learning.report_due_on) {
                    (Some(said), Some(on), _) => { (words(said)) ", " (short_date(on)) }
                    (_, _, Some(due_on)) => {
                        "To be reported by " (short_date(due_on)) " "
                        @if due_on < self.today { (tag(&Tag::new("Overdue", TagColour::Red))) }
                    }
                    (_, _, None) => {
                        @match learning.said {
                            Some(said) => { (words(said)) ", said at closing" }
                            None => "–"
                        }
                    }
                }
            }
        }
    }

    /// The rows as a file has them: days as 2026-03-31, empty where there is nothing.
    fn sheet(&self, rows: &[Reported<'_>]) -> Sheet {
        let row = |(of, action): &Reported<'_>| {
            let LearningCase {
                reference,
                team,
                closed_on,
                learning,
                ..
            } = of;
            let of_action =
                |text: &dyn Fn(&ActionLine) -> String| action.map(text).unwrap_or_default();
            let kinds = &self.settings.learning.action_kinds;
            let found = |action: &ActionLine| action.impact.last().map(|(on, _)| *on);
            // What was said at the closing is no report while one is owed.
            let said = match learning.report_due_on {
                Some(_) => None,
                None => learning.taught(),
            };
            let effect =
                |action: &ActionLine| action.verdict().map(|verdict| verdict.label().to_owned());
            let cells = [
                team.as_ref()
                    .map(|team| self.team(team))
                    .unwrap_or_default(),
                day(*closed_on),
                of_action(&|action| action.number.0.to_string()),
                of_action(&|action| kinds.label(&action.kind).to_owned()),
                of_action(&|action| self.about(action)),
                of_action(&|action| self.name(action.owner).to_owned()),
                of_action(&|action| day(Some(action.agreed_on))),
                of_action(&|action| day(Some(action.due_on))),
                of_action(&|action| action.state.label().to_owned()),
                of_action(&|action| day(action.carried_out_on)),
                day(learning.report_due_on),
                day(learning.reported_on),
                said.map(words).unwrap_or_default().to_owned(),
                of_action(&|action| effect(action).unwrap_or_default()),
                of_action(&|action| day(found(action))),
            ];
            Row {
                label: reference.to_string(),
                cells: cells.map(written).to_vec(),
            }
        };
        Sheet {
            id: "report_backs".to_owned(),
            caption: String::new(),
            population: String::new(),
            row_heading: "Case".to_owned(),
            columns: COLUMNS.map(str::to_owned).to_vec(),
            rows: rows.iter().map(row).collect(),
            total: None,
            notes: Vec::new(),
        }
    }
}

fn written(shown: String) -> Written {
    Written { value: None, shown }
}

fn day(on: Option<Date>) -> String {
    on.map(|on| on.to_string()).unwrap_or_default()
}

const fn words(said: Said) -> &'static str {
    match said {
        Said::Change => "Something changes",
        Said::Nothing => "Nothing changes",
    }
}
