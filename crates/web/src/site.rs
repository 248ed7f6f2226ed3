//! What every page has at hand: the application, who is signed in, the frame, and its routes as data.

use std::sync::Arc;

use app::App;
use app::officer::{Officer, Role};
use app::permit::Deed;
use axum::extract::DefaultBodyLimit;
use axum::handler::Handler;
use axum::routing::{self, MethodRouter};
use casework::settings::Settings;
use maud::Markup;
use statute::working_days::Calendar;
use tokio::sync::Semaphore;

use crate::addresses::{ACCOUNTS, RULES, SIGN_OUT};
use crate::components::{NavigationItem, Place};
use crate::layout::{self, Back, Colour, Council, Page, PageWidth, SignedIn};
use crate::page_error::PageError;
use crate::serving::{LARGEST_FORM, Serving};
use crate::throttle::Throttle;
use crate::waiting_files::WaitingFiles;

/// The state of the pages. Cheap to clone.
#[derive(Clone)]
pub struct Site {
    /// The use cases.
    pub app: App,
    /// How the pages are reached.
    pub(crate) serving: Serving,
    /// How often one may try to sign in.
    pub(crate) throttle: Arc<Throttle>,
    /// Typesetting a report takes both cores for seconds; only so many at a time.
    pub(crate) typesetting: Arc<Semaphore>,
    /// Files that wait for their import to be confirmed: in memory, and nowhere else.
    pub(crate) waiting_files: Arc<WaitingFiles>,
}

/// Who may come to a route: what the access test of every route goes by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Anybody, signed in or not.
    Anybody,
    /// Anybody who is signed in.
    SignedIn,
    /// Whoever may do this deed.
    May(Deed),
}

/// A route as data, so that one list is the router, the access test and the page of permits.
pub struct Route {
    /// `GET` or `POST`.
    pub method: &'static str,
    /// The path as axum writes it.
    pub path: &'static str,
    /// Who may come.
    pub access: Access,
    /// The most that may be sent to it, in bytes.
    pub largest: usize,
    /// What answers.
    pub handler: MethodRouter<Site>,
}

impl Route {
    /// A page.
    pub(crate) fn get<H, T>(path: &'static str, access: Access, handler: H) -> Self
    where
        H: Handler<T, Site>,
        T: 'static,
    {
        Self {
            method: "GET",
            path,
            access,
            largest: LARGEST_FORM,
            handler: routing::get(handler),
        }
    }

    /// A form.
    pub(crate) fn post<H, T>(path: &'static str, access: Access, handler: H) -> Self
    where
        H: Handler<T, Site>,
        T: 'static,
    {
        Self {
            method: "POST",
            path,
            access,
            largest: LARGEST_FORM,
            handler: routing::post(handler),
        }
    }
}

impl Route {
    /// A form that may send more than others, as one with a file does.
    pub(crate) fn taking(self, largest: usize) -> Self {
        Self {
            largest,
            handler: self.handler.layer(DefaultBodyLimit::disable()),
            ..self
        }
    }
}

/// Where in the service a page belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Here {
    /// What is due.
    Today,
    /// The register and the cases in it.
    Register,
    /// Recording something new.
    Record,
    /// What is learned from complaints.
    Learning,
    /// The annual report.
    AnnualReport,
    /// One's own account.
    Account,
    /// The accounts of everybody.
    Accounts,
    /// None of these.
    Elsewhere,
}

/// What the frame of a page needs to know.
pub struct Frame<'a> {
    /// The title of the page.
    pub title: &'a str,
    /// Where it belongs.
    pub here: Here,
    /// The way back.
    pub back: Back,
    /// Whether the page shows problems.
    pub errors: bool,
    /// How wide the text runs.
    pub width: PageWidth,
}

/// How many reports are typeset at the same time.
const TYPESETTING_AT_ONCE: usize = 1;

impl Site {
    /// The site of an application.
    pub fn new(app: App, serving: Serving) -> Self {
        Self {
            app,
            serving,
            throttle: Arc::new(Throttle::new()),
            typesetting: Arc::new(Semaphore::new(TYPESETTING_AT_ONCE)),
            waiting_files: Arc::default(),
        }
    }

    /// The settings of the officer's authority.
    ///
    /// # Errors
    ///
    /// A [`PageError`] when the authority is not served any more.
    pub fn settings(&self, officer: &Officer) -> Result<Arc<Settings>, PageError> {
        self.app
            .settings(&officer.authority)
            .ok_or(PageError::SignedOut)
    }

    /// The working days of the officer's authority.
    ///
    /// # Errors
    ///
    /// A [`PageError`] when the authority is not served any more.
    pub fn calendar(&self, officer: &Officer) -> Result<Arc<Calendar>, PageError> {
        self.app
            .calendar(&officer.authority)
            .ok_or(PageError::SignedOut)
    }

    /// A whole page for somebody signed in.
    ///
    /// # Errors
    ///
    /// A [`PageError`] when the authority is not served any more.
    pub fn page(
        &self,
        officer: &Officer,
        frame: Frame<'_>,
        main: Markup,
    ) -> Result<Markup, PageError> {
        let mut council = council(&*self.settings(officer)?);
        let rules = ("Rules".to_owned(), RULES.to_owned());
        council.footer_links.insert(0, rules);
        Ok(layout::page(Page {
            title: frame.title,
            council: &council,
            signed_in: Some(SignedIn {
                name: &officer.display_name,
                role: officer.role.label(),
                sign_out: SIGN_OUT,
            }),
            navigation: navigation(officer, frame.here),
            back: frame.back,
            errors: frame.errors,
            width: frame.width,
            main,
        }))
    }
}

impl Site {
    /// A whole page for somebody who has not signed in, or not yet.
    pub(crate) fn open_page(&self, title: &str, back: Back, errors: bool, main: Markup) -> Markup {
        let authorities = self.app.authorities();
        let council = match authorities.as_slice() {
            [only] => council(only),
            // Which council it is comes out only when somebody has signed in.
            _ => Council {
                name: "Heard".to_owned(),
                ..anonymous_council()
            },
        };
        layout::page(Page {
            title,
            council: &council,
            signed_in: None,
            navigation: Vec::new(),
            back,
            errors,
            width: PageWidth::Reading,
            main,
        })
    }
}

/// The first page of a role after signing in: where its work is.
pub(crate) fn home(role: Role) -> &'static str {
    match role {
        Role::Administrator => ACCOUNTS,
        Role::Analyst => "/annual-report",
        Role::ComplaintsManager | Role::ComplaintsOfficer | Role::TeamManager | Role::Director => {
            "/today"
        }
    }
}

/// The council as the frame shows it.
pub fn council(settings: &Settings) -> Council {
    Council {
        name: settings.name.clone(),
        colour: Colour::parse(&settings.colour).unwrap_or_default(),
        ..anonymous_council()
    }
}

fn anonymous_council() -> Council {
    Council {
        home: "/".to_owned(),
        footer_links: vec![("Accessibility".to_owned(), "/accessibility".to_owned())],
        ..Council::default()
    }
}

/// The links of the service navigation that are of use to a role.
fn navigation(officer: &Officer, here: Here) -> Vec<NavigationItem> {
    let items = [
        ("Today", "/today", Here::Today, Deed::ReadWorklist),
        ("Register", "/register", Here::Register, Deed::ReadRegister),
        ("Learning", "/learning", Here::Learning, Deed::ReadRegister),
        (
            "Record a complaint",
            "/complaints/new",
            Here::Record,
            Deed::Act(casework::action::Action::RecordComplaint),
        ),
        (
            "Annual report",
            "/annual-report",
            Here::AnnualReport,
            Deed::ReadReport,
        ),
        ("Accounts", ACCOUNTS, Here::Accounts, Deed::ManageAccounts),
    ];
    let allowed =
        |role: Role, deed| app::permit::decide(role, deed, app::permit::Relation::NoCase).is_ok();
    items
        .into_iter()
        .filter(|(_, _, _, deed)| allowed(officer.role, *deed))
        .map(|(text, href, place, _)| {
            NavigationItem::new(
                text,
                href,
                if place == here {
                    Place::Here
                } else {
                    Place::Elsewhere
                },
            )
        })
        .collect()
}
