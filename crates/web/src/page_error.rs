//! What a page answers when it cannot do what was asked: plain words, a status, and for a failure a
//! reference that leads to the log.

use app::failure::Failure;
use app::permit::{Denied, NotAllowed};
use axum::response::{IntoResponse, Redirect, Response};
use casework::ids::Reference;

/// Why there is no page.
#[derive(Debug)]
pub enum PageError {
    /// Nobody is signed in.
    SignedOut,
    /// The password was given to them and must be changed first.
    MustChangePassword,
    /// The rules say no.
    NotAllowed(NotAllowed),
    /// There is no such case.
    NoSuchCase(Reference),
    /// There is no such page.
    NotFound,
    /// Something broke.
    Failure(Failure),
}

impl From<Denied> for PageError {
    fn from(denied: Denied) -> Self {
        match denied {
            Denied::NotAllowed(why) => Self::NotAllowed(why),
            Denied::NoSuchCase(reference) => Self::NoSuchCase(reference),
            Denied::Failure(failure) => Self::Failure(failure),
        }
    }
}

impl From<Failure> for PageError {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

impl IntoResponse for PageError {
    fn into_response(self) -> Response {
        match self {
            Self::SignedOut => Redirect::to("/sign-in").into_response(),
            Self::MustChangePassword => Redirect::to("/account/password").into_response(),
            Self::NotAllowed(_) | Self::NoSuchCase(_) | Self::NotFound | Self::Failure(_) => {
                axum::http::StatusCode::INTERNAL_SERVER_ERROR.into_response()
            }
        }
    }
}
