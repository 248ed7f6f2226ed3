//! A visitor of the pages without a browser: opens them over real HTTP, keeps its cookies, fills in
//! forms by the names of their fields and sends them.
//!
//! For tests that need many hands at once and for measuring; what a person sees is tested in a real
//! browser. It uses no crate of the product, so that the chores can use it without building that.

mod answer;
mod form;
mod installation;
mod markup;

use std::collections::BTreeMap;
use std::io::{self, BufReader, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

pub use answer::Answer;
pub use form::{Field, Form, Kind};
pub use installation::{Installation, Server};

/// Nobody waits longer than this for an answer.
const PATIENCE: Duration = Duration::from_mins(1);

/// Somebody who visits one server, on one connection at a time.
#[derive(Debug)]
pub struct Visitor {
    address: SocketAddr,
    connection: Option<BufReader<TcpStream>>,
    cookies: BTreeMap<String, String>,
}

/// Why somebody could not sign in.
#[derive(Debug)]
pub enum NotSignedIn {
    /// The server did not answer.
    Unreachable(io::Error),
    /// It answered with something else than expected.
    Unexpected(Box<Answer>),
}

impl std::fmt::Display for NotSignedIn {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Unreachable(error) => write!(out, "the server does not answer: {error}"),
            Self::Unexpected(answer) => {
                write!(out, "signing in is answered with {}", answer.status)
            }
        }
    }
}

impl std::error::Error for NotSignedIn {}

impl From<io::Error> for NotSignedIn {
    fn from(error: io::Error) -> Self {
        Self::Unreachable(error)
    }
}

impl Visitor {
    /// A visitor without cookies.
    pub fn new(address: SocketAddr) -> Self {
        Self {
            address,
            connection: None,
            cookies: BTreeMap::new(),
        }
    }

    /// The same person once more: another connection, the same cookies.
    #[must_use]
    pub fn another(&self) -> Self {
        self.at(self.address)
    }

    /// The same person at another place: another connection, the same cookies.
    #[must_use]
    pub fn at(&self, address: SocketAddr) -> Self {
        Self {
            address,
            connection: None,
            cookies: self.cookies.clone(),
        }
    }

    /// Opens a page. A redirect is not followed.
    ///
    /// # Errors
    ///
    /// When the server cannot be reached or hangs up.
    pub fn get(&mut self, path: &str) -> io::Result<Answer> {
        let kept = self.connection.is_some();
        match self.exchange("GET", path, None) {
            // A server may close a connection that was idle; asking again is safe.
            Err(_) if kept => self.exchange("GET", path, None),
            answer => answer,
        }
    }

    /// Sends fields to an address. A redirect is not followed.
    ///
    /// # Errors
    ///
    /// When the server cannot be reached or hangs up; whether it did what was asked is then unknown.
    pub fn post(&mut self, path: &str, fields: &[(String, String)]) -> io::Result<Answer> {
        self.exchange("POST", path, Some(&form::encode(fields)))
    }

    /// Sends a form as it is filled in.
    ///
    /// # Errors
    ///
    /// As [`Visitor::post`].
    pub fn send(&mut self, form: &Form) -> io::Result<Answer> {
        self.post(&form.action, &form.sent())
    }

    /// Signs in with a one-time password and changes it to another, as everybody must.
    ///
    /// # Errors
    ///
    /// [`NotSignedIn`] when the pages do not go on as they should.
    pub fn sign_in(&mut self, name: &str, one_time: &str, new: &str) -> Result<(), NotSignedIn> {
        self.sign_in_to(None, name, one_time, new)
    }

    /// The same, choosing the council where an installation has several.
    ///
    /// # Errors
    ///
    /// As [`Visitor::sign_in`].
    pub fn sign_in_to(
        &mut self,
        authority: Option<&str>,
        name: &str,
        one_time: &str,
        new: &str,
    ) -> Result<(), NotSignedIn> {
        let page = self.get("/sign-in")?;
        let Some(mut form) = page.form("/sign-in") else {
            return Err(NotSignedIn::Unexpected(Box::new(page)));
        };
        if let Some(authority) = authority {
            form.set("authority", authority);
        }
        form.set("name", name).set("password", one_time);
        let answer = self.send(&form)?;
        let Some(next) = answer.location.clone() else {
            return Err(NotSignedIn::Unexpected(Box::new(answer)));
        };
        let page = self.get(&next)?;
        let Some(mut form) = page.form("/account/password") else {
            // A password that was changed already need not be changed again.
            return Ok(());
        };
        form.set("old", one_time).set("new", new).set("again", new);
        let answer = self.send(&form)?;
        if answer.location.is_some() {
            Ok(())
        } else {
            Err(NotSignedIn::Unexpected(Box::new(answer)))
        }
    }

    fn exchange(&mut self, method: &str, path: &str, body: Option<&str>) -> io::Result<Answer> {
        let mut connection = match self.connection.take() {
            Some(connection) => connection,
            None => self.connect()?,
        };
        connection
            .get_mut()
            .write_all(self.request(method, path, body).as_bytes())?;
        let (answer, stays_open) = answer::read(&mut connection, path)?;
        for (name, value) in &answer.cookies {
            if value.is_empty() {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.clone(), value.clone());
            }
        }
        if stays_open {
            self.connection = Some(connection);
        }
        Ok(answer)
    }

    fn connect(&self) -> io::Result<BufReader<TcpStream>> {
        let stream = TcpStream::connect_timeout(&self.address, PATIENCE)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.set_nodelay(true)?;
        Ok(BufReader::with_capacity(64 * 1024, stream))
    }

    fn request(&self, method: &str, path: &str, body: Option<&str>) -> String {
        // What stands after `#` stays with the visitor.
        let path = path.split('#').next().unwrap_or(path);
        let mut request = format!(
            "{method} {path} HTTP/1.1\r\nHost: {}\r\nSec-Fetch-Site: same-origin\r\n",
            self.address
        );
        if !self.cookies.is_empty() {
            let cookies: Vec<String> = self
                .cookies
                .iter()
                .map(|(name, value)| format!("{name}={value}"))
                .collect();
            request.push_str("Cookie: ");
            request.push_str(&cookies.join("; "));
            request.push_str("\r\n");
        }
        if let Some(body) = body {
            let length = body.len();
            request.push_str("Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ");
            request.push_str(&length.to_string());
            request.push_str("\r\n\r\n");
            request.push_str(body);
        } else {
            request.push_str("\r\n");
        }
        request
    }
}
