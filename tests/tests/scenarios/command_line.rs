//! `cofre vault` without any server, from an empty folder to a pruned vault, with restic as the judge.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::{Value, json};
use shared::vault::VaultPassword;
use tempfile::TempDir;
use tests::{content, images, restic};

use crate::program;

const PASSWORD: &str = "correct horse";

struct Bench {
    dir: TempDir,
}

impl Bench {
    fn new() -> Self {
        let bench = Bench { dir: tempfile::tempdir().unwrap() };
        fs::write(bench.path("password"), format!("{PASSWORD}\n")).unwrap();
        bench.ok("init", &[]);
        bench
    }

    fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    fn run(&self, command: &str, arguments: &[&str]) -> Output {
        let mut program = Command::new(program::path());
        program.args(["vault", command, "--json", "--repo"]).arg(self.path("vault"));
        program.arg("--password-file").arg(self.path("password")).args(arguments).output().unwrap()
    }

    /// Runs a command that must succeed; answers the lines that it prints.
    fn ok(&self, command: &str, arguments: &[&str]) -> Vec<Value> {
        let output = self.run(command, arguments);
        assert!(output.status.success(), "{command}: {}", String::from_utf8_lossy(&output.stderr));
        let lines = String::from_utf8(output.stdout).unwrap();
        lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    /// Runs a command that must fail; answers what it says.
    fn refused(&self, command: &str, arguments: &[&str]) -> String {
        let output = self.run(command, arguments);
        assert!(!output.status.success(), "{command} {arguments:?}");
        String::from_utf8(output.stderr).unwrap()
    }

    fn backup(&self, image: &Path, more: &[&str]) -> Value {
        let disk = format!("disk0={}", image.display());
        self.ok("backup", &[&["--machine", "web", &disk], more].concat()).remove(0)
    }

    fn check(&self) {
        let repository = self.path("vault").display().to_string();
        restic::check(&VaultPassword { vault: "by hand".to_owned(), repository, password: PASSWORD.to_owned() });
    }
}

#[test]
fn should_take_a_vault_from_its_first_point_to_its_prune() {
    let bench = Bench::new();
    let image = bench.path("web.raw");
    let mut disk = content::disk(1);
    images::raw(&image, &disk);
    let first = bench.backup(&image, &[]);
    disk[4096..8192].copy_from_slice(&content::noise(4096, 7));
    images::raw(&image, &disk);
    // A list of what changed, and one of another base.
    let list =
        |parent: &Value| json!({"parent": parent, "disk": "disk0", "size": disk.len(), "extents": [[4096, 4096]]});
    let changed = bench.path("changed.json");
    fs::write(&changed, list(&json!("ab".repeat(32))).to_string()).unwrap();
    let disk_argument = format!("disk0={}", image.display());
    let changed_argument = changed.display().to_string();
    let said = bench.refused("backup", &["--machine", "web", &disk_argument, "--changed", &changed_argument]);
    assert!(said.contains("changed extents of disk disk0 cannot be used"), "{said}");
    fs::write(&changed, list(&first["id"]).to_string()).unwrap();
    let second = bench.backup(&image, &["--changed", &changed_argument]);
    assert!(second["read_bytes"].as_u64() < first["read_bytes"].as_u64(), "{second} after {first}");
    bench.check();

    bench.ok("forget", &["--point", first["id"].as_str().unwrap()]);
    let plan = bench.ok("prune", &["--dry-run", "--max-unused", "0"]).remove(0);
    assert!(plan["to_copy"]["packs"].as_u64() > Some(0), "{plan}");
    let pruned = bench.ok("prune", &["--max-unused", "0"]).remove(0);
    assert_eq!((&pruned["plan"], &pruned["deleted"]["packs"]), (&plan, &json!(0)), "a day of grace");
    assert_eq!(pruned["in_grace"], pruned["condemned"]);
    bench.check();
    let again = bench.ok("prune", &["--max-unused", "0", "--grace", "0"]).remove(0);
    assert_eq!(again["deleted"], pruned["condemned"]);
    bench.check();

    let index = fs::read_dir(bench.path("vault/index")).unwrap().next().unwrap().unwrap().path();
    fs::remove_file(index).unwrap();
    assert!(bench.refused("verify", &[]).contains("problems were found"));
    let repaired = bench.ok("repair", &[]).remove(0);
    assert!(repaired["packs_named"].as_u64() > Some(0), "{repaired}");
    bench.ok("verify", &["--read-data"]);
    bench.ok("verify", &["--share", "30"]);
    bench.check();
    let to = bench.path("back.raw");
    bench.ok("restore", &["--point", second["id"].as_str().unwrap(), "--disk", "disk0", "--to", to.to_str().unwrap()]);
    assert!(content::same(&to, &image).unwrap());
}
