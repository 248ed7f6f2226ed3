//! Which cases of the register are shown and in which order, as an address says it.

use casework::case::Stage;
use casework::intake::{Procedure, RepresentationKind};
use casework::settings::{Code, Settings};
use jiff::civil::Date;
use journal::{PageFrom, RegisterQuery, RegisterSort, Standing};
use maud::{Markup, html};

use super::REGISTER;
use crate::components::{
    Button, Checkbox, CheckboxItem, Checkboxes, Details, Select, button, button_group, checkboxes,
    details, select,
};

/// What an address asks for. A value that is none is taken as not asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Filter {
    standing: Standing,
    kind: Option<RepresentationKind>,
    procedure: Option<Procedure>,
    stage: Option<Stage>,
    service: Option<String>,
    overdue: bool,
    sort: RegisterSort,
    descending: bool,
    page: PageFrom,
}

const STANDINGS: [(Standing, &str, &str); 3] = [
    (Standing::Open, "open", "Open"),
    (Standing::Closed, "closed", "Closed"),
    (Standing::All, "all", "Open and closed"),
];

/// The code, the words, by what, and whether the other way round.
const SORTS: [(&str, &str, RegisterSort, bool); 4] = [
    ("due", "Soonest due first", RegisterSort::Due, false),
    ("received", "Newest first", RegisterSort::Received, true),
    ("oldest", "Oldest first", RegisterSort::Received, false),
    ("reference", "By reference", RegisterSort::Reference, false),
];

impl Filter {
    /// Reads the query of an address.
    pub(super) fn from_address(query: &str) -> Self {
        let mut filter = Self {
            standing: Standing::Open,
            kind: None,
            procedure: None,
            stage: None,
            service: None,
            overdue: false,
            sort: RegisterSort::Due,
            descending: false,
            page: PageFrom::Start,
        };
        // Every value we give out is a code, so nothing in it is escaped.
        for (name, value) in query.split('&').filter_map(|pair| pair.split_once('=')) {
            match name {
                "standing" => {
                    let standing = STANDINGS.into_iter().find(|(_, code, _)| *code == value);
                    filter.standing = standing.map_or(Standing::Open, |(standing, ..)| standing);
                }
                "kind" => {
                    filter.kind = RepresentationKind::ALL
                        .into_iter()
                        .find(|kind| kind.code() == value);
                }
                "procedure" => {
                    filter.procedure = Procedure::ALL
                        .iter()
                        .copied()
                        .find(|procedure| procedure.code() == value);
                }
                "stage" => {
                    filter.stage = Stage::ALL.into_iter().find(|stage| stage.code() == value);
                }
                "service" => {
                    filter.service = Some(value.to_owned()).filter(|value| !value.is_empty());
                }
                "overdue" => filter.overdue = value == "yes",
                "sort" => {
                    if let Some((_, _, sort, descending)) =
                        SORTS.into_iter().find(|(code, ..)| *code == value)
                    {
                        (filter.sort, filter.descending) = (sort, descending);
                    }
                }
                "after" => filter.page = value.parse().map_or(PageFrom::Start, PageFrom::After),
                "before" => filter.page = value.parse().map_or(PageFrom::Start, PageFrom::Before),
                _ => {}
            }
        }
        filter
    }

    /// What to ask of the journal.
    pub(super) fn query(&self, today: Date) -> RegisterQuery {
        RegisterQuery {
            standing: self.standing,
            kind: self.kind.map(|kind| kind.code().to_owned()),
            procedure: self.procedure.map(|procedure| procedure.code().to_owned()),
            stage: self.stage.map(|stage| stage.code().to_owned()),
            service: self.service.clone(),
            overdue_on: self.overdue.then_some(today),
            sort: self.sort,
            descending: self.descending,
            page: self.page.clone(),
            ..RegisterQuery::default()
        }
    }

    /// The address of another page of the same cases: `way` is "after" or "before" the cursor.
    pub(super) fn page_address(&self, way: &str, cursor: &str) -> String {
        let mut parts = vec![
            format!("standing={}", self.standing_code()),
            format!("sort={}", self.sort_code()),
        ];
        let mut add = |name: &str, code: Option<&str>| {
            parts.extend(code.map(|code| format!("{name}={code}")));
        };
        add("kind", self.kind.map(RepresentationKind::code));
        add("procedure", self.procedure.map(Procedure::code));
        add("stage", self.stage.map(Stage::code));
        add("service", self.service.as_deref());
        add("overdue", self.overdue.then_some("yes"));
        add(way, Some(cursor));
        format!("{REGISTER}?{}", parts.join("&"))
    }

    /// The heading of the list: "Open cases: Complaint, overdue".
    pub(super) fn in_words(&self, settings: &Settings) -> String {
        let standing = match self.standing {
            Standing::Open => "Open cases",
            Standing::Closed => "Closed cases",
            Standing::All => "All cases",
        };
        let mut words: Vec<String> = Vec::new();
        words.extend(self.kind.map(|kind| kind_label(kind).to_owned()));
        words.extend(
            self.procedure
                .map(|procedure| procedure_label(procedure).to_owned()),
        );
        words.extend(self.stage.map(|stage| stage.label().to_owned()));
        words.extend(
            self.service
                .as_ref()
                .map(|service| settings.service(&Code::new(service.as_str())).to_owned()),
        );
        if self.overdue {
            words.push("overdue".to_owned());
        }
        if words.is_empty() {
            return standing.to_owned();
        }
        format!("{standing}: {}", words.join(", "))
    }

    /// The form, folded away unless something was asked for.
    pub(super) fn form(&self, settings: &Settings) -> Markup {
        let kinds = RepresentationKind::ALL
            .into_iter()
            .map(|kind| (kind.code(), kind_label(kind)));
        let procedures = Procedure::ALL
            .iter()
            .map(|procedure| (procedure.code(), procedure_label(*procedure)));
        let stages = Stage::ALL
            .into_iter()
            .filter(|stage| *stage != Stage::Register);
        let stages = stages.map(|stage| (stage.code(), stage.label()));
        let services = settings
            .services
            .0
            .iter()
            .map(|entry| (entry.code.as_str(), entry.label.as_str()));
        let standings = STANDINGS.into_iter().map(|(_, code, words)| (code, words));
        let sorts = SORTS.into_iter().map(|(code, words, ..)| (code, words));
        let body = html! {
            form method="get" action=(REGISTER) class="heard-filter" {
                div class="heard-filter__fields" {
                    (choice("standing", "Open or closed", standings, self.standing_code()))
                    (choice("kind", "Kind", any().chain(kinds), self.kind.map_or("", RepresentationKind::code)))
                    (choice("procedure", "Procedure", any().chain(procedures), self.procedure.map_or("", Procedure::code)))
                    (choice("stage", "Stage", any().chain(stages), self.stage.map_or("", Stage::code)))
                    (choice("service", "Service", any().chain(services), self.service.as_deref().unwrap_or_default()))
                    (choice("sort", "Order", sorts, self.sort_code()))
                }
                (checkboxes(&Checkboxes {
                    name: "overdue".to_owned(),
                    small: true,
                    items: vec![CheckboxItem::Checkbox(Checkbox {
                        checked: self.overdue,
                        ..Checkbox::new("yes", "Overdue only")
                    })],
                    ..Checkboxes::default()
                }))
                (button_group(&[
                    button(&Button::new("Show")),
                    html! { a class="govuk-link" href=(REGISTER) { "Clear" } },
                ]))
            }
        };
        details(&Details {
            summary: "Filter and sort".into(),
            body: body.into(),
            open: *self
                != Self {
                    page: self.page.clone(),
                    ..Self::from_address("")
                },
            ..Details::default()
        })
    }

    fn standing_code(&self) -> &'static str {
        STANDINGS
            .into_iter()
            .find(|(standing, ..)| *standing == self.standing)
            .map_or("open", |(_, code, _)| code)
    }

    fn sort_code(&self) -> &'static str {
        let same = |(_, _, sort, descending): &(_, _, RegisterSort, bool)| {
            *sort == self.sort && *descending == self.descending
        };
        SORTS
            .into_iter()
            .find(same)
            .map_or("due", |(code, ..)| code)
    }
}

/// What a kind is called in a list, where a form would ask with "A complaint".
pub(super) const fn kind_label(kind: RepresentationKind) -> &'static str {
    match kind {
        RepresentationKind::Complaint => "Complaint",
        RepresentationKind::Compliment => "Compliment",
        RepresentationKind::Comment => "Comment",
        RepresentationKind::Enquiry => "Enquiry",
        RepresentationKind::ElectedMemberEnquiry => "MP or councillor enquiry",
        RepresentationKind::AnonymousComplaint => "Anonymous complaint",
        RepresentationKind::ServiceRequest => "Service request",
        RepresentationKind::SettledAtFirstContact => "Settled at first contact",
        RepresentationKind::SubjectAccessRequest => "Subject access request",
        RepresentationKind::InformalContact => "Informal contact",
        RepresentationKind::HelplineContact => "Advocacy helpline",
        RepresentationKind::ContactToSort => "To be sorted",
    }
}

/// The words for a procedure.
pub(super) const fn procedure_label(procedure: Procedure) -> &'static str {
    match procedure {
        Procedure::ChildrenAct => "Children Act procedure",
        Procedure::Corporate => "Corporate procedure",
    }
}

fn any<'a>() -> std::iter::Once<(&'a str, &'a str)> {
    std::iter::once(("", "Any"))
}

fn choice<'a>(
    name: &str,
    label: &str,
    items: impl Iterator<Item = (&'a str, &'a str)>,
    selected: &str,
) -> Markup {
    select(&Select {
        full_width: true,
        ..Select::new(name, label, items, selected)
    })
}

#[cfg(test)]
mod tests {
    use journal::Cursor;

    use super::*;

    #[test]
    fn an_address_says_what_is_shown_and_the_next_page_shows_the_same() {
        let address = "standing=all&kind=complaint&procedure=children_act&stage=investigation&service=first_response&overdue=yes&sort=received";
        let filter = Filter::from_address(address);
        let next = filter.page_address("after", "2026-03-02.17");
        let (_, next) = next.split_once('?').expect("a query");
        let again = Filter::from_address(next);
        assert_eq!(
            again,
            Filter {
                page: again.page.clone(),
                ..filter
            }
        );
        let cursor: Cursor = "2026-03-02.17".parse().expect("a cursor");
        assert_eq!(again.page, PageFrom::After(cursor));
    }

    #[test]
    fn what_is_not_understood_is_not_asked_for() {
        let filter =
            Filter::from_address("standing=lost&kind=%00&stage=9&sort=&after=yesterday&x=1&&=");
        assert_eq!(filter, Filter::from_address(""));
    }
}
