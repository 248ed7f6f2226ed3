//! Signing in and out.

use std::net::IpAddr;

use app::accounts::NotSignedIn;
use axum::extract::{FromRequestParts, State};
use axum::http::header::{HeaderValue, RETRY_AFTER, SET_COOKIE};
use axum::http::request::Parts;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use casework::ids::AuthorityCode;
use maud::{Markup, html};
use secrecy::SecretString;
use tower_sessions::Session;

use crate::addresses::{PASSWORD, SIGN_IN, SIGN_OUT};
use crate::components::{
    Button, ErrorSummary, Input, InputKind, InputWidth, Select, button, error_summary, input,
    select,
};
use crate::form::{Fields, Problems};
use crate::layout::Back;
use crate::page_error::PageError;
use crate::session::Signed;
use crate::site::{Access, Route, Site, home};
use crate::{session, visit};

pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get(SIGN_IN, Access::Anybody, show),
        Route::post(SIGN_IN, Access::Anybody, submit),
        Route::post(SIGN_OUT, Access::Anybody, sign_out),
    ]
}

/// Said of a wrong name, a wrong password and a disabled account alike.
const WRONG: &str = "The sign-in name or the password is not right";
/// Said when somebody tried too often, whether or not there is such a name.
const TOO_OFTEN: &str = "There were too many tries. Wait a minute, then try again";

/// Where a request came from, if it is known.
struct Address(Option<IpAddr>);

impl FromRequestParts<Site> for Address {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Self::Rejection> {
        Ok(Self(visit::address(parts, site.serving)))
    }
}

/// `GET /sign-in`
async fn show(State(site): State<Site>, signed: Result<Signed, PageError>) -> Response {
    match signed {
        Ok(Signed(officer)) => Redirect::to(home(officer.role)).into_response(),
        Err(_) => page(&site, &Fields::default(), &Problems::default()).into_response(),
    }
}

/// `POST /sign-in`
async fn submit(
    State(site): State<Site>,
    Address(address): Address,
    session: Session,
    fields: Fields,
) -> Result<Response, PageError> {
    let mut problems = Problems::default();
    let authority = authority(&site, &fields, &mut problems);
    let name = fields.required("name", &mut problems, "Enter your sign-in name");
    if fields.raw("password").is_empty() {
        problems.add("password", "Enter your password");
    }
    let Some(authority) = authority.filter(|_| problems.is_empty()) else {
        return Ok((
            StatusCode::UNPROCESSABLE_ENTITY,
            page(&site, &fields, &problems),
        )
            .into_response());
    };
    if !site.throttle.allows(&authority, &name, address) {
        problems.add("name", TOO_OFTEN);
        let wait = [(RETRY_AFTER, HeaderValue::from_static("60"))];
        return Ok((
            StatusCode::TOO_MANY_REQUESTS,
            wait,
            page(&site, &fields, &problems),
        )
            .into_response());
    }
    let password = SecretString::from(fields.raw("password").to_owned());
    match site.app.sign_in(&authority, &name, password).await {
        Ok(officer) => {
            session::begin(&session, &officer, site.app.now()).await?;
            let next = if officer.must_change {
                PASSWORD
            } else {
                home(officer.role)
            };
            Ok(Redirect::to(next).into_response())
        }
        Err(NotSignedIn::Wrong) => {
            problems.add("name", WRONG);
            Ok((
                StatusCode::UNPROCESSABLE_ENTITY,
                page(&site, &fields, &problems),
            )
                .into_response())
        }
        Err(NotSignedIn::Failure(failure)) => Err(failure.into()),
    }
}

/// `POST /sign-out`
async fn sign_out(State(site): State<Site>, session: Session) -> Result<Response, PageError> {
    session::end(&session).await?;
    // The session layer takes the cookie back too, but not in the form that `__Host-` asks for.
    let secure = if site.serving.https { "; Secure" } else { "" };
    let name = site.serving.cookie_name();
    let cookie = format!("{name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax{secure}");
    let mut response = Redirect::to(SIGN_IN).into_response();
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    response.headers_mut().insert(
        header::HeaderName::from_static("clear-site-data"),
        HeaderValue::from_static("\"cache\""),
    );
    Ok(response)
}

/// The authority somebody signs in to: asked for only where there are several.
fn authority(site: &Site, fields: &Fields, problems: &mut Problems) -> Option<AuthorityCode> {
    let authorities = site.app.authorities();
    if let [only] = authorities.as_slice() {
        return Some(only.code.clone());
    }
    let chosen = authorities
        .iter()
        .find(|settings| settings.code.as_str() == fields.text("authority"));
    if chosen.is_none() {
        problems.add("authority", "Choose your council");
    }
    chosen.map(|settings| settings.code.clone())
}

fn page(site: &Site, fields: &Fields, problems: &Problems) -> Markup {
    let authorities = site.app.authorities();
    let errors = !problems.is_empty();
    let main = html! {
        @if errors {
            (error_summary(&ErrorSummary { problems: problems.summary(), ..ErrorSummary::default() }))
        }
        h1 class="govuk-heading-l" { "Sign in" }
        @if authorities.is_empty() {
            p class="govuk-body" { "No council has been set up on this installation yet." }
        }
        form method="post" action=(SIGN_IN) novalidate {
            @if authorities.len() > 1 {
                @let choices = authorities.iter().map(|settings| (settings.code.to_string(), settings.name.clone()));
                @let items = std::iter::once((String::new(), "Choose your council".to_owned())).chain(choices);
                (select(&Select {
                    error: problems.at("authority").map(Into::into),
                    ..Select::new("authority", "Council", items, fields.text("authority"))
                }))
            }
            (input(&Input {
                value: fields.text("name").to_owned(),
                error: problems.at("name").map(Into::into),
                autocomplete: "username".to_owned(),
                spellcheck: Some(false),
                width: InputWidth::Characters20,
                ..Input::new("name", "Sign-in name")
            }))
            (input(&Input {
                kind: InputKind::Password,
                error: problems.at("password").map(Into::into),
                autocomplete: "current-password".to_owned(),
                width: InputWidth::Characters20,
                ..Input::new("password", "Password")
            }))
            (button(&Button { prevent_double_click: Some(true), ..Button::new("Sign in") }))
        }
        p class="govuk-body" {
            "If you have no account or have forgotten your password, ask your complaints manager. \
             Only people who work with complaints can sign in."
        }
    };
    site.open_page("Sign in", Back::None, errors, main)
}
