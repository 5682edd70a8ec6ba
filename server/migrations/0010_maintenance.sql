-- One job at a time looks after what a vault holds.
create unique index one_active_maintenance_per_vault on jobs (vault_id)
    where kind in ('Verify', 'Prune') and status in ('Queued', 'InProgress', 'Cancelling');

-- The last verification of each scope that came to its end. turn: which share of the packs it read.
create table verifications (
    vault_id text not null references vaults (id) on delete cascade,
    scope text not null,
    turn bigint not null,
    job_id text not null,
    at bigint not null,
    packs bigint not null,
    read_packs bigint not null,
    read_bytes bigint not null,
    problems bigint not null,
    points bigint not null,
    points_hurt bigint not null,
    primary key (vault_id, scope)
);

-- The last prune that came to its end.
create table prunes (
    vault_id text primary key references vaults (id) on delete cascade,
    job_id text not null,
    at bigint not null,
    condemned_packs bigint not null,
    condemned_bytes bigint not null,
    deleted_packs bigint not null,
    deleted_bytes bigint not null,
    in_grace_packs bigint not null,
    in_grace_bytes bigint not null
);

-- What verifications say of a point: verified_at and verified_scope of the last that found it whole, verified_whole_at of the last
-- that read everything. While it is damaged they say nothing. causes: what hurts it.
alter table recovery_points add column verified_at bigint;
alter table recovery_points add column verified_scope text;
alter table recovery_points add column verified_whole_at bigint;
alter table recovery_points add column damaged_at bigint;
alter table recovery_points add column damage_job_id text;
alter table recovery_points add column causes text;
create index recovery_points_damaged on recovery_points (vault_id, id) where damaged_at is not null;

-- The point of an item whose verdict is the item's; written when a verification ends.
alter table items add column verdict_point_id text;
