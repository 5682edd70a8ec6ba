//! A disk that is full to the last byte: forgetting and pruning work in the room of the ballast, and give the disk back its room.
//!
//! Everything runs in a mount namespace of its own, in a small file system that goes with it.

use std::fs;
use std::process::{Command, Output};

use serde_json::Value;
use tests::{content, images};

use crate::program;

const PASSWORD: &str = "correct horse";

/// Makes a vault with a point of each image, fills the disk, and then takes the first point away; what is in `$BEFORE` is done first. `$COFRE` is the
/// program. What each step prints stands in a file of its name.
const SCRIPT: &str = r#"
set -eu
mount -t tmpfs -o size=400m,mode=700 room "$ROOM"
vault() { verb=$1; shift; "$COFRE" vault "$verb" --json --repo "$ROOM/vault" --password-file "$OUT/password" "$@"; }
vault init
stat -c %s "$ROOM/vault/ballast" > "$OUT/ballast-at-first"
vault backup --machine web "disk0=$OUT/first.raw" > "$OUT/first"
vault backup --machine web "disk0=$OUT/second.raw" > "$OUT/second"
cat /dev/zero > "$ROOM/filler" 2>/dev/null || true
for number in $(seq 64); do echo x > "$ROOM/filler-$number" 2>/dev/null || break; done
eval "$BEFORE"
first=$(sed 's/.*"id":"\([0-9a-f]*\)".*/\1/' "$OUT/first")
vault forget --point "$first"
cat /dev/zero > "$ROOM/filler-after" 2>/dev/null || true
vault prune --grace 0 --max-unused 0 > "$OUT/pruned"
stat -c %s "$ROOM/vault/ballast" > "$OUT/ballast-at-last"
df --output=avail -B1 "$ROOM" | tail -1 > "$OUT/free"
RESTIC_PASSWORD_FILE="$OUT/password" "$COFRE_RESTIC" --no-cache --no-lock -r "$ROOM/vault" check --read-data
second=$(sed 's/.*"id":"\([0-9a-f]*\)".*/\1/' "$OUT/second")
vault restore --point "$second" --disk disk0 --to "$OUT/back.raw"
"#;

fn run(before: &str) -> (tempfile::TempDir, Output) {
    let out = tempfile::tempdir().unwrap();
    let room = out.path().join("room");
    fs::create_dir(&room).unwrap();
    fs::write(out.path().join("password"), PASSWORD).unwrap();
    // Nearly all packs of the first one go as a whole; the one with the small files that both have stays.
    for (name, seed) in [("first.raw", 1), ("second.raw", 2)] {
        images::raw(&out.path().join(name), &content::noise(96 << 20, seed));
    }
    let restic = std::env::var_os("COFRE_RESTIC").unwrap_or_else(|| "restic".into());
    let mut command = Command::new("unshare");
    let namespaces: &[&str] =
        if rustix::process::geteuid().is_root() { &["--mount"] } else { &["--mount", "--map-root-user"] };
    command.args(namespaces).args(["sh", "-c", SCRIPT]).env("BEFORE", before);
    command.envs([("OUT", out.path()), ("ROOM", &room), ("COFRE", program::path())]).env("COFRE_RESTIC", restic);
    let output = command.output().unwrap();
    (out, output)
}

#[test]
fn should_prune_a_full_disk_in_the_room_of_the_ballast() {
    let (out, output) = run("");
    let said = |name: &str| fs::read_to_string(out.path().join(name)).unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(said("ballast-at-first").trim(), (64 << 20).to_string());
    let pruned: Value = serde_json::from_str(&said("pruned")).unwrap();
    assert!(pruned["deleted"]["bytes"].as_u64() >= Some(64 << 20), "{pruned}");
    assert_eq!(pruned["plan"]["to_copy"]["packs"], 0, "there is no room for copies");
    assert!(said("ballast-at-last").trim().parse::<u64>().unwrap() > 16 << 20, "there is a ballast again");
    assert!(said("free").trim().parse::<u64>().unwrap() > 32 << 20, "and room for others");
    assert!(content::same(&out.path().join("back.raw"), &out.path().join("second.raw")).unwrap());
}

#[test]
fn should_say_that_a_full_disk_without_a_ballast_is_full() {
    let (out, output) = run("rm \"$ROOM/vault/ballast\"; cat /dev/zero > \"$ROOM/filler-instead\" 2>/dev/null || true");
    assert!(!output.status.success());
    let complained = String::from_utf8_lossy(&output.stderr);
    assert!(complained.contains("no space is left"), "{complained}");
    assert!(!out.path().join("pruned").exists());
}
