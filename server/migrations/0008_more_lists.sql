-- What is looked for in the log, in small letters, and each filter with its order in time behind it.
alter table audit add column words text not null default '';
update audit set words = lower(actor || ' ' || subject);
create index audit_by_time on audit (at, number, words);
create index audit_by_actor on audit (actor, at, number);
create index audit_by_action on audit (action, at, number);

-- How grave what happened is; and each filter with its order in time behind it.
alter table notifications add column severity text not null default 'Information';
update notifications set severity = case
    when happening like '{"kind":"JobFailed"%' then 'Error'
    when happening like '{"kind":"JobCompleted"%"with_warnings":true%' then 'Warning'
    when happening like '{"kind":"JobCompleted"%' or happening like '{"kind":"BackupEnabled"%' then 'Success'
    else 'Information' end;
create index notifications_by_severity on notifications (severity, at, id);
create index notifications_by_vault on notifications (vault_id, at, id);
create index notifications_by_subject on notifications (subject, at, id);

-- Names in small letters, to look for and to sort by.
alter table tokens add column name_key text not null default '';
update tokens set name_key = lower(name);
alter table screens add column name_key text not null default '';
update screens set name_key = lower(name);
