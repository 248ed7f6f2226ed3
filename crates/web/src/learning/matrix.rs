//! The matrix of learning: what is done because of complaints, by whom, by when, and whether it worked.

mod chosen;
mod report_backs;

use std::sync::Arc;

use app::learning::{LearningCase, LearningMatrix};
use app::officer::Officer;
use app::permit::Deed;
use axum::extract::{Query, State};
use casework::ids::AccountId;
use casework::learning::{ActionState, Verdict};
use casework::organisation::Organisation;
use casework::settings::{Code, Settings};
use jiff::civil::Date;
use maud::{Markup, html};
use statute::dates::short_date;
use views::register_line::ActionLine;

use self::chosen::{Chosen, OnPage, PAGE};
use crate::addresses::{case_url, own_actions_of};
use crate::components::{
    Cell, PageLink, Pagination, Size, Table, TableLayout, Tag, TagColour, pagination, table, tag,
};
use crate::layout::{Back, PageWidth};
use crate::page_error::PageError;
use crate::session::Signed;
use crate::site::{Access, Frame, Here, Route, Site};

/// Where it is.
pub(super) const PATH: &str = "/learning";

/// The routes of the pages.
pub(super) fn routes() -> Vec<Route> {
    let matrix = Route::get(PATH, Access::May(Deed::ReadRegister), show);
    std::iter::once(matrix)
        .chain(report_backs::routes())
        .collect()
}

/// What the tables need besides the matrix.
struct Shown {
    officer: Officer,
    settings: Arc<Settings>,
    colleagues: Vec<Officer>,
    organisation: Organisation,
    today: Date,
}

impl Shown {
    /// The whole matrix of whoever is signed in, with what its tables need.
    async fn open(site: &Site, officer: Officer) -> Result<(LearningMatrix, Self), PageError> {
        let permit = site.app.permit(&officer, Deed::ReadRegister, None).await?;
        let matrix = site.app.learning_matrix(&permit).await?;
        let shown = Self {
            settings: site.settings(&officer)?,
            colleagues: site.app.colleagues(&officer.authority).await?,
            organisation: site.app.organisation(&permit).await?,
            today: site.app.today(),
            officer,
        };
        Ok((matrix, shown))
    }
}

/// `GET /learning`
async fn show(
    State(site): State<Site>,
    Signed(officer): Signed,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Markup, PageError> {
    let (all, shown) = Shown::open(&site, officer).await?;
    let chosen = Chosen::from_query(query, shown.today);
    let form = chosen.form(PATH, &all, &shown);
    let matrix = chosen.of(all, &shown.organisation);
    let main = html! {
        h1 class="govuk-heading-l" { "Learning" }
        p class="govuk-body" {
            "What is done because of complaints, so that the same does not happen again. A corrective action is agreed, \
             carried out and closed in the file of its case."
        }
        (form)
        (shown.actions(&matrix))
        (unanswered(&matrix))
        (shown.reports(&matrix))
        p class="govuk-body" {
            a class="govuk-link" href={ (report_backs::PATH) "?" (chosen.query(1)) } {
                "What services reported back in " (chosen.year)
            }
        }
        (shown.themes(&matrix))
        (shown.finished(&matrix, &chosen))
        (shown.debriefs(&matrix, &chosen))
    };
    let frame = Frame {
        title: "Learning",
        here: Here::Learning,
        back: Back::None,
        errors: false,
        width: PageWidth::Full,
    };
    site.page(&shown.officer, frame, main)
}

/// How far an action is, in words, and whether the day for it has passed.
pub(super) fn far(state: ActionState, late: bool) -> Markup {
    html! {
        (state.label())
        @if late { " " (tag(&Tag::new("Overdue", TagColour::Red))) }
    }
}

/// A case as a link to its file, where that may be read.
fn case(case: &LearningCase) -> Markup {
    html! {
        @if case.may_be_read {
            a class="govuk-link heard-reference" href=(case_url(case.reference)) { (case.reference) }
        } @else {
            span class="heard-reference" { (case.reference) }
        }
    }
}

/// What was recommended and no corrective action answers.
fn unanswered(matrix: &LearningMatrix) -> Markup {
    let mut without = matrix
        .cases
        .iter()
        .filter(|case| !case.learning.unanswered.is_empty())
        .peekable();
    html! {
        @if without.peek().is_some() {
            h2 class="govuk-heading-m" { "Recommendations without an action" }
            ul class="govuk-list govuk-list--bullet" {
                @for of in without {
                    @for recommended in &of.learning.unanswered { li { (case(of)) ": " (recommended.label()) } }
                }
            }
        }
    }
}

impl Shown {
    /// What is still to be done, the soonest due first.
    fn actions(&self, matrix: &LearningMatrix) -> Markup {
        let mut actions = matrix.actions();
        let any = !actions.is_empty();
        actions.retain(|(_, action)| action.state != ActionState::Finished);
        if actions.is_empty() {
            return html! {
                h2 class="govuk-heading-m" { "Corrective actions" }
                p class="govuk-body" {
                    @if any { "Every corrective action is finished." }
                    @else { "No corrective action has been agreed." }
                }
            };
        }
        self.table_of("Corrective actions", &actions)
    }

    /// What was finished in the chosen year, the latest first, a page at a time.
    fn finished(&self, matrix: &LearningMatrix, chosen: &Chosen) -> Markup {
        let on = |action: &ActionLine| action.finished_on();
        let mut actions = matrix.actions();
        actions.retain(|(_, action)| on(action).is_some_and(|on| chosen.year.contains(on)));
        actions.sort_by_key(|(case, action)| (std::cmp::Reverse(on(action)), case.reference));
        let heading = format!("Finished in {}", chosen.year);
        if actions.is_empty() {
            return html! {
                h2 class="govuk-heading-m" id="finished" { (heading) }
                p class="govuk-body" { "No corrective action was finished in this year." }
            };
        }
        let OnPage {
            page,
            pages,
            entries,
        } = chosen.on_page(actions.len());
        let caption = if pages == 1 {
            heading
        } else {
            format!(
                "{heading}: {} to {} of {}",
                entries.start + 1,
                entries.end,
                actions.len()
            )
        };
        let to = |page: usize| PageLink::to(format!("{PATH}?{}#finished", chosen.query(page)));
        html! {
            div id="finished" { (self.table_of(&caption, &actions[entries])) }
            @if pages > 1 {
                (pagination(&Pagination {
                    previous: (page > 1).then(|| to(page - 1)),
                    next: (page < pages).then(|| to(page + 1)),
                    landmark_label: "Pages of finished actions".to_owned(),
                    ..Pagination::default()
                }))
            }
        }
    }

    fn table_of(&self, caption: &str, actions: &[(&LearningCase, &ActionLine)]) -> Markup {
        table(&Table {
            caption: caption.into(),
            caption_size: Size::M,
            head: vec![
                "Case".into(),
                "Action".into(),
                "Whose".into(),
                "By when".into(),
                "How far it is".into(),
                "Effect".into(),
            ],
            rows: actions
                .iter()
                .map(|(case, action)| self.action(case, action))
                .collect(),
            first_cell_is_header: true,
            layout: TableLayout::Reflow,
        })
    }

    fn action(&self, of: &LearningCase, action: &ActionLine) -> Vec<Cell> {
        let own = action.owner == self.officer.account;
        let far = html! {
            div {
                (far(action.state, action.is_late(self.today)))
                @if own {
                    " " a class="govuk-link" href=(own_actions_of(of.reference)) { "See and report on it" }
                }
            }
        };
        vec![
            Cell::new(html! { (case(of)) ", action " (action.number.0) }),
            Cell::new(self.what(action)),
            Cell::new(self.name(action.owner)),
            Cell::new(short_date(action.due_on)),
            Cell::new(far),
            Cell::new(effect(action)),
        ]
    }

    /// Its kind and what it is about.
    fn what(&self, action: &ActionLine) -> Markup {
        html! {
            div {
                (self.settings.learning.action_kinds.label(&action.kind))
                div class="heard-quiet" { (self.about(action)) }
                @if let Some(answers) = action.answers { div class="heard-quiet" { "Answers: " (answers.label()) } }
            }
        }
    }

    fn about(&self, action: &ActionLine) -> String {
        let themes = action.themes.iter();
        let labels: Vec<_> = themes
            .map(|theme| self.settings.learning.themes.label(theme))
            .collect();
        labels.join(", ")
    }

    fn name(&self, owner: AccountId) -> &str {
        let mut colleagues = self.colleagues.iter();
        let owner = colleagues.find(|officer| officer.account == owner);
        owner.map_or("a former colleague", |officer| &officer.display_name)
    }

    /// What a team is called today, or what it has become by way of mergers.
    fn team(&self, code: &Code) -> String {
        let code = self.organisation.now(code);
        let unit = self.organisation.unit(code);
        unit.map_or(code.to_string(), |unit| unit.name_on(self.today).to_owned())
    }

    fn reports(&self, matrix: &LearningMatrix) -> Markup {
        let reports = matrix.reports();
        if reports.is_empty() {
            return html! {
                h2 class="govuk-heading-m" { "To be reported back" }
                p class="govuk-body" { "No service is to report back on a closed complaint." }
            };
        }
        let rows = reports.into_iter().map(|(of, due_on)| {
            let due = html! {
                div {
                    (short_date(due_on)) " "
                    @if due_on < self.today { (tag(&Tag::new("Overdue", TagColour::Red))) }
                }
            };
            vec![Cell::new(case(of)), Cell::new(due)]
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

    /// The debriefs of the chosen year, the latest first.
    fn debriefs(&self, matrix: &LearningMatrix, chosen: &Chosen) -> Markup {
        let mut debriefs = matrix.debriefs();
        debriefs.retain(|(_, on, _)| chosen.year.contains(*on));
        if debriefs.is_empty() {
            return Markup::default();
        }
        let left_out = debriefs.len().saturating_sub(PAGE);
        let rows = debriefs.into_iter().take(PAGE).map(|(of, on, people)| {
            vec![
                Cell::new(case(of)),
                Cell::new(
                    of.team
                        .as_ref()
                        .map_or("–".to_owned(), |team| self.team(team)),
                ),
                Cell::new(short_date(on)),
                Cell::numeric(people.to_string()),
            ]
        });
        html! {
            (table(&Table {
                caption: format!("Debriefs in {}", chosen.year).into(),
                caption_size: Size::M,
                head: vec![
                    "Case".into(),
                    "Team".into(),
                    "When".into(),
                    Cell::numeric("How many were there"),
                ],
                rows: rows.collect(),
                first_cell_is_header: true,
                layout: TableLayout::Reflow,
            }))
            @if left_out > 0 {
                p class="govuk-body" { "There are " (left_out) " more. Choose a team to see fewer at once." }
            }
        }
    }

    /// The themes in the order of the authority's list, then those that stand in it no more.
    fn themes(&self, matrix: &LearningMatrix) -> Markup {
        let list = &self.settings.learning.themes;
        let actions = matrix.actions();
        let mut themes: Vec<&Code> = list.0.iter().map(|entry| &entry.code).collect();
        for theme in actions.iter().flat_map(|(_, action)| &action.themes) {
            if !themes.contains(&theme) {
                themes.push(theme);
            }
        }
        let rows = themes.into_iter().filter_map(|theme| {
            let of_theme = |action: &&ActionLine| action.themes.contains(theme);
            let actions: Vec<_> = actions
                .iter()
                .map(|(_, action)| *action)
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

/// What was found of the effect of an action, or when that is looked at.
fn effect(action: &ActionLine) -> String {
    match (action.verdict(), action.review_on) {
        (_, Some(on)) => format!("To be looked at by {}", short_date(on)),
        (Some(verdict), None) => verdict.label().to_owned(),
        (None, None) => String::new(),
    }
}
