//! What is asked: what pages ask when they are opened, and what is worse than that.

use chrono::{DateTime, TimeDelta, Utc};

use crate::seed::{self, Size, Table, id};

/// Who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Who {
    /// An Owner of everything.
    Owner,
    /// A Reader of one vault: the rest has to be passed over.
    ReaderOfAVault,
}

/// A question and its name in the table.
#[derive(Clone, Debug)]
pub(crate) struct Question {
    /// What it is called.
    pub(crate) name: &'static str,
    /// The route with its query.
    pub(crate) route: String,
    /// Who asks it.
    pub(crate) who: Who,
}

/// All of them, for an installation of this size.
pub(crate) fn all(size: Size, now: DateTime<Utc>) -> Vec<Question> {
    let (vault, item, policy) = (id(Table::Vaults, 7), id(Table::Items, 7), id(Table::Policies, 7));
    let (machine, last_job) = (id(Table::Machines, 7), id(Table::Jobs, size.jobs - 1));
    let name = seed::machine_name(size.items / 2);
    let (next_item, next_machine) = (id(Table::Items, size.items / 2), id(Table::Machines, size.items / 2));
    let (far_job, far_back) = (id(Table::Jobs, size.jobs / 2), seed::job_time(size, size.jobs / 2, now));
    let since = (now - TimeDelta::hours(24)).format("%Y-%m-%dT%H:%M:%SZ");
    let owner = [
        ("overview", "/overview".to_owned()),
        ("overview of a vault", format!("/overview?vault_id={vault}")),
        ("thirty days", "/overview/history".to_owned()),
        ("thirty days of a vault", format!("/overview/history?vault_id={vault}")),
        ("thirty days of an item", format!("/items/{item}/days")),
        ("search", "/search?q=machine-04".to_owned()),
        ("items", "/items".to_owned()),
        ("items, the next page", format!("/items?after={next_item}.{name}")),
        ("items of a vault", format!("/items?vault_id={vault}")),
        ("items that failed", "/items?health=Failed".to_owned()),
        ("items, worst first", "/items?sort=health".to_owned()),
        ("machines, worst first", "/machines?sort=protection".to_owned()),
        ("an item", format!("/items/{item}")),
        ("recovery points", format!("/items/{item}/recovery-points")),
        ("machines", "/machines".to_owned()),
        ("machines, the next page", format!("/machines?after={next_machine}.{name}")),
        ("machines not protected", "/machines?protection=none".to_owned()),
        ("a machine", format!("/machines/{machine}")),
        ("jobs", "/jobs".to_owned()),
        ("jobs, far back", format!("/jobs?after={far_job}.{far_back}")),
        ("jobs that are active", "/jobs?status=active".to_owned()),
        ("jobs that failed", "/jobs?status=Failed".to_owned()),
        ("jobs that completed", "/jobs?status=Completed".to_owned()),
        ("jobs of a day", format!("/jobs?since={since}")),
        ("jobs of a vault", format!("/jobs?vault_id={vault}")),
        ("jobs of a vault that failed", format!("/jobs?vault_id={vault}&status=Failed")),
        ("jobs of an item", format!("/jobs?item_id={item}")),
        ("a job", format!("/jobs/{last_job}")),
        ("a job's log", format!("/jobs/{last_job}/log")),
        ("vaults", "/vaults".to_owned()),
        ("a vault", format!("/vaults/{vault}")),
        ("policies of a vault", format!("/vaults/{vault}/policies")),
        ("a policy", format!("/policies/{policy}")),
        ("machines for a vault", format!("/vaults/{vault}/protectable-machines")),
        ("notifications", "/notifications".to_owned()),
        ("activity log", "/audit".to_owned()),
        ("hosts", "/hosts".to_owned()),
        ("resource groups", "/resource-groups".to_owned()),
        ("users", "/users".to_owned()),
        ("tokens", "/tokens".to_owned()),
        ("screens", "/screens".to_owned()),
    ];
    let reader = [
        ("overview, by a reader of a vault", "/overview"),
        ("search, by a reader of a vault", "/search?q=machine-04"),
        ("items, by a reader of a vault", "/items"),
        ("machines, by a reader of a vault", "/machines"),
        ("jobs, by a reader of a vault", "/jobs"),
        ("notifications, by a reader of a vault", "/notifications"),
    ];
    let owner = owner.into_iter().map(|(name, route)| Question { name, route, who: Who::Owner });
    let reader = reader.map(|(name, route)| Question { name, route: route.to_owned(), who: Who::ReaderOfAVault });
    owner.chain(reader).collect()
}
