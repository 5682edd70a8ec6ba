//! Which disks of a point are restored: all, unless one is unticked.

use std::collections::HashSet;

use leptos::prelude::*;
use shared::recovery_point::PointDisk;

use crate::i18n::use_strings;
use crate::ui::status::{Shape, StatusShape};

/// The names of the disks that are left out.
pub(super) type LeftOut = RwSignal<HashSet<String>>;

/// The disks that are taken.
pub(super) fn taken(disks: &[PointDisk], left_out: &HashSet<String>) -> Vec<PointDisk> {
    disks.iter().filter(|disk| !left_out.contains(&disk.name)).cloned().collect()
}

/// A box to tick for each disk.
#[component]
pub(super) fn DiskField(
    /// The disks of the point.
    #[prop(into)]
    disks: Signal<Vec<PointDisk>>,
    /// Those that are left out.
    left_out: LeftOut,
) -> impl IntoView {
    let s = use_strings();
    let row = move |disk: PointDisk| {
        let (own, other) = (disk.name.clone(), disk.name.clone());
        let toggle = move |_| {
            left_out.update(|names| {
                if !names.remove(&other) {
                    names.insert(other.clone());
                }
            });
        };
        view! {
            <label>
                <input
                    type="checkbox"
                    prop:checked=move || left_out.with(|names| !names.contains(&own))
                    on:change=toggle
                />
                <span class="title">{disk.name}</span>
                <span class="hint">{s.bytes(disk.size_bytes)}</span>
            </label>
        }
    };
    let has_none = Memo::new(move |_| disks.with(|disks| left_out.with(|names| taken(disks, names).is_empty())));
    let fault = move || {
        has_none.get().then(|| {
            view! { <p class="fault"><StatusShape shape=Shape::Failed size="small"/> {s.restore.no_disk}</p> }
        })
    };
    view! {
        <fieldset class="field">
            <legend>{s.restore.disks}</legend>
            <div class="choices">{move || disks.get().into_iter().map(row).collect_view()}</div>
            <div aria-live="polite">{fault}</div>
        </fieldset>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn should_take_what_is_not_left_out() {
        let disk = |name: &str| PointDisk { name: name.to_owned(), size_bytes: 1 };
        let disks = [disk("vda"), disk("vdb")];
        assert_eq!(taken(&disks, &HashSet::new()).len(), 2);
        assert_eq!(taken(&disks, &HashSet::from(["vda".to_owned()])), [disk("vdb")]);
    }
}
