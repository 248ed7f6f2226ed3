//! One request from its arrival to its answer: its reference, its line in the log, the headers every
//! answer carries, and the page around an answer that says no.
//!
//! The log has the route as the program knows it, never the address as it was sent: what people type
//! into an address stays out of it.

use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, OnceLock};
use std::time::Instant;

use app::officer::Officer;
use axum::extract::{ConnectInfo, MatchedPath, Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue,
};
use axum::http::request::Parts;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use tracing::Instrument;
use uuid::Uuid;

use crate::layout::{Back, CONTENT_SECURITY_POLICY, PageWidth};
use crate::page_error::{Explanation, PageError};
use crate::serving::Serving;
use crate::site::{Frame, Here, Site};

/// One request.
#[derive(Clone, Debug)]
pub(crate) struct Visit(Arc<Noted>);

#[derive(Debug)]
struct Noted {
    reference: String,
    officer: OnceLock<Officer>,
}

impl Visit {
    fn new() -> Self {
        Self(Arc::new(Noted {
            reference: new_reference(),
            officer: OnceLock::new(),
        }))
    }

    /// What somebody who asks for help reads out.
    pub(crate) fn reference(&self) -> &str {
        &self.0.reference
    }

    /// Notes who visits.
    pub(crate) fn is_by(&self, officer: &Officer) {
        // The same session says the same every time it is asked.
        let _ = self.0.officer.set(officer.clone());
    }
}

/// Takes a request in and sees its answer out.
pub(crate) async fn receive(
    State(site): State<Site>,
    mut request: Request,
    next: Next,
) -> Response {
    let started = Instant::now();
    let visit = Visit::new();
    let method = request.method().clone();
    let path = request
        .extensions()
        .get::<MatchedPath>()
        .map_or("none", MatchedPath::as_str);
    let span = tracing::info_span!("request", reference = visit.reference(), %method, path);
    request.extensions_mut().insert(visit.clone());

    let answer = next.run(request).instrument(span.clone()).await;
    let _inside = span.enter();
    let mut answer = explained(&site, &visit, answer);
    dress(answer.headers_mut(), site.serving, visit.reference());
    let milliseconds = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
    tracing::info!(status = answer.status().as_u16(), milliseconds, "answered");
    answer
}

/// Where a request came from, if it is known.
pub(crate) fn address(parts: &Parts, serving: Serving) -> Option<IpAddr> {
    if serving.behind_proxy {
        // The last entry is the proxy's own; those before it are whatever was sent to it.
        let forwarded = parts
            .headers
            .get_all("x-forwarded-for")
            .iter()
            .next_back()?;
        return forwarded
            .to_str()
            .ok()?
            .rsplit(',')
            .next()?
            .trim()
            .parse()
            .ok();
    }
    parts
        .extensions
        .get::<ConnectInfo<SocketAddr>>()
        .map(|ConnectInfo(address)| address.ip())
}

/// Puts a page around an answer that says no, unless it is a page already.
fn explained(site: &Site, visit: &Visit, mut answer: Response) -> Response {
    let status = answer.status();
    let error = match answer.extensions_mut().remove::<Arc<PageError>>() {
        Some(error) => error,
        None if !status.is_client_error() && !status.is_server_error() => return answer,
        None if is_page(answer.headers()) => return answer,
        None => Arc::new(PageError::of_status(status)),
    };
    match &*error {
        PageError::Failure(failure) => tracing::error!(error = %failure, "failed"),
        PageError::Sessions(problem) => tracing::error!(error = %problem, "sessions failed"),
        PageError::Bug => tracing::error!("a bug"),
        PageError::SignedOut
        | PageError::MustChangePassword
        | PageError::NotAllowed(_)
        | PageError::NoSuchCase(_)
        | PageError::NotFound
        | PageError::Overtaken(_)
        | PageError::CrossSite
        | PageError::TooLarge
        | PageError::Unreadable
        | PageError::TooSlow => {}
    }
    let explanation = error.explanation();
    let page = around(site, visit, &explanation).into_response();
    let (mut head, _) = answer.into_parts();
    let (page_head, body) = page.into_parts();
    head.headers.remove(CONTENT_LENGTH);
    head.headers.extend(page_head.headers);
    Response::from_parts(head, body)
}

fn is_page(headers: &HeaderMap) -> bool {
    headers
        .get(CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
}

fn around(site: &Site, visit: &Visit, explanation: &Explanation) -> Markup {
    let main = html! {
        h1 class="govuk-heading-l" { (explanation.heading) }
        @for paragraph in &explanation.paragraphs { p class="govuk-body" { (paragraph) } }
        @if let Some((href, words)) = &explanation.way_on {
            p class="govuk-body" { a class="govuk-link" href=(href) { (words) } }
        }
        @if explanation.with_reference {
            p class="govuk-body" {
                "If it keeps happening, give this reference to whoever looks after the service: "
                strong { (visit.reference()) }
            }
        }
    };
    let of_officer = visit.0.officer.get().and_then(|officer| {
        let frame = Frame {
            title: explanation.heading,
            here: Here::Elsewhere,
            back: Back::None,
            errors: false,
            width: PageWidth::Reading,
        };
        site.page(officer, frame, main.clone()).ok()
    });
    of_officer.unwrap_or_else(|| site.open_page(explanation.heading, Back::None, false, main))
}

/// The headers of every answer, whatever it is.
fn dress(headers: &mut HeaderMap, serving: Serving, reference: &str) {
    for (name, value) in ALWAYS {
        headers.insert(
            HeaderName::from_static(name),
            HeaderValue::from_static(value),
        );
    }
    if serving.https {
        headers.insert(
            HeaderName::from_static("strict-transport-security"),
            HeaderValue::from_static("max-age=31536000; includeSubDomains"),
        );
    }
    if let Ok(reference) = HeaderValue::from_str(reference) {
        headers.insert(HeaderName::from_static("x-request-id"), reference);
    }
    // Only style sheets and scripts say otherwise: nothing about a case stays behind in a browser.
    headers
        .entry(CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-store"));
}

const ALWAYS: [(&str, &str); 6] = [
    ("content-security-policy", CONTENT_SECURITY_POLICY),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    (
        "permissions-policy",
        "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    ),
];

/// Eight characters in two groups, easy to read out: `k7qf-2m9x`.
fn new_reference() -> String {
    // No letters or digits that look alike.
    const LETTERS: &[u8; 31] = b"abcdefghjkmnpqrstuvwxyz23456789";
    let mut random = Uuid::now_v7().as_u128() & u128::from(u64::MAX >> 2);
    let mut reference = String::with_capacity(9);
    for place in 0..8 {
        if place == 4 {
            reference.push('-');
        }
        let letter = usize::try_from(random % 31).expect("less than 31");
        reference.push(char::from(LETTERS[letter]));
        random /= 31;
    }
    reference
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_short_and_differ() {
        let references: std::collections::BTreeSet<_> =
            (0..1000).map(|_| new_reference()).collect();
        assert_eq!(references.len(), 1000);
        assert!(references.iter().all(|reference| reference.len() == 9));
    }

    #[test]
    fn an_address_is_taken_from_the_proxy_only_where_there_is_one() {
        let request = Request::builder()
            .header("x-forwarded-for", "203.0.113.9, 192.0.2.7")
            .extension(ConnectInfo(SocketAddr::from(([10, 0, 0, 1], 4711))))
            .body(())
            .expect("a request");
        let (parts, ()) = request.into_parts();
        let direct = Serving {
            https: true,
            behind_proxy: false,
        };
        assert_eq!(address(&parts, direct), Some(IpAddr::from([10, 0, 0, 1])));
        let proxied = Serving {
            https: true,
            behind_proxy: true,
        };
        assert_eq!(address(&parts, proxied), Some(IpAddr::from([192, 0, 2, 7])));
    }
}
