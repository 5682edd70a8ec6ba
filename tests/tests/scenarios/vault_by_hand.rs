//! A vault that the program works on without a server.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use shared::vault::VaultPassword;
use tempfile::TempDir;
use tests::{moto, restic};

use crate::program;

const PASSWORD: &str = "correct horse";

/// A folder with a new vault in it, and room beside it.
pub(crate) struct VaultByHand {
    dir: TempDir,
}

impl VaultByHand {
    pub(crate) fn new() -> Self {
        let vault = VaultByHand { dir: tempfile::tempdir().unwrap() };
        fs::write(vault.path("password"), format!("{PASSWORD}\n")).unwrap();
        vault.ok("init", &[]);
        vault
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    /// The same as text, for an argument.
    pub(crate) fn text(&self, name: &str) -> String {
        self.path(name).display().to_string()
    }

    fn run(&self, repository: &str, command: &str, arguments: &[&str]) -> Output {
        let mut program = Command::new(program::path());
        program.args(["vault", command, "--json", "--repo", repository]);
        // For what lies in the tests' bucket.
        program.envs([("AWS_ACCESS_KEY_ID", moto::KEY_ID), ("AWS_SECRET_ACCESS_KEY", moto::SECRET)]);
        program.arg("--password-file").arg(self.path("password")).args(arguments).output().unwrap()
    }

    /// Runs a command that must succeed; answers the lines that it prints.
    pub(crate) fn ok(&self, command: &str, arguments: &[&str]) -> Vec<Value> {
        self.ok_in(&self.text("vault"), command, arguments)
    }

    /// The same, on the vault as another place has it.
    pub(crate) fn ok_in(&self, repository: &str, command: &str, arguments: &[&str]) -> Vec<Value> {
        let output = self.run(repository, command, arguments);
        assert!(output.status.success(), "{command}: {}", String::from_utf8_lossy(&output.stderr));
        let lines = String::from_utf8(output.stdout).unwrap();
        lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    /// Runs a command that must fail; answers what it says.
    pub(crate) fn refused(&self, command: &str, arguments: &[&str]) -> String {
        let output = self.run(&self.text("vault"), command, arguments);
        assert!(!output.status.success(), "{command} {arguments:?}");
        String::from_utf8(output.stderr).unwrap()
    }

    /// Makes a point of this image.
    pub(crate) fn backup(&self, image: &Path, more: &[&str]) -> Value {
        let disk = format!("disk0={}", image.display());
        self.ok("backup", &[&["--machine", "web", &disk], more].concat()).remove(0)
    }

    pub(crate) fn check(&self) {
        check_in(&self.text("vault"));
    }
}

/// restic finds nothing wrong with the vault as this place has it.
pub(crate) fn check_in(repository: &str) {
    let (vault, repository) = ("by hand".to_owned(), repository.to_owned());
    restic::check(&VaultPassword { vault, repository, password: PASSWORD.to_owned() });
}
