//! `heard demo`: two councils' published years to look around in, with people of each to sign in as.

use std::net::{Ipv4Addr, SocketAddr};

use app::App;
use app::accounts::NewAccount;
use app::officer::Role;
use app::setup::read_settings;
use casework::ids::{AccountId, AuthorityCode};
use casework::settings::Settings;
use clap::Args;
use secrecy::{ExposeSecret as _, SecretString};
use serde::Serialize;
use testkit::people::OFFICERS;
use testkit::published::Council;
use testkit::{today, year};
use uuid::Uuid;
use web::Serving;

use crate::exit::Stop;
use crate::init::make_folder;
use crate::installation::{Installation, Place};
use crate::{files, output, progress, serve};

/// Look around in the years of two demonstration councils.
#[derive(Args)]
#[command(
    after_help = "Makes the demonstration once and starts again quickly. The cases and people in it are invented. Every start
gives its people new one-time passwords, printed here and nowhere else. Nobody of one council sees anything of
the other. A folder with another installation in it is left alone."
)]
pub(crate) struct Arguments {
    #[command(flatten)]
    place: Place,
    /// Make the demonstration and stop
    #[arg(long)]
    no_serve: bool,
    /// The port to serve on; 0 takes a free one
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Print how to sign in as JSON
    #[arg(long)]
    json: bool,
}

/// The file that says that a data folder holds the demonstration and nothing else.
const MARK: &str = "demonstration";

/// What stands in it, for whoever finds it.
const MARK_SAYS: &str =
    "This folder holds the demonstration of heard. Everything in it is invented.\n";

/// Somebody to sign in as, with a password that is shown once.
struct Guest {
    account: AccountId,
    sign_in_name: &'static str,
    display_name: &'static str,
    role: Role,
    password: SecretString,
}

/// A council of the demonstration with its people.
struct Made {
    settings: Settings,
    people: Vec<Guest>,
}

/// How to sign in, for programs.
#[derive(Serialize)]
struct Shown<'a> {
    address: Option<String>,
    councils: Vec<ShownCouncil<'a>>,
}

#[derive(Serialize)]
struct ShownCouncil<'a> {
    authority: &'a str,
    name: &'a str,
    people: Vec<ShownPerson<'a>>,
}

#[derive(Serialize)]
struct ShownPerson<'a> {
    sign_in_name: &'a str,
    display_name: &'a str,
    role: &'static str,
    one_time_password: &'a str,
}

/// Runs the command.
pub(crate) async fn run(arguments: &Arguments) -> Result<(), Stop> {
    let installation = arguments.place.find()?;
    let listener = if arguments.no_serve {
        None
    } else {
        // Taken first: a port in use is found out before the year is made.
        Some(serve::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, arguments.port))).await?)
    };
    let app = open(&installation).await?;
    let mut councils = Vec::with_capacity(Council::ALL.len());
    for council in Council::ALL {
        councils.push(make(&app, council).await?);
    }
    let address = listener.as_ref().map(serve::address_of).transpose()?;
    show(arguments.json, address, &councils)?;
    match listener {
        None => Ok(()),
        Some(listener) => {
            serve::log(false);
            serve::serve(
                app,
                listener,
                Serving {
                    https: false,
                    behind_proxy: false,
                },
            )
            .await
        }
    }
}

/// Opens the demonstration's folder, or makes it; never somebody's own installation.
async fn open(installation: &Installation) -> Result<App, Stop> {
    let mark = installation.folder.join(MARK);
    if installation.exists() && !mark.exists() {
        return Err(Stop::Refused(format!(
            "{} holds an installation of your own, and the demonstration must not mix with it; \
             name another folder: heard demo --data heard-demo",
            installation.folder.display()
        )));
    }
    if !installation.key_file.exists() {
        make_folder(&installation.folder)?;
        files::write(&mark, MARK_SAYS.as_bytes())?;
        app::setup::make_key(&installation.key_file)?;
    }
    let app = installation.start().await?;
    let mut demonstrated = Vec::with_capacity(Council::ALL.len());
    for council in Council::ALL {
        demonstrated.push(read_settings(council.settings())?.code);
    }
    if let Some(other) = app
        .authorities()
        .iter()
        .find(|settings| !demonstrated.contains(&settings.code))
    {
        return Err(Stop::Refused(format!(
            "the database holds {} ({}), and the demonstration must not mix with it",
            other.name, other.code
        )));
    }
    Ok(app)
}

/// Makes what is not there yet of a council: its settings, its people and its year.
async fn make(app: &App, council: Council) -> Result<Made, Stop> {
    let settings = read_settings(council.settings())?;
    let mut known = app.authorities().into_iter();
    if !known.any(|known| known.code == settings.code) {
        app.save_authority(council.settings()).await?;
    }
    let people = enrol(app, &settings.code).await?;
    play(app, council, &settings, &people).await?;
    Ok(Made { settings, people })
}

/// Gives everybody a new password, and an account where there is none yet.
async fn enrol(app: &App, authority: &AuthorityCode) -> Result<Vec<Guest>, Stop> {
    let mut people = Vec::with_capacity(OFFICERS.len());
    for (sign_in_name, display_name, role) in OFFICERS {
        let known = app
            .journal()
            .account_by_name(authority, sign_in_name)
            .await?;
        let (account, password) = if let Some(account) = known {
            (account.id, app.reset_password(authority, account.id).await?)
        } else {
            let new = NewAccount {
                authority: authority.clone(),
                sign_in_name: sign_in_name.to_owned(),
                display_name: display_name.to_owned(),
                role,
            };
            app.create_account(new).await?
        };
        people.push(Guest {
            account,
            sign_in_name,
            display_name,
            role,
            password,
        });
    }
    Ok(people)
}

/// Makes the year, and cases of today, unless they are there.
async fn play(
    app: &App,
    council: Council,
    settings: &Settings,
    people: &[Guest],
) -> Result<(), Stop> {
    let authority = &settings.code;
    if app.journal().head(authority).await?.position > 0 {
        return Ok(());
    }
    let manager = people
        .iter()
        .find(|person| person.role == Role::ComplaintsManager);
    let actor = manager.map_or(AccountId(Uuid::nil()), |person| person.account);
    let waiting = progress::waiting("making the demonstration's years, once");
    let mut played = year::play(app, council, authority, actor).await;
    if played.is_ok() {
        played = today::demo_today(app, authority, actor, app.today()).await;
    }
    waiting.finish_and_clear();
    played
        .map(|_| ())
        .map_err(|error| Stop::Failed(format!("the demonstration cannot be made: {error}")))
}

fn show(json: bool, address: Option<SocketAddr>, councils: &[Made]) -> Result<(), Stop> {
    let address = address.map(|address| format!("http://{address}/"));
    if json {
        let councils = councils.iter().map(|made| ShownCouncil {
            authority: made.settings.code.as_str(),
            name: &made.settings.name,
            people: made.people.iter().map(shown).collect(),
        });
        return output::json(&Shown {
            address,
            councils: councils.collect(),
        });
    }
    for Made { settings, people } in councils {
        output::line(format_args!(
            "{} ({}). Sign in as one of these people:",
            settings.name, settings.code
        ))?;
        output::line("")?;
        let head = ["SIGN-IN NAME", "ONE-TIME PASSWORD", "NAME", "ROLE"].map(str::to_owned);
        let row = |person: &Guest| {
            [
                person.sign_in_name.to_owned(),
                person.password.expose_secret().to_owned(),
                person.display_name.to_owned(),
                person.role.label().to_owned(),
            ]
        };
        let rows: Vec<_> = std::iter::once(head)
            .chain(people.iter().map(row))
            .collect();
        output::table(&rows)?;
        output::line("")?;
    }
    match address {
        Some(address) => output::line(format_args!("ready {address}")),
        None => output::line("Serve it with: heard demo"),
    }
}

fn shown(guest: &Guest) -> ShownPerson<'_> {
    ShownPerson {
        sign_in_name: guest.sign_in_name,
        display_name: guest.display_name,
        role: guest.role.code(),
        one_time_password: guest.password.expose_secret(),
    }
}
