//! `heard accounts`: the accounts of an authority, for whoever runs the installation.

use app::App;
use app::accounts::NewAccount;
use app::officer::Role;
use casework::ids::AuthorityCode;
use clap::{Args, Subcommand};
use journal::Account;
use secrecy::ExposeSecret as _;
use serde::Serialize;

use crate::exit::Stop;
use crate::installation::{self, Place};
use crate::output;

/// Add, list and look after accounts.
#[derive(Args)]
#[command(
    after_help = "Roles: administrator, complaints_manager, complaints_officer, team_manager, director, analyst

Examples:
  heard accounts add j.okafor --authority northshire --role complaints_manager --display-name \"Jane Okafor\"
  heard accounts reset j.okafor --authority northshire"
)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    deed: Deed,
}

#[derive(Subcommand)]
enum Deed {
    /// Add an account; its one-time password is printed once
    Add {
        #[command(flatten)]
        whose: Whose,
        /// The name to sign in with
        sign_in_name: String,
        /// What they do
        #[arg(long, value_parser = read_role)]
        role: Role,
        /// The name colleagues see [default: the sign-in name]
        #[arg(long, value_name = "NAME")]
        display_name: Option<String>,
    },
    /// List the accounts
    List {
        #[command(flatten)]
        whose: Whose,
    },
    /// Give a new one-time password, printed once, and end the account's sessions
    Reset {
        #[command(flatten)]
        whose: Whose,
        /// The name they sign in with
        sign_in_name: String,
    },
    /// Let an account sign in no more, and end its sessions
    Disable {
        #[command(flatten)]
        whose: Whose,
        /// The name they sign in with
        sign_in_name: String,
    },
    /// Let a disabled account sign in again
    Enable {
        #[command(flatten)]
        whose: Whose,
        /// The name they sign in with
        sign_in_name: String,
    },
}

/// Whose accounts.
#[derive(Args)]
struct Whose {
    #[command(flatten)]
    place: Place,
    /// The authority's code
    #[arg(long, value_name = "CODE")]
    authority: String,
    /// Print as JSON
    #[arg(long)]
    json: bool,
}

/// A sign-in that is shown once.
#[derive(Serialize)]
struct SignIn<'a> {
    sign_in_name: &'a str,
    one_time_password: &'a str,
}

/// An account as it is listed.
#[derive(Serialize)]
struct Listed {
    sign_in_name: String,
    display_name: String,
    role: String,
    disabled: bool,
    must_change_password: bool,
}

/// Runs the command.
pub(crate) async fn run(arguments: Arguments) -> Result<(), Stop> {
    match arguments.deed {
        Deed::Add {
            whose,
            sign_in_name,
            role,
            display_name,
        } => {
            let (app, authority) = whose.open().await?;
            let display_name = display_name.unwrap_or_else(|| sign_in_name.clone());
            let new = NewAccount {
                authority,
                sign_in_name: sign_in_name.clone(),
                display_name,
                role,
            };
            let (_, password) = app.create_account(new).await?;
            show(&whose, &sign_in_name, password.expose_secret())
        }
        Deed::List { whose } => list(&whose).await,
        Deed::Reset {
            whose,
            sign_in_name,
        } => {
            let (app, authority) = whose.open().await?;
            let account = find(&app, &authority, &sign_in_name).await?;
            let password = app.reset_password(&authority, account.id).await?;
            show(&whose, &sign_in_name, password.expose_secret())
        }
        Deed::Disable {
            whose,
            sign_in_name,
        } => set_disabled(&whose, &sign_in_name, true).await,
        Deed::Enable {
            whose,
            sign_in_name,
        } => set_disabled(&whose, &sign_in_name, false).await,
    }
}

impl Whose {
    async fn open(&self) -> Result<(App, AuthorityCode), Stop> {
        let app = self.place.open().await?;
        let settings = installation::authority(&app, &self.authority)?;
        Ok((app, settings.code.clone()))
    }
}

async fn list(whose: &Whose) -> Result<(), Stop> {
    let (app, authority) = whose.open().await?;
    let mut accounts = app.journal().accounts(&authority).await?;
    accounts.sort_by(|one, other| one.sign_in_name.cmp(&other.sign_in_name));
    if whose.json {
        let listed: Vec<Listed> = accounts
            .into_iter()
            .map(|account| Listed {
                sign_in_name: account.sign_in_name,
                display_name: account.display_name,
                role: account.role,
                disabled: account.disabled,
                must_change_password: account.must_change,
            })
            .collect();
        return output::json(&listed);
    }
    let head = ["SIGN-IN NAME", "NAME", "ROLE", "STATE"].map(str::to_owned);
    let row = |account: Account| {
        let state = match (account.disabled, account.must_change) {
            (true, _) => "disabled",
            (false, true) => "one-time password",
            (false, false) => "in use",
        };
        [
            account.sign_in_name,
            account.display_name,
            account.role,
            state.to_owned(),
        ]
    };
    let rows: Vec<_> = std::iter::once(head)
        .chain(accounts.into_iter().map(row))
        .collect();
    output::table(&rows)
}

async fn set_disabled(whose: &Whose, sign_in_name: &str, disabled: bool) -> Result<(), Stop> {
    let (app, authority) = whose.open().await?;
    let account = find(&app, &authority, sign_in_name).await?;
    app.journal()
        .set_disabled(&authority, account.id, disabled)
        .await?;
    if disabled {
        app.journal()
            .delete_sessions_of(&authority, account.id, None)
            .await?;
    }
    output::say(format_args!(
        "{sign_in_name} {}",
        if disabled {
            "can sign in no more"
        } else {
            "can sign in again"
        }
    ));
    Ok(())
}

async fn find(app: &App, authority: &AuthorityCode, sign_in_name: &str) -> Result<Account, Stop> {
    let account = app
        .journal()
        .account_by_name(authority, sign_in_name)
        .await?;
    account.ok_or_else(|| {
        Stop::Usage(format!(
            "there is no account \"{sign_in_name}\" at {authority}; see: heard accounts list"
        ))
    })
}

fn show(whose: &Whose, sign_in_name: &str, one_time_password: &str) -> Result<(), Stop> {
    if whose.json {
        return output::json(&SignIn {
            sign_in_name,
            one_time_password,
        });
    }
    output::line(format_args!(
        "Sign in as {sign_in_name} with this one-time password, shown only now:"
    ))?;
    output::line(format_args!("  {one_time_password}"))
}

fn read_role(text: &str) -> Result<Role, String> {
    text.parse()
        .map_err(|unknown: app::officer::UnknownRole| unknown.to_string())
}
