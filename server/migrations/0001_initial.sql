-- Times are milliseconds since 1970 in UTC, ids are UUIDs as text, sizes are bytes, documents are JSON.
-- Only text, bigint and double precision, so that SQLite and PostgreSQL read the same file.

create table settings (
    key text primary key,
    value text not null
);

create table users (
    id text primary key,
    name text not null,
    name_key text not null unique,
    password_hash text not null,
    notifications_seen_at bigint not null,
    created_at bigint not null
);

create table grants (
    id text primary key,
    user_id text not null references users (id),
    role text not null,
    scope text not null,
    scope_id text
);
create index grants_by_user on grants (user_id);

create table sessions (
    secret_hash text primary key,
    user_id text not null references users (id),
    created_at bigint not null,
    expires_at bigint not null
);

create table tokens (
    id text primary key,
    name text not null,
    secret_hash text not null unique,
    role text not null,
    scope text not null,
    scope_id text,
    created_by text not null,
    created_at bigint not null,
    last_used_at bigint
);

create table audit (
    number bigint primary key,
    at bigint not null,
    actor text not null,
    action text not null,
    subject text not null
);

create table subscriptions (
    id text primary key,
    name text not null,
    name_key text not null unique
);

create table resource_groups (
    id text primary key,
    subscription_id text not null references subscriptions (id),
    name text not null,
    name_key text not null,
    unique (subscription_id, name_key)
);

create table locations (
    id text primary key,
    name text not null unique
);

create table hosts (
    id text primary key,
    name text not null,
    name_key text not null unique,
    folder text not null unique,
    location_id text not null references locations (id),
    resource_group_id text not null references resource_groups (id),
    looked_at bigint,
    problem text
);

-- identity: the device, inode and birth time of the first disk, or the uuid of machine.json; place: the path on the host.
create table machines (
    id text primary key,
    host_id text not null references hosts (id),
    resource_group_id text not null references resource_groups (id),
    name text not null,
    identity text not null,
    place text not null,
    disks text not null,
    missing_since bigint,
    problem text
);
create index machines_by_host on machines (host_id);
create index machines_by_name on machines (name, id);

create table vaults (
    id text primary key,
    subscription_id text not null references subscriptions (id),
    resource_group_id text not null references resource_groups (id),
    location_id text not null references locations (id),
    name text not null,
    name_key text not null,
    redundancy text not null,
    state text not null,
    creation_job_id text not null,
    problem text,
    sealed_password text not null,
    password_confirmed_at bigint,
    created_at bigint not null,
    unique (subscription_id, name_key)
);

create table policies (
    id text primary key,
    vault_id text not null references vaults (id),
    name text not null,
    name_key text not null,
    schedule text not null,
    retention text not null,
    time_zone text not null,
    unique (vault_id, name_key)
);

-- A machine is protected by one vault at most: the unique machine says so.
create table items (
    id text primary key,
    machine_id text not null unique references machines (id),
    vault_id text not null references vaults (id),
    policy_id text not null references policies (id),
    last_status text,
    last_finished_at bigint,
    last_code text,
    last_job_id text,
    created_at bigint not null
);
create index items_by_vault on items (vault_id);

create table recovery_points (
    id text primary key,
    item_id text not null references items (id),
    vault_id text not null references vaults (id),
    job_id text not null,
    taken_at bigint not null,
    consistency text not null,
    disks text not null,
    protected_bytes bigint not null,
    read_bytes bigint not null,
    new_bytes bigint not null,
    stored_bytes bigint not null,
    expires_at bigint not null,
    validated_at bigint,
    snapshot text not null unique
);
create index recovery_points_by_item on recovery_points (item_id, taken_at);
create index recovery_points_by_vault on recovery_points (vault_id);

-- The row is the job: what it does, where it stands, who runs it until when. The fence rises with each claim,
-- and every write of a runner names it: a runner that was overtaken changes nothing.
create table jobs (
    id text primary key,
    kind text not null,
    status text not null,
    subject text not null,
    vault_id text references vaults (id) on delete set null,
    item_id text references items (id) on delete set null,
    resource_group_id text,
    recovery_point_id text,
    target text,
    parameters text not null,
    progress text not null,
    warnings text not null,
    error_code text,
    error_cause text,
    created_at bigint not null,
    created_by text not null,
    started_at bigint,
    finished_at bigint,
    cancelled_by text,
    attempt bigint not null,
    fence bigint not null,
    lease_owner text,
    lease_until bigint
);
create index jobs_by_time on jobs (created_at, id);
create index jobs_by_status on jobs (status, created_at);
create index jobs_by_vault on jobs (vault_id, created_at);
create index jobs_by_item on jobs (item_id, created_at);
create unique index one_active_backup_per_item on jobs (item_id)
    where kind = 'Backup' and status in ('Queued', 'InProgress', 'Cancelling');

create table job_log (
    job_id text not null references jobs (id) on delete cascade,
    number bigint not null,
    at bigint not null,
    level text not null,
    text text not null,
    primary key (job_id, number)
);

create table notifications (
    id text primary key,
    at bigint not null,
    happening text not null,
    subject text not null,
    link text not null,
    vault_id text,
    resource_group_id text
);
create index notifications_by_time on notifications (at, id);
