//! Signing in and out: what a session outlives and what it does not.

use app::officer::Role;
use axum::http::StatusCode;
use jiff::SignedDuration;

use crate::town::{Browser, PASSWORD, Town};

const ROLE: Role = Role::ComplaintsOfficer;

async fn is_signed_in(browser: &mut Browser) -> bool {
    browser.get("/today").await.status == StatusCode::OK
}

#[tokio::test]
async fn a_wrong_name_and_a_wrong_password_are_answered_alike() {
    let town = Town::new().await;
    town.account(ROLE).await;
    let mut wrong_password = town
        .browser()
        .sign_in(ROLE.code(), "not the password")
        .await;
    let wrong_name = town
        .browser()
        .sign_in("nobody_here", "not the password")
        .await;
    wrong_password.body = wrong_password.body.replace(ROLE.code(), "nobody_here");
    assert_eq!(wrong_password.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(wrong_name.status, wrong_password.status);
    assert_eq!(wrong_name.body, wrong_password.body);
    assert!(wrong_name.body.contains("<title>Error: Sign in"));
    assert!(
        wrong_name
            .body
            .contains("The sign-in name or the password is not right")
    );
    assert_eq!(wrong_name.header("set-cookie"), None);
}

#[tokio::test]
async fn the_sixth_try_within_a_minute_waits_even_with_the_right_password() {
    let town = Town::new().await;
    let right = town.one_time_password(ROLE).await;
    let mut browser = town.browser();
    for _ in 0..5 {
        let answer = browser.sign_in(ROLE.code(), "not the password").await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let answer = browser.sign_in(ROLE.code(), &right).await;
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(answer.header("retry-after").is_some());
    assert!(browser.cookie.is_none());
}

#[tokio::test]
async fn signing_in_leads_to_the_work_of_the_role() {
    let town = Town::new().await;
    for (role, first) in [
        (Role::Administrator, "/accounts"),
        (Role::ComplaintsManager, "/today"),
        (Role::ComplaintsOfficer, "/today"),
        (Role::TeamManager, "/today"),
        (Role::Director, "/today"),
        (Role::Analyst, "/annual-report"),
    ] {
        let mut browser = town.browser_as(role).await;
        assert_eq!(browser.get("/").await.leads_to(), Some(first));
        assert_eq!(browser.get("/sign-in").await.leads_to(), Some(first));
        assert_eq!(browser.get(first).await.status, StatusCode::OK, "{first}");
    }
}

#[tokio::test]
async fn the_cookie_is_closed_to_scripts_and_other_hosts() {
    let town = Town::new().await;
    let answer = town
        .browser()
        .sign_in(ROLE.code(), &town.one_time_password(ROLE).await)
        .await;
    let cookie = answer.header("set-cookie").unwrap();
    assert!(cookie.starts_with("__Host-heard="), "{cookie}");
    for attribute in ["HttpOnly", "Secure", "SameSite=Lax", "Path=/"] {
        assert!(cookie.contains(attribute), "{attribute} in {cookie}");
    }
    assert!(!cookie.contains("Domain"));
}

#[tokio::test]
async fn a_session_planted_before_signing_in_is_of_no_use_after_it() {
    let town = Town::new().await;
    let planted = "__Host-heard=AAAAAAAAAAAAAAAAAAAAAA".to_owned();
    let mut browser = town.browser();
    browser.cookie = Some(planted.clone());
    browser
        .sign_in(ROLE.code(), &town.one_time_password(ROLE).await)
        .await;
    let given = browser.cookie.clone().unwrap();
    assert_ne!(given, planted);

    // Nor is the id of an earlier session of one's own.
    browser
        .post(
            "/account/password",
            &format!(
                "old={}&new={PASSWORD}&again={PASSWORD}",
                town.one_time_password(ROLE).await
            ),
        )
        .await;
    let mut before = town.browser();
    before.cookie = Some(given);
    assert!(is_signed_in(&mut browser).await);
    assert!(!is_signed_in(&mut before).await);
    let signed_in_once = browser.clone();
    browser.sign_in(ROLE.code(), PASSWORD).await;
    assert_ne!(browser.cookie, signed_in_once.cookie);
    assert!(!is_signed_in(&mut signed_in_once.clone()).await);
}

#[tokio::test]
async fn a_session_ends_with_signing_out() {
    let town = Town::new().await;
    let mut browser = town.browser_as(ROLE).await;
    let mut copy = browser.clone();
    assert!(is_signed_in(&mut browser).await);
    let answer = browser.post("/sign-out", "").await;
    assert_eq!(answer.leads_to(), Some("/sign-in"));
    assert!(browser.cookie.is_none());
    assert!(!is_signed_in(&mut copy).await);
}

#[tokio::test]
async fn a_session_ends_when_the_account_is_disabled() {
    let town = Town::new().await;
    let mut browser = town.browser_as(ROLE).await;
    let account = town.account(ROLE).await;
    let journal = town.app.journal();
    journal
        .set_disabled(&Town::authority(), account, true)
        .await
        .unwrap();
    assert!(!is_signed_in(&mut browser).await);
    // Letting the account in again does not bring the session back.
    journal
        .set_disabled(&Town::authority(), account, false)
        .await
        .unwrap();
    assert!(!is_signed_in(&mut browser).await);
}

#[tokio::test]
async fn changing_the_password_ends_every_other_session() {
    let town = Town::new().await;
    let mut browser = town.browser_as(ROLE).await;
    let mut elsewhere = town.browser();
    elsewhere.sign_in(ROLE.code(), PASSWORD).await;
    assert!(is_signed_in(&mut elsewhere).await);
    let answer = browser
        .post(
            "/account/password",
            &format!("old={PASSWORD}&new=quite another four words&again=quite another four words"),
        )
        .await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert!(is_signed_in(&mut browser).await);
    assert!(!is_signed_in(&mut elsewhere).await);
}

#[tokio::test]
async fn a_password_is_changed_only_by_whoever_knows_it_and_to_a_good_one() {
    let town = Town::new().await;
    let mut browser = town.browser_as(ROLE).await;
    for (old, new, again, said) in [
        ("", "", "", "Enter your present password"),
        (
            "not the old one",
            "a good new password",
            "a good new password",
            "The present password is not right",
        ),
        (
            PASSWORD,
            "brief one",
            "brief one",
            "The new password is too short",
        ),
        (PASSWORD, PASSWORD, PASSWORD, "The new password must differ"),
        (
            PASSWORD,
            "a good new password",
            "a good new passwort",
            "The two new passwords must be the same",
        ),
    ] {
        let answer = browser
            .post(
                "/account/password",
                &format!("old={old}&new={new}&again={again}"),
            )
            .await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{said}");
        assert!(answer.body.contains(said), "{said}");
        for typed in [old, new] {
            assert!(
                typed.is_empty() || !answer.body.contains(typed),
                "a password is not sent back"
            );
        }
    }
    assert_eq!(
        town.browser().sign_in(ROLE.code(), PASSWORD).await.status,
        StatusCode::SEE_OTHER
    );
}

#[tokio::test]
async fn a_session_ends_after_half_an_hour_without_use_and_after_ten_hours_with() {
    let town = Town::new().await;
    let browser = town.browser_as(ROLE).await;
    let after = |wait: SignedDuration| {
        let mut later = Town::browser_of(town.later(wait));
        later.cookie.clone_from(&browser.cookie);
        later
    };
    assert!(!is_signed_in(&mut after(SignedDuration::from_mins(30))).await);

    let browser = town.browser_as(ROLE).await;
    let after = |wait: SignedDuration| {
        let mut later = Town::browser_of(town.later(wait));
        later.cookie.clone_from(&browser.cookie);
        later
    };
    let step = SignedDuration::from_mins(29);
    let mut wait = step;
    while wait < SignedDuration::from_hours(10) {
        assert!(is_signed_in(&mut after(wait)).await, "after {wait:#}");
        wait += step;
    }
    assert!(!is_signed_in(&mut after(SignedDuration::from_hours(10))).await);
}

#[tokio::test]
async fn whoever_signs_in_sweeps_out_the_sessions_that_have_ended() {
    let town = Town::new().await;
    town.browser_as(ROLE).await;
    let later = town.later(SignedDuration::from_mins(31));
    let signed_in = Town::browser_of(later.clone())
        .sign_in(ROLE.code(), PASSWORD)
        .await;
    assert_eq!(signed_in.status, StatusCode::SEE_OTHER);
    let left = later.journal().purge_sessions(later.now()).await;
    assert_eq!(left.expect("the record is well"), 0);
}

#[tokio::test]
async fn reading_pages_writes_to_the_session_once_a_minute_at_most() {
    let town = Town::new().await;
    let mut browser = town.browser_as(ROLE).await;
    assert_eq!(browser.get("/today").await.header("set-cookie"), None);
    let mut later = Town::browser_of(town.later(SignedDuration::from_secs(61)));
    later.cookie.clone_from(&browser.cookie);
    assert!(later.get("/today").await.header("set-cookie").is_some());
    assert_eq!(later.get("/today").await.header("set-cookie"), None);
}
