//! Nothing personal lies about: not in the database files, not in the log however talkative, not in an
//! address.
//!
//! Every field of every form that takes a person's own words is filled with words that occur nowhere
//! else, and then every file is searched for them. The words share a stem, so that a fragment of one is
//! found as well as a whole one, in either case and in UTF-8 and UTF-16.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Stdio;

use testkit::postgres::TemporaryPostgres;
use visitor::{Answer, Form, Installation, Kind, Visitor};

const AUTHORITY: &str = "northshire";

/// How many cases are recorded.
const CASES: usize = 50;

/// In how many of them every action that is offered is taken, with every form filled in.
const FOLLOWED: usize = 4;

/// How many actions are taken in each of those at most.
const ACTIONS: usize = 24;

/// What every word begins with. No language and no code has it.
const STEM: &str = "Qzvxkj";

/// A word of the authority's lists, which is in the record in the clear: what is searched is the right
/// place, and the search finds things.
const NOT_PERSONAL: &str = AUTHORITY;

/// Fields in which a word of its own would not be understood.
const NOT_WORDS: [&str; 2] = ["-day", "-month"];

#[test]
fn no_personal_word_is_left_in_the_clear_on_sqlite() {
    let installation = installation(None);
    let folder = installation.folder().to_owned();
    check(&installation, &folder);
}

#[test]
fn no_personal_word_is_left_in_the_clear_on_postgres() {
    let server = TemporaryPostgres::start();
    let url = server.database("canary");
    let folder = url
        .split("host=")
        .nth(1)
        .map(PathBuf::from)
        .expect("the server's folder is its host");
    let installation = installation(Some(url));
    check(&installation, &folder);
}

fn installation(database: Option<String>) -> Installation {
    let heard = Path::new(env!("CARGO_BIN_EXE_heard"));
    let installation = Installation::of(heard, database).expect("a folder");
    installation.found(AUTHORITY).expect("an installation");
    installation
}

fn check(installation: &Installation, database: &Path) {
    let one_time = installation
        .add_account(AUTHORITY, "m.manager", "complaints_manager")
        .expect("an account");
    let log = installation.folder().join("log");
    let to_log = File::create(&log).expect("a file");
    let server = installation
        .serve("trace", Stdio::from(to_log))
        .expect("the server starts");

    let mut visit = Visit {
        visitor: Visitor::new(server.address),
        words: 0,
        addresses: BTreeSet::new(),
    };
    visit
        .visitor
        .sign_in("m.manager", &one_time, "correct horse battery")
        .expect("signing in");
    let mut opened = Vec::new();
    for number in 0..CASES {
        let path = if number % 10 == 9 {
            "/contacts/new"
        } else {
            "/complaints/new"
        };
        opened.push(visit.open_case(path));
    }
    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    for case in opened.iter().take(FOLLOWED) {
        for action in visit.take_every_action(case) {
            *taken.entry(action).or_default() += 1;
        }
    }
    let shown = visit.get(&opened[0]);
    let word = name_on(&shown.body);
    visit.search(&word);
    let words = visit.words;

    let mut found = Vec::new();
    // Once while the server runs, with whatever is in its write-ahead log; once when it was killed.
    found.extend(searched(&[installation.folder(), database]));
    drop(server);
    found.extend(searched(&[installation.folder(), database]));
    found.sort();
    found.dedup();
    assert!(
        found.is_empty(),
        "personal words lie in the clear:\n{}",
        found.join("\n")
    );
    let in_addresses: Vec<&String> = visit
        .addresses
        .iter()
        .filter(|address| holds(address.as_bytes(), STEM))
        .collect();
    assert!(
        in_addresses.is_empty(),
        "personal words stand in addresses: {in_addresses:?}"
    );

    // That nothing was found means something only if there was something, in the places searched.
    assert!(words > CASES * 4, "only {words} words were sent");
    assert!(taken.len() >= 5, "only these actions were taken: {taken:?}");
    assert!(
        fs::metadata(&log).expect("the log").len() > 100_000,
        "the log is not talkative"
    );
    assert!(
        !files_with(database, NOT_PERSONAL).is_empty(),
        "what is not personal is not found in the database either"
    );
    println!("{words} words in {CASES} cases; actions taken: {taken:?}");
}

/// Somebody at work, and what they left behind.
struct Visit {
    visitor: Visitor,
    words: usize,
    addresses: BTreeSet<String>,
}

impl Visit {
    fn get(&mut self, path: &str) -> Answer {
        self.addresses.insert(path.to_owned());
        self.visitor.get(path).expect("an answer")
    }

    fn send(&mut self, form: &Form) -> Answer {
        let answer = self.visitor.send(form).expect("an answer");
        self.addresses.insert(form.action.clone());
        self.addresses.extend(answer.location.clone());
        answer
    }

    /// Records a new case with every question answered, and gives the address of its file.
    fn open_case(&mut self, path: &str) -> String {
        let mut form = self.get(path).form(path).expect("the form");
        self.fill_in(&mut form, 0);
        let answer = self.send(&form);
        let location = answer
            .location
            .unwrap_or_else(|| panic!("{path}: {} {}", answer.status, answer.body));
        location.split('?').next().unwrap_or_default().to_owned()
    }

    /// Takes the actions a case file offers, again and again, until none is left that was not tried.
    fn take_every_action(&mut self, case: &str) -> Vec<String> {
        let mut tried = BTreeSet::new();
        let mut taken = Vec::new();
        for _ in 0..ACTIONS {
            let file = self.get(case);
            let actions = file
                .links()
                .into_iter()
                .filter(|link| link.starts_with(&format!("{case}/")));
            // Closing and withdrawing come last: after them there is little left to do.
            let ends = |link: &String| {
                link.ends_with("/close") || link.contains("withdraw") || link.contains("decline")
            };
            let (last, first): (Vec<_>, Vec<_>) = actions.partition(ends);
            let Some(action) = first
                .into_iter()
                .chain(last)
                .find(|action| !tried.contains(action))
            else {
                break;
            };
            tried.insert(action.clone());
            let page = self.get(&action);
            let Some(form) = page.form(&action) else {
                continue;
            };
            // Which of several choices the rules allow is theirs to say.
            for choice in 0..3 {
                let mut form = form.clone();
                self.fill_in(&mut form, choice);
                if self.send(&form).location.is_some() {
                    taken.push(action.rsplit('/').next().unwrap_or_default().to_owned());
                    break;
                }
            }
        }
        taken
    }

    fn search(&mut self, word: &str) {
        let mut form = self.get("/register").form("/register").expect("the search");
        form.set("words", word);
        let answer = self.send(&form);
        assert!(
            holds(answer.body.as_bytes(), "1 case found"),
            "the word is found by those who may: {}",
            answer.body
        );
    }

    /// Answers every question: in words that occur nowhere else where words are asked for.
    fn fill_in(&mut self, form: &mut Form, choice: usize) {
        let names: BTreeSet<String> = form.fields.iter().map(|field| field.name.clone()).collect();
        for name in names {
            let offers = form.offered(&name);
            if let Some(offer) = offers.get(choice % offers.len().max(1)) {
                form.set(&name, offer);
            }
        }
        for field in &mut form.fields {
            let wordy = matches!(field.kind, Kind::Line | Kind::Text);
            let part_of_date = NOT_WORDS.iter().any(|part| field.name.ends_with(part))
                || field.name.ends_with("-year");
            if wordy && !part_of_date {
                self.words += 1;
                field.value = format!(
                    "{} {}",
                    word(self.words, &field.name),
                    word(self.words, "tail")
                );
            }
        }
        // Nobody complained about may be left out of the case for it: the test wants to go on reading.
        for field in form
            .fields
            .iter_mut()
            .filter(|field| field.name == "complained-about")
        {
            field.chosen = false;
        }
        // The days that are asked for but not suggested: today's, which the form knows.
        let dates: BTreeSet<String> = form
            .fields
            .iter()
            .filter_map(|field| field.name.strip_suffix("-year").map(str::to_owned))
            .collect();
        let today = today_of(form);
        for date in dates {
            if date.ends_with("born") {
                form.set_date(&date, [1, 2, 2012]);
            } else if let Some(today) = today {
                form.set_date(&date, today);
            }
        }
    }
}

/// A word of its own for a field: the number makes it unlike every other.
fn word(number: usize, field: &str) -> String {
    let tail: String = field.chars().filter(char::is_ascii_alphabetic).collect();
    format!("{STEM}{number}{tail}")
}

/// The first word of a complainant's name on a page.
fn name_on(page: &str) -> String {
    let words = page.split(|letter: char| !letter.is_ascii_alphanumeric());
    let mut names =
        words.filter(|word| word.starts_with(STEM) && word.ends_with("complainantname"));
    names
        .next()
        .expect("those who may read the case read who complains")
        .to_owned()
}

/// The day that a form suggests somewhere.
fn today_of(form: &Form) -> Option<[i16; 3]> {
    let suggested = |part: &str| {
        let field = form
            .fields
            .iter()
            .find(|field| field.name.ends_with(part) && !field.value.is_empty());
        field.and_then(|field| field.value.parse().ok())
    };
    Some([
        suggested("-day")?,
        suggested("-month")?,
        suggested("-year")?,
    ])
}

/// Every file below the folders that holds the stem.
fn searched(folders: &[&Path]) -> Vec<String> {
    folders
        .iter()
        .flat_map(|folder| files_with(folder, STEM))
        .collect()
}

fn files_with(folder: &Path, word: &str) -> Vec<String> {
    let mut found = Vec::new();
    let entries = fs::read_dir(folder).expect("the folder can be read");
    for entry in entries {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files_with(&path, word));
        } else if let Ok(bytes) = fs::read(&path)
            && holds(&bytes, word)
        {
            found.push(format!("{}: {}", path.display(), around(&bytes, word)));
        }
    }
    found
}

/// Whether bytes hold a word, in either case, in UTF-8 or in UTF-16.
fn holds(bytes: &[u8], word: &str) -> bool {
    forms_of(word)
        .iter()
        .any(|form| position(bytes, form).is_some())
}

fn forms_of(word: &str) -> [Vec<u8>; 3] {
    let folded = word.to_lowercase();
    [
        folded.clone().into_bytes(),
        folded.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        folded.encode_utf16().flat_map(u16::to_be_bytes).collect(),
    ]
}

/// Where a form of a word, in lower case, begins in bytes of either case.
fn position(bytes: &[u8], form: &[u8]) -> Option<usize> {
    let (first, rest) = form.split_first()?;
    let heads = [first.to_ascii_lowercase(), first.to_ascii_uppercase()];
    let mut from = 0;
    while let Some(offset) = bytes[from..].iter().position(|byte| heads.contains(byte)) {
        let at = from + offset;
        if bytes
            .get(at + 1..at + form.len())
            .is_some_and(|there| there.eq_ignore_ascii_case(rest))
        {
            return Some(at);
        }
        from = at + 1;
    }
    None
}

/// What stands around the first place, for whoever has to find the leak.
fn around(bytes: &[u8], word: &str) -> String {
    let at = forms_of(word)
        .iter()
        .find_map(|form| position(bytes, form))
        .unwrap_or_default();
    let (start, end) = (at.saturating_sub(120), (at + 60).min(bytes.len()));
    String::from_utf8_lossy(&bytes[start..end])
        .escape_debug()
        .to_string()
}

#[test]
fn a_word_is_found_however_it_is_written() {
    let utf16: Vec<u8> = "a QZVXKJ b"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    for bytes in [b"x Qzvxkj1 y".as_slice(), b"QZVXKJ", b"..qqzvxkj", &utf16] {
        assert!(holds(bytes, STEM), "{bytes:?}");
    }
    assert!(!holds(b"Qzvxk j", STEM));
}
