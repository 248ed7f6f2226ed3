//! Which part of the matrix is shown, as an address says it: team, theme, owner, year and page.

use std::collections::BTreeSet;
use std::ops::Range;

use app::learning::{LearningCase, LearningMatrix};
use casework::ids::AccountId;
use casework::organisation::Organisation;
use casework::settings::{Code, ReportingYear};
use jiff::civil::Date;
use maud::{Markup, html};
use views::register_line::ActionLine;

use super::Shown;
use crate::components::{Button, Details, Select, button, button_group, details, select};
use crate::form::Fields;

/// What an address asks for. A value that is none is taken as not asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Chosen {
    pub(super) team: Option<Code>,
    pub(super) theme: Option<Code>,
    pub(super) owner: Option<AccountId>,
    /// The year of what is past.
    pub(super) year: ReportingYear,
    /// Which page of a long list, from 1.
    pub(super) page: usize,
}

/// A page of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct OnPage {
    pub(super) page: usize,
    pub(super) pages: usize,
    pub(super) entries: Range<usize>,
}

/// How many entries of a list a page shows.
pub(super) const PAGE: usize = 50;

impl Chosen {
    /// Reads the query of an address.
    pub(super) fn from_query(query: Vec<(String, String)>, today: Date) -> Self {
        let fields = Fields::new(query);
        let code = |name| {
            let code = fields.text(name);
            (!code.is_empty()).then(|| Code::new(code))
        };
        Self {
            team: code("team"),
            theme: code("theme"),
            owner: fields.text("owner").parse().ok(),
            year: fields
                .text("year")
                .parse()
                .unwrap_or_else(|_| ReportingYear::of(today)),
            page: fields.text("page").parse().unwrap_or(1).max(1),
        }
    }

    /// The same matrix with what was not asked for left out. A theme or an owner leaves of each case the actions with it,
    /// and no case without one.
    pub(super) fn of(&self, matrix: LearningMatrix, organisation: &Organisation) -> LearningMatrix {
        let mut cases = matrix.cases;
        cases.retain_mut(|case| {
            case.learning.actions.retain(|action| self.is_asked(action));
            let by_action = self.theme.is_some() || self.owner.is_some();
            self.is_of_team(case, organisation) && (!by_action || !case.learning.actions.is_empty())
        });
        LearningMatrix { cases }
    }

    fn is_asked(&self, action: &ActionLine) -> bool {
        let theme = self.theme.as_ref();
        theme.is_none_or(|theme| action.themes.contains(theme))
            && self.owner.is_none_or(|owner| action.owner == owner)
    }

    /// A team that was merged into the one asked for is counted to it.
    fn is_of_team(&self, case: &LearningCase, organisation: &Organisation) -> bool {
        self.team.as_ref().is_none_or(|asked| {
            let team = case.team.as_ref();
            team.is_some_and(|team| organisation.now(team) == asked)
        })
    }

    /// Which of so many entries of a list stand on the page asked for, or on the last where there are fewer; the pages count
    /// from 1.
    pub(super) fn on_page(&self, entries: usize) -> OnPage {
        let pages = entries.div_ceil(PAGE).max(1);
        let page = self.page.min(pages);
        let first = (page - 1) * PAGE;
        OnPage {
            page,
            pages,
            entries: first..entries.min(first + PAGE),
        }
    }

    /// The query of an address that asks for the same, on a page.
    pub(super) fn query(&self, page: usize) -> String {
        let mut parts = vec![format!("year={}", self.year)];
        let mut add = |name: &str, value: Option<String>| {
            parts.extend(value.map(|value| format!("{name}={value}")));
        };
        add("team", self.team.as_ref().map(ToString::to_string));
        add("theme", self.theme.as_ref().map(ToString::to_string));
        add("owner", self.owner.map(|owner| owner.to_string()));
        add("page", (page > 1).then(|| page.to_string()));
        parts.join("&")
    }

    /// The form, folded away unless something was asked for. It offers the teams, themes, owners and years that occur.
    pub(super) fn form(&self, at: &str, all: &LearningMatrix, shown: &Shown) -> Markup {
        let organisation = &shown.organisation;
        let teams = all.cases.iter().filter_map(|case| case.team.as_ref());
        let teams: BTreeSet<&Code> = teams.map(|team| organisation.now(team)).collect();
        let teams = teams
            .into_iter()
            .map(|code| (code.to_string(), shown.team(code)));
        let actions = || all.cases.iter().flat_map(|case| &case.learning.actions);
        let themes: BTreeSet<&Code> = actions().flat_map(|action| &action.themes).collect();
        let themes = themes.into_iter().map(|code| {
            (
                code.to_string(),
                shown.settings.learning.themes.label(code).to_owned(),
            )
        });
        let owners: BTreeSet<AccountId> = actions().map(|action| action.owner).collect();
        let owners = owners
            .into_iter()
            .map(|owner| (owner.to_string(), shown.name(owner).to_owned()));
        let years = years(all, shown.today).into_iter();
        let years = years.rev().map(|year| (year.to_string(), year.to_string()));
        let text = |code: &Option<Code>| code.as_ref().map(ToString::to_string).unwrap_or_default();
        let owner = self.owner.map(|owner| owner.to_string());
        let body = html! {
            form method="get" action=(at) class="heard-filter" {
                div class="heard-filter__fields" {
                    (choice("team", "Team", any().chain(teams), &text(&self.team)))
                    (choice("theme", "Theme", any().chain(themes), &text(&self.theme)))
                    (choice("owner", "Whose", any().chain(owners), &owner.unwrap_or_default()))
                    (choice("year", "Year of what is past", years, &self.year.to_string()))
                }
                (button_group(&[
                    button(&Button::new("Show")),
                    html! { a class="govuk-link" href=(at) { "Clear" } },
                ]))
            }
        };
        let untouched = Self::from_query(Vec::new(), shown.today);
        details(&Details {
            summary: "Filter by team, theme, owner and year".into(),
            body: body.into(),
            open: Self {
                page: 1,
                ..self.clone()
            } != untouched,
            ..Details::default()
        })
    }
}

/// The years in which anything was agreed, finished, closed or talked over, and the present one.
fn years(all: &LearningMatrix, today: Date) -> BTreeSet<ReportingYear> {
    let of_case = |case: &LearningCase| {
        let actions = case.learning.actions.iter();
        let days = actions.flat_map(|action| [Some(action.agreed_on), action.finished_on()]);
        let debriefs = case.learning.debriefs.iter().map(|(on, _)| Some(*on));
        let days: Vec<_> = days
            .chain(debriefs)
            .chain([case.closed_on])
            .flatten()
            .collect();
        days
    };
    let days = all.cases.iter().flat_map(of_case);
    days.chain([today]).map(ReportingYear::of).collect()
}

fn any() -> std::iter::Once<(String, String)> {
    std::iter::once((String::new(), "Any".to_owned()))
}

fn choice(
    name: &str,
    label: &str,
    items: impl IntoIterator<Item = (String, String)>,
    chosen: &str,
) -> Markup {
    select(&Select {
        full_width: true,
        ..Select::new(name, label, items, chosen)
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_page_has_fifty_entries_and_the_last_has_the_rest() {
        let asked = |page: usize| {
            let query = vec![("page".to_owned(), page.to_string())];
            Chosen::from_query(query, date(2026, 4, 1))
        };
        for (page, entries, expected) in [
            (1, 0, (1, 1, 0..0)),
            (1, 50, (1, 1, 0..50)),
            (2, 50, (1, 1, 0..50)),
            (1, 51, (1, 2, 0..50)),
            (2, 51, (2, 2, 50..51)),
            (9, 120, (3, 3, 100..120)),
            (0, 51, (1, 2, 0..50)),
        ] {
            let shown = asked(page).on_page(entries);
            let shown = (shown.page, shown.pages, shown.entries);
            assert_eq!(shown, expected, "page {page} of {entries}");
        }
    }
}
