-- What the points of a vault come to, written in the transaction that makes a point: to sum them takes as long as there are points.
create table vault_points (
    vault_id text primary key references vaults (id) on delete cascade,
    points bigint not null,
    stored_bytes bigint not null,
    protected_bytes bigint not null
);
insert into vault_points (vault_id, points, stored_bytes, protected_bytes)
    select vault_id, count(*), cast(sum(stored_bytes) as bigint), cast(sum(protected_bytes) as bigint)
    from recovery_points group by vault_id;

-- Nothing is summed from it any more.
drop index recovery_points_by_vault;
create index recovery_points_by_vault on recovery_points (vault_id);
