//! The deployment's key, which lies outside the database, and what is derived from it.

use std::fmt;
use std::io::Write;
use std::path::Path;

use hmac::{Hmac, KeyInit, Mac};
use secrecy::{ExposeSecret, SecretBox};
use sha2::Sha256;
use zeroize::{Zeroize, Zeroizing};

use crate::error::JournalError;

/// 32 secret bytes that open everything personal in the record. Without them it stays shut for ever.
pub struct DeploymentKey(SecretBox<[u8; 32]>);

/// What the deployment's key is used for; each purpose has a key of its own.
pub(crate) struct DerivedKeys {
    /// Wraps the keys of cases.
    pub wrapping: Zeroizing<[u8; 32]>,
    /// Wraps the keys of what is asked for equality monitoring, apart from every case.
    pub monitoring: Zeroizing<[u8; 32]>,
    /// Makes words findable without writing them down.
    pub search: Zeroizing<[u8; 32]>,
    /// Seals accounts and sessions.
    pub accounts: Zeroizing<[u8; 32]>,
    /// Stored in the database, to recognise the key again.
    pub check: [u8; 32],
}

impl DeploymentKey {
    /// A new key.
    ///
    /// # Errors
    ///
    /// If the system gives no random bytes.
    pub fn generate() -> Result<Self, JournalError> {
        let mut bytes = Zeroizing::new([0_u8; 32]);
        getrandom::fill(bytes.as_mut_slice()).map_err(|_| JournalError::NoRandomness)?;
        Ok(Self::from_bytes(*bytes))
    }

    /// The key made of these bytes: for tests and for keys kept elsewhere than in a file.
    pub fn from_bytes(mut bytes: [u8; 32]) -> Self {
        let key = Self(SecretBox::new(Box::new(bytes)));
        bytes.zeroize();
        key
    }

    /// The key in a file of 64 hexadecimal digits.
    ///
    /// # Errors
    ///
    /// If the file may be read by anybody but its owner, cannot be read, or holds no key.
    pub fn read_file(path: &Path) -> Result<Self, JournalError> {
        let failed = |error| JournalError::KeyFile {
            path: path.to_owned(),
            error,
        };
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = std::fs::metadata(path)
                .map_err(failed)?
                .permissions()
                .mode();
            if mode & 0o077 != 0 {
                return Err(JournalError::KeyFileOpenToOthers(path.to_owned()));
            }
        }
        let text = Zeroizing::new(std::fs::read_to_string(path).map_err(failed)?);
        let bytes =
            read_hex(text.trim()).ok_or_else(|| JournalError::NotAKeyFile(path.to_owned()))?;
        Ok(Self::from_bytes(*bytes))
    }

    /// Writes the key to a new file that its owner alone may read.
    ///
    /// # Errors
    ///
    /// If the file exists already or cannot be written.
    pub fn write_file(&self, path: &Path) -> Result<(), JournalError> {
        let failed = |error| JournalError::KeyFile {
            path: path.to_owned(),
            error,
        };
        let mut options = std::fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        {
            use std::os::unix::fs::OpenOptionsExt;
            options.mode(0o600);
        }
        let mut file = options.open(path).map_err(failed)?;
        let mut text = Zeroizing::new(hex(self.0.expose_secret()));
        text.push('\n');
        file.write_all(text.as_bytes()).map_err(failed)?;
        file.sync_all().map_err(failed)
    }

    pub(crate) fn derive(&self) -> DerivedKeys {
        let purpose = |label: &str| {
            Zeroizing::new(
                KeyedHash::new(self.0.expose_secret())
                    .with(label.as_bytes())
                    .finish(),
            )
        };
        DerivedKeys {
            wrapping: purpose("heard/wrapping/1"),
            monitoring: purpose("heard/monitoring/1"),
            search: purpose("heard/search/1"),
            accounts: purpose("heard/accounts/1"),
            check: *purpose("heard/check/1"),
        }
    }
}

impl fmt::Debug for DeploymentKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("DeploymentKey([sealed])")
    }
}

/// HMAC-SHA256 over parts, each led by its length so that no two lists of parts are alike.
#[derive(Clone)]
pub(crate) struct KeyedHash(Hmac<Sha256>);

impl KeyedHash {
    pub(crate) fn new(key: &[u8; 32]) -> Self {
        Self(
            <Hmac<Sha256> as KeyInit>::new_from_slice(key).expect("HMAC takes a key of any length"),
        )
    }

    pub(crate) fn with(mut self, part: &[u8]) -> Self {
        self.0.update(&(part.len() as u64).to_be_bytes());
        self.0.update(part);
        self
    }

    pub(crate) fn finish(self) -> [u8; 32] {
        self.0.finalize().into_bytes().into()
    }
}

/// Bytes as lower-case hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    let digit = |nibble: u8| char::from_digit(u32::from(nibble), 16).expect("a nibble is below 16");
    bytes
        .iter()
        .flat_map(|byte| [digit(byte >> 4), digit(byte & 15)])
        .collect()
}

fn read_hex(text: &str) -> Option<Zeroizing<[u8; 32]>> {
    let mut bytes = Zeroizing::new([0_u8; 32]);
    let digits = text.as_bytes();
    if digits.len() != 64 {
        return None;
    }
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
        let value = |digit: u8| {
            char::from(digit)
                .to_digit(16)
                .and_then(|value| u8::try_from(value).ok())
        };
        *byte = value(pair[0])? << 4 | value(pair[1])?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> std::path::PathBuf {
        let folder = std::env::temp_dir().join(format!("heard-key-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        folder
    }

    #[test]
    fn a_key_is_written_for_its_owner_alone_and_read_back() {
        let path = folder("written").join("key");
        let key = DeploymentKey::generate().unwrap();
        key.write_file(&path).unwrap();
        assert_eq!(
            DeploymentKey::read_file(&path).unwrap().derive().check,
            key.derive().check
        );
        assert!(
            matches!(key.write_file(&path), Err(JournalError::KeyFile { .. })),
            "never overwritten"
        );
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(
                std::fs::metadata(&path).unwrap().permissions().mode() & 0o777,
                0o600
            );
            std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o640)).unwrap();
            assert!(matches!(
                DeploymentKey::read_file(&path),
                Err(JournalError::KeyFileOpenToOthers(_))
            ));
        }
        std::fs::remove_dir_all(path.parent().unwrap()).unwrap();
    }

    #[test]
    fn each_purpose_has_a_key_of_its_own() {
        let keys = DeploymentKey::from_bytes([7; 32]).derive();
        let all = [
            *keys.wrapping,
            *keys.monitoring,
            *keys.search,
            *keys.accounts,
            keys.check,
        ];
        for (index, key) in all.iter().enumerate() {
            assert!(all[index + 1..].iter().all(|other| other != key));
        }
    }

    #[test]
    fn a_key_is_never_shown() {
        assert_eq!(
            format!("{:?}", DeploymentKey::from_bytes([7; 32])),
            "DeploymentKey([sealed])"
        );
    }
}
