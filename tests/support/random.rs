//! Numbers that look random and are the same on every run.

/// Xorshift.
pub struct Random(pub u64);

impl Random {
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 as usize % limit.max(1)
    }

    /// A few bits turned, pieces taken out, put in, or put elsewhere.
    pub fn change(&mut self, bytes: &mut Vec<u8>, pieces: &[&[u8]]) {
        for _ in 0..=self.below(4) {
            let at = self.below(bytes.len());
            let end = |length: usize| (at + length).min(bytes.len());
            match self.below(4) {
                0 => {
                    if let Some(byte) = bytes.get_mut(at) {
                        *byte ^= 1 << self.below(8);
                    }
                }
                1 => drop(bytes.drain(at..end(self.below(20)))),
                2 => {
                    let piece = pieces[self.below(pieces.len())];
                    drop(bytes.splice(at..at, piece.iter().copied()));
                }
                _ => {
                    let piece = bytes[at..end(self.below(60))].to_vec();
                    let to = self.below(bytes.len());
                    drop(bytes.splice(to..to, piece));
                }
            }
        }
    }
}
