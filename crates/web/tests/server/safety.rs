//! What every answer carries and what every request must get past.

use app::officer::Role;
use axum::body::Body;
use axum::http::header::CONTENT_TYPE;
use axum::http::{Request, StatusCode};

use crate::town::{COMPLAINANT, PASSWORD, Town};

#[tokio::test]
async fn every_answer_carries_the_headers_that_keep_it_in_place() {
    let town = Town::new().await;
    let mut browser = town.browser_as(Role::ComplaintsManager).await;
    for path in [
        "/",
        "/today",
        "/register",
        "/health",
        "/nowhere",
        "/cases/C-9999",
        "/assets/none.css",
    ] {
        let answer = browser.get(path).await;
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "no-referrer"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
            ("cache-control", "no-store"),
        ] {
            assert_eq!(answer.header(name), Some(value), "{name} of {path}");
        }
        let policy = answer.header("content-security-policy").unwrap();
        assert!(
            policy.starts_with("default-src 'none'") && policy.contains("frame-ancestors 'none'")
        );
        assert!(!policy.contains("unsafe"));
        assert!(answer.header("strict-transport-security").is_some());
        assert_eq!(answer.header("x-request-id").map(str::len), Some(9));
    }
}

#[tokio::test]
async fn a_form_from_another_website_is_refused_at_every_route_that_takes_one() {
    let town = Town::new().await;
    let mut browser = town.browser_as(Role::ComplaintsManager).await;
    for route in web::server::routes()
        .into_iter()
        .filter(|route| route.method == "POST")
    {
        let path = route.path.replace("{reference}", "C-0001");
        let request = Request::post(&path)
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("host", "heard.example")
            .header("origin", "https://elsewhere.example")
            .header("sec-fetch-site", "cross-site");
        let answer = browser.send(request, Body::from("name=a&password=b")).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path}");
        assert!(answer.body.contains("not sent from this service"), "{path}");
    }
    assert_eq!(
        browser.get("/today").await.status,
        StatusCode::OK,
        "nobody was signed out"
    );
}

#[tokio::test]
async fn what_is_too_large_or_no_form_is_refused_in_words() {
    let town = Town::new().await;
    let mut browser = town.browser();
    let large = format!("name={}", "a".repeat(web::server::LARGEST_FORM));
    let answer = browser.post("/sign-in", &large).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(answer.body.contains("too long"));
    let answer = browser
        .send(
            Request::post("/sign-in").header(CONTENT_TYPE, "text/plain"),
            Body::from("name"),
        )
        .await;
    assert!(answer.status.is_client_error());
    assert!(answer.body.contains("could not be read"));
}

#[tokio::test]
async fn pages_that_say_no_keep_the_frame_and_say_what_to_do() {
    let town = Town::new().await;
    let mut browser = town.browser_as(Role::TeamManager).await;
    for (path, status, said) in [
        ("/nowhere", StatusCode::NOT_FOUND, "Page not found"),
        (
            "/cases/C-9999",
            StatusCode::NOT_FOUND,
            "There is no case C-9999 here",
        ),
        (
            "/cases/C-0001",
            StatusCode::FORBIDDEN,
            "This case is not assigned to you",
        ),
        (
            "/annual-report",
            StatusCode::FORBIDDEN,
            "Your role does not include this",
        ),
    ] {
        let answer = browser.get(path).await;
        assert_eq!(answer.status, status, "{path}");
        assert!(answer.body.contains(said), "{path}");
        assert!(answer.body.contains("Wittering Council"), "{path}");
        assert!(
            answer.body.contains("The team manager"),
            "{path}: whoever is signed in stays so"
        );
        assert!(!answer.body.contains("crates/"), "{path}");
    }
    let answer = browser.get("/sign-out").await;
    assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED);
    assert!(answer.body.contains("Page not found"));
    let answer = town.browser().get("/nowhere").await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert!(!answer.body.contains("Sign out"));
}

#[tokio::test]
async fn no_address_and_no_title_carries_what_was_searched_for() {
    let town = Town::new().await;
    let mut browser = town.browser_as(Role::ComplaintsManager).await;
    let answer = browser.post("/register", "words=Fictional").await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(answer.body.contains(COMPLAINANT));
    assert!(answer.body.contains("href=\"/cases/C-0001\""));
    let title = answer.body.split("</title>").next().unwrap();
    assert!(!title.contains("Fictional"));
    for address in answer.body.split("href=\"").skip(1) {
        assert!(!address.split('"').next().unwrap().contains("Fictional"));
    }
    let answer = browser.get("/register?words=Fictional").await;
    let field = answer.body.split("id=\"words\"").nth(1).unwrap();
    assert!(
        !field.split('>').next().unwrap().contains("Fictional"),
        "an address fills in nothing"
    );
}

#[tokio::test]
async fn nobody_learns_from_a_log_what_was_typed() {
    let town = Town::new().await;
    let log = Log::default();
    let subscriber = tracing_subscriber::fmt()
        .with_ansi(false)
        .with_max_level(tracing::Level::DEBUG)
        .with_writer({
            let log = log.clone();
            move || log.clone()
        })
        .finish();
    // While there is only one, whether something is logged at all is asked of whichever test comes first.
    let _another = tracing::Dispatch::new(tracing_subscriber::fmt().with_test_writer().finish());
    let guard = tracing::subscriber::set_default(subscriber);
    let mut browser = town.browser_as(Role::ComplaintsManager).await;
    browser.post("/register", "words=Fictional").await;
    browser.get("/register?words=Fictional").await;
    browser.get("/Fictional/Fictional").await;
    browser.get("/cases/Fictional").await;
    town.browser().sign_in("Fictional", "Fictional").await;
    drop(guard);
    let log = log.text();
    assert!(log.contains("path=\"/register\""), "{log}");
    for secret in ["Fictional", COMPLAINANT, PASSWORD, "complaints_manager"] {
        assert!(!log.contains(secret), "{secret} in {log}");
    }
}

/// A log that is kept in memory.
#[derive(Clone, Default)]
struct Log(std::sync::Arc<std::sync::Mutex<Vec<u8>>>);

impl Log {
    fn text(&self) -> String {
        let bytes = self.0.lock().expect("nobody panicked").clone();
        String::from_utf8(bytes).expect("a log is text")
    }
}

impl std::io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0
            .lock()
            .expect("nobody panicked")
            .extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
