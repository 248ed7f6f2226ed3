//! The matrix of learning: what is done because of complaints, by whom, by when, and whether it worked.

use app::learning::LearningMatrix;
use app::officer::Officer;
use app::permit::Deed;
use axum::extract::State;
use casework::ids::Reference;
use casework::learning::{ActionState, Verdict};
use casework::settings::{Code, Settings};
use jiff::civil::Date;
use maud::{Markup, html};
use statute::dates::short_date;
use views::register_line::ActionLine;

use super::own_actions;
use crate::components::{Cell, Size, Table, TableLayout, Tag, TagColour, table, tag};
use crate::layout::{Back, PageWidth};
use crate::page_error::PageError;
use crate::site::{Access, Frame, Here, Route, Signed, Site, case_url};

/// Where it is.
pub(super) const PATH: &str = "/learning";

/// The route of the page.
pub(super) fn route() -> Route {
    Route::get(PATH, Access::May(Deed::ReadRegister), show)
}

/// What the tables need besides the matrix.
struct Shown<'a> {
    officer: &'a Officer,
    settings: &'a Settings,
    colleagues: &'a [Officer],
    today: Date,
}

/// `GET /learning`
async fn show(State(site): State<Site>, Signed(officer): Signed) -> Result<Markup, PageError> {
    let permit = site.app.permit(&officer, Deed::ReadRegister, None).await?;
    let matrix = site.app.learning_matrix(&permit).await?;
    let settings = site.settings(&officer)?;
    let colleagues = site.app.colleagues(&officer.authority).await?;
    let shown = Shown {
        officer: &officer,
        settings: &settings,
        colleagues: &colleagues,
        today: site.app.today(),
    };
    let main = html! {
        h1 class="govuk-heading-l" { "Learning" }
        p class="govuk-body" {
            "What is done because of complaints, so that the same does not happen again. A corrective action is agreed, \
             carried out and closed in the file of its case."
        }
        (shown.actions(&matrix))
        (shown.reports(&matrix))
        (shown.themes(&matrix))
    };
    let frame = Frame {
        title: "Learning",
        here: Here::Learning,
        back: Back::None,
        errors: false,
        width: PageWidth::Full,
    };
    site.page(&officer, frame, main)
}

/// How far an action is, in words, and whether the day for it has passed.
pub(super) fn far(state: ActionState, late: bool) -> Markup {
    html! {
        (state.label())
        @if late { " " (tag(&Tag::new("Overdue", TagColour::Red))) }
    }
}

impl Shown<'_> {
    fn actions(&self, matrix: &LearningMatrix) -> Markup {
        if matrix.actions.is_empty() {
            return html! {
                h2 class="govuk-heading-m" { "Corrective actions" }
                p class="govuk-body" { "No corrective action has been agreed." }
            };
        }
        table(&Table {
            caption: "Corrective actions".into(),
            caption_size: Size::M,
            head: vec![
                "Case".into(),
                "Action".into(),
                "Whose".into(),
                "By when".into(),
                "How far it is".into(),
                "Effect".into(),
            ],
            rows: matrix
                .actions
                .iter()
                .map(|(reference, action)| self.action(*reference, action))
                .collect(),
            first_cell_is_header: true,
            layout: TableLayout::Reflow,
        })
    }

    fn action(&self, reference: Reference, action: &ActionLine) -> Vec<Cell> {
        let lists = &self.settings.learning;
        let themes: Vec<_> = action
            .themes
            .iter()
            .map(|theme| lists.themes.label(theme))
            .collect();
        let what = html! {
            div {
                (lists.action_kinds.label(&action.kind))
                div class="heard-quiet" { (themes.join(", ")) }
            }
        };
        let own = action.owner == self.officer.account;
        let far = html! {
            div {
                (far(action.state, action.is_late(self.today)))
                @if own {
                    " " a class="govuk-link" href=(own_actions::url(reference)) { "See and report on it" }
                }
            }
        };
        let effect = match (action.verdict(), action.review_on) {
            (_, Some(on)) => format!("To be looked at by {}", short_date(on)),
            (Some(verdict), None) => verdict.label().to_owned(),
            (None, None) => String::new(),
        };
        vec![
            Cell::new(html! {
                a class="govuk-link heard-reference" href=(case_url(reference)) { (reference) }
                ", action " (action.number.0)
            }),
            Cell::new(what),
            Cell::new(self.name(action)),
            Cell::new(short_date(action.due_on)),
            Cell::new(far),
            Cell::new(effect),
        ]
    }

    fn name(&self, action: &ActionLine) -> &str {
        let mut colleagues = self.colleagues.iter();
        let owner = colleagues.find(|officer| officer.account == action.owner);
        owner.map_or("a former colleague", |officer| &officer.display_name)
    }

    fn reports(&self, matrix: &LearningMatrix) -> Markup {
        if matrix.reports.is_empty() {
            return html! {
                h2 class="govuk-heading-m" { "To be reported back" }
                p class="govuk-body" { "No service is to report back on a closed complaint." }
            };
        }
        let rows = matrix.reports.iter().map(|(reference, due_on)| {
            let due = html! {
                div {
                    (short_date(*due_on)) " "
                    @if *due_on < self.today { (tag(&Tag::new("Overdue", TagColour::Red))) }
                }
            };
            let case = html! {
                a class="govuk-link heard-reference" href=(case_url(*reference)) { (reference) }
            };
            vec![Cell::new(case), Cell::new(due)]
        });
        table(&Table {
            caption: "To be reported back: closed complaints whose service has not yet said what came of them".into(),
            caption_size: Size::M,
            head: vec!["Case".into(), "By when".into()],
            rows: rows.collect(),
            first_cell_is_header: true,
            layout: TableLayout::Reflow,
        })
    }

    /// The themes in the order of the authority's list, then those that stand in it no more.
    fn themes(&self, matrix: &LearningMatrix) -> Markup {
        let list = &self.settings.learning.themes;
        let mut themes: Vec<&Code> = list.0.iter().map(|entry| &entry.code).collect();
        for theme in matrix.actions.iter().flat_map(|(_, action)| &action.themes) {
            if !themes.contains(&theme) {
                themes.push(theme);
            }
        }
        let rows = themes.into_iter().filter_map(|theme| {
            let of_theme = |action: &&ActionLine| action.themes.contains(theme);
            let actions: Vec<_> = matrix
                .actions
                .iter()
                .map(|(_, action)| action)
                .filter(of_theme)
                .collect();
            let how_many = |is: &dyn Fn(&ActionLine) -> bool| {
                let number = actions.iter().filter(|action| is(action)).count();
                Cell::numeric(number.to_string())
            };
            let worked = |action: &ActionLine| action.verdict() == Some(Verdict::Worked);
            (!actions.is_empty()).then(|| {
                vec![
                    Cell::new(list.label(theme)),
                    how_many(&|_| true),
                    how_many(&|action| action.state == ActionState::ToDo),
                    how_many(&|action| action.is_late(self.today)),
                    how_many(&worked),
                ]
            })
        });
        let rows: Vec<_> = rows.collect();
        html! {
            @if !rows.is_empty() {
                (table(&Table {
                    caption: "Themes".into(),
                    caption_size: Size::M,
                    head: vec![
                        "Theme".into(),
                        Cell::numeric("Actions"),
                        Cell::numeric("To be carried out"),
                        Cell::numeric("Overdue"),
                        Cell::numeric("Found to have worked"),
                    ],
                    rows,
                    first_cell_is_header: true,
                    layout: TableLayout::Scroll("themes".to_owned()),
                }))
                p class="govuk-body" { "An action with several themes stands under each." }
            }
        }
    }
}
