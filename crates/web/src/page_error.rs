//! What a page answers when it cannot do what was asked: plain words, a status, and for a failure a
//! reference that leads to the log.

use std::sync::Arc;

use app::failure::Failure;
use app::permit::{Denied, NotAllowed};
use axum::http::StatusCode;
use axum::http::header::{HeaderValue, RETRY_AFTER};
use axum::response::{IntoResponse, Redirect, Response};
use casework::ids::Reference;

use crate::addresses::{PASSWORD, SIGN_IN, case_url};
use crate::components::capitalised;

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
    /// Somebody else has worked on the case since it was shown.
    Overtaken(Reference),
    /// The form was sent from a page that is not ours.
    CrossSite,
    /// What was sent is too large to be one of our forms.
    TooLarge,
    /// What was sent is no form of ours.
    Unreadable,
    /// The answer took too long.
    TooSlow,
    /// Something broke.
    Failure(Failure),
    /// Sessions cannot be kept or read.
    Sessions(String),
    /// Something broke that should never happen; what it was is in the log.
    Bug,
}

/// What a page says when there is nothing else to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Explanation {
    pub(crate) status: StatusCode,
    pub(crate) heading: &'static str,
    pub(crate) paragraphs: Vec<String>,
    /// Where to go on, and the words for it.
    pub(crate) way_on: Option<(String, String)>,
    /// Whether the reference of the visit helps whoever looks into it.
    pub(crate) with_reference: bool,
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
        let elsewhere = match &self {
            Self::SignedOut => Some(SIGN_IN),
            Self::MustChangePassword => Some(PASSWORD),
            Self::NotAllowed(_)
            | Self::NoSuchCase(_)
            | Self::NotFound
            | Self::Overtaken(_)
            | Self::CrossSite
            | Self::TooLarge
            | Self::Unreadable
            | Self::TooSlow
            | Self::Failure(_)
            | Self::Sessions(_)
            | Self::Bug => None,
        };
        if let Some(elsewhere) = elsewhere {
            return Redirect::to(elsewhere).into_response();
        }
        let explanation = self.explanation();
        let words = explanation.paragraphs.join("\n");
        let mut response = (explanation.status, words).into_response();
        if explanation.status == StatusCode::SERVICE_UNAVAILABLE {
            response
                .headers_mut()
                .insert(RETRY_AFTER, HeaderValue::from_static("5"));
        }
        // The frame around it, with the council's name and the navigation, is drawn on the way out,
        // where it is known who visits.
        response.extensions_mut().insert(Arc::new(self));
        response
    }
}

impl PageError {
    /// The error of an answer that carries nothing but its status, as a library gives it.
    pub(crate) fn of_status(status: StatusCode) -> Self {
        match status.as_u16() {
            403 => Self::CrossSite,
            404 | 405 => Self::NotFound,
            408 | 503 => Self::TooSlow,
            413 => Self::TooLarge,
            400..=499 => Self::Unreadable,
            _ => Self::Bug,
        }
    }

    /// What the page says.
    pub(crate) fn explanation(&self) -> Explanation {
        match self {
            Self::SignedOut | Self::MustChangePassword => Explanation::new(
                StatusCode::FORBIDDEN,
                "You need to sign in",
                &["Sign in to see this page."],
            ),
            Self::NotAllowed(why) => Explanation {
                paragraphs: vec![
                    format!("{}.", capitalised(&why.to_string())),
                    "If you think it should be different, ask your complaints manager. Nothing was changed."
                        .to_owned(),
                ],
                ..Explanation::new(StatusCode::FORBIDDEN, "You cannot see or do this", &[])
            },
            Self::NoSuchCase(reference) => Explanation {
                paragraphs: vec![
                    format!("There is no case {reference} here."),
                    "Check the reference. It is C- and a number, such as C-0142.".to_owned(),
                ],
                way_on: Some(("/register".to_owned(), "Look in the register".to_owned())),
                ..Explanation::new(StatusCode::NOT_FOUND, "Case not found", &[])
            },
            Self::NotFound => Explanation::new(
                StatusCode::NOT_FOUND,
                "Page not found",
                &[
                    "If you typed the web address, check it is correct.",
                    "If you pasted the web address, check you copied all of it.",
                ],
            ),
            Self::Overtaken(reference) => overtaken(Some(*reference)),
            Self::CrossSite => Explanation::new(
                StatusCode::FORBIDDEN,
                "This form was not sent from this service",
                &[
                    "Your browser says that the form came from another website, so nothing was done with it.",
                    "Open the page in this service and send it again.",
                ],
            ),
            Self::TooLarge => Explanation::new(
                StatusCode::PAYLOAD_TOO_LARGE,
                "What you sent is too long",
                &["Nothing was saved. Go back, shorten the text and send it again."],
            ),
            Self::Unreadable => Explanation::new(
                StatusCode::BAD_REQUEST,
                "What you sent could not be read",
                &["Nothing was saved. Go back and send the form again."],
            ),
            Self::TooSlow => Explanation {
                with_reference: true,
                ..Explanation::new(
                    StatusCode::SERVICE_UNAVAILABLE,
                    "This is taking too long",
                    &["The service is busy. If you were saving something, look at the case before you send it again."],
                )
            },
            Self::Failure(Failure::TooBusy(_)) => overtaken(None),
            Self::Failure(Failure::Disposed) => Explanation::new(
                StatusCode::CONFLICT,
                "This case can no longer be changed",
                &[
                    "The personal data of this case have been disposed of, so nothing can be added to it.",
                    "Its dates and outcomes still count in the reports.",
                ],
            ),
            Self::Failure(_) | Self::Sessions(_) | Self::Bug => Explanation {
                with_reference: true,
                ..Explanation::new(
                    StatusCode::INTERNAL_SERVER_ERROR,
                    "Sorry, there is a problem with the service",
                    &["Try again later. If you were saving something, look at the case first: it may not have been saved."],
                )
            },
        }
    }
}

impl Explanation {
    fn new(status: StatusCode, heading: &'static str, paragraphs: &[&str]) -> Self {
        let paragraphs = paragraphs.iter().map(|&text| text.to_owned()).collect();
        Self {
            status,
            heading,
            paragraphs,
            way_on: None,
            with_reference: false,
        }
    }
}

fn overtaken(reference: Option<Reference>) -> Explanation {
    Explanation {
        way_on: reference.map(|reference| {
            (
                case_url(reference),
                format!("Open {reference} as it is now"),
            )
        }),
        ..Explanation::new(
            StatusCode::CONFLICT,
            "Somebody else has just worked on this case",
            &[
                "Nothing you sent was saved. Look at what has changed, then send it again if it is still right.",
            ],
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_that_says_no_has_a_heading_words_and_a_status_that_is_no_success() {
        let errors = [
            PageError::NotAllowed(NotAllowed::Role),
            PageError::NotAllowed(NotAllowed::NotYours),
            PageError::NotAllowed(NotAllowed::ComplaintsManager),
            PageError::NotAllowed(NotAllowed::ComplainedAbout),
            PageError::NotAllowed(NotAllowed::OwnCase),
            PageError::NoSuchCase(Reference(7)),
            PageError::NotFound,
            PageError::Overtaken(Reference(7)),
            PageError::CrossSite,
            PageError::TooLarge,
            PageError::Unreadable,
            PageError::TooSlow,
            PageError::Failure(Failure::Disposed),
            PageError::Failure(Failure::Settings("the colour".into())),
            PageError::Bug,
        ];
        for error in errors {
            let explanation = error.explanation();
            assert!(!explanation.paragraphs.is_empty(), "{error:?}");
            assert!(explanation.status.as_u16() >= 400, "{error:?}");
            assert!(
                !explanation.paragraphs.concat().contains("colour"),
                "a failure’s cause is for the log"
            );
            assert_eq!(error.into_response().status(), explanation.status);
        }
    }
}
