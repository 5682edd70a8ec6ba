//! A machine and its item: the machine says by which item it is protected, the item says how it is.

use shared::item::Item;
use shared::machine::Machine;

use crate::api::items::ItemFilter;
use crate::api::machines::MachineFilter;
use crate::api::{self, Failure};

/// A line of the list.
#[derive(Clone, PartialEq)]
pub(super) struct Line {
    /// The machine.
    pub(super) machine: Machine,
    /// Its item, when it is protected and among the items that were read.
    pub(super) item: Option<Item>,
}

/// What the list shows.
#[derive(Clone, PartialEq)]
pub(super) struct Inventory {
    /// Its lines, by name.
    pub(super) lines: Vec<Line>,
    /// Whether there are more machines than were read.
    pub(super) is_cut: bool,
}

/// Reads machines and items.
pub(super) async fn fetch() -> Result<Inventory, Failure> {
    let machines = api::machines::list(MachineFilter::default()).await?;
    let items = api::items::list(ItemFilter::default()).await?.items;
    let line = |machine: Machine| {
        let own = machine.protection.as_ref().map(|protection| protection.item_id);
        let item = items.iter().find(|item| Some(item.id) == own).cloned();
        Line { machine, item }
    };
    Ok(Inventory { is_cut: machines.next.is_some(), lines: machines.items.into_iter().map(line).collect() })
}
