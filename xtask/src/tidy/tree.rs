//! The files of the repository as the rules see them.

use std::fs;
use std::path::Path;

use anyhow::Context as _;

/// Folders that hold what was fetched or made, not what was written.
const MADE: [&str; 7] = [
    "target",
    "node_modules",
    ".git",
    ".heard",
    "dist",
    "screenshots",
    "test-results",
];

/// Every file of the repository that is text.
pub(crate) struct Tree {
    files: Vec<File>,
}

/// A file.
pub(crate) struct File {
    /// Its path from the root, with forward slashes.
    pub(crate) path: String,
    /// What it says.
    pub(crate) text: String,
    /// The same without comments, and with strings emptied; line by line. Only for Rust.
    pub(crate) code: String,
}

impl Tree {
    /// Reads the repository.
    pub(crate) fn read(root: &Path) -> anyhow::Result<Self> {
        let mut files = Vec::new();
        walk(root, &mut |path| {
            // What is not text has no rules.
            if let (Ok(inside), Ok(text)) = (path.strip_prefix(root), fs::read_to_string(path)) {
                files.push(File::new(
                    &inside.to_string_lossy().replace('\\', "/"),
                    text,
                ));
            }
        })?;
        files.sort_by(|one, other| one.path.cmp(&other.path));
        Ok(Self { files })
    }

    /// A tree of a test.
    #[cfg(test)]
    pub(crate) fn of(files: &[(&str, &str)]) -> Self {
        Self {
            files: files
                .iter()
                .map(|(path, text)| File::new(path, (*text).to_owned()))
                .collect(),
        }
    }

    /// Every file.
    pub(crate) fn files(&self) -> impl Iterator<Item = &File> {
        self.files.iter()
    }

    /// The Rust sources.
    pub(crate) fn sources(&self) -> impl Iterator<Item = &File> {
        self.files().filter(|file| file.ends_with("rs"))
    }

    /// A file by its path.
    pub(crate) fn file(&self, path: &str) -> Option<&File> {
        self.files().find(|file| file.path == path)
    }
}

impl File {
    fn new(path: &str, text: String) -> Self {
        let code = if ends_with(path, "rs") {
            code_only(&text)
        } else {
            String::new()
        };
        Self {
            path: path.to_owned(),
            text,
            code,
        }
    }

    /// Whether its name ends so, without the dot.
    pub(crate) fn ends_with(&self, ending: &str) -> bool {
        ends_with(&self.path, ending)
    }

    /// The lines of code that hold a word, as places.
    pub(crate) fn code_with(&self, word: &str) -> Vec<String> {
        places(&self.path, &self.code, |line| has_word(line, word))
    }

    /// The lines that hold a text, as places.
    pub(crate) fn lines_with(&self, text: &str) -> Vec<String> {
        places(&self.path, &self.text, |line| line.contains(text))
    }
}

/// Visits every file that was written, not made.
pub(crate) fn walk(folder: &Path, visit: &mut impl FnMut(&Path)) -> anyhow::Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("read {}", folder.display()))? {
        let entry = entry?;
        let kind = entry.file_type()?;
        if kind.is_dir() && !MADE.iter().any(|made| entry.file_name() == *made) {
            walk(&entry.path(), visit)?;
        } else if kind.is_file() {
            visit(&entry.path());
        }
    }
    Ok(())
}

/// Whether a line holds a word that is not part of a longer one.
pub(crate) fn has_word(line: &str, word: &str) -> bool {
    let part = |letter: Option<char>| {
        letter.is_some_and(|letter| letter.is_alphanumeric() || letter == '_')
    };
    line.match_indices(word).any(|(at, found)| {
        let before = line[..at].chars().next_back();
        let after = line[at + found.len()..].chars().next();
        let starts_plainly = !word
            .starts_with(|letter: char| letter.is_alphanumeric() || letter == '_')
            || !part(before);
        let ends_plainly = !word
            .ends_with(|letter: char| letter.is_alphanumeric() || letter == '_')
            || !part(after);
        starts_plainly && ends_plainly
    })
}

fn ends_with(path: &str, ending: &str) -> bool {
    Path::new(path)
        .extension()
        .is_some_and(|there| there == ending)
}

fn places(path: &str, text: &str, hit: impl Fn(&str) -> bool) -> Vec<String> {
    let lines = text.lines().enumerate().filter(|(_, line)| hit(line));
    lines
        .map(|(number, _)| format!("{path}:{}", number + 1))
        .collect()
}

/// Rust without its comments and with its strings emptied; every line keeps its place.
fn code_only(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let mut code = String::with_capacity(text.len());
    let mut at = 0;
    while at < letters.len() {
        let end = match letters[at] {
            '/' if letters.get(at + 1) == Some(&'/') => end_of_line(&letters, at),
            '/' if letters.get(at + 1) == Some(&'*') => end_of_comment(&letters, at),
            'r' | 'b' if !follows_word(&letters, at) && raw_string(&letters, at).is_some() => {
                raw_string(&letters, at).unwrap_or(at + 1)
            }
            '"' => end_of_string(&letters, at),
            '\'' => end_of_letter(&letters, at),
            plain => {
                code.push(plain);
                at += 1;
                continue;
            }
        };
        let gone = &letters[at..end];
        if gone[0] != '/' {
            code.push_str("\"\"");
        }
        code.extend(gone.iter().filter(|letter| **letter == '\n'));
        at = end;
    }
    code
}

fn follows_word(letters: &[char], at: usize) -> bool {
    at > 0 && (letters[at - 1].is_alphanumeric() || letters[at - 1] == '_')
}

fn end_of_line(letters: &[char], at: usize) -> usize {
    letters[at..]
        .iter()
        .position(|letter| *letter == '\n')
        .map_or(letters.len(), |found| at + found)
}

fn end_of_comment(letters: &[char], at: usize) -> usize {
    let mut depth = 0_usize;
    let mut here = at;
    while here + 1 < letters.len() {
        match (letters[here], letters[here + 1]) {
            ('/', '*') => depth += 1,
            ('*', '/') => depth -= 1,
            _ => {
                here += 1;
                continue;
            }
        }
        here += 2;
        if depth == 0 {
            return here;
        }
    }
    letters.len()
}

fn end_of_string(letters: &[char], at: usize) -> usize {
    let mut here = at + 1;
    while here < letters.len() {
        match letters[here] {
            '\\' => here += 2,
            '"' => return here + 1,
            _ => here += 1,
        }
    }
    letters.len()
}

/// The end of `r"…"`, `r#"…"#`, `br"…"` that begins here; `None` when none does.
fn raw_string(letters: &[char], at: usize) -> Option<usize> {
    let mut here = at + usize::from(letters[at] == 'b');
    if letters.get(here) != Some(&'r') {
        return None;
    }
    here += 1;
    let hashes = letters[here..]
        .iter()
        .take_while(|letter| **letter == '#')
        .count();
    here += hashes;
    if letters.get(here) != Some(&'"') {
        return None;
    }
    here += 1;
    while here < letters.len() {
        if letters[here] == '"'
            && letters[here + 1..]
                .iter()
                .take(hashes)
                .filter(|letter| **letter == '#')
                .count()
                == hashes
        {
            return Some(here + 1 + hashes);
        }
        here += 1;
    }
    Some(letters.len())
}

/// The end of a letter in quotes, or of the quote of a lifetime.
fn end_of_letter(letters: &[char], at: usize) -> usize {
    match (letters.get(at + 1), letters.get(at + 2)) {
        (Some('\\'), _) => {
            let close = letters
                .iter()
                .skip(at + 3)
                .position(|letter| *letter == '\'');
            close.map_or(letters.len(), |found| at + 4 + found)
        }
        (Some(_), Some('\'')) => at + 3,
        _ => at + 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_strings_are_not_code() {
        let rows = [
            ("a // async\nb", "a \nb"),
            ("a /* async /* deep */ still */ b", "a  b"),
            ("f(\"async \\\" fn\", c)", "f(\"\", c)"),
            ("f(r#\"async \" fn\"#, c)", "f(\"\", c)"),
            ("f(br\"async\\\", c)", "f(\"\", c)"),
            ("let for_ = 'a'; x", "let for_ = \"\"; x"),
            ("let q = '\\''; async", "let q = \"\"; async"),
            ("fn f<'a>(x: &'a str)", "fn f<\"\"a>(x: &\"\"a str)"),
            ("\"two\nlines\" x", "\"\"\n x"),
            ("bar\"\"", "bar\"\""),
        ];
        for (text, code) in rows {
            assert_eq!(code_only(text), code, "{text}");
        }
    }

    #[test]
    fn words_are_whole() {
        assert!(has_word("async fn f()", "async"));
        assert!(!has_word("not_async()", "async"));
        assert!(!has_word("asynchronous", "async"));
        assert!(has_word("use std::fs::read;", "std::fs"));
        assert!(has_word("todo!()", "todo!"));
    }
}
