//! The hash chain: each event's hash covers the event and the hash before it.

use sha2::{Digest, Sha256};

use crate::record::Entry;

/// What the first event of a journal follows on.
pub(crate) const BEGINNING: [u8; 32] = [0; 32];

/// SHA-256 over the fields of the entry, each led by its length, so that no two entries read alike.
pub(crate) fn link(entry: &Entry) -> [u8; 32] {
    let mut digest = Sha256::new();
    let mut field = |bytes: &[u8]| {
        digest.update((bytes.len() as u64).to_be_bytes());
        digest.update(bytes);
    };
    field(b"heard/event/1");
    field(&entry.prev_hash);
    field(entry.authority.as_str().as_bytes());
    field(&entry.position.to_be_bytes());
    field(entry.case.0.as_bytes());
    field(&entry.version.to_be_bytes());
    match entry.reference {
        Some(reference) => field(&reference.0.to_be_bytes()),
        None => field(&[]),
    }
    field(entry.name.as_bytes());
    field(&entry.schema.to_be_bytes());
    field(entry.happened_on.to_string().as_bytes());
    field(&entry.recorded_at.as_microsecond().to_be_bytes());
    field(entry.actor.0.as_bytes());
    field(entry.body.as_bytes());
    digest.finalize().into()
}

#[cfg(test)]
mod tests {
    use casework::ids::{AccountId, CaseId, Reference};
    use jiff::Timestamp;
    use jiff::civil::date;
    use uuid::Uuid;

    use super::*;

    fn entry() -> Entry {
        Entry {
            authority: "northmoor".parse().unwrap(),
            position: 7,
            case: CaseId(Uuid::from_u128(1)),
            version: 1,
            reference: Some(Reference(3)),
            name: "ab".to_owned(),
            schema: 1,
            happened_on: date(2026, 3, 2),
            recorded_at: Timestamp::UNIX_EPOCH,
            actor: AccountId(Uuid::from_u128(2)),
            body: "{}".to_owned(),
            prev_hash: BEGINNING,
            hash: BEGINNING,
        }
    }

    #[test]
    fn no_field_can_change_unnoticed() {
        let alterations: [fn(&mut Entry); 12] = [
            |entry| entry.authority = "southmoor".parse().unwrap(),
            |entry| entry.position = 8,
            |entry| entry.case = CaseId(Uuid::from_u128(9)),
            |entry| entry.version = 2,
            |entry| entry.reference = None,
            |entry| entry.name = "a".to_owned(),
            |entry| entry.schema = 2,
            |entry| entry.happened_on = date(2026, 3, 3),
            |entry| entry.recorded_at = Timestamp::from_microsecond(1).unwrap(),
            |entry| entry.actor = AccountId(Uuid::from_u128(9)),
            |entry| entry.body = "{ }".to_owned(),
            |entry| entry.prev_hash = [1; 32],
        ];
        let honest = link(&entry());
        for (index, alter) in alterations.iter().enumerate() {
            let mut altered = entry();
            alter(&mut altered);
            assert_ne!(link(&altered), honest, "alteration {index}");
        }
    }

    /// Published heads must stay checkable for ever: this value may never change.
    #[test]
    fn the_hash_is_the_one_published_before() {
        assert_eq!(
            crate::key::hex(&link(&entry())),
            "c4c85d8d2ff6ad52231788cbf67751afc801e504c664f1e54d1ae2f17ac572a0"
        );
    }
}
