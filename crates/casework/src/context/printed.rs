//! A figure as it was printed: "at least 90%", "12.5", "1,024".

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A figure as somebody published it, with the word that hedges it. Kept as printed, also where it cannot be right:
/// history is not mended by us.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Printed {
    /// The word before it.
    #[serde(default, skip_serializing_if = "Hedge::is_none")]
    pub hedge: Hedge,
    /// The number in tenths: 125 for 12.5.
    pub tenths: u32,
    /// Whether a decimal was printed, even a nought.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub decimal: bool,
    /// Whether it is a percentage.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub percent: bool,
}

/// The word before a printed figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Hedge {
    /// None.
    #[default]
    None,
    /// "at least".
    AtLeast,
    /// "about".
    About,
    /// "over".
    Over,
    /// "under".
    Under,
}

/// A text that is no printed figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "write it as it was printed: a number with at most one decimal, with % if it is a percentage, and before it \
     perhaps at least, about, over or under; such as 62, 12.5 or at least 90%"
)]
pub struct NotPrinted;

impl Hedge {
    const WORDS: [(&'static str, Self); 6] = [
        ("at least ", Self::AtLeast),
        ("about ", Self::About),
        ("approximately ", Self::About),
        ("over ", Self::Over),
        ("more than ", Self::Over),
        ("under ", Self::Under),
    ];

    // Serde asks with a reference.
    #[expect(clippy::trivially_copy_pass_by_ref)]
    const fn is_none(&self) -> bool {
        matches!(self, Self::None)
    }

    const fn word(self) -> &'static str {
        match self {
            Self::None => "",
            Self::AtLeast => "at least ",
            Self::About => "about ",
            Self::Over => "over ",
            Self::Under => "under ",
        }
    }
}

impl Printed {
    /// The count, where the figure is a bare whole number.
    pub const fn whole(self) -> Option<u32> {
        let bare = !self.percent && !self.decimal && matches!(self.hedge, Hedge::None);
        if bare { Some(self.tenths / 10) } else { None }
    }
}

impl fmt::Display for Printed {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let percent = if self.percent { "%" } else { "" };
        let (whole, tenth) = (self.tenths / 10, self.tenths % 10);
        let word = self.hedge.word();
        if self.decimal {
            write!(out, "{word}{whole}.{tenth}{percent}")
        } else {
            write!(out, "{word}{whole}{percent}")
        }
    }
}

impl FromStr for Printed {
    type Err = NotPrinted;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim().to_lowercase();
        let (hedge, rest) = Hedge::WORDS
            .iter()
            .find_map(|(word, hedge)| Some((*hedge, text.strip_prefix(word)?)))
            .unwrap_or((Hedge::None, &text));
        let (number, percent) = match rest.trim().strip_suffix('%') {
            Some(number) => (number.trim_end(), true),
            None => (rest.trim(), false),
        };
        let (whole, tenth) = number.split_once('.').unwrap_or((number, ""));
        let whole = whole.replace(',', "");
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty()
            || whole.len() > 8
            || tenth.len() > 1
            || !digits(&whole)
            || !digits(tenth)
        {
            return Err(NotPrinted);
        }
        if number.ends_with('.') {
            return Err(NotPrinted);
        }
        let whole: u32 = whole.parse().map_err(|_| NotPrinted)?;
        let tenths: u32 = if tenth.is_empty() {
            0
        } else {
            tenth.parse().map_err(|_| NotPrinted)?
        };
        Ok(Self {
            hedge,
            tenths: whole * 10 + tenths,
            decimal: !tenth.is_empty(),
            percent,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_read_and_shown_as_it_was_printed() {
        for (typed, shown, whole) in [
            ("62", "62", Some(62)),
            (" 1,024 ", "1024", Some(1024)),
            ("12.5", "12.5", None),
            ("17.0", "17.0", None),
            ("At least 90%", "at least 90%", None),
            ("approximately 7 %", "about 7%", None),
            ("more than 18", "over 18", None),
            ("24.3%", "24.3%", None),
            ("0", "0", Some(0)),
        ] {
            let printed: Printed = typed.parse().unwrap_or_else(|_| panic!("{typed} is read"));
            assert_eq!(printed.to_string(), shown, "{typed}");
            assert_eq!(printed.whole(), whole, "{typed}");
            let stored = serde_json::to_string(&printed).expect("it is written");
            assert_eq!(serde_json::from_str::<Printed>(&stored).ok(), Some(printed));
        }
    }

    #[test]
    fn what_is_no_figure_is_not_guessed_at() {
        for typed in [
            "",
            "about",
            "%",
            "12.",
            ".5",
            "12.55",
            "-3",
            "ninety",
            "12 of 61",
            "1e3",
            "123456789",
        ] {
            assert_eq!(typed.parse::<Printed>(), Err(NotPrinted), "{typed:?}");
        }
    }
}
