-- Who a user is at the identity provider.
create table identities (
    user_id text primary key references users (id) on delete cascade,
    issuer text not null,
    subject text not null,
    unique (issuer, subject)
);
