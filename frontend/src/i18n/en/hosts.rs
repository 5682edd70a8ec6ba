//! English: where machines are discovered.

use crate::i18n::hosts::Hosts;

pub(super) const HOSTS: Hosts = Hosts {
    title: "Hosts",
    intro: "Machines are discovered on hosts. A host stands in a location.",
    add: "Add a host",
    name_hint: "1 to 64 letters, digits and - _ .",
    folder: "Folder of disk images",
    folder_hint: |x| format!("Raw and qcow2 files; each subfolder or file is a machine. Beneath {x}"),
    no_roots: "No image root is allowed yet: name one in cofre.toml.",
    outside: "The folder lies outside the allowed roots.",
    group_hint: "The machines found on the host belong to it.",
    added: |x| format!("Host {x} was added."),
    machines: "Machines",
    discover: "Discover",
    discovered: |a, b| format!("{a} was looked at: {b}."),
    new: "Not looked at yet",
    reachable: "Reachable",
    unreachable: "Unreachable",
    empty: "There is no host",
    empty_text: "A host is a folder of disk images on the server. Add one, and its machines can be protected.",
};
