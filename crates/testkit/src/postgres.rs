//! A PostgreSQL server for the length of a test: started in a new folder, reached by a unix socket,
//! gone with everything in it afterwards.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

/// A running server. It stops when this is dropped, and also when the process ends without dropping it.
pub struct TemporaryPostgres {
    folder: PathBuf,
    /// Waits for the end of our process or for us to close its input, then stops the server.
    watcher: Child,
    databases: AtomicU32,
}

/// Whether what is committed must reach the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Durability {
    /// Quick: for tests, whose data nobody misses.
    None,
    /// As in service: for measuring.
    Full,
}

impl TemporaryPostgres {
    /// Starts a server that does not wait for the disk.
    ///
    /// # Panics
    ///
    /// If PostgreSQL is not installed or does not start: a test never passes without it.
    pub fn start() -> Self {
        Self::start_with(Durability::None)
    }

    /// Starts a server.
    ///
    /// # Panics
    ///
    /// As [`TemporaryPostgres::start`].
    pub fn start_with(durability: Durability) -> Self {
        static STARTED: AtomicU32 = AtomicU32::new(0);
        let programs = programs().expect(
            "PostgreSQL's initdb was not found: install the Debian package postgresql (or set HEARD_POSTGRES_BIN)",
        );
        let number = STARTED.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("heard-pg-{}-{number}", std::process::id()));
        make_folder(&folder);
        let data = folder.join("data");
        run(server_account(&programs.join("initdb"), &folder)
            .args([
                "--auth=trust",
                "--username=heard",
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync",
                "-D",
            ])
            .arg(&data));

        let mut settings = format!("-c listen_addresses= -k {}", folder.display());
        if durability == Durability::None {
            settings.push_str(" -c fsync=off -c synchronous_commit=off -c full_page_writes=off");
        }
        let log = folder.join("log");
        let control = programs.join("pg_ctl");
        let started = server_account(&control, &folder)
            .args(["start", "-w", "-s", "-t", "60", "-D"])
            .arg(&data)
            .arg("-l")
            .arg(&log)
            .args(["-o", &settings])
            .status();
        assert!(
            started.is_ok_and(|status| status.success()),
            "PostgreSQL does not start: {}",
            std::fs::read_to_string(&log).unwrap_or_default()
        );
        let watcher = watch(&control, &data, &folder);
        Self {
            folder,
            watcher,
            databases: AtomicU32::new(0),
        }
    }

    /// Makes a new, empty database whose name begins with this one, and gives its URL.
    ///
    /// # Panics
    ///
    /// If the database cannot be made.
    pub fn database(&self, name: &str) -> String {
        let name = format!("{name}_{}", self.databases.fetch_add(1, Ordering::Relaxed));
        let programs = programs().expect("they were found when the server was started");
        run(Command::new(programs.join("createdb"))
            .args(["--username=heard", "--no-password", "--host"])
            .arg(&self.folder)
            .arg(&name));
        format!("postgres://heard@/{name}?host={}", self.folder.display())
    }
}

impl Drop for TemporaryPostgres {
    fn drop(&mut self) {
        drop(self.watcher.stdin.take());
        let _already_gone = self.watcher.wait();
    }
}

/// Where the programs of the server are: the newest version that is installed.
fn programs() -> Option<PathBuf> {
    let named = std::env::var_os("HEARD_POSTGRES_BIN").map(PathBuf::from);
    let mut debian: Vec<PathBuf> = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .filter_map(|version| Some(version.ok()?.path().join("bin")))
        .collect();
    debian.sort_by_key(|path| {
        let version = path
            .parent()
            .and_then(Path::file_name)
            .and_then(|name| name.to_str());
        version.and_then(|version| version.parse::<u32>().ok())
    });
    let path = std::env::var_os("PATH").unwrap_or_default();
    named
        .into_iter()
        .chain(debian.into_iter().rev())
        .chain(std::env::split_paths(&path).collect::<Vec<_>>())
        .find(|folder| folder.join("initdb").exists() && folder.join("pg_ctl").exists())
}

/// The server refuses to run as root, so root hands it to the account the package made for it.
fn server_account(program: &Path, folder: &Path) -> Command {
    let mut command = if is_root() {
        let mut command = Command::new("runuser");
        command.args(["-u", "postgres", "--"]).arg(program);
        command
    } else {
        Command::new(program)
    };
    command
        .current_dir(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::null());
    command
}

fn is_root() -> bool {
    let answer = Command::new("id").arg("-u").output();
    answer.is_ok_and(|answer| answer.stdout.trim_ascii() == b"0")
}

fn make_folder(folder: &Path) {
    let _left_over = std::fs::remove_dir_all(folder);
    std::fs::create_dir_all(folder).expect("the folder for temporary files can be written");
    if is_root() {
        run(Command::new("chown").arg("postgres").arg(folder));
    }
}

/// A shell that outlives us just long enough to stop the server by the process id in its data folder.
fn watch(control: &Path, data: &Path, folder: &Path) -> Child {
    use std::os::unix::process::CommandExt;
    let as_server = if is_root() {
        "runuser -u postgres --"
    } else {
        ""
    };
    let script = format!(
        "cat >/dev/null; cd /; {as_server} \"$1\" stop -s -m immediate -D \"$2\"; rm -rf \"$3\""
    );
    Command::new("sh")
        .args(["-c", &script, "stop-temporary-postgres"])
        .args([control, data, folder])
        .process_group(0)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("a shell is there")
}

fn run(command: &mut Command) {
    match command.output() {
        Ok(output) if output.status.success() => {}
        Ok(output) => panic!(
            "{command:?} failed: {}",
            String::from_utf8_lossy(&output.stderr)
        ),
        Err(error) => panic!("{command:?} cannot be run: {error}"),
    }
}
