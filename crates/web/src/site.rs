//! What every page has at hand: the application, who is signed in, the frame, and its routes as data.

use std::sync::Arc;

use app::App;
use app::officer::{Officer, Role};
use app::permit::Deed;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::routing::MethodRouter;
use casework::settings::Settings;
use maud::Markup;

use crate::components::{NavigationItem, Place};
use crate::layout::{self, Back, Colour, Council, Page, PageWidth, SignedIn};
use crate::page_error::PageError;

/// The state of the pages. Cheap to clone.
#[derive(Clone)]
pub struct Site {
    /// The use cases.
    pub app: App,
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
    /// What answers.
    pub handler: MethodRouter<Site>,
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
    /// The annual report.
    AnnualReport,
    /// One's own account.
    Account,
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

/// Somebody who is signed in: an extractor that sends everybody else to the sign-in page.
pub struct Signed(pub Officer);

impl FromRequestParts<Site> for Signed {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, PageError> {
        crate::session::signed_in(parts, site).await.map(Self)
    }
}

impl Site {
    /// The settings of the officer's authority.
    ///
    /// # Errors
    ///
    /// A [`PageError`] when the authority is not served any more.
    pub fn settings(&self, officer: &Officer) -> Result<Arc<Settings>, PageError> {
        self.app.settings(&officer.authority).ok_or(PageError::SignedOut)
    }

    /// A whole page for somebody signed in.
    ///
    /// # Errors
    ///
    /// A [`PageError`] when the authority is not served any more.
    pub fn page(&self, officer: &Officer, frame: Frame<'_>, main: Markup) -> Result<Markup, PageError> {
        let settings = self.settings(officer)?;
        Ok(layout::page(Page {
            title: frame.title,
            council: &council(&settings),
            signed_in: Some(SignedIn {
                name: &officer.display_name,
                role: officer.role.label(),
                sign_out: "/sign-out",
            }),
            navigation: navigation(officer, frame.here),
            back: frame.back,
            errors: frame.errors,
            width: frame.width,
            main,
        }))
    }
}

/// The council as the frame shows it.
pub fn council(settings: &Settings) -> Council {
    Council {
        name: settings.name.clone(),
        colour: Colour::parse(&settings.colour).unwrap_or_default(),
        home: "/".to_owned(),
        footer_links: vec![("Accessibility".to_owned(), "/accessibility".to_owned())],
    }
}

/// The links of the service navigation that are of use to a role.
fn navigation(officer: &Officer, here: Here) -> Vec<NavigationItem> {
    let items = [
        ("Today", "/today", Here::Today, Deed::ReadWorklist),
        ("Register", "/register", Here::Register, Deed::ReadRegister),
        (
            "Record a complaint",
            "/complaints/new",
            Here::Record,
            Deed::Act(casework::action::Action::RecordComplaint),
        ),
        ("Annual report", "/annual-report", Here::AnnualReport, Deed::ReadReport),
    ];
    let allowed = |role: Role, deed| app::permit::decide(role, deed, app::permit::Relation::NoCase).is_ok();
    items
        .into_iter()
        .filter(|(_, _, _, deed)| allowed(officer.role, *deed))
        .map(|(text, href, place, _)| {
            NavigationItem::new(text, href, if place == here { Place::Here } else { Place::Elsewhere })
        })
        .collect()
}
