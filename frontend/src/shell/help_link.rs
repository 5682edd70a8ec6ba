//! The link from every page to the article about it.

use leptos::prelude::*;
use shared::help::Article;

use crate::i18n::use_strings;
use crate::navigation;
use crate::routes::Route;
use crate::ui::icon::{Icon, IconName};

/// The link to the help about the page or panel that is shown.
#[component]
pub(crate) fn HelpLink() -> impl IntoView {
    let s = use_strings();
    let href = move || navigation::here().route.map_or(Route::Help, about).path();
    view! {
        <a class="icon-button" href=href aria-label=s.help.about_page title=s.help.about_page>
            <Icon name=IconName::Help/>
        </a>
    }
}

/// Where the help about an address stands. A page without an article does not compile.
const fn about(route: Route) -> Route {
    let article = match route {
        Route::Overview | Route::Services | Route::Setup => Article::GettingStarted,
        Route::Machines
        | Route::Machine(_)
        | Route::Locations
        | Route::ResourceGroups
        | Route::CreateResourceGroup
        | Route::Hosts
        | Route::AddHost => Article::Inventory,
        Route::MachineBackup(_) | Route::ProtectMachines(_) => Article::EnableBackup,
        Route::Vaults
        | Route::CreateVault
        | Route::ConnectVault
        | Route::Vault(_)
        | Route::VaultProperties(_)
        | Route::VaultInfrastructure(_)
        | Route::VaultMaintenance(_)
        | Route::PruneVault(_)
        | Route::BackupConfiguration(_) => Article::Vaults,
        Route::VaultPolicies(_) | Route::Policy(_) => Article::Policies,
        Route::Items | Route::VaultItems(_) | Route::Item(_) | Route::BackupNow(_) => Article::BackupNow,
        Route::Restore(_) => Article::Restore,
        Route::Jobs | Route::VaultJobs(_) | Route::Job(_) | Route::Notifications => Article::Jobs,
        Route::Screens | Route::PairScreen | Route::Wall => Article::Wall,
        Route::Users
        | Route::AddUser
        | Route::User(_)
        | Route::UserAccess(_)
        | Route::ResetUserPassword(_)
        | Route::Tokens
        | Route::CreateToken
        | Route::Activity
        | Route::Account
        | Route::ChangePassword
        | Route::AddSecondFactor
        | Route::RemoveSecondFactor
        | Route::LinkIdentity => Article::Access,
        Route::Help | Route::HelpArticle(_) => return Route::Help,
    };
    Route::HelpArticle(article)
}
