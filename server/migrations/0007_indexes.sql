-- What a vault's dashboard and the overview count, without looking at the rows themselves: with a million jobs they are a gigabyte.
create index jobs_by_vault_and_end on jobs (vault_id, finished_at, status);
create index recovery_points_by_vault_and_size on recovery_points (vault_id, stored_bytes, protected_bytes);
drop index recovery_points_by_vault;
