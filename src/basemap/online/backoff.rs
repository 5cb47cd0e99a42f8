//! When a server that failed may be asked again.

use std::time::{Duration, Instant};

use super::{Refusal, Timing};

/// A server that asks for more rest than that is asked all the same.
const LONGEST_ASKED_FOR: Duration = Duration::from_hours(1);

/// The wait doubles with each failure, and ends with the first tile that comes.
#[derive(Debug, Default)]
pub struct Backoff {
    failures: u32,
    until: Option<Instant>,
    refusal: Option<Refusal>,
}

impl Backoff {
    /// Until when nothing is asked.
    pub fn until(&self, now: Instant) -> Option<Instant> {
        self.until.filter(|until| now < *until)
    }

    /// Why the last one failed, unless a tile has come since.
    pub fn refusal(&self) -> Option<Refusal> {
        self.refusal
    }

    /// `asked_for`: how long the server itself wants to be left alone.
    pub fn failed(
        &mut self,
        refusal: Refusal,
        now: Instant,
        asked_for: Option<Duration>,
        timing: &Timing,
    ) {
        self.refusal = Some(refusal);
        // Those that were on their way together fail together: that is one failure.
        if self.until(now).is_some() {
            return;
        }
        let doubled = 1_u32.checked_shl(self.failures).unwrap_or(u32::MAX);
        let wait = timing.first_wait.saturating_mul(doubled);
        let wait = wait.min(timing.longest_wait);
        let asked_for = asked_for.unwrap_or_default().min(LONGEST_ASKED_FOR);
        self.failures = self.failures.saturating_add(1);
        self.until = Some(now + wait.max(asked_for));
    }

    /// Something came that is no tile: of this one alone nothing follows for the others.
    pub fn was_wrong(&mut self, refusal: Refusal) {
        self.refusal = Some(refusal);
    }

    pub fn succeeded(&mut self) {
        *self = Self::default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TIMING: Timing = Timing {
        first_wait: Duration::from_secs(2),
        longest_wait: Duration::from_secs(20),
        ..Timing::USUAL
    };

    /// Seconds from each of so many failures to the next try.
    fn waits(backoff: &mut Backoff, asked_for: Option<Duration>, count: usize) -> Vec<u64> {
        let mut now = Instant::now();
        let mut waits = Vec::new();
        for _ in 0..count {
            backoff.failed(Refusal::Silent, now, asked_for, &TIMING);
            let until = backoff.until(now).unwrap();
            waits.push((until - now).as_secs());
            now = until;
        }
        waits
    }

    #[test]
    fn the_wait_doubles_up_to_its_longest() {
        let mut backoff = Backoff::default();
        assert_eq!(waits(&mut backoff, None, 6), [2, 4, 8, 16, 20, 20]);
        assert_eq!(waits(&mut backoff, None, 100).last(), Some(&20));
    }

    #[test]
    fn a_tile_ends_it() {
        let mut backoff = Backoff::default();
        waits(&mut backoff, None, 4);

        backoff.succeeded();

        assert_eq!(backoff.until(Instant::now()), None);
        assert_eq!(backoff.refusal(), None);
        assert_eq!(waits(&mut backoff, None, 1), [2]);
    }

    #[test]
    fn failures_of_the_same_moment_count_once() {
        let (mut backoff, now) = (Backoff::default(), Instant::now());
        for _ in 0..4 {
            backoff.failed(Refusal::Silent, now, None, &TIMING);
        }
        assert_eq!(backoff.until(now), Some(now + Duration::from_secs(2)));
    }

    #[test]
    fn the_server_may_ask_for_longer_but_not_for_ever() {
        let (minute, year) = (60, 365 * 24 * 60 * 60);
        for (asked_for, waited) in [(minute, 60), (year, 60 * 60), (0, 2)] {
            let asked_for = Some(Duration::from_secs(asked_for));
            assert_eq!(waits(&mut Backoff::default(), asked_for, 1), [waited]);
        }
    }
}
