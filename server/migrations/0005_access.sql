-- A token ends with the person who made it.
alter table tokens add column user_id text references users (id) on delete cascade;
update tokens set user_id = (select users.id from users where users.name = tokens.created_by);
create index tokens_by_user on tokens (user_id);
create index sessions_by_user on sessions (user_id);

alter table users add column last_signed_in_at bigint;

-- The id of what something was done to, where the page has a place for it.
alter table audit add column object_id text;

-- A second factor counts once a code has confirmed it. The last step whose code was taken is kept: no code is taken twice.
create table second_factors (
    user_id text primary key references users (id) on delete cascade,
    sealed_secret text not null,
    confirmed_at bigint,
    last_step bigint not null
);

-- Each signs in once in place of a code.
create table recovery_codes (
    user_id text not null references users (id) on delete cascade,
    code_hash text not null,
    primary key (user_id, code_hash)
);
