//! `cofre vault` without any server, from an empty folder to a pruned vault, with restic as the judge.

use std::fs;

use serde_json::{Value, json};
use tests::{content, images};

use crate::vault_by_hand::VaultByHand;

#[test]
fn should_take_a_vault_from_its_first_point_to_its_prune() {
    let vault = VaultByHand::new();
    let image = vault.path("web.raw");
    let mut disk = content::disk(1);
    images::raw(&image, &disk);
    let first = vault.backup(&image, &[]);
    disk[4096..8192].copy_from_slice(&content::noise(4096, 7));
    images::raw(&image, &disk);
    // A list of what changed, and one of another base.
    let list =
        |parent: &Value| json!({"parent": parent, "disk": "disk0", "size": disk.len(), "extents": [[4096, 4096]]});
    let changed = vault.path("changed.json");
    fs::write(&changed, list(&json!("ab".repeat(32))).to_string()).unwrap();
    let disk_argument = format!("disk0={}", image.display());
    let changed_argument = changed.display().to_string();
    let said = vault.refused("backup", &["--machine", "web", &disk_argument, "--changed", &changed_argument]);
    assert!(said.contains("changed extents of disk disk0 cannot be used"), "{said}");
    fs::write(&changed, list(&first["id"]).to_string()).unwrap();
    let second = vault.backup(&image, &["--changed", &changed_argument]);
    assert!(second["read_bytes"].as_u64() < first["read_bytes"].as_u64(), "{second} after {first}");
    vault.check();

    vault.ok("forget", &["--point", first["id"].as_str().unwrap()]);
    let plan = vault.ok("prune", &["--dry-run", "--max-unused", "0"]).remove(0);
    assert!(plan["to_copy"]["packs"].as_u64() > Some(0), "{plan}");
    let pruned = vault.ok("prune", &["--max-unused", "0"]).remove(0);
    assert_eq!((&pruned["plan"], &pruned["deleted"]["packs"]), (&plan, &json!(0)), "a day of grace");
    assert_eq!(pruned["in_grace"], pruned["condemned"]);
    vault.check();
    let again = vault.ok("prune", &["--max-unused", "0", "--grace", "0"]).remove(0);
    assert_eq!(again["deleted"], pruned["condemned"]);
    vault.check();

    let index = fs::read_dir(vault.path("vault/index")).unwrap().next().unwrap().unwrap().path();
    fs::remove_file(index).unwrap();
    assert!(vault.refused("verify", &[]).contains("problems were found"));
    let repaired = vault.ok("repair", &[]).remove(0);
    assert!(repaired["packs_named"].as_u64() > Some(0), "{repaired}");
    vault.ok("verify", &["--read-data"]);
    vault.ok("verify", &["--share", "30"]);
    vault.check();
    let to = vault.path("back.raw");
    vault.ok("restore", &["--point", second["id"].as_str().unwrap(), "--disk", "disk0", "--to", to.to_str().unwrap()]);
    assert!(content::same(&to, &image).unwrap());
}
