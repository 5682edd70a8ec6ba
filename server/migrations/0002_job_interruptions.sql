-- How often a job's runner died without a word; a stop that was asked for is none.
alter table jobs add column interruptions bigint not null default 0;
