-- What the backups of an item came to on a day of its policy's calendar ('2026-11-24'): status is the worst that one ended with.
create table item_days (
    item_id text not null references items (id) on delete cascade,
    day text not null,
    status text not null,
    job_id text not null,
    new_bytes bigint not null,
    point_at bigint,
    primary key (item_id, day)
);

-- Days of a vault that are over for all its items, counted once.
create table vault_days (
    vault_id text not null references vaults (id) on delete cascade,
    day text not null,
    failed bigint not null,
    overdue bigint not null,
    warning bigint not null,
    pending bigint not null,
    completed bigint not null,
    new_bytes bigint not null,
    primary key (vault_id, day)
);
create index vault_days_by_day on vault_days (day);

-- How full a vault's storage was at the last look of a day.
create table vault_storage (
    vault_id text not null references vaults (id) on delete cascade,
    day text not null,
    stored_bytes bigint not null,
    used_bytes bigint not null,
    capacity_bytes bigint not null,
    primary key (vault_id, day)
);
create index vault_storage_by_day on vault_storage (day);

-- What counts of the last day are read from, without a look at the rows.
create index jobs_by_end on jobs (finished_at, vault_id, status);

-- The number of the group, among those of the vault's location, that the item's restore point collection is in; nothing before its first point.
alter table items add column collection_group bigint;
update items set collection_group = 1 where exists (select 1 from recovery_points where item_id = items.id);
