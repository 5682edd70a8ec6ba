//! A bit for every row of a table.

/// All of them begin as no.
pub(super) struct Bits(Vec<u64>);

impl Bits {
    pub(super) fn new(rows: u64) -> Self {
        Bits(vec![0; usize::try_from(rows.div_ceil(64)).unwrap_or(usize::MAX)])
    }

    pub(super) fn get(&self, row: u64) -> bool {
        place(row).and_then(|at| self.0.get(at)).is_some_and(|word| word & bit(row) != 0)
    }

    /// Says yes of a row; answers whether that is new.
    pub(super) fn set(&mut self, row: u64) -> bool {
        let Some(word) = place(row).and_then(|at| self.0.get_mut(at)) else { return false };
        let was = *word & bit(row) != 0;
        *word |= bit(row);
        !was
    }
}

fn place(row: u64) -> Option<usize> {
    usize::try_from(row / 64).ok()
}

fn bit(row: u64) -> u64 {
    1 << (row % 64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_row_has_a_bit_of_its_own() {
        let mut bits = Bits::new(130);
        for row in [0, 63, 64, 129] {
            assert!(!bits.get(row) && bits.set(row) && !bits.set(row) && bits.get(row), "{row}");
        }
        assert_eq!((0..130).filter(|row| bits.get(*row)).count(), 4);
    }
}
