//! A small council with one account for each role and one complaint, and a browser to look at it with.

use std::collections::BTreeMap;

use app::App;
use app::accounts::NewAccount;
use app::clock::{Clock, noon};
use app::officer::{Officer, Role};
use app::permit::Deed;
use app::private::{PersonDetails, seal_text};
use app::record::Order;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::header::{CONTENT_TYPE, COOKIE, LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, Request, StatusCode};
use casework::action::Action;
use casework::ids::{AccountId, AuthorityCode, PersonId, Reference};
use casework::intake::{Procedure, RecordComplaint};
use casework::people::{Channel, Child, ChildStatus, Complainant};
use casework::point::{Point, PointNumber};
use casework::settings::Code;
use jiff::SignedDuration;
use jiff::civil::date;
use journal::{DeploymentKey, Journal, Location, Sealing};
use secrecy::{ExposeSecret, SecretString};
use statute::procedure::LegalGround;
use tokio::sync::Mutex;
use tower::ServiceExt;
use uuid::Uuid;
use web::Serving;

const SETTINGS: &str = r##"
code = "wittering"
name = "Wittering Council"
colour = "#5b2a5e"
services = [{ code = "first_response", label = "First Response" }]
categories = [{ code = "delay", label = "Delay" }]
capacities = [{ code = "parent", label = "Parent" }]
outcomes = [{ code = "upheld", label = "Upheld" }]
timescale_bands = []
ombudsman_decisions = []
[equality]
gender = []
ethnicity = []
sexual_orientation = []
religion = []
disability = []
age = []
"##;

pub(crate) const COMPLAINANT: &str = "Ada Fictional";
const SERVING: Serving = Serving {
    https: true,
    behind_proxy: false,
};
pub(crate) const PASSWORD: &str = "four plain words here";

/// The council.
pub(crate) struct Town {
    pub(crate) app: App,
    /// Made when they are first asked for: hashing passwords takes its time.
    accounts: Mutex<BTreeMap<Role, (AccountId, SecretString)>>,
}

/// A browser: it keeps the cookies it is given.
#[derive(Clone)]
pub(crate) struct Browser {
    pages: Router,
    pub(crate) cookie: Option<String>,
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
}

impl Answer {
    /// Where it leads.
    pub(crate) fn leads_to(&self) -> Option<&str> {
        self.headers.get(LOCATION)?.to_str().ok()
    }

    /// A header as text.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }
}

impl Town {
    pub(crate) fn authority() -> AuthorityCode {
        "wittering".parse().expect("a code")
    }

    /// On Wednesday 4 March 2026, with one complaint of 2 March.
    pub(crate) async fn new() -> Self {
        let key = DeploymentKey::from_bytes([7; 32]);
        let journal = Journal::open(&Location::Memory, key)
            .await
            .expect("a journal in memory opens");
        let app = App::start(journal, Clock::At(noon(date(2026, 3, 4))))
            .await
            .expect("it is so in this council");
        app.save_authority(SETTINGS)
            .await
            .expect("the settings are sound");
        let accounts = Mutex::default();
        let town = Self { app, accounts };
        town.record_complaint().await;
        town
    }

    /// The same council some time later.
    pub(crate) fn later(&self, wait: SignedDuration) -> App {
        self.app.at(self.app.now() + wait)
    }

    /// A browser nobody has signed in with.
    pub(crate) fn browser(&self) -> Browser {
        Self::browser_of(self.app.clone())
    }

    pub(crate) fn browser_of(app: App) -> Browser {
        Browser {
            pages: web::router_with(app, SERVING),
            cookie: None,
        }
    }

    /// A browser with a session of somebody in this role, who has a password of their own.
    pub(crate) async fn browser_as(&self, role: Role) -> Browser {
        let mut browser = self.browser();
        let one_time = self.one_time_password(role).await;
        let answer = browser.sign_in(role.code(), &one_time).await;
        if answer.status == StatusCode::SEE_OTHER {
            let change = format!("old={one_time}&new={PASSWORD}&again={PASSWORD}");
            browser.post("/account/password", &change).await;
        } else {
            browser.sign_in(role.code(), PASSWORD).await;
        }
        browser
    }

    /// The account of a role.
    pub(crate) async fn account(&self, role: Role) -> AccountId {
        self.made(role).await.0
    }

    /// The password a role's account was made with.
    pub(crate) async fn one_time_password(&self, role: Role) -> String {
        self.made(role).await.1.expose_secret().to_owned()
    }

    async fn made(&self, role: Role) -> (AccountId, SecretString) {
        let mut accounts = self.accounts.lock().await;
        if let Some(made) = accounts.get(&role) {
            return made.clone();
        }
        let new = NewAccount {
            authority: Self::authority(),
            sign_in_name: role.code().to_owned(),
            display_name: format!("The {}", role.label().to_lowercase()),
            role,
        };
        let made = self
            .app
            .create_account(new)
            .await
            .expect("the name is free");
        accounts.insert(role, made.clone());
        made
    }

    pub(crate) async fn record_complaint(&self) -> Reference {
        let officer = &Officer {
            account: AccountId(Uuid::from_u128(1)),
            authority: Self::authority(),
            display_name: "Somebody".to_owned(),
            role: Role::ComplaintsManager,
            must_change: false,
        };
        let mut sealing = Sealing::new();
        let parent = PersonDetails {
            name: COMPLAINANT.to_owned(),
            contact: None,
            born_on: None,
        };
        let command = RecordComplaint {
            place: casework::organisation::Place::default(),
            procedure: Procedure::ChildrenAct,
            channel: Channel::Telephone,
            received_on: date(2026, 3, 2),
            reached_team_on: None,
            grounds_arose_on: None,
            late_reasons: None,
            service: Code::new("first_response"),
            complainants: vec![Complainant {
                person: PersonId(Uuid::from_u128(30)),
                ground: Some(LegalGround::Parent),
                capacity: Code::new("parent"),
                details: Some(parent.seal(&mut sealing)),
            }],
            children: vec![Child {
                person: PersonId(Uuid::from_u128(31)),
                status: ChildStatus::InNeed,
                details: None,
            }],
            points: vec![Point {
                number: PointNumber(1),
                text: seal_text(&mut sealing, "Nobody rang back"),
                categories: vec![Code::new("delay")],
            }],
            desired_outcome: None,
            complained_about: Vec::new(),
        };
        let permit = self
            .app
            .permit(officer, Deed::Act(Action::RecordComplaint), None)
            .await
            .expect("it is so in this council");
        self.app
            .record(permit, Order::new(command, sealing))
            .await
            .expect("it is so in this council")
            .reference
    }
}

impl Browser {
    pub(crate) async fn get(&mut self, path: &str) -> Answer {
        self.send(Request::get(path), Body::empty()).await
    }

    pub(crate) async fn post(&mut self, path: &str, form: &str) -> Answer {
        let request = Request::post(path)
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin");
        self.send(request, Body::from(form.replace(' ', "+"))).await
    }

    pub(crate) async fn sign_in(&mut self, name: &str, password: &str) -> Answer {
        self.post("/sign-in", &format!("name={name}&password={password}"))
            .await
    }

    pub(crate) async fn send(
        &mut self,
        mut request: axum::http::request::Builder,
        body: Body,
    ) -> Answer {
        if let Some(cookie) = &self.cookie {
            request = request.header(COOKIE, cookie);
        }
        let request = request.body(body).expect("a sound request");
        let response = self
            .pages
            .clone()
            .oneshot(request)
            .await
            .expect("it is so in this council");
        let (head, body) = response.into_parts();
        for cookie in head.headers.get_all(SET_COOKIE) {
            let cookie = cookie.to_str().expect("a cookie of letters");
            let (pair, _) = cookie.split_once(';').expect("a cookie has attributes");
            let gone = pair.ends_with('=') || cookie.contains("Max-Age=0");
            self.cookie = (!gone).then(|| pair.to_owned());
        }
        let body = to_bytes(body, usize::MAX).await.expect("the whole answer");
        Answer {
            status: head.status,
            headers: head.headers,
            body: String::from_utf8_lossy(&body).into_owned(),
        }
    }
}
