//! English: the list of all services.

use crate::i18n::services::Services;

pub(super) const SERVICES: Services = Services {
    title: "All services",
    filter: "Filter services",
    nothing: |x| format!("No service has “{x}” in its name."),
    overview: "The verdict over everything",
    machines: "What can be protected",
    vaults: "Where recovery points are kept",
    items: "Machines under a policy",
    jobs: "What runs and what ran",
    locations: "Places with storage for vaults",
    resource_groups: "Vaults and machines that belong together",
    hosts: "Where machines are discovered",
    users: "Who may do what",
    tokens: "Scripts that may sign in",
    screens: "What hangs on the wall",
    activity: "Who did what, and when",
    help: "How things work here",
};
