-- Names in small letters, to look for and to sort by. A name with letters outside of ASCII gets its own at the next look at its host.
alter table machines add column name_key text not null default '';
update machines set name_key = lower(name);
create index machines_by_name_key on machines (name_key, id);
drop index machines_by_name;

-- Each filter of the list of jobs, with the order in time behind it, and then what else is often asked for, so that the rows stay unread.
drop index jobs_by_time;
drop index jobs_by_status;
drop index jobs_by_vault;
drop index jobs_by_item;
create index jobs_by_time on jobs (created_at, id, finished_at, status);
create index jobs_by_status on jobs (status, created_at, id, finished_at);
create index jobs_by_kind on jobs (kind, status, created_at, id);
create index jobs_by_vault on jobs (vault_id, created_at, id, finished_at, status, kind);
create index jobs_by_vault_and_status on jobs (vault_id, status, created_at, id, finished_at);
create index jobs_by_item on jobs (item_id, created_at, id);
create index jobs_by_subject on jobs (subject, created_at, id);

-- What a vault holds is summed from the index alone.
drop index recovery_points_by_vault;
create index recovery_points_by_vault on recovery_points (vault_id, stored_bytes, protected_bytes);
