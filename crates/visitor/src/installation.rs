//! An installation to visit: the real program with data in a folder of its own, gone afterwards.

use std::io::{self, BufRead as _, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

/// An installation. Its folder is removed when this is dropped.
#[derive(Debug)]
pub struct Installation {
    program: PathBuf,
    folder: PathBuf,
    database: Option<String>,
}

/// A server. It is killed when this is dropped.
#[derive(Debug)]
pub struct Server {
    child: Child,
    /// Kept open, so that the server never writes to nobody.
    _talk: BufReader<ChildStdout>,
    /// Where it answers.
    pub address: SocketAddr,
}

impl Installation {
    /// A place for an installation of a program; nothing is made in it yet. Without a database it is
    /// `SQLite` in the folder.
    ///
    /// # Errors
    ///
    /// When the folder cannot be made.
    pub fn of(program: &Path, database: Option<String>) -> io::Result<Self> {
        static MADE: AtomicU32 = AtomicU32::new(0);
        let name = format!(
            "heard-{}-{}",
            std::process::id(),
            MADE.fetch_add(1, Ordering::Relaxed)
        );
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&folder)?;
        Ok(Self {
            program: program.to_owned(),
            folder,
            database,
        })
    }

    /// The folder of its data.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The program with some words, for this installation.
    pub fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(&self.program);
        command
            .args(words)
            .env("HEARD_DATA", self.folder.join("data"))
            .stdin(Stdio::null());
        match &self.database {
            Some(database) => command.env("HEARD_DATABASE", database),
            None => command.env_remove("HEARD_DATABASE"),
        };
        command
    }

    /// Runs a command that must succeed and gives what it prints as JSON.
    ///
    /// # Errors
    ///
    /// When it cannot be run, fails or prints something else.
    pub fn ask(&self, words: &[&str]) -> io::Result<serde_json::Value> {
        let output = self.command(words).arg("--json").output()?;
        if output.status.success() {
            return serde_json::from_slice(&output.stdout).map_err(io::Error::other);
        }
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        Err(io::Error::other(format!(
            "heard {}: {}: {said}",
            words.join(" "),
            output.status
        )))
    }

    /// Makes the installation with one authority of that code.
    ///
    /// # Errors
    ///
    /// As [`Installation::ask`].
    pub fn found(&self, code: &str) -> io::Result<()> {
        self.ask(&[
            "init",
            "--code",
            code,
            "--name",
            "Northshire Council",
            "--admin",
            "an.administrator",
        ])
        .map(|_| ())
    }

    /// Makes an account and gives its one-time password.
    ///
    /// # Errors
    ///
    /// As [`Installation::ask`].
    pub fn add_account(&self, code: &str, name: &str, role: &str) -> io::Result<String> {
        let answer = self.ask(&["accounts", "add", name, "--authority", code, "--role", role])?;
        let password = answer["one_time_password"].as_str().map(str::to_owned);
        password.ok_or_else(|| io::Error::other(format!("no password in {answer}")))
    }

    /// Serves on a free port; returns when it answers. `log` takes what it logs at that level.
    ///
    /// # Errors
    ///
    /// When it cannot be started or ends before it is ready.
    pub fn serve(&self, level: &str, log: Stdio) -> io::Result<Server> {
        let mut command = self.command(&["serve", "--listen", "127.0.0.1:0"]);
        Server::start(command.env("RUST_LOG", level).stderr(log))
    }
}

impl Drop for Installation {
    fn drop(&mut self) {
        // A folder that cannot be removed is no reason to fail a test that passed.
        let _left_behind = std::fs::remove_dir_all(&self.folder);
    }
}

impl Server {
    /// Starts a command that serves and says so.
    ///
    /// # Errors
    ///
    /// As [`Installation::serve`].
    pub fn start(command: &mut Command) -> io::Result<Self> {
        let mut child = command.stdout(Stdio::piped()).spawn()?;
        let ended = || io::Error::other("the server ended before it was ready");
        let mut talk = BufReader::new(child.stdout.take().ok_or_else(ended)?);
        loop {
            let mut line = String::new();
            if talk.read_line(&mut line)? == 0 {
                child.wait()?;
                return Err(ended());
            }
            if let Some(address) = line.trim().strip_prefix("ready http://") {
                let address = address
                    .trim_end_matches('/')
                    .parse()
                    .map_err(io::Error::other)?;
                return Ok(Self {
                    child,
                    _talk: talk,
                    address,
                });
            }
        }
    }

    /// Its process id.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Kills it on the spot: it is told nothing and can finish nothing.
    ///
    /// # Errors
    ///
    /// When it cannot be killed.
    pub fn kill(&mut self) -> io::Result<()> {
        self.child.kill()?;
        self.child.wait().map(|_| ())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended already.
        let _gone = self.kill();
    }
}
