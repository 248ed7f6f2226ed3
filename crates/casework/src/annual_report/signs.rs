//! What a text may tell of somebody in a case: references, numbers, addresses, dates of birth, and words that may be
//! names.
//!
//! It points and decides nothing: a person says whether what was pointed at is somebody. So it rather leaves a rare name out
//! that is an ordinary word, such as Will at the head of a sentence, than that every passage has to be confirmed and nobody
//! reads any more what.
//!
//! Source: REP-18.2: the report contains nothing that identifies a complainant.

use std::fmt;

use jiff::Span;
use jiff::civil::Date;

use super::ordinary::{is_ordinary, stands_for_a_name};
use crate::ids::Reference;
use crate::people::is_postcode;
use crate::settings::ReportingYear;

/// Something in a text that may tell who somebody is, as it was typed.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sign {
    /// What it is.
    pub kind: SignKind,
    /// As typed.
    pub words: String,
}

/// What a sign is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SignKind {
    /// A word that is also in the name of somebody in a case.
    Name,
    /// The reference of a case.
    Reference,
    /// A telephone number.
    Telephone,
    /// An e-mail address.
    Email,
    /// A postcode.
    Postcode,
    /// A date that may be one of birth.
    DateOfBirth,
}

impl SignKind {
    /// What is said of one.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Name => "is also in the name of somebody in a case",
            Self::Reference => "is the reference of a case",
            Self::Telephone => "looks like a telephone number",
            Self::Email => "looks like an e-mail address",
            Self::Postcode => "looks like a postcode",
            Self::DateOfBirth => "may be a date of birth",
        }
    }
}

/// What was typed may be somebody’s name: it stands on the page it was typed on and nowhere else.
impl fmt::Debug for Sign {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Sign({:?}, [typed])", self.kind)
    }
}

/// Everything in a text that has the form of a sign, in a report on a year. Names have no form: see
/// [`names_to_look_up`].
pub fn signs_in(text: &str, year: ReportingYear) -> Vec<Sign> {
    let parts: Vec<&str> = text.split_whitespace().map(bare).collect();
    let one = |part: &&str| {
        let kind = if is_reference(part) {
            SignKind::Reference
        } else if is_email(part) {
            SignKind::Email
        } else {
            return None;
        };
        Some(sign(kind, *part))
    };
    let mut signs: Vec<Sign> = parts.iter().filter_map(one).collect();
    signs.extend(telephones(text).map(|typed| sign(SignKind::Telephone, typed)));
    signs.extend(postcodes(&parts).map(|typed| sign(SignKind::Postcode, typed)));
    signs.extend(births(&parts, year).map(|typed| sign(SignKind::DateOfBirth, typed)));
    signs.sort();
    signs.dedup();
    signs
}

/// The words of a text that may be names, each as typed with the forms to look it up by.
pub fn names_to_look_up(text: &str) -> Vec<(String, Vec<String>)> {
    let mut found: Vec<(String, Vec<String>)> = Vec::new();
    let words = words(text);
    for (place, word) in words.iter().enumerate() {
        let before = place.checked_sub(1).map(|before| &words[before]);
        let after = words.get(place + 1);
        for part in parts(word.typed) {
            let known = found.iter().any(|(typed, _)| typed == part);
            if !known && may_be_a_name(part, word, before, after) {
                found.push((part.to_owned(), forms(part)));
            }
        }
    }
    found
}

fn sign(kind: SignKind, words: impl Into<String>) -> Sign {
    Sign {
        kind,
        words: words.into(),
    }
}

/// What stands between two spaces, without the marks around it.
fn bare(part: &str) -> &str {
    part.trim_matches(|letter: char| !letter.is_alphanumeric() && letter != '+')
}

/// A reference, also where somebody leaves out the hyphen.
fn is_reference(part: &str) -> bool {
    if part.parse::<Reference>().is_ok() {
        return true;
    }
    let rest = part.strip_prefix(['C', 'c']);
    rest.is_some_and(|digits| digits.len() >= 3 && is_digits(digits))
}

fn is_email(part: &str) -> bool {
    part.split_once('@')
        .is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The telephone numbers of a text as typed: ten or eleven digits that begin with nought, or those of this country as
/// dialled from abroad.
fn telephones(text: &str) -> impl Iterator<Item = String> {
    let apart = |letter: char| !letter.is_ascii_digit() && !" -–.()/+".contains(letter);
    text.split(apart).flat_map(|run| {
        let starts = run.char_indices().filter(|(at, letter)| {
            let before = run[..*at].chars().next_back();
            "0+".contains(*letter)
                && before.is_none_or(|before| !before.is_ascii_digit() && before != '+')
        });
        let mut end = 0;
        let mut numbers = Vec::new();
        for (start, _) in starts {
            if start >= end
                && let Some(number) = number_from(&run[start..])
            {
                end = start + number.len();
                numbers.push(number.to_owned());
            }
        }
        numbers
    })
}

/// The telephone number at the start of a run of digits and the marks between them.
fn number_from(run: &str) -> Option<&str> {
    let abroad = run.starts_with("+44") || run.starts_with("0044");
    let lengths = if !abroad {
        10..=11
    } else if run.starts_with('+') {
        12..=13
    } else {
        14..=15
    };
    if run.starts_with('+') && !abroad {
        return None;
    }
    let mut digits = 0;
    let mut found = None;
    for (at, letter) in run.char_indices() {
        if !letter.is_ascii_digit() {
            continue;
        }
        digits += 1;
        let end = at + 1;
        let ends = run[end..].chars().next();
        if lengths.contains(&digits) && ends.is_none_or(|next| !next.is_ascii_digit()) {
            found = Some(&run[..end]);
        }
    }
    found
}

fn postcodes<'a>(parts: &'a [&str]) -> impl Iterator<Item = String> + 'a {
    let alone = parts
        .iter()
        .filter(|part| is_postcode(&part.to_uppercase()));
    let together = parts.windows(2).filter(|pair| {
        let [outward, inward] = pair else {
            return false;
        };
        inward.len() == 3 && is_postcode(&format!("{outward}{inward}").to_uppercase())
    });
    alone
        .map(|part| (*part).to_owned())
        .chain(together.map(|pair| pair.join(" ")))
}

/// How many words before a date may say that it is one of birth.
const SAID_BEFORE: usize = 3;

/// Whole dates, as typed, but for those of which a report on the year speaks in any case: of that year and of the one in which
/// it is written. Where a birth is spoken of just before, any date.
fn births<'a>(parts: &'a [&str], year: ReportingYear) -> impl Iterator<Item = String> + 'a {
    let written_until = year.last_day().saturating_add(Span::new().years(1));
    let spoken_of = year.first_day()..=written_until;
    (0..parts.len()).filter_map(move |at| {
        let (length, date) = date_at(&parts[at..])?;
        let before = &parts[at.saturating_sub(SAID_BEFORE)..at];
        let birth = before.iter().any(|word| {
            let word = word.to_lowercase();
            ["born", "birth", "birthday", "dob", "d.o.b"].contains(&word.as_str())
        });
        (birth || !spoken_of.contains(&date)).then(|| parts[at..at + length].join(" "))
    })
}

/// A whole date at the start of some words, and how many it takes.
fn date_at(parts: &[&str]) -> Option<(usize, Date)> {
    let first = parts.first()?;
    let numbers: Vec<&str> = first.split(['/', '.', '-', '–']).collect();
    if let [one, two, three] = numbers[..] {
        let date = if one.len() == 4 {
            date(three, two.parse().ok()?, one)
        } else {
            date(one, two.parse().ok()?, three)
        };
        return date.map(|date| (1, date));
    }
    let of = usize::from(parts.get(1).is_some_and(|word| *word == "of"));
    let (second, third) = (parts.get(1 + of)?, parts.get(2 + of)?);
    if let Some(month) = month(second) {
        return date(first, month, third).map(|date| (3 + of, date));
    }
    let month = month(first)?;
    date(second, month, third).map(|date| (3, date))
}

fn date(day: &str, month: i8, year: &str) -> Option<Date> {
    let ordinal = ["st", "nd", "rd", "th"].iter();
    let day = ordinal.fold(day, |day, end| day.strip_suffix(end).unwrap_or(day));
    let in_full: i16 = match year.len() {
        4 => year.parse().ok()?,
        2 if is_digits(year) => {
            let short: i16 = year.parse().ok()?;
            if short < 50 {
                2000 + short
            } else {
                1900 + short
            }
        }
        _ => return None,
    };
    Date::new(in_full, month, day.parse().ok()?).ok()
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The number of a month that is written out or shortened to three letters.
fn month(word: &str) -> Option<i8> {
    let word = word.to_lowercase();
    let mut months = MONTHS.iter();
    let place =
        months.position(|month| *month == word || (word.len() == 3 && month.starts_with(&word)))?;
    i8::try_from(place + 1).ok()
}

/// A word of a text.
struct Word<'a> {
    typed: &'a str,
    /// Whether a sentence, a line or an item of a list begins with it.
    begins: bool,
}

fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut begins = true;
    let mut start = None;
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        let inside = letter.is_alphanumeric() || "'’‘-‐‑".contains(letter);
        match (start, inside) {
            (None, true) if letter.is_alphanumeric() => start = Some(at),
            (Some(from), false) => {
                if !is_in_an_address(text, from, at) {
                    words.push(Word {
                        typed: text[from..at].trim_end_matches(['\'', '’', '‘', '-', '‐', '‑']),
                        begins,
                    });
                }
                begins = false;
                start = None;
            }
            (None | Some(_), _) => {}
        }
        if !inside && ".!?:\n\r•".contains(letter) {
            begins = true;
        }
    }
    words
}

/// Whether a word is part of an e-mail address, which is pointed at whole.
fn is_in_an_address(text: &str, from: usize, to: usize) -> bool {
    let start = text[..from].rfind(char::is_whitespace).unwrap_or(0);
    let end = text[to..]
        .find(char::is_whitespace)
        .map_or(text.len(), |after| to + after);
    text[start..end].contains('@')
}

/// The parts of a double-barrelled word, without the s of possession. What holds a digit is no name.
fn parts(word: &str) -> impl Iterator<Item = &str> {
    let is_word = !word.contains(|letter: char| letter.is_ascii_digit());
    let parts = word.split(['-', '‐', '‑']).filter(move |_| is_word);
    let parts = parts.map(|part| {
        let owner = ["'s", "’s", "'S", "’S"].iter();
        owner.fold(part, |part, end| part.strip_suffix(end).unwrap_or(part))
    });
    parts.filter(|part| part.chars().nth(1).is_some())
}

/// A word as typed, and where it may be of several people of a family without the s.
fn forms(part: &str) -> Vec<String> {
    let family = part
        .strip_suffix('s')
        .filter(|rest| is_capital(part) && rest.chars().count() > 3);
    std::iter::once(part)
        .chain(family)
        .map(str::to_owned)
        .collect()
}

fn is_capital(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

fn may_be_a_name(
    part: &str,
    word: &Word<'_>,
    before: Option<&Word<'_>>,
    after: Option<&Word<'_>>,
) -> bool {
    const TITLES: [&str; 7] = ["mr", "mrs", "ms", "miss", "mx", "dr", "master"];
    let plain = part.to_lowercase();
    if stands_for_a_name(&plain) || TITLES.contains(&plain.as_str()) {
        return false;
    }
    let is_called =
        before.is_some_and(|before| TITLES.contains(&before.typed.to_lowercase().as_str()));
    if is_called {
        return true;
    }
    if !is_capital(part) || word.begins {
        return !is_ordinary(&plain);
    }
    !is_month_of_a_date(&plain, before, after)
}

/// Whether a month is one, and not somebody called April, May or June: in May, May 2015, 3 May, last June.
fn is_month_of_a_date(plain: &str, before: Option<&Word<'_>>, after: Option<&Word<'_>>) -> bool {
    const BEFORE: [&str; 9] = [
        "in", "since", "until", "during", "last", "next", "early", "late", "mid",
    ];
    let is_number = |word: &Word<'_>| {
        word.typed
            .starts_with(|letter: char| letter.is_ascii_digit())
    };
    MONTHS.contains(&plain)
        && (after.is_some_and(is_number)
            || before.is_some_and(|word| {
                is_number(word) || BEFORE.contains(&word.typed.to_lowercase().as_str())
            }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn year() -> ReportingYear {
        "2014-15".parse().expect("a year")
    }

    #[test]
    fn what_leads_to_somebody_is_pointed_at_as_it_was_typed() {
        use SignKind::{DateOfBirth, Email, Postcode, Reference, Telephone};
        for (text, found) in [
            ("See C-0142.", &[(Reference, "C-0142")][..]),
            (
                "(c-7) and C0142",
                &[(Reference, "C0142"), (Reference, "c-7")],
            ),
            ("C4 is a channel, c3 a key", &[]),
            (
                "write to ama.okafor@mail.example, or ring",
                &[(Email, "ama.okafor@mail.example")],
            ),
            ("an @ sign alone", &[]),
            ("rang 01632 960 123 twice", &[(Telephone, "01632 960 123")]),
            ("on (01632) 960123.", &[(Telephone, "01632) 960123")]),
            ("+44 1632 960123", &[(Telephone, "+44 1632 960123")]),
            ("07700900123", &[(Telephone, "07700900123")]),
            ("0800 1111 in 2014", &[]),
            ("2014 2015 2016", &[]),
            ("from 0 to 10, 1,024 of 20,000", &[]),
            ("lives at HP20 1UA now", &[(Postcode, "HP20 1UA")]),
            ("in sl61ab.", &[(Postcode, "sl61ab")]),
            ("Stage 1 and Stage 2", &[]),
            ("born 3 May 2009", &[(DateOfBirth, "3 May 2009")]),
            ("she was born on 12/11/14", &[(DateOfBirth, "12/11/14")]),
            ("the girl (03.05.2009)", &[(DateOfBirth, "03.05.2009")]),
            (
                "3rd of May 2009 and May 4, 2009",
                &[
                    (DateOfBirth, "3rd of May 2009"),
                    (DateOfBirth, "May 4 2009"),
                ],
            ),
            ("2009-05-03", &[(DateOfBirth, "2009-05-03")]),
            ("the workshop on 12 November 2014", &[]),
            ("published on 1 September 2015", &[]),
            ("in May 2009", &[]),
            ("1.5.3 of the guidance, 99/99/2009", &[]),
        ] {
            let signs = signs_in(text, year());
            let signs: Vec<_> = signs
                .iter()
                .map(|sign| (sign.kind, sign.words.as_str()))
                .collect();
            assert_eq!(signs, found, "{text}");
        }
    }

    #[test]
    fn a_word_that_may_be_a_name_is_looked_up_and_an_ordinary_one_is_not() {
        for (text, looked_up, not) in [
            ("The Okafor family said so", &["Okafor"][..], &["The"][..]),
            ("Okafor said so. Amadi too", &["Okafor", "Amadi"], &[]),
            ("they said that okafor rang", &["okafor"], &[]),
            (
                "Will people ring? They said they will",
                &[],
                &["Will", "will"],
            ),
            ("we told Will, and Grace", &["Will", "Grace"], &[]),
            (
                "May we? We met in May 2014, on 3 May, since May",
                &[],
                &["May"],
            ),
            ("we met with May and with April", &["May", "April"], &[]),
            (
                "Mrs May, dr rose and Mr. Young",
                &["May", "rose", "Young"],
                &["Mrs", "dr", "Mr"],
            ),
            ("Young people are young", &[], &["Young", "young"]),
            (
                "we told Ama’s mother and James' aunt",
                &["Ama", "James"],
                &["Ama’s", "mother"],
            ),
            (
                "Mary Smith-Jones was",
                &["Mary", "Smith", "Jones"],
                &["Smith-Jones"],
            ),
            (
                "- Grace\n- Hope is needed. Green:\nBrown",
                &[],
                &["Grace", "Hope", "Green", "Brown"],
            ),
            (
                "so the Mother, the Child and the Unknown",
                &[],
                &["Mother", "Child", "Unknown"],
            ),
            (
                "see C0142 and ama.okafor@mail.example",
                &[],
                &["C0142", "ama", "okafor"],
            ),
        ] {
            let words = names_to_look_up(text);
            let is_looked_up = |word: &&str| words.iter().any(|(typed, _)| typed == *word);
            for word in looked_up {
                assert!(is_looked_up(word), "{word} in {text}");
            }
            for word in not {
                assert!(!is_looked_up(word), "{word} in {text}");
            }
        }
        let forms = |text| names_to_look_up(text).remove(0).1;
        assert_eq!(forms("Okafors"), ["Okafors", "Okafor"]);
        assert_eq!(forms("Ross"), ["Ross"]);
    }

    #[test]
    fn what_was_typed_shows_in_no_log() {
        let shown = format!("{:?}", sign(SignKind::Name, "Okafor"));
        assert!(!shown.contains("Okafor"), "{shown}");
    }
}
