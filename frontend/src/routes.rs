//! Every address of the page, as a value: written by `path`, read by `parse`, and by nothing else.
//!
//! To add a page: a variant here with its line in `path` and in `parse`, and its arm in `pages::page` (or, for a panel,
//! in `pages::panel` and in `Route::page`).

use shared::help::Article;
use shared::id::{ItemId, JobId, MachineId, PolicyId, UserId, VaultId};

/// What [`Route::ProtectMachines`] calls the ids of the machines that are chosen already, between commas.
pub(crate) const MACHINES: &str = "machines";

/// An address without its query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Route {
    /// The verdict and what it is made of.
    Overview,
    /// All services.
    Services,
    /// The list of machines.
    Machines,
    /// A machine.
    Machine(MachineId),
    /// Operations → Backup of a machine: the form, or its item once protected.
    MachineBackup(MachineId),
    /// The list of vaults.
    Vaults,
    /// Panel: create a vault.
    CreateVault,
    /// Panel: connect a vault that there is.
    ConnectVault,
    /// A vault's dashboard.
    Vault(VaultId),
    /// A vault's items.
    VaultItems(VaultId),
    /// A vault's jobs.
    VaultJobs(VaultId),
    /// A vault's policies.
    VaultPolicies(VaultId),
    /// A vault's properties.
    VaultProperties(VaultId),
    /// A vault's backup infrastructure.
    VaultInfrastructure(VaultId),
    /// How a vault is looked after: verifications and prunes.
    VaultMaintenance(VaultId),
    /// Panel: what a prune of a vault would do, and the command.
    PruneVault(VaultId),
    /// Panel: a vault's backup configuration.
    BackupConfiguration(VaultId),
    /// Panel: protect machines by a vault; `?machines=` names those that are chosen already.
    ProtectMachines(VaultId),
    /// A policy.
    Policy(PolicyId),
    /// The list of items.
    Items,
    /// An item.
    Item(ItemId),
    /// Panel: Backup now.
    BackupNow(ItemId),
    /// Panel: restore; `?point=` names the recovery point.
    Restore(ItemId),
    /// The list of jobs.
    Jobs,
    /// A job.
    Job(JobId),
    /// All notifications; `?severity=`, `?seen=`, `?period=`.
    Notifications,
    /// The list of locations.
    Locations,
    /// The list of resource groups.
    ResourceGroups,
    /// Panel: create a resource group.
    CreateResourceGroup,
    /// The list of hosts.
    Hosts,
    /// Panel: add a host.
    AddHost,
    /// The list of users.
    Users,
    /// Panel: add a user.
    AddUser,
    /// A user.
    User(UserId),
    /// Panel: what a user may do.
    UserAccess(UserId),
    /// Panel: a new password for a user.
    ResetUserPassword(UserId),
    /// The list of tokens.
    Tokens,
    /// Panel: create a token.
    CreateToken,
    /// The list of shared screens.
    Screens,
    /// Panel: pair a screen.
    PairScreen,
    /// The activity log; `?q=`, `?actor=`, `?action=`, `?period=`.
    Activity,
    /// One's own account.
    Account,
    /// Panel: one's own password.
    ChangePassword,
    /// Panel: a second factor for one's own account.
    AddSecondFactor,
    /// Panel: none any more.
    RemoveSecondFactor,
    /// The help's index.
    Help,
    /// An article of the help.
    HelpArticle(Article),
    /// Panel: link one's own account to one at the identity provider.
    LinkIdentity,
    /// The wall, outside the frame; `?theme=`, `?lang=`, `?vault=`.
    Wall,
    /// The first Owner, from the one-time link; `?token=` is its secret.
    Setup,
}

impl Route {
    /// The address as the browser shows it.
    pub(crate) fn path(self) -> String {
        match self {
            Route::Overview => "/".into(),
            Route::Services => "/services".into(),
            Route::Machines => "/machines".into(),
            Route::Machine(id) => format!("/machines/{id}"),
            Route::MachineBackup(id) => format!("/machines/{id}/backup"),
            Route::Vaults => "/vaults".into(),
            Route::CreateVault => "/vaults/create".into(),
            Route::ConnectVault => "/vaults/connect".into(),
            Route::Vault(id) => format!("/vaults/{id}"),
            Route::VaultItems(id) => format!("/vaults/{id}/items"),
            Route::VaultJobs(id) => format!("/vaults/{id}/jobs"),
            Route::VaultPolicies(id) => format!("/vaults/{id}/policies"),
            Route::VaultProperties(id) => format!("/vaults/{id}/properties"),
            Route::VaultInfrastructure(id) => format!("/vaults/{id}/infrastructure"),
            Route::VaultMaintenance(id) => format!("/vaults/{id}/maintenance"),
            Route::PruneVault(id) => format!("/vaults/{id}/prune"),
            Route::BackupConfiguration(id) => format!("/vaults/{id}/backup-configuration"),
            Route::ProtectMachines(id) => format!("/vaults/{id}/backup"),
            Route::Policy(id) => format!("/policies/{id}"),
            Route::Items => "/items".into(),
            Route::Item(id) => format!("/items/{id}"),
            Route::BackupNow(id) => format!("/items/{id}/backup"),
            Route::Restore(id) => format!("/items/{id}/restore"),
            Route::Jobs => "/jobs".into(),
            Route::Job(id) => format!("/jobs/{id}"),
            Route::Notifications => "/notifications".into(),
            Route::Locations => "/locations".into(),
            Route::ResourceGroups => "/resource-groups".into(),
            Route::CreateResourceGroup => "/resource-groups/create".into(),
            Route::Hosts => "/hosts".into(),
            Route::AddHost => "/hosts/add".into(),
            Route::Users => "/users".into(),
            Route::AddUser => "/users/add".into(),
            Route::User(id) => format!("/users/{id}"),
            Route::UserAccess(id) => format!("/users/{id}/access"),
            Route::ResetUserPassword(id) => format!("/users/{id}/password"),
            Route::Tokens => "/tokens".into(),
            Route::CreateToken => "/tokens/create".into(),
            Route::Screens => "/screens".into(),
            Route::PairScreen => "/screens/pair".into(),
            Route::Activity => "/activity".into(),
            Route::Account => "/account".into(),
            Route::ChangePassword => "/account/password".into(),
            Route::AddSecondFactor => "/account/second-factor".into(),
            Route::RemoveSecondFactor => "/account/second-factor/remove".into(),
            Route::Help => "/help".into(),
            Route::HelpArticle(article) => format!("/help/{}", article.slug()),
            Route::LinkIdentity => "/account/identity".into(),
            Route::Wall => "/wall".into(),
            Route::Setup => "/setup".into(),
        }
    }

    /// The address with a query, for a list that is narrowed: `Route::Items.with("health", "Failed")`.
    pub(crate) fn with(self, name: &str, value: &str) -> String {
        format!("{}{}", self.path(), crate::api::Query::new().with(name, value))
    }

    /// The address that this path is, if there is such a page.
    pub(crate) fn parse(path: &str) -> Option<Route> {
        let segments: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
        Some(match segments.as_slice() {
            [] => Route::Overview,
            ["services"] => Route::Services,
            ["machines"] => Route::Machines,
            ["machines", id] => Route::Machine(id.parse().ok()?),
            ["machines", id, "backup"] => Route::MachineBackup(id.parse().ok()?),
            ["vaults"] => Route::Vaults,
            ["vaults", "create"] => Route::CreateVault,
            ["vaults", "connect"] => Route::ConnectVault,
            ["vaults", id] => Route::Vault(id.parse().ok()?),
            ["vaults", id, "items"] => Route::VaultItems(id.parse().ok()?),
            ["vaults", id, "jobs"] => Route::VaultJobs(id.parse().ok()?),
            ["vaults", id, "policies"] => Route::VaultPolicies(id.parse().ok()?),
            ["vaults", id, "properties"] => Route::VaultProperties(id.parse().ok()?),
            ["vaults", id, "infrastructure"] => Route::VaultInfrastructure(id.parse().ok()?),
            ["vaults", id, "maintenance"] => Route::VaultMaintenance(id.parse().ok()?),
            ["vaults", id, "prune"] => Route::PruneVault(id.parse().ok()?),
            ["vaults", id, "backup-configuration"] => Route::BackupConfiguration(id.parse().ok()?),
            ["vaults", id, "backup"] => Route::ProtectMachines(id.parse().ok()?),
            ["policies", id] => Route::Policy(id.parse().ok()?),
            ["items"] => Route::Items,
            ["items", id] => Route::Item(id.parse().ok()?),
            ["items", id, "backup"] => Route::BackupNow(id.parse().ok()?),
            ["items", id, "restore"] => Route::Restore(id.parse().ok()?),
            ["jobs"] => Route::Jobs,
            ["jobs", id] => Route::Job(id.parse().ok()?),
            ["notifications"] => Route::Notifications,
            ["locations"] => Route::Locations,
            ["resource-groups"] => Route::ResourceGroups,
            ["resource-groups", "create"] => Route::CreateResourceGroup,
            ["hosts"] => Route::Hosts,
            ["hosts", "add"] => Route::AddHost,
            ["users"] => Route::Users,
            ["users", "add"] => Route::AddUser,
            ["users", id] => Route::User(id.parse().ok()?),
            ["users", id, "access"] => Route::UserAccess(id.parse().ok()?),
            ["users", id, "password"] => Route::ResetUserPassword(id.parse().ok()?),
            ["tokens"] => Route::Tokens,
            ["tokens", "create"] => Route::CreateToken,
            ["screens"] => Route::Screens,
            ["screens", "pair"] => Route::PairScreen,
            ["activity"] => Route::Activity,
            ["account"] => Route::Account,
            ["account", "password"] => Route::ChangePassword,
            ["account", "second-factor"] => Route::AddSecondFactor,
            ["account", "second-factor", "remove"] => Route::RemoveSecondFactor,
            ["help"] => Route::Help,
            ["help", slug] => Route::HelpArticle(Article::parse(slug)?),
            ["account", "identity"] => Route::LinkIdentity,
            ["wall"] => Route::Wall,
            ["setup"] => Route::Setup,
            _ => return None,
        })
    }

    /// The page that a panel opens beside when its address is opened by itself; any other address is its own page.
    pub(crate) const fn page(self) -> Route {
        match self {
            Route::CreateVault | Route::ConnectVault => Route::Vaults,
            Route::BackupConfiguration(vault) => Route::VaultInfrastructure(vault),
            Route::PruneVault(vault) => Route::VaultMaintenance(vault),
            Route::ProtectMachines(vault) => Route::Vault(vault),
            Route::BackupNow(item) | Route::Restore(item) => Route::Item(item),
            Route::CreateResourceGroup => Route::ResourceGroups,
            Route::AddHost => Route::Hosts,
            Route::AddUser => Route::Users,
            Route::UserAccess(user) | Route::ResetUserPassword(user) => Route::User(user),
            Route::CreateToken => Route::Tokens,
            Route::PairScreen => Route::Screens,
            Route::ChangePassword | Route::AddSecondFactor | Route::RemoveSecondFactor | Route::LinkIdentity => {
                Route::Account
            }
            page => page,
        }
    }

    /// Whether a panel stands at the address.
    pub(crate) fn is_panel(self) -> bool {
        self.page() != self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: uuid::Uuid = uuid::Uuid::from_u128(0x0192_0000_0000_7000_8000_0000_0000_0001);

    #[test]
    fn should_read_what_it_writes() {
        let (machine, vault, policy) = (MachineId::new(ID), VaultId::new(ID), PolicyId::new(ID));
        let (item, job, user) = (ItemId::new(ID), JobId::new(ID), UserId::new(ID));
        for route in [
            Route::Overview,
            Route::Services,
            Route::Machines,
            Route::Machine(machine),
            Route::MachineBackup(machine),
            Route::Vaults,
            Route::CreateVault,
            Route::ConnectVault,
            Route::Vault(vault),
            Route::VaultItems(vault),
            Route::VaultJobs(vault),
            Route::VaultPolicies(vault),
            Route::VaultProperties(vault),
            Route::VaultInfrastructure(vault),
            Route::VaultMaintenance(vault),
            Route::PruneVault(vault),
            Route::BackupConfiguration(vault),
            Route::ProtectMachines(vault),
            Route::Policy(policy),
            Route::Items,
            Route::Item(item),
            Route::BackupNow(item),
            Route::Restore(item),
            Route::Jobs,
            Route::Job(job),
            Route::Notifications,
            Route::Locations,
            Route::ResourceGroups,
            Route::CreateResourceGroup,
            Route::Hosts,
            Route::AddHost,
            Route::Users,
            Route::AddUser,
            Route::User(user),
            Route::UserAccess(user),
            Route::ResetUserPassword(user),
            Route::Tokens,
            Route::CreateToken,
            Route::Screens,
            Route::PairScreen,
            Route::Activity,
            Route::Account,
            Route::ChangePassword,
            Route::AddSecondFactor,
            Route::RemoveSecondFactor,
            Route::Help,
            Route::HelpArticle(Article::BackupNow),
            Route::LinkIdentity,
            Route::Wall,
            Route::Setup,
        ] {
            assert_eq!(Route::parse(&route.path()), Some(route));
            assert!(!route.page().is_panel());
        }
    }

    #[test]
    fn should_know_no_other_address() {
        for path in ["/nothing", "/machines/x", "/vaults/create/x", "/items/../jobs"] {
            assert_eq!(Route::parse(path), None, "{path}");
        }
    }

    #[test]
    fn should_encode_what_a_query_says() {
        assert_eq!(Route::Items.with("name", "a b&c"), "/items?name=a%20b%26c");
    }
}
