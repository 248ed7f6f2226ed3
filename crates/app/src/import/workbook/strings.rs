//! Texts of a workbook: those its cells share, and how each is written.

use std::io::BufRead;

use super::super::limits::{LONGEST_CELL, MOST_STRINGS, MOST_TEXT};
use super::super::sheet::Unreadable;
use super::xml::{Element, Xml};

/// The strings that cells share, in one text.
#[derive(Default)]
pub(super) struct Strings {
    text: String,
    ends: Vec<usize>,
}

impl Strings {
    /// A string by its number.
    pub(super) fn get(&self, number: usize) -> Option<&str> {
        let end = *self.ends.get(number)?;
        let start = match number.checked_sub(1) {
            Some(before) => *self.ends.get(before)?,
            None => 0,
        };
        self.text.get(start..end)
    }
}

/// Reads the shared strings.
pub(super) fn read(mut xml: Xml<impl BufRead>) -> Result<Strings, Unreadable> {
    let mut strings = Strings::default();
    while let Some(element) = xml.next()? {
        let Element::Start(start) = element else {
            continue;
        };
        if start.name() != "si" {
            continue;
        }
        strings.text.push_str(&plain(&mut xml, "si")?);
        strings.ends.push(strings.text.len());
        if strings.ends.len() > MOST_STRINGS || strings.text.len() > MOST_TEXT {
            return Err(Unreadable::TooMuchText);
        }
    }
    Ok(strings)
}

/// The text of an element whose beginning was read, up to its end: its runs in order, without the
/// hints of how to pronounce them.
pub(super) fn plain(xml: &mut Xml<impl BufRead>, until: &str) -> Result<String, Unreadable> {
    let mut text = String::new();
    let (mut in_text, mut in_hint) = (false, false);
    loop {
        match xml.next()?.ok_or(Unreadable::Damaged)? {
            Element::Start(start) => match start.name() {
                "t" => in_text = true,
                "rPh" => in_hint = true,
                _ => {}
            },
            Element::End(name) if name == until => return Ok(unescaped(text)),
            Element::End(name) => match name.as_ref() {
                "t" => in_text = false,
                "rPh" => in_hint = false,
                _ => {}
            },
            Element::Text(part) if in_text && !in_hint => push(&mut text, &part),
            Element::Text(_) => {}
        }
    }
}

/// The text up to the end of an element whose beginning was read.
pub(super) fn content(xml: &mut Xml<impl BufRead>, until: &str) -> Result<String, Unreadable> {
    let mut text = String::new();
    loop {
        match xml.next()?.ok_or(Unreadable::Damaged)? {
            Element::End(name) if name == until => return Ok(unescaped(text)),
            Element::Text(part) => push(&mut text, &part),
            Element::Start(_) | Element::End(_) => {}
        }
    }
}

/// Adds to a text that need not be longer than shows that it is too long for a cell.
fn push(text: &mut String, part: &str) {
    const ENOUGH: usize = (LONGEST_CELL + 1) * 4;
    let room = ENOUGH.saturating_sub(text.len()).min(part.len());
    text.push_str(&part[..part.floor_char_boundary(room)]);
}

/// Letters that XML cannot hold are written `_x000D_`.
fn unescaped(text: String) -> String {
    if !text.contains("_x") {
        return text;
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(mark) = rest.find("_x") {
        let (before, from) = rest.split_at(mark);
        plain.push_str(before);
        let letter = from
            .get(2..6)
            .filter(|_| from.get(6..7) == Some("_"))
            .and_then(|digits| u32::from_str_radix(digits, 16).ok())
            .and_then(char::from_u32);
        let taken = if let Some(letter) = letter {
            plain.push(letter);
            7
        } else {
            plain.push_str("_x");
            2
        };
        rest = &from[taken..];
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_unescaped_as_a_workbook_writes_them() {
        let rows = [
            ("plain", "plain"),
            ("one_x000D_two", "one\rtwo"),
            ("_x005F_x000D_", "_x000D_"),
            ("_xyz", "_xyz"),
            ("_x00", "_x00"),
            ("_xD83D_", "_xD83D_"),
            ("é_x000A_é", "é\né"),
        ];
        for (written, read) in rows {
            assert_eq!(unescaped(written.to_owned()), read, "{written}");
        }
    }
}
