//! A large installation, written past the server by a few statements of SQL that make their rows themselves.
//!
//! The same text runs on both databases: a recursive `n(i)` counts, ids are a prefix for the table and the number in twelve digits, and
//! everything else follows from the number. Every item has a backup each day, of which one in 97 failed; its last thirty points are kept,
//! the newest of each within the last day. No machine is on any disk: the hosts' folders are not there, so the server keeps what it knows.

use anyhow::Context as _;
use chrono::{DateTime, TimeDelta, Utc};
use sqlx::{AnyConnection, AssertSqlSafe, Connection as _};

/// How large the installation is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Size {
    /// Items, and as many machines.
    pub(crate) items: u64,
    /// Vaults, each with a policy; the items are spread over them.
    pub(crate) vaults: u64,
    /// Jobs, which are backups that have ended; at least as many as there are points.
    pub(crate) jobs: u64,
}

/// How many hosts and groups there are, how many points an item has, how long the bell and the activity log are.
const HOSTS: u64 = 10;
const GROUPS: u64 = 5;
const POINTS_EACH: u64 = 30;
const NOTIFICATIONS: u64 = 50_000;
const AUDIT: u64 = 100_000;

/// Milliseconds of a day.
const DAY: u64 = 86_400_000;

/// The tables, by what their ids begin with.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Table {
    Groups = 1,
    Hosts,
    Machines,
    Vaults,
    Policies,
    Items,
    Points,
    Jobs,
    Notifications,
}

/// The id of a table's row.
pub(crate) fn id(table: Table, number: u64) -> String {
    format!("0190a0{:02}-0000-7000-8000-{number:012}", table as u8)
}

/// The same as SQL, of the number that this SQL is.
fn sql_id(table: Table, number: &str) -> String {
    format!("'0190a0{:02}-0000-7000-8000-' || substr(cast(1000000000000 + ({number}) as text), 2)", table as u8)
}

/// The name of a machine.
pub(crate) fn machine_name(number: u64) -> String {
    format!("machine-{number:05}")
}

/// The same as SQL, of the number that this SQL is.
fn sql_machine_name(number: &str) -> String {
    format!("'machine-' || substr(cast(100000 + {number} as text), 2)")
}

/// When the job of a number was made, in milliseconds: every item has one a day.
pub(crate) fn job_time(size: Size, number: u64, now: DateTime<Utc>) -> i64 {
    let back = (size.jobs - number) * (DAY / size.items.max(1));
    now.timestamp_millis() - i64::try_from(back).unwrap_or_default()
}

/// How the job of a number ended.
const STATUS: &str = "case when {} % 97 = 0 then 'Failed' when {} % 101 = 0 then 'CompletedWithWarnings'
    when {} % 997 = 0 then 'Cancelled' else 'Completed' end";

const DISKS: &str =
    r#"[{"name":"disk","format":"qcow2","size_bytes":42949672960,"allocated_bytes":9663676416,"file":"disk.qcow2"}]"#;
const POINT_DISKS: &str = r#"[{"name":"disk","size_bytes":42949672960}]"#;
const PROGRESS: &str = r#"{"phases":[{"phase":"TakeSnapshot","status":"Completed","duration_ms":812},{"phase":"TransferData","status":"Completed","duration_ms":48211},{"phase":"ValidateBackup","status":"Completed","duration_ms":2210}],"disks":[{"name":"disk","size_bytes":42949672960,"total_bytes":9663676416,"done_bytes":9663676416}],"done_bytes":9663676416,"total_bytes":9663676416,"new_bytes":104857600,"stored_bytes":52428800,"rate_bytes_per_s":0,"bottleneck":null}"#;

/// Fills the database behind this address, whose server was set up and is stopped.
pub(crate) async fn fill(url: &str, size: Size, now: DateTime<Utc>) -> anyhow::Result<()> {
    sqlx::any::install_default_drivers();
    let mut connection = AnyConnection::connect(url).await?;
    let mut tx = connection.begin().await?;
    let now_ms = now.timestamp_millis();
    let statements = [inventory(size), vaults(size), protection(size, now_ms), history(size, now_ms), days(size, now)];
    for (rows, statement) in statements.into_iter().flatten() {
        let counted = format!(
            "with recursive n(i) as (select cast(0 as bigint) union all select i + 1 from n where i + 1 < {rows}) select"
        );
        let statement = statement.replacen("select", &counted, 1);
        let done = sqlx::query(AssertSqlSafe(statement.clone())).execute(&mut *tx).await;
        done.with_context(|| statement)?;
    }
    tx.commit().await?;
    if url.starts_with("postgres") {
        // What PostgreSQL does by itself within minutes of such a growth; SQLite never does.
        sqlx::query("vacuum analyze").execute(&mut connection).await?;
    }
    connection.close().await?;
    Ok(())
}

/// So many rows, made by this statement.
type Statement = (u64, String);

fn inventory(size: Size) -> Vec<Statement> {
    let (group, host, machine) =
        (sql_id(Table::Groups, "n.i"), sql_id(Table::Hosts, "n.i"), sql_id(Table::Machines, "n.i"));
    let name = sql_machine_name("n.i");
    let (group_of, host_of) =
        (sql_id(Table::Groups, &format!("n.i % {GROUPS}")), sql_id(Table::Hosts, &format!("n.i % {HOSTS}")));
    vec![
        (
            GROUPS,
            format!(
                "insert into resource_groups (id, subscription_id, name, name_key)
                 select {group}, (select id from subscriptions limit 1), 'team-' || n.i, 'team-' || n.i from n"
            ),
        ),
        (
            HOSTS,
            format!(
                "insert into hosts (id, name, name_key, folder, location_id, resource_group_id)
                 select {host}, 'rack-' || n.i, 'rack-' || n.i, '/nowhere/rack-' || n.i,
                        (select id from locations order by name limit 1), {group_of} from n"
            ),
        ),
        (
            size.items,
            format!(
                "insert into machines (id, host_id, resource_group_id, name, name_key, identity, place, disks)
                 select {machine}, {host_of}, {group_of}, {name}, {name}, 'seeded-' || n.i, 'machine-' || n.i, '{DISKS}' from n"
            ),
        ),
    ]
}

fn vaults(size: Size) -> Vec<Statement> {
    let (vault, policy) = (sql_id(Table::Vaults, "n.i"), sql_id(Table::Policies, "n.i"));
    let group_of = sql_id(Table::Groups, &format!("n.i % {GROUPS}"));
    vec![
        (
            size.vaults,
            format!(
                "insert into vaults (id, subscription_id, resource_group_id, location_id, name, name_key, redundancy, state,
                                     creation_job_id, sealed_password, created_at)
                 select {vault}, (select id from subscriptions limit 1), {group_of},
                        (select id from locations order by name limit 1), 'vault-' || n.i, 'vault-' || n.i,
                        'LocallyRedundant', 'Ready', '', 'seeded', 0 from n"
            ),
        ),
        (
            size.vaults,
            format!(
                "insert into policies (id, vault_id, name, name_key, schedule, retention, time_zone)
                 select {policy}, {vault}, 'DefaultPolicy', 'defaultpolicy', '{{\"frequency\":\"Daily\",\"at\":\"02:00\"}}',
                        '{{\"daily_days\":30}}', 'UTC' from n"
            ),
        ),
    ]
}

fn protection(size: Size, now: i64) -> Vec<Statement> {
    let Size { items, vaults, jobs } = size;
    let (item, machine) = (sql_id(Table::Items, "n.i"), sql_id(Table::Machines, "n.i"));
    let number_of_vault = format!("n.i % {vaults}");
    let (vault, policy) = (sql_id(Table::Vaults, &number_of_vault), sql_id(Table::Policies, &number_of_vault));
    let last_job = format!("({} + n.i)", jobs.saturating_sub(items));
    let (job, status) = (sql_id(Table::Jobs, &last_job), STATUS.replace("{}", &last_job));
    let (point, item_of) = (sql_id(Table::Points, "n.i"), sql_id(Table::Items, &format!("n.i % {items}")));
    let job_of = sql_id(Table::Jobs, &format!("{jobs} - ({POINTS_EACH} - n.i / {items}) * {items} + n.i % {items}"));
    let vault_of_item = sql_id(Table::Vaults, &format!("(n.i % {items}) % {vaults}"));
    let age =
        format!("({POINTS_EACH} - 1 - n.i / {items}) * {DAY} + ({items} - 1 - n.i % {items}) * {}", DAY / items.max(1));
    vec![
        (
            items,
            format!(
                "insert into items (id, machine_id, vault_id, policy_id, last_status, last_finished_at, last_code, last_job_id, created_at)
                 select {item}, {machine}, {vault}, {policy}, {status}, {now} - {DAY} / 2,
                        case when {last_job} % 97 = 0 then 'VaultUnreachable' end, {job}, 0 from n"
            ),
        ),
        (
            items * POINTS_EACH,
            format!(
                "insert into recovery_points (id, item_id, vault_id, job_id, taken_at, consistency, disks, protected_bytes, read_bytes,
                                              new_bytes, stored_bytes, expires_at, validated_at, snapshot)
                 select {point}, {item_of}, {vault_of_item}, {job_of}, {now} - ({age}), 'CrashConsistent', '{POINT_DISKS}', 42949672960,
                        9663676416, 104857600, 52428800, {now} + {}, {now} - ({age}), 'seeded-' || n.i from n",
                DAY * 30
            ),
        ),
        (
            vaults,
            format!(
                "insert into vault_points (vault_id, points, stored_bytes, protected_bytes)
                 select {vault}, count(*), cast(sum(stored_bytes) as bigint), cast(sum(protected_bytes) as bigint)
                 from n join recovery_points on recovery_points.vault_id = {vault} group by n.i"
            ),
        ),
    ]
}

fn history(size: Size, now: i64) -> Vec<Statement> {
    let Size { items, vaults, jobs } = size;
    let (job, item) = (sql_id(Table::Jobs, "n.i"), sql_id(Table::Items, &format!("n.i % {items}")));
    let number_of_vault = format!("(n.i % {items}) % {vaults}");
    let vault = sql_id(Table::Vaults, &number_of_vault);
    let group = sql_id(Table::Groups, &format!("({number_of_vault}) % {GROUPS}"));
    let name = sql_machine_name(&format!("n.i % {items}"));
    let status = STATUS.replace("{}", "n.i");
    let apart = DAY / items.max(1);
    let at = format!("({now} - ({jobs} - n.i) * {apart})");
    let parameters = format!(
        r#"{{"kind":"Backup","expires_at":"{}"}}"#,
        (DateTime::from_timestamp_millis(now).unwrap_or_default() + TimeDelta::days(30)).format("%Y-%m-%dT%H:%M:%SZ")
    );
    let (notification, linked) = (sql_id(Table::Notifications, "n.i"), sql_id(Table::Jobs, "n.i"));
    vec![
        (
            jobs,
            format!(
                "insert into jobs (id, kind, status, subject, vault_id, item_id, parameters, progress, warnings, error_code, error_cause,
                                   created_at, created_by, started_at, finished_at, cancelled_by, attempt, fence)
                 select {job}, 'Backup', {status}, {name}, {vault}, {item}, '{parameters}', '{PROGRESS}', '[]',
                        case when n.i % 97 = 0 then 'VaultUnreachable' end,
                        case when n.i % 97 = 0 then 'the share does not answer' end,
                        {at}, 'olivia', {at} + 1000, {at} + 61000, case when n.i % 997 = 0 then 'olivia' end, 1, 1 from n"
            ),
        ),
        (
            20,
            format!(
                "insert into job_log (job_id, number, at, level, text)
                 select {}, n.i + 1, {now} - {DAY}, 'info', 'line ' || n.i || ' of what the job said' from n",
                sql_id(Table::Jobs, &(jobs - 1).to_string())
            ),
        ),
        (
            NOTIFICATIONS,
            format!(
                "insert into notifications (id, at, happening, subject, link, vault_id, resource_group_id)
                 select {notification}, {now} - ({NOTIFICATIONS} - n.i) * 60000,
                        '{{\"kind\":\"JobCompleted\",\"job\":\"Backup\",\"with_warnings\":false}}', {name},
                        '{{\"to\":\"job\",\"id\":\"' || {linked} || '\"}}', {vault}, {group} from n"
            ),
        ),
        (
            AUDIT,
            format!(
                "insert into audit (number, at, actor, action, subject)
                 select n.i + 1000, {now} - ({AUDIT} - n.i) * 60000, 'olivia', 'item.backup', {name} from n"
            ),
        ),
    ]
}

/// What the last backups of each item came to, day by day; the server fills them in once, from the jobs of before it knew of days.
fn days(size: Size, now: DateTime<Utc>) -> Vec<Statement> {
    let Size { items, jobs, .. } = size;
    let of_day = |back: u64| {
        let number = format!("({} + n.i)", jobs.saturating_sub(items * (back + 1)));
        let (item, job) = (sql_id(Table::Items, "n.i"), sql_id(Table::Jobs, &number));
        let day = (now - TimeDelta::days(back.cast_signed())).date_naive();
        let at = now.timestamp_millis() - (back * DAY + DAY / 2).cast_signed();
        (
            items,
            format!(
                "insert into item_days (item_id, day, status, job_id, new_bytes, point_at)
                 select {item}, '{day}', case when {number} % 97 = 0 then 'Failed' else 'Completed' end, {job}, 104857600, {at} from n"
            ),
        )
    };
    (0..POINTS_EACH).map(of_day).collect()
}
