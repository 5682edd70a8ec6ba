//! Which packs go, which stay, and out of which the needed blobs are copied. Pure.

use std::cmp::Reverse;

use crate::prune::packs::{PackUse, empty_pack_bytes};

/// What becomes of a pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// It stays as it is.
    Stays,
    /// Nothing of it is needed.
    Goes,
    /// It goes when its needed blobs are copied.
    IsCopied,
}

/// Decides for every pack, in the order of `packs`. Copies from the packs with the largest unneeded share, until what is
/// unneeded in those that stay is at most `unused_percent_max` percent of what is needed; without that limit copies nothing.
pub(super) fn choose(packs: &[PackUse], unused_percent_max: Option<u8>) -> Vec<Fate> {
    let is_needed = |pack: &PackUse| pack.needed_bytes() > 0;
    let mut fates: Vec<Fate> =
        packs.iter().map(|pack| if is_needed(pack) { Fate::Stays } else { Fate::Goes }).collect();
    let Some(percent) = unused_percent_max else { return fates };
    let needed: u64 = packs.iter().map(PackUse::needed_bytes).sum();
    let allowed = u128::from(needed) * u128::from(percent) / 100;
    let mut partly: Vec<(usize, &PackUse)> =
        packs.iter().enumerate().filter(|(_, pack)| is_needed(pack) && unneeded(pack) > 0).collect();
    partly.sort_by_key(|(_, pack)| Reverse(u128::from(unneeded(pack)) * 1_000_000 / u128::from(pack.bytes.max(1))));
    let mut left: u128 = partly.iter().map(|(_, pack)| u128::from(unneeded(pack))).sum();
    for (place, pack) in partly {
        if left <= allowed {
            break;
        }
        left -= u128::from(unneeded(pack));
        fates[place] = Fate::IsCopied;
    }
    fates
}

fn unneeded(pack: &PackUse) -> u64 {
    pack.bytes.saturating_sub(pack.needed_bytes())
}

/// How long the packs of the copies become: data and trees apart, a pack is finished behind the old one with which it
/// reaches `pack_bytes`.
pub(super) fn copied_sizes(packs: &[PackUse], fates: &[Fate], pack_bytes: u64) -> Vec<u64> {
    let copied: Vec<&PackUse> =
        packs.iter().zip(fates).filter(|(_, fate)| **fate == Fate::IsCopied).map(|(pack, _)| pack).collect();
    let mut sizes = fill(copied.iter().map(|pack| pack.needed_data_bytes), pack_bytes);
    sizes.append(&mut fill(copied.iter().map(|pack| pack.needed_tree_bytes), pack_bytes));
    sizes
}

fn fill(added: impl Iterator<Item = u64>, pack_bytes: u64) -> Vec<u64> {
    let mut sizes = Vec::new();
    let mut blobs = 0;
    for bytes in added {
        blobs += bytes;
        if blobs >= pack_bytes {
            sizes.push(empty_pack_bytes() + std::mem::take(&mut blobs));
        }
    }
    if blobs > 0 {
        sizes.push(empty_pack_bytes() + blobs);
    }
    sizes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::Id;

    fn pack(bytes: u64, needed: u64) -> PackUse {
        let needed_data_bytes = needed.saturating_sub(empty_pack_bytes());
        PackUse {
            id: Id::from_bytes([0; 32]),
            bytes,
            is_sound: true,
            needed_data_bytes,
            needed_tree_bytes: 0,
            files: Vec::new(),
        }
    }

    #[test]
    fn what_nothing_needs_goes_and_the_emptiest_are_copied_first() {
        let packs = [pack(1000, 1000), pack(1000, 0), pack(1000, 900), pack(1000, 100), pack(1000, 500)];
        assert_eq!(choose(&packs, None), [Fate::Stays, Fate::Goes, Fate::Stays, Fate::Stays, Fate::Stays]);
        assert_eq!(choose(&packs, Some(100)), [Fate::Stays, Fate::Goes, Fate::Stays, Fate::Stays, Fate::Stays]);
        assert_eq!(choose(&packs, Some(24)), [Fate::Stays, Fate::Goes, Fate::Stays, Fate::IsCopied, Fate::Stays]);
        assert_eq!(choose(&packs, Some(4)), [Fate::Stays, Fate::Goes, Fate::Stays, Fate::IsCopied, Fate::IsCopied]);
        assert_eq!(choose(&packs, Some(0)), [Fate::Stays, Fate::Goes, Fate::IsCopied, Fate::IsCopied, Fate::IsCopied]);
    }

    #[test]
    fn copies_fill_packs_in_order() {
        let packs = [pack(1000, 600), pack(1000, 600), pack(1000, 1000), pack(1000, 300)];
        let fates = [Fate::IsCopied, Fate::IsCopied, Fate::Stays, Fate::IsCopied];
        let two = 2 * 600 - empty_pack_bytes();
        assert_eq!(copied_sizes(&packs, &fates, 1000), [two, 300]);
        assert_eq!(copied_sizes(&packs, &[Fate::Stays; 4], 1000), [0; 0]);
    }
}
