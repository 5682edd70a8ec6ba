//! What happens to the whole product: the main path, a killed server, trouble with images, vaults and room.

#![allow(clippy::unwrap_used, reason = "a test ends where it cannot go on")]

mod by_hand;
mod command_line;
mod connected_by_hand;
mod connected_in_a_bucket;
mod full_disk;
mod in_a_bucket;
mod killed;
mod killed_at_random;
mod main_path;
mod no_room;
mod program;
mod replicated_by_hand;
mod silent_log;
mod stopped;
mod trouble_with_images;
mod trouble_with_vaults;
mod vault_by_hand;
