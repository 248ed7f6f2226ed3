//! Who is signed in: sessions kept as rows of the journal's database, known by a hash of their secret.
//!
//! A session holds nothing but whose it is and when it began. What the account may do is read afresh
//! at every request, so a changed role or a disabled account takes effect at once.

use std::collections::HashMap;
use std::fmt;

use app::App;
use app::failure::Failure;
use app::officer::Officer;
use async_trait::async_trait;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use casework::ids::{AccountId, AuthorityCode};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use tower_sessions::cookie::SameSite;
use tower_sessions::cookie::time::OffsetDateTime;
use tower_sessions::session::{Id, Record};
use tower_sessions::{Session, SessionManagerLayer, SessionStore, session, session_store};

use crate::addresses::PASSWORD;
use crate::page_error::PageError;
use crate::serving::Serving;
use crate::site::Site;
use crate::visit::Visit;

/// A session nobody uses ends after this long: time enough to write one long answer.
pub(crate) const IDLE: SignedDuration = SignedDuration::from_mins(30);

/// A session ends after this long however much it is used: a working day.
pub(crate) const LONGEST: SignedDuration = SignedDuration::from_hours(10);

/// Reading a page writes to its session at most this often.
const NOTED_EVERY: SignedDuration = SignedDuration::from_secs(60);

/// Where in a session its holder stands.
const HOLDER: &str = "holder";
/// Where in a session stands when it was last used, in seconds.
const USED_AT: &str = "used_at";

/// Whose session it is.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Holder {
    authority: AuthorityCode,
    account: AccountId,
    /// In seconds.
    began_at: i64,
}

/// The session layer of the pages.
pub(crate) fn layer(app: App, serving: Serving) -> SessionManagerLayer<JournalSessions> {
    SessionManagerLayer::new(JournalSessions { app })
        .with_name(serving.cookie_name())
        .with_secure(serving.https)
        .with_http_only(true)
        // Strict would show the sign-in page to whoever follows a link in a message.
        .with_same_site(SameSite::Lax)
        .with_path("/")
}

/// Somebody who is signed in: an extractor that sends everybody else to the sign-in page.
pub(crate) struct Signed(pub Officer);

impl FromRequestParts<Site> for Signed {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, PageError> {
        signed_in(parts, site).await.map(Self)
    }
}

/// Who is signed in. A session whose account is gone or disabled ends here.
///
/// # Errors
///
/// [`PageError::SignedOut`], or [`PageError::MustChangePassword`] on every page but the one for it.
pub(crate) async fn signed_in(parts: &mut Parts, site: &Site) -> Result<Officer, PageError> {
    // Asked once a request, however many ask.
    let known = parts.extensions.get::<Officer>().cloned();
    let officer = if let Some(officer) = known {
        officer
    } else {
        let session = parts
            .extensions
            .get::<Session>()
            .cloned()
            .ok_or(PageError::SignedOut)?;
        let officer = officer_of(&session, site)
            .await?
            .ok_or(PageError::SignedOut)?;
        if let Some(visit) = parts.extensions.get::<Visit>() {
            visit.is_by(&officer);
        }
        parts.extensions.insert(officer.clone());
        officer
    };
    if officer.must_change && parts.uri.path() != PASSWORD {
        return Err(PageError::MustChangePassword);
    }
    Ok(officer)
}

/// Begins the session of an officer under a new secret id, so that an id planted before is of no use.
///
/// # Errors
///
/// [`PageError`] when the record failed.
pub(crate) async fn begin(
    session: &Session,
    officer: &Officer,
    now: Timestamp,
) -> Result<(), PageError> {
    let holder = Holder {
        authority: officer.authority.clone(),
        account: officer.account,
        began_at: now.as_second(),
    };
    session.cycle_id().await.map_err(|error| broken(&error))?;
    session.clear().await;
    session
        .insert(HOLDER, holder)
        .await
        .map_err(|error| broken(&error))?;
    session
        .insert(USED_AT, now.as_second())
        .await
        .map_err(|error| broken(&error))?;
    // Written at once: whoever begins a session ends the others of the account, and must not end this.
    session.save().await.map_err(|error| broken(&error))
}

/// Ends a session, here and in the record.
///
/// # Errors
///
/// [`PageError`] when the record failed.
pub(crate) async fn end(session: &Session) -> Result<(), PageError> {
    session.flush().await.map_err(|error| broken(&error))
}

/// Ends every session of an officer but this one.
///
/// # Errors
///
/// [`PageError`] when the record failed.
pub(crate) async fn end_others(
    session: &Session,
    officer: &Officer,
    app: &App,
) -> Result<(), PageError> {
    let kept = session.id().map(token);
    let ended = app
        .journal()
        .delete_sessions_of(&officer.authority, officer.account, kept.as_ref())
        .await;
    ended
        .map(|_| ())
        .map_err(|error| Failure::from(error).into())
}

async fn officer_of(session: &Session, site: &Site) -> Result<Option<Officer>, PageError> {
    let Some(holder) = session
        .get::<Holder>(HOLDER)
        .await
        .map_err(|error| broken(&error))?
    else {
        return Ok(None);
    };
    let now = site.app.now().as_second();
    let officer = if now - holder.began_at < LONGEST.as_secs() {
        site.app.officer(&holder.authority, holder.account).await?
    } else {
        None
    };
    if officer.is_none() {
        end(session).await?;
        return Ok(None);
    }
    let used_at: i64 = session
        .get(USED_AT)
        .await
        .map_err(|error| broken(&error))?
        .unwrap_or_default();
    if now - used_at >= NOTED_EVERY.as_secs() {
        session
            .insert(USED_AT, now)
            .await
            .map_err(|error| broken(&error))?;
    }
    Ok(officer)
}

/// Sessions in the journal's database.
#[derive(Clone)]
pub(crate) struct JournalSessions {
    app: App,
}

impl fmt::Debug for JournalSessions {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("JournalSessions")
    }
}

#[async_trait]
impl SessionStore for JournalSessions {
    async fn create(&self, record: &mut Record) -> session_store::Result<()> {
        // The id is drawn here whatever the record carries; 128 random bits do not collide.
        record.id = Id::default();
        // Whoever comes in sweeps out those that have ended.
        let journal = self.app.journal();
        journal
            .purge_sessions(self.app.now())
            .await
            .map_err(|error| unavailable(&error))?;
        self.save(record).await
    }

    async fn save(&self, record: &Record) -> session_store::Result<()> {
        let data = serde_json::to_vec(&record.data)
            .map_err(|error| session_store::Error::Encode(error.to_string()))?;
        let holder = record
            .data
            .get(HOLDER)
            .and_then(|holder| Holder::deserialize(holder).ok());
        let now = self.app.now();
        let mut expires_at = now + IDLE;
        if let Some(began_at) = holder
            .as_ref()
            .and_then(|holder| Timestamp::from_second(holder.began_at).ok())
        {
            expires_at = expires_at.min(began_at + LONGEST);
        }
        let session = journal::Session {
            token: token(record.id),
            account: holder.map(|holder| (holder.authority, holder.account)),
            data,
            expires_at,
        };
        self.app
            .journal()
            .save_session(&session)
            .await
            .map_err(|error| unavailable(&error))
    }

    async fn load(&self, id: &Id) -> session_store::Result<Option<Record>> {
        let found = self
            .app
            .journal()
            .session(&token(*id), self.app.now())
            .await
            .map_err(|error| unavailable(&error))?;
        let Some(session) = found else {
            return Ok(None);
        };
        let data: HashMap<String, serde_json::Value> = serde_json::from_slice(&session.data)
            .map_err(|error| session_store::Error::Decode(error.to_string()))?;
        let expiry_date = OffsetDateTime::from_unix_timestamp(session.expires_at.as_second())
            .unwrap_or(OffsetDateTime::UNIX_EPOCH);
        Ok(Some(Record {
            id: *id,
            data,
            expiry_date,
        }))
    }

    async fn delete(&self, id: &Id) -> session_store::Result<()> {
        self.app
            .journal()
            .delete_session(&token(*id))
            .await
            .map_err(|error| unavailable(&error))
    }
}

/// What the record knows a session by. The id itself is only in the cookie.
fn token(id: Id) -> [u8; 32] {
    Sha256::digest(id.0.to_le_bytes()).into()
}

fn unavailable(error: &journal::JournalError) -> session_store::Error {
    session_store::Error::Backend(error.to_string())
}

fn broken(error: &session::Error) -> PageError {
    PageError::Sessions(error.to_string())
}
