//! How many tests ran: read from the summaries that the test programs print.

/// Tests that passed and tests that did not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Passed.
    pub(crate) passed: u64,
    /// Failed, timed out or could not be run.
    pub(crate) failed: u64,
}

impl std::ops::AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl Tally {
    /// Reads a line of cargo test, cargo nextest or Playwright; `None` for every other line.
    pub(crate) fn read(line: &str) -> Option<Self> {
        let plain = without_colours(line);
        let plain = plain.trim();
        nextest(plain)
            .or_else(|| cargo_test(plain))
            .or_else(|| playwright(plain))
    }
}

/// `Summary [   0.1s] 3 tests run: 2 passed, 1 failed, 0 skipped`, or `2/3 tests run` when it stopped early.
fn nextest(line: &str) -> Option<Tally> {
    let (_, after) = line.strip_prefix("Summary [")?.split_once(']')?;
    let (run, outcome) = after.split_once(" run: ")?;
    let planned = run
        .split_whitespace()
        .next()?
        .rsplit('/')
        .next()?
        .parse::<u64>()
        .ok()?;
    let passed = outcome.split_whitespace().next()?.parse::<u64>().ok()?;
    Some(Tally {
        passed,
        failed: planned.saturating_sub(passed),
    })
}

/// `test result: ok. 5 passed; 0 failed; 0 ignored; …`
fn cargo_test(line: &str) -> Option<Tally> {
    let (_, counts) = line.strip_prefix("test result: ")?.split_once(". ")?;
    let count = |word: &str| {
        counts
            .split("; ")
            .find_map(|part| part.strip_suffix(word)?.trim().parse::<u64>().ok())
            .unwrap_or(0)
    };
    Some(Tally {
        passed: count("passed"),
        failed: count("failed"),
    })
}

/// `3 passed (4.0s)`, `1 failed`, `2 did not run`, each on a line of its own.
fn playwright(line: &str) -> Option<Tally> {
    let (count, what) = line.split_once(' ')?;
    let count = count.parse::<u64>().ok()?;
    let what = what.split(" (").next()?;
    match what {
        "passed" => Some(Tally {
            passed: count,
            failed: 0,
        }),
        "failed" | "flaky" | "interrupted" | "did not run" => Some(Tally {
            passed: 0,
            failed: count,
        }),
        _ => None,
    }
}

fn without_colours(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut letters = line.chars();
    while let Some(letter) = letters.next() {
        if letter == '\u{1b}' {
            // An escape ends with its first letter.
            letters.by_ref().find(char::is_ascii_alphabetic);
        } else {
            plain.push(letter);
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn summaries_of_every_test_program_are_read() {
        let rows = [
            (
                "     Summary [   1.204s] 12 tests run: 12 passed, 0 skipped",
                Some((12, 0)),
            ),
            (
                "     Summary [   1.204s] 1 test run: 1 passed (1 slow), 0 skipped",
                Some((1, 0)),
            ),
            (
                "\u{1b}[32;1m     Summary\u{1b}[0m [   1.2s] \u{1b}[1m3\u{1b}[0m tests run: \u{1b}[1m1\u{1b}[0m passed, 1 failed, 1 timed out, 0 skipped",
                Some((1, 2)),
            ),
            (
                "     Summary [   1.204s] 2/5 tests run: 1 passed, 1 failed, 0 skipped",
                Some((1, 4)),
            ),
            (
                "test result: ok. 5 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s",
                Some((5, 0)),
            ),
            (
                "test result: FAILED. 5 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s",
                Some((5, 2)),
            ),
            ("  3 passed (4.0s)", Some((3, 0))),
            ("  1 failed", Some((0, 1))),
            ("  2 did not run", Some((0, 2))),
            ("  1 skipped", None),
            ("running 5 tests", None),
            ("test stories ... ok", None),
        ];
        for (line, expected) in rows {
            let expected = expected.map(|(passed, failed)| Tally { passed, failed });
            assert_eq!(Tally::read(line), expected, "{line}");
        }
    }
}
