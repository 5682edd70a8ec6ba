//! What opens a vault without Cofre: its folder, its password, the commands of stock restic; as a text file to keep.

use js_sys::{Array, Function, Object, Reflect};
use leptos::prelude::{document, set_timeout};
use shared::vault::VaultPassword;
use wasm_bindgen::JsCast;
use web_sys::{HtmlAnchorElement, Url};

use crate::browser::property;
use crate::i18n::Strings;

/// How long the browser may take to begin the download.
const KEPT: std::time::Duration = std::time::Duration::from_mins(1);

/// A step of restoring by hand: what it does, and its command.
pub(super) type Step = (&'static str, String);

/// The steps of restoring by hand from a vault in this folder.
pub(super) fn steps(s: &Strings, folder: &str) -> [Step; 4] {
    let folder = quoted(folder);
    [
        (s.vaults.kit_check, format!("restic -r {folder} check --read-data")),
        (s.vaults.kit_list, format!("restic -r {folder} snapshots")),
        (s.vaults.kit_restore, format!("restic -r {folder} restore SNAPSHOT --target ./restored --sparse")),
        (s.vaults.kit_join, "cat ./restored/disks/DISK/*/*/data > DISK.raw".to_owned()),
    ]
}

/// A path as a shell takes it.
fn quoted(path: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "/._-+".contains(c);
    if !path.is_empty() && path.chars().all(plain) {
        path.to_owned()
    } else {
        format!("'{}'", path.replace('\'', r"'\''"))
    }
}

/// The text file.
fn text(s: &Strings, kit: &VaultPassword) -> String {
    let mut text = format!(
        "{}\n\n{}: {}\n{}: {}\n{}: {}\n\n{}\n",
        (s.vaults.kit_title)(&kit.vault),
        s.vaults.vault,
        kit.vault,
        s.vaults.folder,
        kit.repository,
        s.vaults.password,
        kit.password,
        s.vaults.by_hand_text,
    );
    for (what, command) in steps(s, &kit.repository) {
        text.push_str(&format!("\n{what}\n    {command}\n"));
    }
    text
}

/// Downloads the text file. It is made in the page; nothing but the browser sees it.
pub(super) fn download(s: &Strings, kit: &VaultPassword) -> Option<()> {
    let class: Function = property(&js_sys::global(), "Blob")?.dyn_into().ok()?;
    let options = Object::new();
    Reflect::set(&options, &"type".into(), &"text/plain;charset=utf-8".into()).ok()?;
    let parts = Array::of1(&text(s, kit).into());
    let blob = Reflect::construct(&class, &Array::of2(&parts, &options)).ok()?;
    let urls = property(&js_sys::global(), "URL")?;
    let make: Function = property(&urls, "createObjectURL")?.dyn_into().ok()?;
    let address = make.call1(&urls, &blob).ok()?.as_string()?;
    let link: HtmlAnchorElement = document().create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&address);
    link.set_attribute("download", &format!("cofre-{}.txt", kit.vault)).ok()?;
    link.click();
    set_timeout(move || drop(Url::revoke_object_url(&address)), KEPT);
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn should_quote_what_a_shell_would_split() {
        assert_eq!(quoted("/srv/vaults/prod-1"), "/srv/vaults/prod-1");
        assert_eq!(quoted("/srv/my vault"), "'/srv/my vault'");
        assert_eq!(quoted("/srv/it's"), r"'/srv/it'\''s'");
    }
}
