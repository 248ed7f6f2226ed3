//! Load: several visitors who do the same thing without pause for a bounded time.

use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context as _, anyhow};
use serde_json::{Value, json};
use visitor::Visitor;

use super::Rounds;

/// No visitor does more than this in one round, however quick the server.
const MOST: usize = 200_000;

/// How often each visitor does it before it counts.
const WARM_UP: usize = 3;

/// What a visitor does, again and again; the number is different each time.
pub(super) type Deed<'a> = &'a (dyn Fn(&mut Visitor, usize) -> anyhow::Result<()> + Sync);

/// Rounds of load, and the medians of what they show.
pub(super) fn rounds(visitor: &Visitor, at: Plan, deed: Deed<'_>) -> anyhow::Result<Value> {
    let (mut rate, mut half, mut most) = (Rounds::default(), Rounds::default(), Rounds::default());
    let mut done = 0;
    for _ in 0..at.rounds {
        let (mut times, took) = round(visitor, at, deed)?;
        times.sort_unstable();
        done += times.len();
        rate.add(count(times.len()) / took.as_secs_f64());
        half.add(milliseconds(percentile(&times, 50)));
        most.add(milliseconds(percentile(&times, 99)));
    }
    Ok(
        json!({ "per_second": rate.median(), "p50_ms": half.median(), "p99_ms": most.median(), "measured": done }),
    )
}

/// How much load.
#[derive(Clone, Copy)]
pub(super) struct Plan {
    pub(super) clients: usize,
    pub(super) rounds: usize,
    pub(super) time: Duration,
}

/// One round: how long each deed took, and how long the round did.
fn round(visitor: &Visitor, at: Plan, deed: Deed<'_>) -> anyhow::Result<(Vec<Duration>, Duration)> {
    let mut everybody: Vec<Visitor> = (0..at.clients).map(|_| visitor.another()).collect();
    for one in &mut everybody {
        for number in 0..WARM_UP {
            deed(one, number)?;
        }
    }
    let begun = Instant::now();
    let times: anyhow::Result<Vec<Vec<Duration>>> = thread::scope(|scope| {
        let hands: Vec<_> = everybody
            .iter_mut()
            .map(|one| scope.spawn(move || until(one, begun, at.time, deed)))
            .collect();
        hands
            .into_iter()
            .map(|hand| hand.join().map_err(|_| anyhow!("a visitor gave up"))?)
            .collect()
    });
    let took = begun.elapsed();
    Ok((times.context("under load")?.concat(), took))
}

fn until(
    visitor: &mut Visitor,
    begun: Instant,
    time: Duration,
    deed: Deed<'_>,
) -> anyhow::Result<Vec<Duration>> {
    let mut times = Vec::new();
    while begun.elapsed() < time && times.len() < MOST {
        let started = Instant::now();
        deed(visitor, WARM_UP + times.len())?;
        times.push(started.elapsed());
    }
    Ok(times)
}

/// The time that so many in a hundred did not exceed; `times` is sorted.
fn percentile(times: &[Duration], percent: usize) -> Duration {
    let rank = (times.len() * percent).div_ceil(100).max(1);
    times.get(rank - 1).copied().unwrap_or_default()
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

fn count(number: usize) -> f64 {
    u32::try_from(number).map_or(f64::INFINITY, f64::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_of_what_was_measured() {
        let times: Vec<Duration> = (1..=200).map(Duration::from_millis).collect();
        assert_eq!(percentile(&times, 50), Duration::from_millis(100));
        assert_eq!(percentile(&times, 99), Duration::from_millis(198));
        assert_eq!(percentile(&times[..1], 99), Duration::from_millis(1));
        assert_eq!(percentile(&[], 50), Duration::ZERO);
    }
}
