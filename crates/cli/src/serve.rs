//! `heard serve`: the pages, until told to stop.

use std::io::IsTerminal as _;
use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;

use app::App;
use clap::Args;
use clap::builder::FalseyValueParser;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tracing_subscriber::EnvFilter;
use web::Serving;

use crate::exit::Stop;
use crate::installation::Place;
use crate::output;

/// Serve the pages.
#[derive(Args)]
#[command(
    after_help = "Prints a line \"ready http://ADDRESS/\" on stdout when it answers. Stops on SIGTERM or Ctrl-C when every
request has its answer. RUST_LOG sets what is logged, such as RUST_LOG=debug; the default is info.

Beyond this machine pages must go out by https. Put a proxy that speaks it in front and say --behind-proxy."
)]
pub(crate) struct Arguments {
    #[command(flatten)]
    place: Place,
    /// The address to listen on; port 0 takes a free one [default: 127.0.0.1:8080]
    #[arg(long, value_name = "ADDRESS", env = "HEARD_LISTEN")]
    listen: Option<SocketAddr>,
    /// A proxy in front speaks https, and says in X-Forwarded-For where requests come from
    #[arg(long, env = "HEARD_BEHIND_PROXY", value_parser = FalseyValueParser::new())]
    behind_proxy: bool,
    /// Log lines as JSON
    #[arg(long)]
    json: bool,
}

/// The port unless one is named.
const PORT: u16 = 8080;

/// How long requests may go on after the order to stop.
const LAST_ANSWERS: Duration = Duration::from_secs(10);

/// Runs the command.
pub(crate) async fn run(arguments: &Arguments) -> Result<(), Stop> {
    log(arguments.json);
    let installation = arguments.place.find()?;
    let listen = arguments
        .listen
        .or(installation.listen)
        .unwrap_or_else(|| (Ipv4Addr::LOCALHOST, PORT).into());
    let behind_proxy = arguments.behind_proxy || installation.behind_proxy;
    if !listen.ip().is_loopback() && !behind_proxy {
        return Err(Stop::Refused(format!(
            "{listen} can be reached from other machines, and without https passwords and names could be read on the \
             way. Put a proxy that speaks https in front and say --behind-proxy, or listen on 127.0.0.1"
        )));
    }
    let app = installation.open().await?;
    let listener = bind(listen).await?;
    let address = address_of(&listener)?;
    output::line(format_args!("ready http://{address}/"))?;
    serve(
        app,
        listener,
        Serving {
            https: behind_proxy,
            behind_proxy,
        },
    )
    .await
}

/// Takes an address.
pub(crate) async fn bind(listen: SocketAddr) -> Result<TcpListener, Stop> {
    let listener = TcpListener::bind(listen).await;
    listener.map_err(|error| Stop::Failed(format!("cannot listen on {listen}: {error}")))
}

/// The address that was taken.
pub(crate) fn address_of(listener: &TcpListener) -> Result<SocketAddr, Stop> {
    listener
        .local_addr()
        .map_err(|error| Stop::Failed(format!("the address taken cannot be told: {error}")))
}

/// Serves until told to stop.
pub(crate) async fn serve(app: App, listener: TcpListener, serving: Serving) -> Result<(), Stop> {
    let (stop, mut stopping) = watch::channel(false);
    let mut told = stop.subscribe();
    tokio::spawn(async move {
        told_to_stop().await;
        tracing::info!("stopping");
        // Nobody listens any more when the pages have failed already.
        let _heard = stop.send(true);
    });
    let graceful = async move {
        let _told = stopping.wait_for(|stop| *stop).await;
    };
    let pages = web::serve(listener, app.clone(), serving, graceful);
    let patience = async move {
        let _told = told.wait_for(|stop| *stop).await;
        tokio::time::sleep(LAST_ANSWERS).await;
    };
    let served = tokio::select! {
        served = pages => served,
        () = patience => Ok(()),
    };
    app.journal().flush().await?;
    served.map_err(|error| Stop::Failed(format!("serving failed: {error}")))
}

/// Sends log lines to stderr.
pub(crate) fn log(json: bool) {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    // This layer logs addresses as sent when asked to tell everything; a log never carries those.
    let quiet = "tower_http::csrf=info".parse();
    let filter = match quiet {
        Ok(directive) => filter.add_directive(directive),
        Err(_) => filter,
    };
    let lines = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr);
    // A second logger is never set, so this cannot fail; and logging is no reason to stop.
    let _set = if json {
        lines.json().try_init()
    } else {
        lines
            .compact()
            .with_ansi(std::io::stderr().is_terminal())
            .try_init()
    };
}

#[cfg(unix)]
async fn told_to_stop() {
    use tokio::signal::unix::{SignalKind, signal};
    match signal(SignalKind::terminate()) {
        Ok(mut terminate) => {
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = terminate.recv() => {}
            }
        }
        Err(_) => {
            let _pressed = tokio::signal::ctrl_c().await;
        }
    }
}

#[cfg(not(unix))]
async fn told_to_stop() {
    let _pressed = tokio::signal::ctrl_c().await;
}
