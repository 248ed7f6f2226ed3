//! The server: one router made from the list of routes, and what every request passes on its way.

use std::any::Any;
use std::future::Future;
use std::net::SocketAddr;
use std::time::Duration;

use app::App;
use app::failure::Failure;
use app::permit::{Relation, decide};
use axum::Router;
use axum::extract::{Request, State};
use axum::http::request::Parts;
use axum::http::{Method, StatusCode};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::MethodRouter;
use tokio::net::TcpListener;
use tower::ServiceBuilder;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::csrf::CsrfLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::timeout::TimeoutLayer;

pub use crate::serving::LARGEST_FORM;

use crate::page_error::PageError;
use crate::serving::Serving;
use crate::session::Signed;
use crate::site::{Access, Route, Site, home};
use crate::{
    accessibility, account, advocacy, annual_report, calendar, case_file, closure, completeness,
    context, intake, investigation, learning, local_resolution, ombudsman, organisation, people,
    pools, proceedings, recording, register, registers, review_panel, rules, serve_assets, session,
    sign_in, today, visit,
};

/// The longest an answer may take.
pub const LONGEST_ANSWER: Duration = Duration::from_secs(30);

/// Every route there is: the router is made of it, and the access test goes by it.
pub fn routes() -> Vec<Route> {
    let mut routes = vec![
        Route::get("/", Access::SignedIn, first_page),
        Route::get("/health", Access::Anybody, health),
        Route::get("/ready", Access::Anybody, ready),
    ];
    for room in ROOMS {
        routes.extend(room());
    }
    routes
}

/// Where the routes come from.
const ROOMS: &[fn() -> Vec<Route>] = &[
    serve_assets::routes,
    sign_in::routes,
    account::routes,
    today::routes,
    completeness::routes,
    register::routes,
    case_file::routes,
    intake::routes,
    people::routes,
    advocacy::routes,
    proceedings::routes,
    local_resolution::routes,
    investigation::routes,
    review_panel::routes,
    ombudsman::routes,
    registers::routes,
    closure::routes,
    learning::routes,
    calendar::routes,
    annual_report::routes,
    context::routes,
    organisation::routes,
    pools::routes,
    rules::routes,
    accessibility::routes,
];

/// The pages of an application, reached by https.
pub fn router(app: App) -> Router {
    router_with(app, Serving::default())
}

/// The pages of an application.
pub fn router_with(app: App, serving: Serving) -> Router {
    let site = Site::new(app.clone(), serving);
    let mut router = Router::new();
    for route in routes() {
        router = router.route(route.path, guarded(route, &site));
    }
    let layers = ServiceBuilder::new()
        .layer(CompressionLayer::new())
        .layer(middleware::from_fn_with_state(site.clone(), visit::receive))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::SERVICE_UNAVAILABLE,
            LONGEST_ANSWER,
        ))
        .layer(CatchPanicLayer::custom(after_panic))
        .layer(CsrfLayer::new().with_rejection_response(|_| PageError::CrossSite.into_response()))
        .layer(session::layer(app, serving));
    router.fallback(no_page).layer(layers).with_state(site)
}

/// Serves the pages until told to stop, and then until every request has its answer.
///
/// # Errors
///
/// When the listener fails.
pub async fn serve(
    listener: TcpListener,
    app: App,
    serving: Serving,
    stop: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let pages = router_with(app, serving).into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, pages)
        .with_graceful_shutdown(stop)
        .await
}

/// A route's handler behind its access, so that a handler that forgets to ask is still not reached.
fn guarded(route: Route, site: &Site) -> MethodRouter<Site> {
    let handler = match route.access {
        Access::Anybody => route.handler,
        access @ (Access::SignedIn | Access::May(_)) => {
            let guard = middleware::from_fn_with_state((site.clone(), access), guard);
            route.handler.route_layer(guard)
        }
    };
    handler.layer(RequestBodyLimitLayer::new(route.largest))
}

async fn guard(
    State((site, access)): State<(Site, Access)>,
    request: Request,
    next: Next,
) -> Response {
    let (mut parts, body) = request.into_parts();
    let admitted = admit(&mut parts, &site, access).await;
    let request = Request::from_parts(parts, body);
    match admitted {
        Ok(()) => next.run(request).await,
        // What somebody wrote for half an hour is given back to them.
        Err(error) if request.method() == Method::POST => {
            recording::kept_of(&site, request, error).await
        }
        Err(error) => error.into_response(),
    }
}

async fn admit(parts: &mut Parts, site: &Site, access: Access) -> Result<(), PageError> {
    let officer = session::signed_in(parts, site).await?;
    let Access::May(deed) = access else {
        return Ok(());
    };
    // Which case is meant is known only further in; here it is enough that there could be one.
    let could = |relation| decide(officer.role, deed, relation).is_ok();
    if Relation::ALL.into_iter().any(could) {
        Ok(())
    } else {
        decide(officer.role, deed, Relation::NoCase).map_err(PageError::NotAllowed)
    }
}

/// `GET /`
async fn first_page(Signed(officer): Signed) -> Redirect {
    Redirect::to(home(officer.role))
}

/// `GET /health`: the program runs.
async fn health() -> &'static str {
    "healthy\n"
}

/// `GET /ready`: the program runs and reaches its record.
async fn ready(State(site): State<Site>) -> Result<&'static str, (StatusCode, &'static str)> {
    match site.app.journal().authorities().await {
        Ok(_) => Ok("ready\n"),
        Err(error) => {
            tracing::error!(error = %Failure::from(error), "not ready");
            Err((StatusCode::SERVICE_UNAVAILABLE, "not ready\n"))
        }
    }
}

/// Whoever has signed in keeps the navigation even where there is nothing.
async fn no_page(_signed: Result<Signed, PageError>) -> PageError {
    PageError::NotFound
}

/// The panic itself is printed by the runtime; what was being done is not part of it.
fn after_panic(_panic: Box<dyn Any + Send>) -> Response {
    PageError::Bug.into_response()
}
