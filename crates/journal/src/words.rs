//! Words cases are found by, as keyed hashes: nobody who has the database alone can read them.
//!
//! A word is kept in three forms: whole, by its beginnings, and by its sound.

use std::collections::BTreeSet;

use casework::ids::AuthorityCode;
use unicode_normalization::UnicodeNormalization;

use crate::key::KeyedHash;
use crate::sound::sound;

/// The shortest beginning that finds a word, in letters.
const SHORTEST_BEGINNING: usize = 3;

/// The longest beginning that is kept; longer ones are compared on their first letters.
const LONGEST_BEGINNING: usize = 8;

/// A keyed hash of one form of one word.
pub(crate) type Token = [u8; 16];

/// Everything a case with these words can be found by.
pub(crate) fn tokens<'a>(
    key: &[u8; 32],
    authority: &AuthorityCode,
    words: impl IntoIterator<Item = &'a str>,
) -> BTreeSet<Token> {
    let hash = KeyedHash::new(key).with(authority.as_str().as_bytes());
    let mut tokens = BTreeSet::new();
    for word in words.into_iter().flat_map(spoken_words).flat_map(parts) {
        tokens.insert(token(&hash, "word", &word));
        let letters: Vec<char> = word.chars().collect();
        for length in SHORTEST_BEGINNING..=letters.len().min(LONGEST_BEGINNING) {
            let beginning: String = letters[..length].iter().collect();
            tokens.insert(token(&hash, "prefix", &beginning));
        }
        if let Some(sound) = sound(&word) {
            tokens.insert(token(&hash, "sound", &sound));
        }
    }
    tokens
}

/// For each word that is looked for, the tokens of which one must be there.
pub(crate) fn wanted(key: &[u8; 32], authority: &AuthorityCode, text: &str) -> Vec<Vec<Token>> {
    let hash = KeyedHash::new(key).with(authority.as_str().as_bytes());
    let words = spoken_words(text).into_iter().flat_map(|word| {
        let pieces: Vec<String> = word
            .split('-')
            .filter(|piece| !piece.is_empty())
            .map(str::to_owned)
            .collect();
        pieces
    });
    words
        .map(|word| {
            let letters: Vec<char> = word.chars().collect();
            // Whatever is found whole is found by its beginning too, unless it is too short to have one.
            let mut tokens = if letters.len() < SHORTEST_BEGINNING {
                vec![token(&hash, "word", &word)]
            } else {
                let beginning: String = letters.iter().take(LONGEST_BEGINNING).collect();
                vec![token(&hash, "prefix", &beginning)]
            };
            tokens.extend(sound(&word).map(|sound| token(&hash, "sound", &sound)));
            tokens
        })
        .collect()
}

/// The tokens by which a word is found as a whole, and not by its beginning or its sound.
pub(crate) fn whole(
    key: &[u8; 32],
    authority: &AuthorityCode,
    word: &str,
) -> impl Iterator<Item = Token> + use<> {
    let hash = KeyedHash::new(key).with(authority.as_str().as_bytes());
    let words = spoken_words(word).into_iter();
    words.map(move |word| token(&hash, "word", &word))
}

/// Whether a text would be found by every word of another: whole, by its beginning or by its sound.
pub fn found_by(authority: &AuthorityCode, text: &str, asked: &str) -> bool {
    // Nothing is kept of these, so the key is no secret.
    let key = [0; 32];
    let there = tokens(&key, authority, [text]);
    let mut words = wanted(&key, authority, asked).into_iter();
    words.all(|forms| forms.iter().any(|form| there.contains(form)))
}

fn token(hash: &KeyedHash, form: &str, word: &str) -> Token {
    let hash = hash
        .clone()
        .with(form.as_bytes())
        .with(word.as_bytes())
        .finish();
    *hash.first_chunk().expect("32 bytes begin with 16")
}

/// The words of a text in lower case without accents; hyphens inside a word stay, apostrophes go.
fn spoken_words(text: &str) -> Vec<String> {
    let mut plain = String::with_capacity(text.len());
    for letter in text
        .nfkd()
        .filter(|letter| !is_accent(*letter))
        .flat_map(char::to_lowercase)
    {
        match letter {
            'ß' => plain.push_str("ss"),
            'æ' => plain.push_str("ae"),
            'œ' => plain.push_str("oe"),
            'ø' => plain.push('o'),
            'ł' => plain.push('l'),
            'đ' | 'ð' => plain.push('d'),
            'þ' => plain.push_str("th"),
            'ı' => plain.push('i'),
            '\'' | '’' | '‘' | '`' | '´' => {}
            '-' | '‐' | '‑' | '–' => plain.push('-'),
            letter if letter.is_alphanumeric() => plain.push(letter),
            _ => plain.push(' '),
        }
    }
    plain
        .split(' ')
        .map(|word| word.trim_matches('-'))
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// A double-barrelled word is found whole and by its parts.
fn parts(word: String) -> Vec<String> {
    if !word.contains('-') {
        return vec![word];
    }
    let mut parts: Vec<String> = word
        .split('-')
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect();
    parts.push(parts.concat());
    parts
}

fn is_accent(letter: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&letter)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const KEY: [u8; 32] = [7; 32];

    fn finds(kept: &str, asked: &str) -> bool {
        let authority: AuthorityCode = "northmoor".parse().unwrap();
        let kept = tokens(&KEY, &authority, [kept]);
        let wanted = wanted(&KEY, &authority, asked);
        !wanted.is_empty()
            && wanted
                .iter()
                .all(|forms| forms.iter().any(|form| kept.contains(form)))
    }

    #[test]
    fn a_name_is_found_as_people_type_it() {
        let rows = [
            ("Ama Okafor", "okafor", true),
            ("Ama Okafor", "Okafor, Ama", true),
            ("Ama Okafor", "oka", true),
            ("Ama Okafor", "ok", false),
            ("Ama Okafor", "Okafer", true),
            ("Ama Okafor", "Ama Lee", false),
            ("Zoë Núñez", "zoe nunez", true),
            ("Zoe Nunez", "Zoë Núñez", true),
            ("Siobhán O’Connor", "o'connor", true),
            ("Siobhán O'Connor", "oconnor", true),
            ("Mary Smith-Jones", "smith", true),
            ("Mary Smith-Jones", "jones smith", true),
            ("Mary Smith-Jones", "Smith-Jones", true),
            ("Mary Smith-Jones", "smithjones", true),
            ("Mary Smith Jones", "Smith-Jones", true),
            ("Bartholomew", "Bartholome", true),
            ("Łukasz Groß", "lukasz gross", true),
            ("Li", "li", true),
            ("李小龍", "李小龍", true),
            ("Ama Okafor", "…", false),
            ("Ama Okafor", "", false),
        ];
        for (kept, asked, found) in rows {
            assert_eq!(finds(kept, asked), found, "{kept:?} by {asked:?}");
        }
    }

    #[test]
    fn tokens_of_one_authority_say_nothing_at_another() {
        let here = tokens(&KEY, &"northmoor".parse().unwrap(), ["Okafor"]);
        let there = tokens(&KEY, &"southmoor".parse().unwrap(), ["Okafor"]);
        assert!(here.is_disjoint(&there));
    }

    proptest! {
        #[test]
        fn every_word_is_found_by_itself(text in "\\PC{0,40}") {
            for word in text.split_whitespace() {
                if word.chars().any(char::is_alphanumeric) && !spoken_words(word).is_empty() {
                    prop_assert!(finds(&text, word), "{word:?} in {text:?}");
                }
            }
        }
    }

    #[test]
    fn a_name_is_found_by_its_words_their_beginnings_and_their_sound() {
        let authority: AuthorityCode = "northmoor".parse().unwrap();
        for (text, asked, found) in [
            ("Ada Fictional", "Fictional", true),
            ("Ada Fictional", "ada ficshonal", true),
            ("Ada Fictional", "Ada Fic", true),
            ("Ada Fictional", "Zed Fictional", false),
            ("Fictional", "Ada Fictional", false),
        ] {
            assert_eq!(found_by(&authority, text, asked), found, "{text}, {asked}");
        }
    }
}
