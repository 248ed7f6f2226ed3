//! Questions to the person at the terminal. Every question has a flag, so a script is never asked.

use std::io::{self, BufRead as _, IsTerminal as _, Write as _};

use crate::exit::Stop;

/// Asks for a line of text; without a person to ask, names the flag that would have answered.
pub(crate) fn ask(question: &str, flag: &str) -> Result<String, Stop> {
    if !io::stdin().is_terminal() || !io::stderr().is_terminal() {
        return Err(Stop::Usage(format!("nobody is there to ask; give {flag}")));
    }
    let mut out = io::stderr().lock();
    let _unseen = write!(out, "{question}: ").and_then(|()| out.flush());
    let mut answer = String::new();
    let read = io::stdin().lock().read_line(&mut answer);
    read.map_err(|error| Stop::Failed(format!("the answer cannot be read: {error}")))?;
    let answer = answer.trim();
    if answer.is_empty() {
        Err(Stop::Usage(format!("an answer is needed; or give {flag}")))
    } else {
        Ok(answer.to_owned())
    }
}
