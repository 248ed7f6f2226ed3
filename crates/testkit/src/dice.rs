//! Chance that comes out the same every time: a small generator, seeded, and what is drawn from it.

use casework::ids::{CaseId, PersonId};
use jiff::Timestamp;
use journal::Sealing;
use uuid::Uuid;

/// A sequence of numbers that depends on its seed alone (`SplitMix64`).
///
/// Good enough to spread invented cases; never for keys.
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    /// The sequence of a seed.
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A sequence of its own for one part, so that the other parts stay as they are when it changes.
    #[must_use]
    pub fn fork(&mut self) -> Self {
        Self(self.roll())
    }

    /// The next number.
    pub fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below this one; 0 when there is none.
    ///
    /// # Panics
    ///
    /// Never: the number is below a `usize`.
    pub fn below(&mut self, end: usize) -> usize {
        let product = u128::from(self.roll()) * end as u128;
        usize::try_from(product >> 64).expect("it is below a usize")
    }

    /// A number between these, both included.
    ///
    /// # Panics
    ///
    /// Never: the number is at most `high`.
    pub fn between(&mut self, low: u16, high: u16) -> u16 {
        let span = usize::from(high.saturating_sub(low)) + 1;
        low + u16::try_from(self.below(span)).expect("it is at most the difference of two u16")
    }

    /// Whether something happens that happens this often in a hundred.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of these.
    ///
    /// # Panics
    ///
    /// When there are none.
    pub fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }

    /// Puts these into another order.
    pub fn shuffle<T>(&mut self, these: &mut [T]) {
        for last in (1..these.len()).rev() {
            these.swap(last, self.below(last + 1));
        }
    }

    /// As many numbers between `low` and `high` as asked for, with exactly this sum.
    ///
    /// # Panics
    ///
    /// When no such numbers exist.
    pub fn with_sum(&mut self, count: usize, low: u16, high: u16, sum: u32) -> Vec<u16> {
        let reachable = |bound: u16| u32::from(bound) * u32::try_from(count).unwrap_or(u32::MAX);
        assert!(
            (reachable(low)..=reachable(high)).contains(&sum),
            "{count} numbers from {low} to {high} cannot come to {sum}"
        );
        let mut numbers: Vec<u16> = (0..count).map(|_| self.between(low, high)).collect();
        let mut now: u32 = numbers.iter().copied().map(u32::from).sum();
        while now != sum {
            let place = self.below(count);
            let number = &mut numbers[place];
            if now < sum && *number < high {
                *number += 1;
                now += 1;
            } else if now > sum && *number > low {
                *number -= 1;
                now -= 1;
            }
        }
        numbers
    }

    /// A case first recorded at this instant: ids follow time, as those of real cases do.
    pub fn case(&mut self, at: Timestamp) -> CaseId {
        let millis = u64::try_from(at.as_millisecond()).unwrap_or_default();
        let mut random = [0; 10];
        self.fill(&mut random);
        CaseId(uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid())
    }

    /// A person.
    pub fn person(&mut self) -> PersonId {
        PersonId(self.uuid())
    }

    /// A sealing with ids and salts drawn from here.
    #[must_use]
    pub fn sealing(&mut self) -> Sealing {
        let mut dice = self.fork();
        Sealing::with_source(Box::new(move |bytes| dice.fill(bytes)))
    }

    fn uuid(&mut self) -> Uuid {
        let mut random = [0; 16];
        self.fill(&mut random);
        uuid::Builder::from_random_bytes(random).into_uuid()
    }

    fn fill(&mut self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(8) {
            chunk.copy_from_slice(&self.roll().to_le_bytes()[..chunk.len()]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first numbers of the published reference implementation for the seed 1234567.
    #[test]
    fn the_sequence_is_the_published_one() {
        let mut dice = Dice::new(1_234_567);
        let first: Vec<u64> = (0..3).map(|_| dice.roll()).collect();
        assert_eq!(
            first,
            [
                6_457_827_717_110_365_317,
                3_203_168_211_198_807_973,
                9_817_491_932_198_370_423
            ]
        );
    }

    #[test]
    fn numbers_with_a_sum_keep_their_bounds() {
        for seed in 0..50 {
            let numbers = Dice::new(seed).with_sum(17, 2, 10, 136);
            assert_eq!(numbers.iter().copied().map(u32::from).sum::<u32>(), 136);
            assert!(
                numbers.iter().all(|number| (2..=10).contains(number)),
                "{numbers:?}"
            );
        }
    }

    #[test]
    fn every_face_comes_up_and_nothing_beyond() {
        let mut dice = Dice::new(7);
        let mut seen = [0; 6];
        for _ in 0..600 {
            seen[usize::from(dice.between(1, 6)) - 1] += 1;
        }
        assert!(
            seen.iter().all(|times| (60..=140).contains(times)),
            "{seen:?}"
        );
    }
}
