//! The places that exist, once: the side menu and the list of all services draw them.

use shared::auth::Permission;

use crate::i18n::Strings;
use crate::routes::Route;
use crate::session::Session;
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

/// The places of things of one kind that whoever is signed in may use.
pub(crate) fn groups(s: &Strings, session: Session) -> Vec<Group> {
    let (shell, what) = (&s.shell, &s.services);
    let mut groups = vec![
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
                place(Route::Users, IconName::User, shell.users, what.users),
                place(Route::Tokens, IconName::Key, shell.tokens, what.tokens),
                place(Route::Screens, IconName::Wall, shell.screens, what.screens),
                place(Route::Activity, IconName::File, shell.activity, what.activity),
                place(Route::Help, IconName::Help, s.help.title, what.help),
            ],
        },
    ];
    for group in &mut groups {
        group.places.retain(|place| may_use(session, place.route));
    }
    groups.retain(|group| !group.places.is_empty());
    groups
}

/// Whether the server lets whoever is signed in read what is listed there.
fn may_use(session: Session, route: Route) -> bool {
    match route {
        Route::Users | Route::Tokens | Route::Activity => session.may_everywhere(Permission::ManageAccess),
        Route::Screens => session.may(Permission::ManageScreens),
        _ => true,
    }
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
        Route::User(_) => Route::Users,
        Route::HelpArticle(_) => Route::Help,
        place => place,
    }
}
