//! Who may know whom, inside the crates.
//!
//! Read a row of a table as: within `room`, only `except` may name any of `words`, because of `why`.

use crate::pattern::{covers, names, product_code};
use crate::tree::{Source, Tree};

/// A boundary between rooms.
struct Boundary {
    room: &'static [&'static str],
    words: &'static [&'static str],
    except: &'static [&'static str],
    why: &'static str,
}

const SERVER: &[&str] = &["server/src/**"];

const BOUNDARIES: &[Boundary] = &[
    // Crates from outside, each behind its one door.
    Boundary {
        room: SERVER,
        words: &["axum"],
        except: &["server/src/http/**", "server/src/**/api.rs", "server/src/main.rs", "server/src/app.rs"],
        why: "only http/, a domain's api.rs and what starts the server speak HTTP",
    },
    Boundary {
        room: SERVER,
        words: &["sqlx"],
        except: &["server/src/db.rs", "server/src/**/store.rs", "server/src/jobs/queue.rs"],
        why: "only db/, a domain's store.rs and jobs/queue speak SQL",
    },
    Boundary {
        room: SERVER,
        words: &["engine"],
        except: &[
            "server/src/jobs/kinds.rs",
            "server/src/vaults/repository.rs",
            "server/src/vaults/buckets.rs",
            "server/src/vaults/connect.rs",
            "server/src/catalogue.rs",
            "server/src/recovery_points.rs",
            "server/src/tuning.rs",
            "server/src/commands.rs",
        ],
        why: "only job kinds, the vaults' repository, buckets and connect, catalogue, recovery_points, tuning and the commands use the engine",
    },
    Boundary {
        room: SERVER,
        words: &["crate::compute::qemu", "crate::compute::libvirt", "crate::compute::guest"],
        except: &["server/src/compute/**"],
        why: "only compute/ speaks QMP, libvirt or to a guest; others use its functions",
    },
    Boundary {
        room: &["server/src/**", "server/engine/src/**", "shared/src/**", "frontend/src/**"],
        words: &["Utc::now", "Local::now", "SystemTime::now", "Date::now", "Date::new_0"],
        except: &["server/src/clock/time.rs", "server/engine/src/clock.rs", "frontend/src/clock.rs"],
        why: "only clock/time.rs and clock.rs read the time (measuring with Instant is free)",
    },
    Boundary {
        room: SERVER,
        words: &["PruneRequest::at"],
        except: &["server/src/jobs/kinds/prune.rs", "server/src/commands/vault/prune.rs"],
        why: "what is removed by its date is removed where a clock::ExpiryPermit was shown, or by hand",
    },
    // The server's leaves.
    Boundary {
        room: &["server/src/events.rs", "server/src/audit.rs", "server/src/clock.rs", "server/src/config.rs"],
        words: &[
            "crate::locations",
            "crate::subscriptions",
            "crate::resource_groups",
            "crate::vaults",
            "crate::policies",
            "crate::items",
            "crate::recovery_points",
            "crate::restore",
            "crate::alerts",
            "crate::reports",
            "crate::compute",
            "crate::jobs",
        ],
        except: &[],
        why: "events, audit, clock and config know no domain",
    },
    // The pure crates.
    Boundary {
        room: &["shared/src/**"],
        words: &[
            "std::fs",
            "std::net",
            "std::process",
            "std::env",
            "std::thread",
            "tokio",
            "rand",
            "Uuid::new_v4",
            "Uuid::now_v7",
        ],
        except: &[],
        why: "shared has no input, no output, no clock and no randomness",
    },
    Boundary {
        room: &["server/engine/src/**"],
        words: &["server", "shared", "frontend", "axum", "sqlx"],
        except: &[],
        why: "the engine knows no HTTP, no SQL, no users, and nothing else of ours",
    },
    // The front end, from the bottom up.
    Boundary {
        room: &["frontend/src/ui.rs"],
        words: &["crate::api", "crate::live", "crate::session", "crate::pages", "crate::shell"],
        except: &[],
        why: "widgets know nothing of backup",
    },
    Boundary {
        room: &[
            "frontend/src/api.rs",
            "frontend/src/live.rs",
            "frontend/src/session.rs",
            "frontend/src/theme.rs",
            "frontend/src/i18n.rs",
            "frontend/src/routes.rs",
        ],
        words: &["crate::ui", "crate::pages", "crate::shell"],
        except: &[],
        why: "what pages are made of shows nothing itself",
    },
    Boundary {
        room: &["frontend/src/shell.rs"],
        words: &["crate::pages"],
        except: &[],
        why: "the shell stands round every page and knows none; app.rs joins them",
    },
    // Everywhere.
    Boundary {
        room: &["**"],
        words: &["super::super"],
        except: &["tests/tests/tidy/**"],
        why: "a path through `super::super` breaks when a file moves; begin with `crate::`",
    },
];

/// Folders whose rooms may not look into one another: (all of them, what begins a path into one, which part of it).
const PAGES: (&str, &str) = ("frontend/src/pages/", "crate::pages::");

pub(crate) fn check(tree: &Tree) -> Vec<String> {
    tree.rust()
        .flat_map(|source| {
            let code = product_code(&source.text);
            let mut found = crossings(source, &code);
            found.extend(page_to_page(source, &code));
            found.extend(into_a_store(source, &code));
            found
        })
        .collect()
}

fn crossings(source: &Source, code: &str) -> Vec<String> {
    let within = |patterns: &[&str]| patterns.iter().any(|pattern| covers(pattern, &source.path));
    BOUNDARIES
        .iter()
        .filter(|boundary| within(boundary.room) && !within(boundary.except))
        .flat_map(|boundary| boundary.words.iter().map(move |word| (word, boundary.why)))
        .filter(|(word, _)| names(code, word))
        .map(|(word, why)| format!("{} names `{word}`: {why}", source.path))
        .collect()
}

/// A page may name itself and no other page.
fn page_to_page(source: &Source, code: &str) -> Option<String> {
    let (folder, start) = PAGES;
    let own = source.path.strip_prefix(folder)?.split('/').next()?.trim_end_matches(".rs");
    // pages/mod.rs only lists them.
    let other = paths_from(code, start).into_iter().find(|page| own != "mod" && *page != own)?;
    Some(format!("{} names the page `{other}`: a page never imports a page; put what both need into ui/", source.path))
}

/// A domain calls another's functions, never its store.
fn into_a_store(source: &Source, code: &str) -> Option<String> {
    let own = source.path.strip_prefix("server/src/")?.split('/').next()?.trim_end_matches(".rs");
    let other = paths_from(code, "crate::")
        .into_iter()
        .find(|domain| *domain != own && names(code, &format!("crate::{domain}::store")))?;
    Some(format!("{} names `{other}`'s store: call a public function of `{other}` instead", source.path))
}

/// The words that follow `start`; of a `{list}`, each.
fn paths_from<'a>(code: &'a str, start: &str) -> Vec<&'a str> {
    let word = |text: &'a str| text.split(|c: char| !(c.is_alphanumeric() || c == '_')).next().unwrap_or_default();
    let mut words = Vec::new();
    for (at, _) in code.match_indices(start) {
        let after = &code[at + start.len()..];
        match after.strip_prefix('{').and_then(|list| list.split_once('}')) {
            Some((list, _)) => words.extend(list.split(',').map(|item| word(item.trim()))),
            None => words.push(word(after)),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, text: &str) -> Vec<String> {
        check(&Tree::sample(&[(path, text)]))
    }

    #[track_caller]
    fn allowed(path: &str, text: &str) {
        assert_eq!(found(path, text), Vec::<String>::new());
    }

    #[track_caller]
    fn refused(path: &str, text: &str) {
        assert_eq!(found(path, text).len(), 1, "{path}: {text}");
    }

    #[test]
    fn http_stays_at_the_edge() {
        allowed("server/src/http/router.rs", "use axum::Router;");
        allowed("server/src/vaults/api.rs", "use axum::Json;");
        refused("server/src/vaults/create.rs", "use axum::Json;");
    }

    #[test]
    fn sql_stays_in_the_stores() {
        allowed("server/src/vaults/store.rs", "use sqlx::Row;");
        allowed("server/src/db/pool.rs", "use sqlx::AnyPool;");
        allowed("server/src/jobs/queue/claim.rs", "use sqlx::Row;");
        refused("server/src/vaults/create.rs", "sqlx::query(\"\")");
    }

    #[test]
    fn the_engine_has_four_callers() {
        allowed("server/src/jobs/kinds/backup.rs", "use engine::archive;");
        allowed("server/src/vaults/repository.rs", "use engine::store;");
        allowed("server/src/commands/vault.rs", "use engine::store;");
        refused("server/src/items/backup_now.rs", "use engine::archive;");
    }

    #[test]
    fn hypervisors_stay_in_compute() {
        allowed("server/src/jobs/kinds/backup.rs", "use crate::compute::provider;");
        refused("server/src/jobs/kinds/backup.rs", "use crate::compute::qemu::Qmp;");
    }

    #[test]
    fn only_the_clock_reads_the_time() {
        allowed("server/src/clock/time.rs", "Utc::now()");
        refused("server/src/clock/look.rs", "Utc::now()");
        allowed("server/src/jobs/runner.rs", "let start = Instant::now();");
        allowed("server/src/jobs/runner.rs", "//! x\n\n#[cfg(test)]\nmod tests { fn f() { Utc::now(); } }");
        refused("server/src/jobs/runner.rs", "let now = chrono::Utc::now();");
        refused("server/engine/src/archive.rs", "let now = SystemTime::now();");
        refused("shared/src/job.rs", "let now = Utc::now();");
        refused("frontend/src/pages/jobs/row.rs", "let now = js_sys::Date::now();");
    }

    #[test]
    fn what_is_removed_by_its_date_has_its_door() {
        allowed("server/src/jobs/kinds/prune.rs", "let request = PruneRequest::at(now);");
        refused("server/src/jobs/kinds/verify.rs", "let request = engine::PruneRequest::at(now);");
    }

    #[test]
    fn leaves_know_no_domain() {
        allowed("server/src/audit/store.rs", "use crate::db::Db;");
        refused("server/src/audit/mod.rs", "use crate::vaults::Vault;");
        refused("server/src/events.rs", "use crate::jobs::Job;");
    }

    #[test]
    fn pure_crates_stay_pure() {
        allowed("shared/src/id.rs", "use std::fmt;");
        refused("shared/src/id.rs", "use std::fs;");
        refused("shared/src/id.rs", "let id = Uuid::now_v7();");
        refused("server/engine/src/archive.rs", "use shared::job::Job;");
    }

    #[test]
    fn the_front_end_is_built_from_the_bottom_up() {
        allowed("frontend/src/pages/vaults/mod.rs", "use crate::ui::table::Table; use crate::api::vaults;");
        refused("frontend/src/ui/table.rs", "use crate::api::vaults;");
        refused("frontend/src/api/vaults.rs", "use crate::ui::toast;");
        refused("frontend/src/live.rs", "use crate::pages::vaults;");
        refused("frontend/src/shell/menu.rs", "use crate::pages::vaults;");
    }

    #[test]
    fn a_page_knows_no_page() {
        allowed("frontend/src/pages/vaults/list.rs", "use crate::pages::vaults::tile::Tile;");
        allowed("frontend/src/pages/mod.rs", "use crate::pages::{vaults, items};");
        refused("frontend/src/pages/vaults/list.rs", "use crate::pages::items::Row;");
        refused("frontend/src/pages/vaults.rs", "use crate::pages::{vaults, items};");
    }

    #[test]
    fn a_store_is_private_to_its_domain() {
        allowed("server/src/vaults/create.rs", "use crate::vaults::store;");
        refused("server/src/items/backup_now.rs", "use crate::vaults::store;");
    }

    #[test]
    fn paths_begin_at_the_crate() {
        allowed("server/src/items/backup_now.rs", "use super::Item;");
        refused("server/src/items/backup_now.rs", "use super::super::vaults;");
    }
}
