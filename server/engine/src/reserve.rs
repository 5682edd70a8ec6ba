//! Taking away from a store that is full.

use crate::core::Core;

/// How much room there is to write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Room {
    /// As much as anyone needs, for all that is known.
    Plenty,
    /// Hardly any: the reserve has just been given up.
    Scarce,
}

/// Does something that takes away. When it fails since the store is full, it is begun anew in the room of the store's reserve, which is made
/// again afterwards.
pub(crate) fn with_reserve<T, E>(
    core: &Core,
    is_full: impl Fn(&E) -> bool,
    work: impl Fn(Room) -> Result<T, E>,
) -> Result<T, E> {
    let done = match work(Room::Plenty) {
        Err(error) if is_full(&error) && core.store().give_up_reserve().is_ok_and(|was_there| was_there) => {
            work(Room::Scarce)
        }
        done => done,
    };
    // Nothing depends on it; who comes next tries again.
    let _ = core.store().keep_reserve();
    done
}
