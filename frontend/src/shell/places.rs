//! The places that exist, once: the side menu and the list of all services draw them.

use crate::i18n::Strings;
use crate::routes::Route;
use crate::ui::icon::IconName;

/// A place of the menu.
#[derive(Clone, Copy)]
pub(crate) struct Place {
    /// Where it is.
    pub(crate) route: Route,
    /// Its icon.
    pub(crate) icon: IconName,
    /// Its name.
    pub(crate) name: &'static str,
    /// What it is, in a few words.
    pub(crate) what: &'static str,
}

/// Places that belong together.
pub(crate) struct Group {
    /// What they have in common.
    pub(crate) name: &'static str,
    /// The places.
    pub(crate) places: Vec<Place>,
}

/// The overview, which stands before the groups.
pub(crate) fn overview(s: &Strings) -> Place {
    place(Route::Overview, IconName::Overview, s.shell.overview, s.services.overview)
}

/// The list of all places.
pub(crate) fn services(s: &Strings) -> Place {
    place(Route::Services, IconName::Services, s.shell.all_services, s.services.title)
}

/// All places that things of one kind are listed at.
pub(crate) fn groups(s: &Strings) -> [Group; 3] {
    let (shell, what) = (&s.shell, &s.services);
    [
        Group {
            name: shell.protection,
            places: vec![
                place(Route::Machines, IconName::Vm, shell.machines, what.machines),
                place(Route::Vaults, IconName::Vault, shell.vaults, what.vaults),
                place(Route::Items, IconName::Items, shell.items, what.items),
                place(Route::Jobs, IconName::Job, shell.jobs, what.jobs),
            ],
        },
        Group {
            name: shell.infrastructure,
            places: vec![
                place(Route::Locations, IconName::Location, shell.locations, what.locations),
                place(Route::ResourceGroups, IconName::Group, shell.resource_groups, what.resource_groups),
                place(Route::Hosts, IconName::Host, shell.hosts, what.hosts),
            ],
        },
        Group {
            name: shell.administration,
            places: vec![
                place(Route::Screens, IconName::Wall, shell.screens, what.screens),
                place(Route::Help, IconName::Help, s.help.title, what.help),
            ],
        },
    ]
}

const fn place(route: Route, icon: IconName, name: &'static str, what: &'static str) -> Place {
    Place { route, icon, name, what }
}

/// The place of the menu that an address belongs to.
pub(crate) const fn home(route: Route) -> Route {
    match route.page() {
        Route::Machine(_) | Route::MachineBackup(_) => Route::Machines,
        Route::Vault(_)
        | Route::VaultItems(_)
        | Route::VaultJobs(_)
        | Route::VaultPolicies(_)
        | Route::VaultProperties(_)
        | Route::VaultInfrastructure(_)
        | Route::Policy(_) => Route::Vaults,
        Route::Item(_) => Route::Items,
        Route::Job(_) => Route::Jobs,
        Route::HelpArticle(_) => Route::Help,
        place => place,
    }
}
