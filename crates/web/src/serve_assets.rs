//! The addresses of the style sheets and scripts, and of the style sheet with a council’s colour.

use axum::extract::{Path, RawQuery};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

use crate::assets::get;
use crate::layout::{self, Colour, Council};
use crate::page_error::PageError;
use crate::site::{Access, Route};

/// The files, and the style sheet with a council's colour.
pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/assets/council.css", Access::Anybody, council_css),
        Route::get("/assets/{file}", Access::Anybody, file),
    ]
}

/// A name changes with what is in the file, so it may be kept for ever.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// `GET /assets/{file}`
async fn file(Path(name): Path<String>) -> Result<Response, PageError> {
    let asset = get(&name).ok_or(PageError::NotFound)?;
    Ok((
        [
            (CONTENT_TYPE, asset.mime),
            (CACHE_CONTROL, FOR_EVER.to_owned()),
        ],
        asset.bytes.into_owned(),
    )
        .into_response())
}

/// `GET /assets/council.css?COLOUR`: the colour is in the address, so no session need be read for it.
async fn council_css(RawQuery(query): RawQuery) -> Response {
    let colour = query.as_deref().and_then(Colour::parse).unwrap_or_default();
    let css = layout::council_css(&Council {
        colour,
        ..Council::default()
    });
    (
        [
            (CONTENT_TYPE, "text/css; charset=utf-8"),
            (CACHE_CONTROL, FOR_EVER),
        ],
        css,
    )
        .into_response()
}
