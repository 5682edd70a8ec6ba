//! What a search finds, as lines of its list.

use shared::help::HelpEntry;
use shared::id::{ItemId, JobId, MachineId, PolicyId, VaultId};
use shared::search::{Hit, HitKind};

use crate::clock;
use crate::i18n::Strings;
use crate::routes::Route;
use crate::session::Session;
use crate::shell::places;
use crate::ui::filter::passes;
use crate::ui::icon::IconName;

/// The most articles that are shown.
const ARTICLES_SHOWN: usize = 4;

/// A line of the list.
#[derive(Clone, PartialEq)]
pub(super) struct Entry {
    /// What the lines around it have in common.
    pub(super) group: &'static str,
    /// Its icon.
    pub(super) icon: IconName,
    /// Its name.
    pub(super) name: String,
    /// What it is or belongs to.
    pub(super) about: String,
    /// Where it leads.
    pub(super) href: String,
}

/// Everything that was found, group by group: things, then pages that whoever is signed in may use, then help.
pub(super) fn entries(s: &Strings, session: Session, typed: &str, hits: &[Hit], help: &[HelpEntry]) -> Vec<Entry> {
    let things = hits.iter().map(|hit| thing(s, hit));
    let groups = places::groups(s, session).into_iter().flat_map(|group| group.places);
    let pages = [places::overview(s), places::services(s)].into_iter().chain(groups);
    let pages = pages.filter(|place| passes(place.name, typed)).map(|place| Entry {
        group: s.search.pages,
        icon: place.icon,
        name: place.name.to_owned(),
        about: place.what.to_owned(),
        href: place.route.path(),
    });
    let articles = help.iter().filter(|entry| passes(&format!("{} {}", entry.title, entry.summary), typed));
    let articles = articles.take(ARTICLES_SHOWN).map(|entry| Entry {
        group: s.help.title,
        icon: IconName::Help,
        name: entry.title.clone(),
        about: entry.summary.clone(),
        href: Route::HelpArticle(entry.article).path(),
    });
    things.chain(pages).chain(articles).collect()
}

fn thing(s: &Strings, hit: &Hit) -> Entry {
    let (group, icon, route) = match hit.kind {
        HitKind::Machine => (s.shell.machines, IconName::Vm, Route::Machine(MachineId::new(hit.id))),
        HitKind::Vault => (s.shell.vaults, IconName::Vault, Route::Vault(VaultId::new(hit.id))),
        HitKind::Item => (s.shell.items, IconName::Items, Route::Item(ItemId::new(hit.id))),
        HitKind::Policy => (s.search.policies, IconName::Policy, Route::Policy(PolicyId::new(hit.id))),
        HitKind::Host => (s.shell.hosts, IconName::Host, Route::Hosts),
        HitKind::ResourceGroup => (s.shell.resource_groups, IconName::Group, Route::ResourceGroups),
        HitKind::Job => (s.shell.jobs, IconName::Job, Route::Job(JobId::new(hit.id))),
    };
    let about = match &hit.job {
        Some(job) => {
            let when = s.when(job.created_at, clock::now());
            format!("{} · {} · {when}", (s.jobs.kind)(job.kind), (s.jobs.status)(job.status))
        }
        None => hit.within.clone(),
    };
    Entry { group, icon, name: hit.name.clone(), about, href: route.path() }
}
