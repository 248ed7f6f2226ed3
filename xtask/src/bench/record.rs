//! A record of a certain size, and what is measured on it.

use std::path::Path;
use std::process::Stdio;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context as _, ensure};
use serde_json::{Value, json};
use visitor::{Form, Installation, Server, Visitor};

use super::load::{self, Plan};
use super::{Rounds, SEED, Settings, machine};

const AUTHORITY: &str = "northshire";

/// A page of the register shows so many cases.
const PAGE_OF_REGISTER: usize = 50;

/// The page of the working days.
const CALENDAR: &str = "/calendar";

/// So often is looked how much memory a program has held so far.
const LOOK: Duration = Duration::from_millis(10);

/// The register as it opens: open cases, the soonest due first.
const REGISTER: &str = "/register?standing=open&sort=due";

/// A record.
pub(super) struct Record {
    installation: Installation,
    one_time_password: String,
    generated_in: Duration,
}

impl Record {
    /// Makes a record with so many invented cases.
    pub(super) fn make(heard: &Path, database: Option<String>, cases: u64) -> anyhow::Result<Self> {
        let installation = Installation::of(heard, database)?;
        installation.found(AUTHORITY)?;
        let one_time_password =
            installation.add_account(AUTHORITY, "m.manager", "complaints_manager")?;
        let begun = Instant::now();
        if cases > 0 {
            let (cases, seed) = (cases.to_string(), SEED.to_string());
            installation.ask(&[
                "generate",
                "--authority",
                AUTHORITY,
                "--cases",
                &cases,
                "--seed",
                &seed,
            ])?;
        }
        Ok(Self {
            installation,
            one_time_password,
            generated_in: begun.elapsed(),
        })
    }

    /// From the start of the program until it answers, and what it holds when nobody asks anything.
    pub(super) fn start(&self, rounds: usize) -> anyhow::Result<Value> {
        let (mut ready, mut memory) = (Rounds::default(), Rounds::default());
        for _ in 0..rounds {
            let begun = Instant::now();
            let server = self.serve()?;
            let answer = Visitor::new(server.address).get("/ready")?;
            ready.add(begun.elapsed().as_secs_f64() * 1000.0);
            ensure!(answer.status == 200, "not ready: {}", answer.status);
            memory.add(
                machine::resident_mib(server.id())
                    .context("the system does not tell the memory")?,
            );
        }
        Ok(json!({ "ready_ms": ready.median(), "idle_memory_mib": memory.median() }))
    }

    /// Complaints and compliments recorded by form, each answered only when it is on the disk.
    pub(super) fn recording(&self, settings: &Settings, clients: usize) -> anyhow::Result<Value> {
        let server = self.serve()?;
        let mut visitor = self.sign_in(&server)?;
        let mut recorded = serde_json::Map::new();
        let forms = [
            ("complaint", complaint(&mut visitor)?),
            ("compliment", compliment(&mut visitor)?),
        ];
        for (name, form) in forms {
            let measured = load::rounds(&visitor, plan(settings, clients), &|visitor, _| {
                let answer = visitor.send(&form)?;
                ensure!(answer.status == 303, "not recorded: {}", answer.status);
                Ok(())
            })?;
            recorded.insert(name.to_owned(), measured);
        }
        Ok(Value::Object(recorded))
    }

    /// An old register taken in from a file: how long until all of it is on the disk, and the most memory the program
    /// ever held.
    pub(super) fn import(&self, file: &Path) -> anyhow::Result<(Duration, f64)> {
        let path = file.to_str().context("the file has a plain name")?;
        let words = [
            "import",
            path,
            "--authority",
            AUTHORITY,
            "--as",
            "m.manager",
        ];
        let begun = Instant::now();
        let mut program = self
            .installation
            .command(&words)
            .stdout(Stdio::null())
            .spawn()?;
        let mut most: f64 = 0.0;
        let status = loop {
            most = most.max(machine::peak_mib(program.id()).unwrap_or_default());
            if let Some(status) = program.try_wait()? {
                break status;
            }
            thread::park_timeout(LOOK);
        };
        ensure!(status.success(), "{path} was not imported");
        Ok((begun.elapsed(), most))
    }

    /// Where its files lie.
    pub(super) fn folder(&self) -> &Path {
        self.installation.folder()
    }

    /// The register and a case file, for each number of readers.
    pub(super) fn pages(&self, settings: &Settings) -> anyhow::Result<Value> {
        let server = self.serve()?;
        let mut visitor = self.sign_in(&server)?;
        let register = visitor.get(REGISTER)?;
        let mut cases: Vec<String> = register
            .links()
            .into_iter()
            .filter(|link| link.starts_with("/cases/"))
            .collect();
        cases.dedup();
        ensure!(
            cases.len() == PAGE_OF_REGISTER,
            "the register shows {} cases, not a page full",
            cases.len()
        );

        // Every open case can be assigned, whatever else it waits for.
        let action_pages: Vec<String> = cases.iter().map(|case| format!("{case}/assign")).collect();

        // The page of a person finds everybody who may be the same among all cases, and says why.
        let people = cases
            .iter()
            .map(|case| person_of(&mut visitor, case))
            .filter_map(Result::transpose)
            .collect::<anyhow::Result<Vec<String>>>()?;
        ensure!(!people.is_empty(), "no case file leads to a person");

        let mut pages = serde_json::Map::new();
        pages.insert("generated_in_s".into(), json!(self.generated_in.as_secs()));
        pages.insert("register_kib".into(), json!(register.body.len() / 1024));
        for (name, paths) in [
            ("register", vec![REGISTER.to_owned()]),
            ("case_file", cases),
            ("action_page", action_pages),
            ("person", people),
        ] {
            let mut by_clients = serde_json::Map::new();
            for clients in &settings.clients {
                let measured =
                    load::rounds(&visitor, plan(settings, *clients), &|visitor, number| {
                        let path = &paths[number % paths.len()];
                        let answer = visitor.get(path)?;
                        ensure!(answer.status == 200, "{path}: {}", answer.status);
                        Ok(())
                    })?;
                by_clients.insert(clients.to_string(), measured);
            }
            pages.insert(name.into(), Value::Object(by_clients));
        }
        pages.insert(
            "memory_after_mib".into(),
            json!(machine::resident_mib(server.id())),
        );
        pages.insert(
            "previewing_a_bank_holiday".into(),
            Self::previewing(&mut visitor, &server, settings.rounds)?,
        );
        Ok(Value::Object(pages))
    }

    /// What a bank holiday would move, as the complaints manager sees it: the whole page, and the most memory
    /// that the server ever held, also while it served the pages before.
    fn previewing(visitor: &mut Visitor, server: &Server, rounds: usize) -> anyhow::Result<Value> {
        announce(visitor)?;
        let before = machine::peak_mib(server.id());
        let mut time = Rounds::default();
        let mut size = 0;
        for _ in 0..rounds {
            let begun = Instant::now();
            let page = visitor.get(CALENDAR)?;
            time.add(begun.elapsed().as_secs_f64());
            ensure!(page.status == 200, "{CALENDAR}: {}", page.status);
            ensure!(
                page.body.contains("Nothing has been changed yet"),
                "the bank holiday moves nothing"
            );
            size = page.body.len();
        }
        Ok(json!({
            "seconds": time.median(),
            "page_kib": size / 1024,
            "peak_memory_before_mib": before,
            "peak_memory_mib": machine::peak_mib(server.id()),
        }))
    }

    /// The annual report of the last whole year as PDF, by a program that starts for it.
    pub(super) fn report(&self, rounds: usize) -> anyhow::Result<Value> {
        let year = self.last_whole_year()?;
        let folder = self.installation.folder().join("report");
        let out = folder
            .to_str()
            .context("the folder for temporary files has a plain name")?;
        let mut time = Rounds::default();
        let mut size = 0;
        for _ in 0..rounds {
            let begun = Instant::now();
            let words = [
                "report",
                "annual",
                "--authority",
                AUTHORITY,
                "--year",
                &year,
                "--format",
                "pdf",
                "--out",
                out,
            ];
            let written = self.installation.ask(&words)?;
            time.add(begun.elapsed().as_secs_f64());
            let path = written[0]["path"]
                .as_str()
                .context("the report tells where it was written")?;
            size = std::fs::metadata(path)?.len();
        }
        Ok(json!({ "year": year, "seconds": time.median(), "pdf_kib": size / 1024 }))
    }

    fn serve(&self) -> anyhow::Result<Server> {
        Ok(self.installation.serve("warn", Stdio::inherit())?)
    }

    /// Once for each record: signing in uses the one-time password up.
    fn sign_in(&self, server: &Server) -> anyhow::Result<Visitor> {
        let mut visitor = Visitor::new(server.address);
        visitor.sign_in(
            "m.manager",
            &self.one_time_password,
            "correct horse battery",
        )?;
        Ok(visitor)
    }

    /// Asked for a year in which nothing can have been received, the program names those there are.
    fn last_whole_year(&self) -> anyhow::Result<String> {
        let words = [
            "report",
            "annual",
            "--authority",
            AUTHORITY,
            "--year",
            "1990-91",
            "--format",
            "pdf",
        ];
        let output = self.installation.command(&words).output()?;
        let said = String::from_utf8_lossy(&output.stderr);
        let (_, years) = said
            .rsplit_once("there are: ")
            .context("the program names the years there are")?;
        let years: Vec<&str> = years.trim().split(", ").collect();
        let last_but_one = years.iter().rev().nth(1).or(years.last());
        last_but_one
            .map(|year| (*year).to_owned())
            .context("no year has cases")
    }
}

/// The page of the first person in a case, if it names any.
fn person_of(visitor: &mut Visitor, case: &str) -> anyhow::Result<Option<String>> {
    let people = format!("{case}/people/");
    let links = visitor.get(case)?.links();
    let mut links = links.into_iter();
    Ok(links.find(|link| link.starts_with(&people) && link.matches('/').count() == 4))
}

fn plan(settings: &Settings, clients: usize) -> Plan {
    Plan {
        clients,
        rounds: settings.rounds,
        time: Duration::from_secs(settings.seconds),
    }
}

/// Enters the first day from a week ahead on that is taken for a bank holiday: weekends and known ones are not.
fn announce(visitor: &mut Visitor) -> anyhow::Result<()> {
    for ahead in 7..14 {
        let [day, month, year] = machine::day_ahead(ahead)?;
        let mut form = visitor
            .get(CALENDAR)?
            .form("/calendar/announce")
            .context("the form is there")?;
        form.set("day-day", &day)
            .set("day-month", &month)
            .set("day-year", &year)
            .set("name", "A day for measuring")
            .set("source", "Nowhere");
        if visitor.send(&form)?.status == 303 {
            return Ok(());
        }
    }
    anyhow::bail!("no day of the week after next can be a bank holiday")
}

/// The shortest compliment that can be recorded.
fn compliment(visitor: &mut Visitor) -> anyhow::Result<Form> {
    let mut form = visitor
        .get("/compliments/new")?
        .form("/compliments/new")
        .context("the form is there")?;
    form.set("text", "Thank you so much.").set("submission", "");
    for question in ["service", "source"] {
        form.choose_first(question);
    }
    Ok(form)
}

/// The shortest complaint that can be recorded. Without its number it is a new one each time it is sent.
fn complaint(visitor: &mut Visitor) -> anyhow::Result<Form> {
    let mut form = visitor
        .get("/complaints/new")?
        .form("/complaints/new")
        .context("the form is there")?;
    form.set("complainant-1-name", "Alex Example")
        .set("point-1", "Nobody called back.")
        .set("submission", "");
    for question in [
        "channel",
        "complainant-1-capacity",
        "complainant-1-ground",
        "service",
        "point-1-category",
    ] {
        form.choose_first(question);
    }
    Ok(form)
}
