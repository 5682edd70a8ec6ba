//! The facts of an item.

use leptos::prelude::*;
use shared::event::Topic;
use shared::item::Item;

use crate::api;
use crate::i18n::use_strings;
use crate::loading::load;
use crate::parts::point_groups::PointGroups;
use crate::routes::Route;
use crate::ui::moment::Moment;
use crate::ui::region::Region;

/// The facts of an item.
#[component]
pub(super) fn Summary(
    /// The item.
    item: Signal<Item>,
) -> impl IntoView {
    let s = use_strings();
    let policy = Memo::new(move |_| item.with(|item| item.policy.clone()));
    let vault = Memo::new(move |_| item.with(|item| item.vault.clone()));
    let machine = item.with_untracked(|item| item.machine.clone());
    let oldest = Memo::new(move |_| item.with(|item| item.oldest_point_at));
    let id = item.with_untracked(|item| item.id);
    let groups = load(move || id, &[Topic::RecoveryPoints], api::resource_groups::of_item).value();
    let size = move || item.with(|item| item.disks.iter().map(|disk| disk.size_bytes).sum::<u64>());
    let disks = move || {
        item.with(|item| {
            let disk = |disk: &shared::machine::Disk| format!("{} {}", disk.name, s.bytes(disk.size_bytes));
            item.disks.iter().map(disk).collect::<Vec<_>>().join(", ")
        })
    };
    let oldest_point = move || match oldest.get() {
        Some(at) => view! { {s.moment(at)} <span class="fine"><Moment at=Signal::stored(at)/></span> }.into_any(),
        None => s.items.none_yet.into_any(),
    };
    view! {
        <Region title=s.items.summary>
            <dl class="summary item-summary">
                <div>
                    <dt>{s.items.policy}</dt>
                    <dd>
                        <a href=move || Route::Policy(policy.get().id).path()>{move || policy.get().name}</a>
                        <span class="fine">{move || policy.get().time_zone}</span>
                    </dd>
                </div>
                <div>
                    <dt>{s.items.recovery_points}</dt>
                    <dd>{move || s.count(item.with(|item| item.recovery_points))}</dd>
                </div>
                <div><dt>{s.resource_groups.of_points_short}</dt><dd><PointGroups groups/></dd></div>
                <div><dt>{s.items.oldest_point}</dt><dd>{oldest_point}</dd></div>
                <div>
                    <dt>{s.machines.disks}</dt>
                    <dd>
                        {move || (s.words.disks)(item.with(|item| item.disks.len() as u64))} ", "
                        {move || s.bytes(size())}
                        <span class="fine">{disks}</span>
                    </dd>
                </div>
                <div>
                    <dt>{s.items.vault}</dt>
                    <dd><a href=move || Route::Vault(vault.get().id).path()>{move || vault.get().name}</a></dd>
                </div>
                <div>
                    <dt>{s.machines.machine}</dt>
                    <dd><a href=Route::Machine(machine.id).path()>{machine.name}</a></dd>
                </div>
            </dl>
        </Region>
    }
}
