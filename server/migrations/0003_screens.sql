-- A screen keeps its row when it is revoked, so that it can be told.
create table screens (
    id text primary key,
    name text not null,
    secret_hash text not null unique,
    scope text not null,
    scope_id text,
    address text not null,
    browser text not null,
    paired_by text not null,
    paired_at bigint not null,
    last_seen_at bigint,
    revoked_at bigint
);

-- Screens that wait for someone to type their code. The code finds the row; the secret becomes the screen's.
create table pairings (
    secret_hash text primary key,
    code text not null unique,
    address text not null,
    browser text not null,
    expires_at bigint not null
);
