//! What speaks for it that people of two cases are the same person, and what against. It ranks and explains; somebody
//! decides.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use casework::people::is_postcode;

use crate::case_file::WITHHELD;
use crate::overlap::without_title;
use crate::private::PersonDetails;

/// The digits of a British telephone number with its leading nought.
const TELEPHONE: std::ops::RangeInclusive<usize> = 10..=11;

/// What two people of different cases, called alike, have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Likeness {
    /// Whether the names are the same word for word; otherwise they read or sound alike.
    pub same_name: bool,
    /// Whether the dates of birth agree, where both are known.
    pub same_birth: Option<bool>,
    /// By what both are reached. A protected contact agrees with nothing.
    pub shared: Vec<Shared>,
}

/// A way to reach somebody that two people have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shared {
    /// The whole contact, however it is typed.
    Contact,
    /// A telephone number.
    Telephone,
    /// An e-mail address.
    Email,
    /// A postcode: neighbours and whole families have it in common.
    Postcode,
}

impl Shared {
    const fn words(self) -> &'static str {
        match self {
            Self::Contact => "The same contact",
            Self::Telephone => "The same telephone number",
            Self::Email => "The same e-mail address",
            Self::Postcode => "The same postcode",
        }
    }

    /// How much it says.
    const fn weight(self) -> u8 {
        match self {
            Self::Contact | Self::Telephone | Self::Email => 2,
            Self::Postcode => 1,
        }
    }
}

/// A place in the list: dates of birth that agree before unknown ones before those that differ; then what is reached in
/// the same way; then the same name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rank {
    birth: u8,
    reached: Reverse<u8>,
    another_name: bool,
}

impl Likeness {
    /// Compares two people who are called alike.
    pub(super) fn of(one: &PersonDetails, other: &PersonDetails) -> Self {
        let (here, there) = (Contact::of(one), Contact::of(other));
        let birth = one.born_on.zip(other.born_on);
        Self {
            same_name: words(&one.name) == words(&other.name),
            same_birth: birth.map(|(one, other)| one == other),
            shared: here.shared_with(&there),
        }
    }

    pub(super) fn rank(&self) -> Rank {
        let weights = self.shared.iter().map(|shared| shared.weight());
        let reached = weights.max().unwrap_or(0);
        Rank {
            birth: match self.same_birth {
                Some(true) => 0,
                None => 1,
                Some(false) => 2,
            },
            reached: Reverse(reached),
            another_name: !self.same_name,
        }
    }

    /// Each thing that speaks for it or against it, in words.
    pub fn reasons(&self) -> Vec<&'static str> {
        let name = if self.same_name {
            "The same name"
        } else {
            "A name that reads or sounds alike"
        };
        let birth = self.same_birth.map(|same| {
            if same {
                "The same date of birth"
            } else {
                "Another date of birth"
            }
        });
        let shared = self.shared.iter().map(|shared| shared.words());
        std::iter::once(name).chain(birth).chain(shared).collect()
    }
}

/// The words of a name, in whatever order they are written.
fn words(name: &str) -> Vec<String> {
    let name = without_title(name).to_lowercase().replace(['\'', '’'], "");
    let words = name.split(|letter: char| !letter.is_alphanumeric());
    let mut words: Vec<String> = words
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    words.sort();
    words
}

/// How somebody is reached, taken apart.
#[derive(Default)]
struct Contact {
    plain: String,
    telephones: BTreeSet<String>,
    emails: BTreeSet<String>,
    postcodes: BTreeSet<String>,
}

impl Contact {
    fn of(details: &PersonDetails) -> Self {
        let contact = details.contact.as_deref();
        let Some(text) = contact.filter(|contact| *contact != WITHHELD) else {
            return Self::default();
        };
        let letters = text.chars().filter(|letter| letter.is_alphanumeric());
        Self {
            plain: letters.flat_map(char::to_lowercase).collect(),
            telephones: telephones(text),
            emails: emails(text),
            postcodes: postcodes(text),
        }
    }

    fn shared_with(&self, other: &Self) -> Vec<Shared> {
        let common = |one: &BTreeSet<String>, other| !one.is_disjoint(other);
        let shared = [
            (
                Shared::Contact,
                !self.plain.is_empty() && self.plain == other.plain,
            ),
            (
                Shared::Telephone,
                common(&self.telephones, &other.telephones),
            ),
            (Shared::Email, common(&self.emails, &other.emails)),
            (Shared::Postcode, common(&self.postcodes, &other.postcodes)),
        ];
        let shared = shared.into_iter().filter(|(_, is)| *is);
        shared.map(|(shared, _)| shared).collect()
    }
}

/// The telephone numbers in a text, each with its leading nought and nothing between the digits.
fn telephones(text: &str) -> BTreeSet<String> {
    let text = text.replace("(0)", "");
    let apart = |letter: char| !letter.is_ascii_digit() && !" \t-–.()/+".contains(letter);
    let mut numbers = BTreeSet::new();
    for run in text.split(apart) {
        let groups: Vec<&str> = run
            .split(|letter: char| !letter.is_ascii_digit() && letter != '+')
            .filter(|group| !group.is_empty())
            .collect();
        let mut from = 0;
        while from < groups.len() {
            let taken = number_from(&groups[from..]);
            from += taken.as_ref().map_or(1, |(_, taken)| *taken);
            numbers.extend(taken.map(|(number, _)| number));
        }
    }
    numbers
}

/// The number that begins with the first of some groups of digits, and how many groups it takes.
fn number_from(groups: &[&str]) -> Option<(String, usize)> {
    let first = groups.first()?;
    let abroad = ["+44", "0044"];
    let begins = first.starts_with('0') || abroad.iter().any(|code| first.starts_with(code));
    let mut digits = String::new();
    let mut found = None;
    for (index, group) in groups.iter().enumerate().take_while(|_| begins) {
        digits.push_str(group);
        let national = abroad.iter().find_map(|code| digits.strip_prefix(code));
        let number = national.map_or_else(|| digits.clone(), |rest| format!("0{rest}"));
        if TELEPHONE.contains(&number.len()) && number.bytes().all(|digit| digit.is_ascii_digit()) {
            found = Some((number, index + 1));
        }
    }
    found
}

fn emails(text: &str) -> BTreeSet<String> {
    let parts = text.split(|letter: char| letter.is_whitespace() || ",;<>()".contains(letter));
    let addresses = parts.map(|part| part.trim_matches(['.', ':']).to_lowercase());
    addresses
        .filter(|part| {
            part.split_once('@')
                .is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
        })
        .collect()
}

/// The postcodes in a text, in capitals and without the space.
fn postcodes(text: &str) -> BTreeSet<String> {
    let text = text.to_uppercase();
    let parts: Vec<&str> = text
        .split(|letter: char| !letter.is_ascii_alphanumeric())
        .filter(|part| !part.is_empty())
        .collect();
    let together = parts.windows(2).map(<[&str]>::concat);
    let alone = parts.iter().map(|part| (*part).to_owned());
    together
        .chain(alone)
        .filter(|part| is_postcode(part))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn details(name: &str, born_on: &str, contact: &str) -> PersonDetails {
        PersonDetails {
            name: name.to_owned(),
            contact: (!contact.is_empty()).then(|| contact.to_owned()),
            born_on: (!born_on.is_empty()).then(|| born_on.parse().expect("a day")),
        }
    }

    const ADA: (&str, &str, &str) = (
        "Ms Ada Fictional",
        "1988-04-01",
        "7 Made-Up Mews, Town ZZ1 1ZZ, 01632 960001",
    );

    #[test]
    fn what_two_people_have_in_common_is_said() {
        for (other, reasons) in [
            (
                ("Ada Fictional", "1988-04-01", ""),
                "The same name, The same date of birth",
            ),
            (("Fictional, Ada", "", ""), "The same name"),
            (
                ("Ada Ficshonal", "1988-04-01", ""),
                "A name that reads or sounds alike, The same date of birth",
            ),
            (
                ("Ada Fictional", "1988-04-02", ""),
                "The same name, Another date of birth",
            ),
            (
                (
                    "Ada Fictional",
                    "",
                    "7 made-up mews\nTown\nzz11zz\n01632 960001",
                ),
                "The same name, The same contact, The same telephone number, The same postcode",
            ),
            // The same address and number, differently written.
            (
                (
                    "Ada Fictional",
                    "",
                    "Flat 7, The Mews, ZZ1 1ZZ; call +44 (0)1632-960 001",
                ),
                "The same name, The same telephone number, The same postcode",
            ),
            (
                ("Ada Fictional", "", "8 Made-Up Mews, ZZ1 1ZY"),
                "The same name",
            ),
            // Twins: everything but the letters of the first name.
            (
                (
                    "Ida Fictional",
                    "1988-04-01",
                    "7 Made-Up Mews, Town, ZZ1 1ZZ",
                ),
                "A name that reads or sounds alike, The same date of birth, The same postcode",
            ),
            // Sisters at one address.
            (
                (
                    "Ida Fictional",
                    "1991-12-24",
                    "7 Made-Up Mews, Town, ZZ1 1ZZ",
                ),
                "A name that reads or sounds alike, Another date of birth, The same postcode",
            ),
            (("Ada Fictional", "", WITHHELD), "The same name"),
        ] {
            let (name, born_on, contact) = other;
            let ada = details(ADA.0, ADA.1, ADA.2);
            let other = details(name, born_on, contact);
            let likeness = Likeness::of(&ada, &other);
            assert_eq!(likeness.reasons().join(", "), reasons, "{name}, {contact}");
            assert_eq!(likeness, Likeness::of(&other, &ada), "{name}, {contact}");
        }
    }

    #[test]
    fn a_protected_contact_agrees_with_nothing_not_even_another_protected_one() {
        let protected = details("Ada Fictional", "", WITHHELD);
        for other in [WITHHELD, ADA.2, ""] {
            let likeness = Likeness::of(&protected, &details("Ada Fictional", "", other));
            assert_eq!(likeness.reasons(), ["The same name"], "{other}");
        }
    }

    #[test]
    fn the_likeliest_comes_first_and_another_date_of_birth_last() {
        let ranked = [
            ("Ada Fictional", ADA.1, ADA.2),
            ("Ada Ficshonal", ADA.1, "0163 2960 001"),
            ("Ada Fictional", ADA.1, "9 Made-Up Mews ZZ1 1ZZ"),
            ("Ida Fictional", ADA.1, "7 Made-Up Mews ZZ1 1ZZ"),
            ("Ada Fictional", ADA.1, WITHHELD),
            ("Ada Ficshonal", ADA.1, ""),
            ("Ada Fictional", "", ADA.2),
            ("Ada Fictional", "", "ZZ1 1ZZ"),
            ("Ada Fictional", "", ""),
            ("Ada Ficshonal", "", ""),
            ("Ada Fictional", "1988-04-02", ADA.2),
            ("Ida Fictional", "1991-12-24", "7 Made-Up Mews ZZ1 1ZZ"),
            ("Ada Fictional", "1988-04-02", ""),
        ];
        let ada = details(ADA.0, ADA.1, ADA.2);
        let rank =
            |(name, born_on, contact)| Likeness::of(&ada, &details(name, born_on, contact)).rank();
        for pair in ranked.windows(2) {
            assert!(rank(pair[0]) < rank(pair[1]), "{pair:?}");
        }
    }

    #[test]
    fn a_telephone_number_is_the_same_however_it_is_written() {
        for (text, numbers) in [
            ("01632 960001", vec!["01632960001"]),
            ("Flat 3 01632-960001", vec!["01632960001"]),
            ("+44 1632 960001", vec!["01632960001"]),
            ("+44(0)1632 960 001", vec!["01632960001"]),
            ("0044 1632 960001", vec!["01632960001"]),
            (
                "(01632) 960001 or 07700 900123",
                vec!["01632960001", "07700900123"],
            ),
            (
                "01632 960001 07700 900123",
                vec!["01632960001", "07700900123"],
            ),
            // Ten digits are a number, nine and twelve are none, and nothing begins but with a nought.
            ("01632 96001", vec!["0163296001"]),
            ("01632 9600", vec![]),
            ("01632 9600012", vec![]),
            ("1632 9600012", vec![]),
            ("7 Mews, 1988", vec![]),
        ] {
            let found: Vec<String> = telephones(text).into_iter().collect();
            assert_eq!(found, numbers, "{text}");
        }
    }

    #[test]
    fn a_postcode_and_an_e_mail_address_are_found_in_whatever_stands_around_them() {
        for (text, postcode) in [
            ("Town ZZ1 1ZZ", Some("ZZ11ZZ")),
            ("town, zz11zz.", Some("ZZ11ZZ")),
            ("Z1 1ZZ", Some("Z11ZZ")),
            ("Z1A 1ZZ", Some("Z1A1ZZ")),
            ("ZZ99 1ZZ", Some("ZZ991ZZ")),
            ("ZZ1A 1ZZ", Some("ZZ1A1ZZ")),
            ("ZZZ1 1ZZ", None),
            ("ZZ 1ZZ", None),
            ("ZZ1 ZZZ", None),
            ("7 Mews", None),
            ("Ünßer 1é", None),
        ] {
            assert_eq!(postcodes(text).pop_first().as_deref(), postcode, "{text}");
        }
        for (text, email) in [
            ("write to Ada@Example.test.", Some("ada@example.test")),
            ("<ada@example.test>", Some("ada@example.test")),
            ("@ada", None),
            ("ada@home", None),
        ] {
            assert_eq!(emails(text).pop_first().as_deref(), email, "{text}");
        }
    }
}
