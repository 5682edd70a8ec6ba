-- A vault that was connected lies in the folder that it was found in; one that was made here in a folder of its name and id.
alter table vaults add column folder text;

-- Since when no backup is expected of an item. Its points are on hold until it is resumed.
alter table items add column stopped_at bigint;

-- What a vault's catalogue last said, as a hash, and when it was written.
create table catalogues (
    vault_id text primary key references vaults (id) on delete cascade,
    digest text not null,
    written_at bigint not null
);
