//! A browser without scripts: it keeps its cookie, fills in forms as they come, and follows redirects.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use app::App;
use app::accounts::NewAccount;
use app::clock::{Clock, noon};
use app::officer::Role;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, Response, header};
use casework::ids::AuthorityCode;
use jiff::civil::Date;
use journal::{DeploymentKey, Journal, Location};
use scraper::{ElementRef, Html, Selector};
use secrecy::SecretString;
use tower::ServiceExt;

/// A council with its people, on a journal in memory.
pub(crate) struct Council {
    app: App,
    accounts: BTreeMap<&'static str, String>,
}

/// Somebody's browser on some day.
pub(crate) struct Browser {
    router: Router,
    cookie: String,
}

/// What came back.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) to: Option<String>,
    pub(crate) page: String,
}

/// What the complaint taught, as closing asks it.
pub(crate) const TAUGHT: [(&str, &str); 2] = [
    ("learned", "change"),
    ("taught", "Calls are returned the same day."),
];

const PASSWORD: &str = "an entirely invented pass phrase";

const SETTINGS: &str = r#"
code = "testshire"
name = "Testshire County Council"
services = [{ code = "first_response", label = "First Response" }]
categories = [{ code = "delay", label = "Delay" }, { code = "conduct", label = "Conduct of staff" }]
capacities = [{ code = "parent", label = "Parent" }]
outcomes = [{ code = "upheld", label = "Upheld" }]
timescale_bands = []
ombudsman_decisions = [{ code = "upheld", label = "Upheld" }]
[equality]
gender = []
ethnicity = [{ code = "white_british", label = "White British" }, { code = "asian", label = "Asian" }, { code = "not_stated", label = "Not stated" }]
sexual_orientation = [{ code = "bisexual", label = "Bisexual" }]
religion = []
disability = []
age = []
versions = { sexual_orientation = "2019" }
"#;

/// The council with its people.
pub(crate) async fn council() -> Council {
    let journal = Journal::open(&Location::Memory, DeploymentKey::from_bytes([7; 32]));
    let journal = journal.await.expect("a journal in memory opens");
    let app = App::start(journal, on("2026-01-05"))
        .await
        .expect("an empty journal starts");
    app.save_authority(SETTINGS)
        .await
        .expect("the settings are sound");
    let mut accounts = BTreeMap::new();
    for (name, role) in [
        ("officer", Role::ComplaintsOfficer),
        ("second-officer", Role::ComplaintsOfficer),
        ("manager", Role::TeamManager),
        ("other-manager", Role::TeamManager),
        ("complaints-manager", Role::ComplaintsManager),
        ("director", Role::Director),
        ("analyst", Role::Analyst),
    ] {
        let new = NewAccount {
            authority: authority(),
            sign_in_name: name.to_owned(),
            display_name: format!("The {name}"),
            role,
        };
        let (id, first) = app.create_account(new).await.expect("the name is free");
        let officer = app
            .sign_in(&authority(), name, first.clone())
            .await
            .expect("it is theirs");
        let changed = app
            .change_password(&officer, first, SecretString::from(PASSWORD))
            .await;
        changed.expect("the new one is accepted");
        accounts.insert(name, id.to_string());
    }
    Council { app, accounts }
}

fn authority() -> AuthorityCode {
    "testshire".parse().expect("a code")
}

fn on(day: &str) -> Clock {
    let day: Date = day.parse().expect("a day");
    Clock::At(noon(day))
}

impl Council {
    /// The id of somebody's account, as forms carry it.
    pub(crate) fn account(&self, name: &str) -> String {
        self.accounts[name].clone()
    }

    /// Has the council ask other equality questions in the place of one disability.
    pub(crate) async fn ask(&self, questions: &str) {
        let settings =
            SETTINGS.replace("disability = []", &format!("disability = []\n{questions}"));
        let saved = self.app.save_authority(&settings).await;
        saved.expect("the settings are sound");
    }

    /// Changes one of the council's settings.
    pub(crate) async fn set(&self, setting: &str) {
        let settings = format!("{setting}\n{SETTINGS}");
        self.app
            .save_authority(&settings)
            .await
            .expect("the settings are sound");
    }

    /// Somebody signed in on a day.
    pub(crate) async fn browser(&self, name: &str, day: &str) -> Browser {
        let app = self.app.at(on(day).now());
        let router = web::router(app);
        let browser = Browser {
            router,
            cookie: String::new(),
        };
        let answer = browser
            .send(
                "POST",
                "/sign-in",
                &[
                    ("name".into(), name.into()),
                    ("password".into(), PASSWORD.into()),
                ],
            )
            .await;
        let cookie = answer
            .headers()
            .get_all(header::SET_COOKIE)
            .iter()
            .next_back()
            .expect("a session");
        let cookie = cookie
            .to_str()
            .expect("plain")
            .split(';')
            .next()
            .unwrap_or_default()
            .to_owned();
        Browser { cookie, ..browser }
    }
}

impl Browser {
    /// Opens a page.
    pub(crate) async fn get(&self, path: &str) -> Answer {
        Answer::of(self.send("GET", path, &[]).await).await
    }

    /// The same browser after its session was forgotten.
    pub(crate) fn signed_out(&self) -> Self {
        Self {
            router: self.router.clone(),
            cookie: String::new(),
        }
    }

    /// Sends a form.
    pub(crate) async fn post(&self, path: &str, fields: &[(String, String)]) -> Answer {
        Answer::of(self.send("POST", path, fields).await).await
    }

    /// Opens a form, fills it in and sends it.
    pub(crate) async fn fill(&self, path: &str, answers: &[(&str, &str)]) -> Answer {
        let form = self.get(path).await;
        assert_eq!(form.status, 200, "{path}: {}", form.page);
        self.post(path, &filled(&form.page, answers)).await
    }

    /// The same, and it must be recorded: the case file that follows.
    pub(crate) async fn done(&self, path: &str, answers: &[(&str, &str)]) -> Answer {
        let answer = self.fill(path, answers).await;
        assert_eq!(answer.status, 303, "{path}: {}", answer.page);
        answer.follow(self).await
    }

    async fn send(&self, method: &str, path: &str, fields: &[(String, String)]) -> Response<Body> {
        let body = serde_urlencoded(fields);
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "heard.test")
            .header(header::COOKIE, &self.cookie)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(body))
            .expect("a request");
        self.router
            .clone()
            .oneshot(request)
            .await
            .expect("the router always answers")
    }
}

impl Answer {
    async fn of(response: Response<Body>) -> Self {
        let status = response.status().as_u16();
        let to = response.headers().get(header::LOCATION);
        let to = to.map(|to| to.to_str().expect("plain").to_owned());
        let bytes = to_bytes(response.into_body(), usize::MAX)
            .await
            .expect("a body");
        Self {
            status,
            to,
            page: String::from_utf8(bytes.to_vec()).expect("text"),
        }
    }

    /// Panics unless the page has these words.
    pub(crate) fn shows(&self, words: &str) {
        let text = Html::parse_document(&self.page);
        let text: Vec<&str> = text.root_element().text().collect();
        let text = text.join(" ");
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.contains(words), "no “{words}” in: {text}");
    }

    /// Goes where the answer leads.
    pub(crate) async fn follow(self, browser: &Browser) -> Answer {
        let to = self
            .to
            .unwrap_or_else(|| panic!("{} leads nowhere: {}", self.status, self.page));
        let answer = browser.get(&to).await;
        assert_eq!(answer.status, 200, "{to}: {}", answer.page);
        answer
    }
}

/// What a browser would send of the form in the main part of a page, if nobody touched it.
pub(crate) fn fields(page: &str) -> Vec<(String, String)> {
    let document = Html::parse_document(page);
    let controls = Selector::parse("main input, main textarea, main select").expect("a selector");
    document.select(&controls).filter_map(control).collect()
}

/// The same with some answers given.
pub(crate) fn filled(page: &str, answers: &[(&str, &str)]) -> Vec<(String, String)> {
    let mut fields = fields(page);
    fields.retain(|(name, _)| answers.iter().all(|(answered, _)| answered != name));
    fields.extend(
        answers
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned())),
    );
    fields
}

fn control(element: ElementRef<'_>) -> Option<(String, String)> {
    let attribute = |name| element.value().attr(name);
    let name = attribute("name")?.to_owned();
    let value = match (element.value().name(), attribute("type")) {
        ("textarea", _) => element.text().collect(),
        ("select", _) => {
            let chosen = Selector::parse("option[selected]").expect("a selector");
            let option = element.select(&chosen).next();
            option
                .and_then(|option| option.value().attr("value"))
                .unwrap_or_default()
                .to_owned()
        }
        (_, Some("radio" | "checkbox")) => {
            attribute("checked")?;
            attribute("value").unwrap_or_default().to_owned()
        }
        _ => attribute("value").unwrap_or_default().to_owned(),
    };
    Some((name, value))
}

fn serde_urlencoded(fields: &[(String, String)]) -> String {
    let encoded = |text: &str| {
        text.bytes().fold(String::new(), |mut out, byte| {
            if byte.is_ascii_alphanumeric() || b"-_.".contains(&byte) {
                out.push(char::from(byte));
            } else {
                write!(out, "%{byte:02X}").expect("a string takes all that is written");
            }
            out
        })
    };
    let pairs = fields
        .iter()
        .map(|(name, value)| format!("{}={}", encoded(name), encoded(value)));
    pairs.collect::<Vec<_>>().join("&")
}
