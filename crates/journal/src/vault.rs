//! The vault: what is personal, sealed with a key per case, itself wrapped by the deployment's key.
//!
//! The associated data name the row, so that a ciphertext opens nowhere but where it was put.

use casework::ids::{AuthorityCode, CaseId, ItemId};
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::error::JournalError;
use crate::key::{DerivedKeys, hex};
use crate::record::NewItem;

const NONCE: usize = 24;

/// The key of one case.
pub(crate) struct CaseKey(Zeroizing<[u8; 32]>);

/// An item of the vault, opened.
pub(crate) struct Opened {
    pub salt: String,
    pub text: SecretString,
    pub words: Vec<SecretString>,
}

/// What lies sealed.
#[derive(Serialize)]
struct Sealing<'a> {
    salt: String,
    text: &'a str,
    words: Vec<&'a str>,
}

#[derive(Deserialize)]
struct Unsealing {
    salt: String,
    text: String,
    words: Vec<String>,
}

impl CaseKey {
    pub(crate) fn mint() -> Result<Self, JournalError> {
        let mut key = Zeroizing::new([0; 32]);
        getrandom::fill(key.as_mut_slice()).map_err(|_| JournalError::NoRandomness)?;
        Ok(Self(key))
    }

    pub(crate) fn wrap(
        &self,
        keys: &DerivedKeys,
        authority: &AuthorityCode,
        case: CaseId,
    ) -> Result<Vec<u8>, JournalError> {
        seal(
            &keys.wrapping,
            &place("case_key", authority, &case),
            self.0.as_slice(),
        )
    }

    pub(crate) fn unwrap(
        keys: &DerivedKeys,
        authority: &AuthorityCode,
        case: CaseId,
        wrapped: &[u8],
    ) -> Result<Self, JournalError> {
        let opened = open(
            &keys.wrapping,
            &place("case_key", authority, &case),
            wrapped,
        );
        let key = opened.and_then(|opened| opened.as_slice().try_into().ok().map(Zeroizing::new));
        key.map(Self).ok_or_else(|| JournalError::DoesNotOpen {
            table: "case_key",
            place: case.to_string(),
        })
    }

    pub(crate) fn seal_item(
        &self,
        authority: &AuthorityCode,
        case: CaseId,
        item: &NewItem,
    ) -> Result<Vec<u8>, JournalError> {
        seal(
            &self.0,
            &item_place(authority, case, item.item),
            &packed(item),
        )
    }

    pub(crate) fn open_item(
        &self,
        authority: &AuthorityCode,
        case: CaseId,
        item: ItemId,
        sealed: &[u8],
    ) -> Result<Opened, JournalError> {
        let opened = open(&self.0, &item_place(authority, case, item), sealed);
        opened
            .and_then(|opened| unpacked(&opened))
            .ok_or_else(|| JournalError::DoesNotOpen {
                table: "vault_item",
                place: item.to_string(),
            })
    }
}

/// An item apart from its case, sealed with a key of its own, and that key wrapped.
pub(crate) struct Apart {
    pub wrapped: Vec<u8>,
    pub sealed: Vec<u8>,
}

impl Apart {
    pub(crate) fn seal(
        keys: &DerivedKeys,
        authority: &AuthorityCode,
        case: CaseId,
        item: &NewItem,
    ) -> Result<Self, JournalError> {
        let key = CaseKey::mint()?;
        let place = apart_place(authority, case, item.item);
        Ok(Self {
            wrapped: seal(&keys.monitoring, &place, key.0.as_slice())?,
            sealed: seal(&key.0, &place, &packed(item))?,
        })
    }

    pub(crate) fn open(
        keys: &DerivedKeys,
        authority: &AuthorityCode,
        (case, item): (CaseId, ItemId),
        (wrapped, sealed): (&[u8], &[u8]),
    ) -> Result<Opened, JournalError> {
        let place = apart_place(authority, case, item);
        let key = open(&keys.monitoring, &place, wrapped);
        let key: Option<Zeroizing<[u8; 32]>> =
            key.and_then(|key| key.as_slice().try_into().ok().map(Zeroizing::new));
        key.and_then(|key| open(&key, &place, sealed))
            .and_then(|opened| unpacked(&opened))
            .ok_or_else(|| JournalError::DoesNotOpen {
                table: "monitoring_item",
                place: item.to_string(),
            })
    }
}

fn packed(item: &NewItem) -> Zeroizing<Vec<u8>> {
    let payload = Sealing {
        salt: hex(&item.salt),
        text: item.text.expose_secret(),
        words: item.words.iter().map(ExposeSecret::expose_secret).collect(),
    };
    Zeroizing::new(serde_json::to_vec(&payload).expect("three texts are always written"))
}

fn unpacked(payload: &[u8]) -> Option<Opened> {
    let Unsealing { salt, text, words } = serde_json::from_slice(payload).ok()?;
    let words = words.into_iter().map(SecretString::from).collect();
    Some(Opened {
        salt,
        text: SecretString::from(text),
        words,
    })
}

fn apart_place(authority: &AuthorityCode, case: CaseId, item: ItemId) -> String {
    format!("{}/{item}", place("monitoring_item", authority, &case))
}

fn item_place(authority: &AuthorityCode, case: CaseId, item: ItemId) -> String {
    format!("{}/{item}", place("vault_item", authority, &case))
}

fn place(table: &str, authority: &AuthorityCode, row: &impl std::fmt::Display) -> String {
    format!("{table}/{authority}/{row}")
}

/// XChaCha20-Poly1305 with a random nonce in front.
pub(crate) fn seal(key: &[u8; 32], place: &str, plain: &[u8]) -> Result<Vec<u8>, JournalError> {
    let mut nonce = [0; NONCE];
    getrandom::fill(&mut nonce).map_err(|_| JournalError::NoRandomness)?;
    let payload = Payload {
        msg: plain,
        aad: place.as_bytes(),
    };
    let sealed = XChaCha20Poly1305::new(key.into())
        .encrypt(&XNonce::from(nonce), payload)
        .expect("only a text of 256 GB is too long to seal");
    Ok([nonce.as_slice(), &sealed].concat())
}

/// What was sealed at this place with this key; none if it was altered or moved.
pub(crate) fn open(key: &[u8; 32], place: &str, sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let (nonce, sealed) = sealed.split_first_chunk::<NONCE>()?;
    let payload = Payload {
        msg: sealed,
        aad: place.as_bytes(),
    };
    XChaCha20Poly1305::new(key.into())
        .decrypt(&XNonce::from(*nonce), payload)
        .ok()
        .map(Zeroizing::new)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::{DeploymentKey, Sealing};

    #[test]
    fn an_item_opens_only_at_its_place_and_unaltered() {
        let keys = DeploymentKey::from_bytes([7; 32]).derive();
        let here: AuthorityCode = "northmoor".parse().unwrap();
        let there: AuthorityCode = "southmoor".parse().unwrap();
        let (case, other) = (CaseId(Uuid::from_u128(1)), CaseId(Uuid::from_u128(2)));
        let key = CaseKey::mint().unwrap();
        let wrapped = key.wrap(&keys, &here, case).unwrap();
        assert!(CaseKey::unwrap(&keys, &here, other, &wrapped).is_err());
        assert!(CaseKey::unwrap(&keys, &there, case, &wrapped).is_err());
        assert!(
            CaseKey::unwrap(
                &DeploymentKey::from_bytes([8; 32]).derive(),
                &here,
                case,
                &wrapped
            )
            .is_err()
        );

        let mut sealing = Sealing::new();
        sealing.seal("name", "Ama Okafor", &["Okafor"]);
        let item = sealing.into_items().remove(0);
        let sealed = key.seal_item(&here, case, &item).unwrap();
        let key = CaseKey::unwrap(&keys, &here, case, &wrapped).unwrap();
        let opened = key.open_item(&here, case, item.item, &sealed).unwrap();
        assert_eq!(opened.text.expose_secret(), "Ama Okafor");
        assert_eq!(opened.words[0].expose_secret(), "Okafor");
        assert!(key.open_item(&here, other, item.item, &sealed).is_err());
        assert!(key.open_item(&there, case, item.item, &sealed).is_err());
        assert!(
            key.open_item(&here, case, ItemId(Uuid::from_u128(3)), &sealed)
                .is_err()
        );
        for byte in 0..sealed.len() {
            let mut altered = sealed.clone();
            altered[byte] ^= 1;
            assert!(
                key.open_item(&here, case, item.item, &altered).is_err(),
                "byte {byte}"
            );
        }
        assert!(key.open_item(&here, case, item.item, &[]).is_err());
        assert!(!String::from_utf8_lossy(&sealed).contains("Okafor"));
    }
}
