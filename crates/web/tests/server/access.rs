//! Who may come where: every route visited as nobody and in every role.

use std::fmt::Write as _;

use app::officer::Role;
use app::permit::{Relation, decide};
use axum::http::StatusCode;
use web::site::{Access, Route};

use crate::town::{Answer, Browser, Town};

/// A route's path for the one complaint there is, which nobody is assigned to.
fn concrete(path: &str) -> String {
    let filled = path
        .replace("{reference}", "C-0001")
        .replace("{person}", "00000000-0000-0000-0000-000000000001")
        .replace("{year}", "2025-26")
        .replace("{audience}", "public");
    if path.starts_with("/assets/") {
        filled.replace("{file}", "none.css")
    } else {
        filled.replace("{file}", "annual-report-wittering-2025-26.json")
    }
}

async fn visit(browser: &mut Browser, route: &Route) -> Answer {
    let path = concrete(route.path);
    assert!(
        !path.contains('{'),
        "say what {path} is for the complaint there is"
    );
    match route.method {
        "GET" => browser.get(&path).await,
        "POST" => browser.post(&path, "").await,
        other => panic!("no route has the method {other}"),
    }
}

#[tokio::test]
async fn nobody_who_has_not_signed_in_comes_anywhere_but_where_anybody_may() {
    let town = Town::new().await;
    for route in web::server::routes() {
        let answer = visit(&mut town.browser(), &route).await;
        let name = format!("{} {}", route.method, route.path);
        match route.access {
            Access::Anybody => assert_ne!(answer.status, StatusCode::FORBIDDEN, "{name}"),
            Access::SignedIn | Access::May(_) => {
                assert_eq!(answer.status, StatusCode::SEE_OTHER, "{name}");
                assert_eq!(answer.leads_to(), Some("/sign-in"), "{name}");
                assert!(answer.body.is_empty(), "{name}");
            }
        }
    }
}

#[tokio::test]
async fn every_role_comes_where_the_permits_say_and_nowhere_else() {
    for role in Role::ALL {
        // A council for each, so that what one does changes nothing for the next.
        let town = Town::new().await;
        let mut signed_in = town.browser_as(role).await;
        for route in web::server::routes() {
            let name = format!("{} {} as {}", route.method, route.path, role.code());
            if route.path == "/sign-out" {
                continue;
            }
            let answer = visit(&mut signed_in, &route).await;
            assert!(
                !answer.status.is_server_error(),
                "{name}: {}",
                answer.status
            );
            assert_ne!(answer.leads_to(), Some("/sign-in"), "{name}");
            let relation = if route.path.contains("{reference}") {
                Relation::Unrelated
            } else {
                Relation::NoCase
            };
            let allowed = match route.access {
                Access::Anybody | Access::SignedIn => true,
                Access::May(deed) => decide(role, deed, relation).is_ok(),
            };
            assert_eq!(
                answer.status != StatusCode::FORBIDDEN,
                allowed,
                "{name}: {}",
                answer.status
            );
        }
    }
}

#[tokio::test]
async fn a_one_time_password_leads_to_changing_it_and_nowhere_else() {
    let town = Town::new().await;
    let role = Role::ComplaintsManager;
    let mut browser = town.browser();
    let answer = browser
        .sign_in(role.code(), &town.one_time_password(role).await)
        .await;
    assert_eq!(answer.leads_to(), Some("/account/password"));
    for route in web::server::routes() {
        if route.access == Access::Anybody || route.path == "/account/password" {
            continue;
        }
        let answer = visit(&mut browser, &route).await;
        assert_eq!(
            answer.leads_to(),
            Some("/account/password"),
            "{}",
            route.path
        );
    }
}

/// A route that is new or moved shows up here, so that somebody looks at who may come to it.
#[test]
fn the_routes_and_who_may_come() {
    let mut listed = String::new();
    let mut routes = web::server::routes();
    routes.sort_by_key(|route| (route.path, route.method));
    for route in routes {
        let who = match route.access {
            Access::Anybody => "anybody".to_owned(),
            Access::SignedIn => "anybody signed in".to_owned(),
            Access::May(deed) => {
                let may = |role: &Role| {
                    Relation::ALL
                        .iter()
                        .any(|relation| decide(*role, deed, *relation).is_ok())
                };
                let roles = Role::ALL.into_iter().filter(may).map(Role::code);
                roles.collect::<Vec<_>>().join(", ")
            }
        };
        writeln!(listed, "{:4} {}\n     {who}", route.method, route.path).unwrap();
    }
    insta::assert_snapshot!(listed);
}
