//! Accounts: changing one's own password, and the list of everybody's.

use app::accounts::{ChangeRefused, PasswordRefused, SHORTEST_PASSWORD};
use app::officer::{Officer, Role};
use app::permit::Deed;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use secrecy::SecretString;
use tower_sessions::Session;

use crate::addresses::{ACCOUNTS, PASSWORD};
use crate::components::{
    BackLink, Button, Cell, ErrorSummary, Input, InputKind, InputWidth, InsetText, Table,
    TableLayout, button, error_summary, input, inset_text, table,
};
use crate::form::{Fields, Problems};
use crate::layout::{Back, PageWidth};
use crate::page_error::PageError;
use crate::session;
use crate::session::Signed;
use crate::site::{Access, Frame, Here, Route, Site, home};

pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get(PASSWORD, Access::SignedIn, show_password),
        Route::post(PASSWORD, Access::SignedIn, change_password),
        Route::get(ACCOUNTS, Access::May(Deed::ManageAccounts), accounts),
    ]
}

/// `GET /account/password`
async fn show_password(
    State(site): State<Site>,
    Signed(officer): Signed,
) -> Result<Markup, PageError> {
    password_page(&site, &officer, &Problems::default())
}

/// `POST /account/password`
async fn change_password(
    State(site): State<Site>,
    Signed(officer): Signed,
    session: Session,
    fields: Fields,
) -> Result<Response, PageError> {
    let mut problems = Problems::default();
    for (field, missing) in [
        ("old", "Enter your present password"),
        ("new", "Enter a new password"),
        ("again", "Enter the new password again"),
    ] {
        if fields.raw(field).is_empty() {
            problems.add(field, missing);
        }
    }
    if problems.is_empty() && fields.raw("new") != fields.raw("again") {
        problems.add("again", "The two new passwords must be the same");
    }
    if problems.is_empty() {
        let secret = |field| SecretString::from(fields.raw(field).to_owned());
        match site
            .app
            .change_password(&officer, secret("old"), secret("new"))
            .await
        {
            Ok(()) => {
                // Whoever else is signed in with the old password is so no more.
                session::begin(&session, &officer, site.app.now()).await?;
                session::end_others(&session, &officer, &site.app).await?;
                return Ok(Redirect::to(home(officer.role)).into_response());
            }
            Err(ChangeRefused::WrongOld) => {
                problems.add("old", "The present password is not right");
            }
            Err(ChangeRefused::New(refused)) => problems.add("new", in_words(refused)),
            Err(ChangeRefused::Failure(failure)) => return Err(failure.into()),
        }
    }
    Ok((
        StatusCode::UNPROCESSABLE_ENTITY,
        password_page(&site, &officer, &problems)?,
    )
        .into_response())
}

fn in_words(refused: PasswordRefused) -> &'static str {
    match refused {
        PasswordRefused::TooShort => "The new password is too short",
        PasswordRefused::TooLong => "The new password is too long",
        PasswordRefused::Same => "The new password must differ from the present one",
    }
}

fn password_page(site: &Site, officer: &Officer, problems: &Problems) -> Result<Markup, PageError> {
    let errors = !problems.is_empty();
    let password = |name: &str, label: &str, autocomplete: &str, hint: Option<String>| {
        input(&Input {
            kind: InputKind::Password,
            error: problems.at(name).map(Into::into),
            autocomplete: autocomplete.to_owned(),
            hint: hint.map(Into::into),
            width: InputWidth::Characters20,
            ..Input::new(name, label)
        })
    };
    let rule = format!(
        "At least {SHORTEST_PASSWORD} characters. Three or four words that do not belong together do well."
    );
    let main = html! {
        @if errors {
            (error_summary(&ErrorSummary { problems: problems.summary(), ..ErrorSummary::default() }))
        }
        h1 class="govuk-heading-l" { "Change your password" }
        @if officer.must_change {
            (inset_text(&InsetText {
                body: "Your password was given to you by somebody else. Choose one that only you know, then go on.".into(),
                ..InsetText::default()
            }))
        }
        form method="post" action=(PASSWORD) novalidate {
            (password("old", "Present password", "current-password", None))
            (password("new", "New password", "new-password", Some(rule)))
            (password("again", "New password again", "new-password", None))
            (button(&Button { prevent_double_click: Some(true), ..Button::new("Change password") }))
        }
        p class="govuk-body" { "Changing it signs you out everywhere else." }
    };
    let back = if officer.must_change {
        Back::None
    } else {
        Back::Link(BackLink::to(home(officer.role)))
    };
    let frame = Frame {
        title: "Change your password",
        here: Here::Account,
        back,
        errors,
        width: PageWidth::Reading,
    };
    site.page(officer, frame, main)
}

/// `GET /accounts`
async fn accounts(State(site): State<Site>, Signed(officer): Signed) -> Result<Markup, PageError> {
    site.app
        .permit(&officer, Deed::ManageAccounts, None)
        .await?;
    let mut colleagues = site.app.colleagues(&officer.authority).await?;
    colleagues.sort_by(|one, other| one.display_name.cmp(&other.display_name));
    let rows = colleagues.iter().map(|colleague| {
        let password = if colleague.must_change {
            "One-time, not yet changed"
        } else {
            "Their own"
        };
        vec![
            Cell::new(colleague.display_name.as_str()),
            Cell::new(colleague.role.label()),
            Cell::new(password),
        ]
    });
    let main = html! {
        h1 class="govuk-heading-l" { "Accounts" }
        p class="govuk-body" {
            "Everybody who can sign in. Accounts are made, disabled and given a new password with "
            code { "heard accounts" } " on the server."
        }
        (table(&Table {
            head: vec!["Name".into(), "Role".into(), "Password".into()],
            rows: rows.collect(),
            first_cell_is_header: true,
            layout: TableLayout::Reflow,
            ..Table::default()
        }))
        h2 class="govuk-heading-m" { "What each role may do" }
        dl class="govuk-summary-list" {
            @for role in Role::ALL {
                div class="govuk-summary-list__row" {
                    dt class="govuk-summary-list__key" { (role.label()) }
                    dd class="govuk-summary-list__value" { (duties(role)) }
                }
            }
        }
    };
    let frame = Frame {
        title: "Accounts",
        here: Here::Accounts,
        back: Back::None,
        errors: false,
        width: PageWidth::Full,
    };
    site.page(&officer, frame, main)
}

/// What a role may do, for whoever gives it.
fn duties(role: Role) -> &'static str {
    match role {
        Role::Administrator => "Looks after accounts. Sees no case.",
        Role::ComplaintsManager => "Everything: every case, the report and the accounts.",
        Role::ComplaintsOfficer => "Every case and the report.",
        Role::TeamManager => "Reads and answers the complaints assigned to them.",
        Role::Director => "Reads every case and the report. Changes nothing.",
        Role::Analyst => "The annual report. Sees no case.",
    }
}
