//! How often one may try to sign in: by the name tried and by the address it is tried from.
//!
//! Guessing a password is slowed down without locking anybody out: a name that was tried too often
//! can be tried again some seconds later.

use std::net::IpAddr;
use std::num::NonZeroU32;

use casework::ids::AuthorityCode;
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use sha2::{Digest, Sha256};

/// How many tries in a minute one name has, all at once or spread.
pub(crate) const TRIES_OF_A_NAME: NonZeroU32 = NonZeroU32::new(5).expect("five is not zero");

/// How many tries in a minute one address has. Many officers of a council share one.
pub(crate) const TRIES_FROM_AN_ADDRESS: NonZeroU32 =
    NonZeroU32::new(30).expect("thirty is not zero");

/// How many names or addresses are remembered before the idle ones are forgotten.
const REMEMBERED: usize = 10_000;

/// Counts tries. Each node counts for itself.
pub(crate) struct Throttle {
    names: DefaultKeyedRateLimiter<[u8; 32]>,
    addresses: DefaultKeyedRateLimiter<IpAddr>,
}

impl Throttle {
    pub(crate) fn new() -> Self {
        Self {
            names: RateLimiter::keyed(Quota::per_minute(TRIES_OF_A_NAME)),
            addresses: RateLimiter::keyed(Quota::per_minute(TRIES_FROM_AN_ADDRESS)),
        }
    }

    /// Whether one more try is let through. A try counts whether it succeeds or not.
    pub(crate) fn allows(
        &self,
        authority: &AuthorityCode,
        sign_in_name: &str,
        address: Option<IpAddr>,
    ) -> bool {
        if self.addresses.len() > REMEMBERED {
            self.addresses.retain_recent();
        }
        if self.names.len() > REMEMBERED {
            self.names.retain_recent();
        }
        // An address that tries too often does not use up the tries of a name.
        let address_may =
            address.is_none_or(|address| self.addresses.check_key(&network(address)).is_ok());
        address_may && self.names.check_key(&key(authority, sign_in_name)).is_ok()
    }
}

/// Names are remembered as hashes: they are of no other use here.
fn key(authority: &AuthorityCode, sign_in_name: &str) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(authority.as_str());
    hash.update([0]);
    hash.update(sign_in_name.trim().to_lowercase());
    hash.finalize().into()
}

/// A household or office has a whole IPv6 network of addresses to itself.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V4(address) => IpAddr::V4(address),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            IpAddr::V6([a, b, c, d, 0, 0, 0, 0].into())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wittering() -> AuthorityCode {
        "wittering".parse().expect("a code")
    }

    #[test]
    fn a_name_has_five_tries_whatever_its_case_and_from_wherever() {
        let throttle = Throttle::new();
        for (attempt, name) in ["shah", "SHAH", " shah ", "Shah", "shah"]
            .into_iter()
            .enumerate()
        {
            let address = IpAddr::from([192, 0, 2, u8::try_from(attempt).expect("small")]);
            assert!(throttle.allows(&wittering(), name, Some(address)));
        }
        assert!(!throttle.allows(&wittering(), "shah", None));
        assert!(throttle.allows(&wittering(), "hall", None));
        assert!(throttle.allows(&"elsewhere".parse().expect("a code"), "shah", None));
    }

    #[test]
    fn an_address_has_thirty_tries_and_an_ipv6_network_counts_as_one() {
        let throttle = Throttle::new();
        for attempt in 0..TRIES_FROM_AN_ADDRESS.get() {
            let last = u16::try_from(attempt).expect("small");
            let address = IpAddr::from([0x2001, 0xdb8, 0, 0, 0, 0, 0, last]);
            assert!(
                throttle.allows(&wittering(), &format!("name {attempt}"), Some(address)),
                "{attempt}"
            );
        }
        let neighbour = IpAddr::from([0x2001, 0xdb8, 0, 0, 9, 9, 9, 9]);
        assert!(!throttle.allows(&wittering(), "another", Some(neighbour)));
        assert!(throttle.allows(&wittering(), "another", Some(IpAddr::from([192, 0, 2, 1]))));
    }
}
