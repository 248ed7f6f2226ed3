//! Sealing what is personal while a decision is made: ids, salts and commitments.

use casework::ids::{ItemId, Sealed};
use secrecy::SecretString;
use sha2::{Digest, Sha256};

use crate::key::hex;
use crate::record::{NewItem, Store};

/// Where the random bytes of ids and salts come from.
pub type RandomSource = Box<dyn FnMut(&mut [u8]) + Send>;

/// Collects the personal things of one decision: the event gets the [`Sealed`], the vault the item.
pub struct Sealing {
    source: RandomSource,
    items: Vec<NewItem>,
}

impl Sealing {
    /// With random bytes of the system.
    ///
    /// # Panics
    ///
    /// When sealing, if the system gives no random bytes: nothing can be kept safe then.
    pub fn new() -> Self {
        Self::with_source(Box::new(|bytes| {
            getrandom::fill(bytes).expect("without random bytes nothing can be sealed");
        }))
    }

    /// With bytes from elsewhere, so that tests and generated records come out the same each time.
    pub fn with_source(source: RandomSource) -> Self {
        Self {
            source,
            items: Vec::new(),
        }
    }

    /// Takes a text in and gives what the event may carry.
    pub fn seal(&mut self, kind: &str, text: &str, words: &[&str]) -> Sealed {
        self.seal_into(Store::Vault, kind, text, words)
    }

    /// Takes in what is asked for equality monitoring: it is opened only to be counted, and found by nothing.
    pub fn seal_apart(&mut self, kind: &str, text: &str) -> Sealed {
        self.seal_into(Store::Monitoring, kind, text, &[])
    }

    fn seal_into(&mut self, store: Store, kind: &str, text: &str, words: &[&str]) -> Sealed {
        let (mut id, mut salt) = ([0; 16], [0; 16]);
        (self.source)(&mut id);
        (self.source)(&mut salt);
        let item = ItemId(uuid::Builder::from_random_bytes(id).into_uuid());
        let commitment = hex(&commitment(&salt, text));
        self.items.push(NewItem {
            item,
            store,
            kind: kind.to_owned(),
            salt,
            text: SecretString::from(text),
            words: words.iter().map(|word| SecretString::from(*word)).collect(),
            commitment: commitment.clone(),
        });
        Sealed { item, commitment }
    }

    /// What is to be appended with the event.
    pub fn into_items(self) -> Vec<NewItem> {
        self.items
    }
}

impl Default for Sealing {
    fn default() -> Self {
        Self::new()
    }
}

/// SHA-256 over salt and text.
pub(crate) fn commitment(salt: &[u8; 16], text: &str) -> [u8; 32] {
    Sha256::new()
        .chain_update(salt)
        .chain_update(text.as_bytes())
        .finalize()
        .into()
}

/// The commitment made of a salt in hexadecimal digits and a text, in hexadecimal digits; no
/// commitment is empty, as this is when the salt cannot be read.
pub(crate) fn commitment_in_hex(salt: &str, text: &str) -> String {
    read_salt(salt).map_or_else(String::new, |salt| hex(&commitment(&salt, text)))
}

fn read_salt(digits: &str) -> Option<[u8; 16]> {
    u128::from_str_radix(digits, 16).ok().map(u128::to_be_bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counting() -> Sealing {
        let mut next = 0_u8;
        Sealing::with_source(Box::new(move |bytes| {
            for byte in bytes {
                next = next.wrapping_add(1);
                *byte = next;
            }
        }))
    }

    #[test]
    fn the_same_source_seals_the_same() {
        let (mut one, mut two) = (counting(), counting());
        assert_eq!(
            one.seal("name", "Ama Okafor", &["Okafor"]),
            two.seal("name", "Ama Okafor", &["Okafor"])
        );
    }

    #[test]
    fn the_same_text_sealed_twice_shows_no_likeness() {
        let mut sealing = Sealing::new();
        let (one, two) = (
            sealing.seal("name", "Ama Okafor", &[]),
            sealing.seal("name", "Ama Okafor", &[]),
        );
        assert_ne!(one.commitment, two.commitment);
        assert_ne!(one.item, two.item);
    }

    #[test]
    fn an_item_on_its_way_shows_nothing_personal() {
        let mut sealing = Sealing::new();
        sealing.seal("name", "Ama Okafor", &["Okafor"]);
        assert!(!format!("{:?}", sealing.into_items()).contains("Okafor"));
    }
}
