//! Which of several codes was probably meant by one that is none of them.

/// The codes that take the fewest changes to get to, nearest first, if they take few enough to look like a slip.
pub(crate) fn near_misses<'a>(
    written: &str,
    codes: impl IntoIterator<Item = &'a str>,
) -> Vec<&'a str> {
    const SLIP: usize = 3;
    let written = written.to_ascii_uppercase();
    let letters = written.chars().count();
    let mut near: Vec<(usize, usize, &str)> = codes
        .into_iter()
        .enumerate()
        .map(|(place, code)| (changes(&written, &code.to_ascii_uppercase()), place, code))
        .filter(|(changes, _, _)| *changes <= SLIP && 2 * changes < letters)
        .collect();
    near.sort_unstable();
    near.into_iter().map(|(_, _, code)| code).collect()
}

/// How many letters must be changed, added or left out to get from one text to the other.
fn changes(from: &str, to: &str) -> usize {
    let mut row: Vec<usize> = (0..=to.chars().count()).collect();
    for (above, letter) in from.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = above + 1;
        for (place, wanted) in to.chars().enumerate() {
            let replaced = diagonal + usize::from(letter != wanted);
            diagonal = row[place + 1];
            row[place + 1] = replaced.min(diagonal + 1).min(row[place] + 1);
        }
    }
    row.last().copied().unwrap_or_default()
}
