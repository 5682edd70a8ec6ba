//! Which page and which panel stand at an address. A folder a place; a page never imports a page.
//!
//! A page is a component that returns a `PageFrame`; a panel returns a `ui::panel::Panel`. Their addresses are in
//! `routes`, the folders are named after the thing: `machines/`, `vaults/`, `policies/`, `items/`, `jobs/` hold what
//! stands at the routes of that name, one component a file, the address's own in `mod.rs`.

mod account;
mod activity;
mod help;
mod hosts;
mod items;
mod jobs;
mod locations;
mod machines;
mod not_found;
mod notifications;
mod overview;
mod policies;
mod resource_groups;
mod screens;
mod services;
pub(crate) mod setup;
pub(crate) mod sign_in;
mod tokens;
mod users;
mod vaults;
pub(crate) mod wall;

use leptos::prelude::*;

use crate::routes::Route;

/// The page at an address.
pub(crate) fn page(route: Option<Route>) -> AnyView {
    match route {
        Some(Route::Overview) => view! { <overview::OverviewPage/> }.into_any(),
        Some(Route::Services) => view! { <services::ServicesPage/> }.into_any(),
        Some(Route::Machines) => view! { <machines::MachinesPage/> }.into_any(),
        Some(Route::Machine(id)) => view! { <machines::MachinePage id/> }.into_any(),
        Some(Route::MachineBackup(id)) => view! { <machines::MachineBackupPage id/> }.into_any(),
        Some(Route::Vaults) => view! { <vaults::VaultsPage/> }.into_any(),
        Some(Route::Vault(id)) => view! { <vaults::VaultPage id/> }.into_any(),
        Some(Route::VaultPolicies(id)) => view! { <policies::VaultPoliciesPage id/> }.into_any(),
        Some(Route::VaultProperties(id)) => view! { <vaults::VaultPropertiesPage id/> }.into_any(),
        Some(Route::VaultInfrastructure(id)) => view! { <vaults::VaultInfrastructurePage id/> }.into_any(),
        Some(Route::VaultMaintenance(id)) => view! { <vaults::VaultMaintenancePage id/> }.into_any(),
        Some(Route::Policy(id)) => view! { <policies::PolicyPage id/> }.into_any(),
        Some(Route::Items) => view! { <items::ItemsPage/> }.into_any(),
        Some(Route::VaultItems(vault)) => view! { <items::ItemsPage vault/> }.into_any(),
        Some(Route::Item(id)) => view! { <items::ItemPage id/> }.into_any(),
        Some(Route::Jobs) => view! { <jobs::JobsPage/> }.into_any(),
        Some(Route::VaultJobs(vault)) => view! { <jobs::JobsPage vault/> }.into_any(),
        Some(Route::Job(id)) => view! { <jobs::JobPage id/> }.into_any(),
        Some(Route::Locations) => view! { <locations::LocationsPage/> }.into_any(),
        Some(Route::ResourceGroups) => view! { <resource_groups::ResourceGroupsPage/> }.into_any(),
        Some(Route::Hosts) => view! { <hosts::HostsPage/> }.into_any(),
        Some(Route::Screens) => view! { <screens::ScreensPage/> }.into_any(),
        Some(Route::Notifications) => view! { <notifications::NotificationsPage/> }.into_any(),
        Some(Route::Users) => view! { <users::UsersPage/> }.into_any(),
        Some(Route::User(id)) => view! { <users::UserPage id/> }.into_any(),
        Some(Route::Tokens) => view! { <tokens::TokensPage/> }.into_any(),
        Some(Route::Activity) => view! { <activity::ActivityPage/> }.into_any(),
        Some(Route::Account) => view! { <account::AccountPage/> }.into_any(),
        Some(Route::Help) => view! { <help::HelpPage/> }.into_any(),
        Some(Route::HelpArticle(article)) => view! { <help::ArticlePage article/> }.into_any(),
        _ => view! { <not_found::NotFoundPage/> }.into_any(),
    }
}

/// The panel at an address, if one stands there.
pub(crate) fn panel(route: Route) -> Option<AnyView> {
    match route {
        Route::CreateVault => Some(view! { <vaults::CreateVaultPanel/> }.into_any()),
        Route::ConnectVault => Some(view! { <vaults::ConnectVaultPanel/> }.into_any()),
        Route::BackupConfiguration(id) => Some(view! { <vaults::BackupConfigurationPanel id/> }.into_any()),
        Route::PruneVault(id) => Some(view! { <vaults::PruneVaultPanel id/> }.into_any()),
        Route::ProtectMachines(id) => Some(view! { <vaults::ProtectMachinesPanel id/> }.into_any()),
        Route::CreateResourceGroup => Some(view! { <resource_groups::CreateResourceGroupPanel/> }.into_any()),
        Route::BackupNow(id) => Some(view! { <items::BackupNowPanel id/> }.into_any()),
        Route::Restore(id) => Some(view! { <items::RestorePanel id/> }.into_any()),
        Route::PairScreen => Some(view! { <screens::PairScreenPanel/> }.into_any()),
        Route::AddUser => Some(view! { <users::AddUserPanel/> }.into_any()),
        Route::UserAccess(id) => Some(view! { <users::ChangeAccessPanel id/> }.into_any()),
        Route::ResetUserPassword(id) => Some(view! { <users::ResetPasswordPanel id/> }.into_any()),
        Route::CreateToken => Some(view! { <tokens::CreateTokenPanel/> }.into_any()),
        Route::ChangePassword => Some(view! { <account::ChangePasswordPanel/> }.into_any()),
        Route::AddSecondFactor => Some(view! { <account::AddSecondFactorPanel/> }.into_any()),
        Route::LinkIdentity => Some(view! { <account::LinkIdentityPanel/> }.into_any()),
        Route::RemoveSecondFactor => Some(view! { <account::RemoveSecondFactorPanel/> }.into_any()),
        Route::AddHost => Some(view! { <hosts::AddHostPanel/> }.into_any()),
        _ => None,
    }
}
