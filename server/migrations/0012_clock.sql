-- What is known of the time: one row. expected_at: what it has to be. While the clock says something else: known_at, what it had to be when that
-- was noticed, and found_at, what the clock said.
create table clock (
    id bigint primary key,
    expected_at bigint not null,
    known_at bigint,
    found_at bigint
);
