--liquibase formatted sql

--changeset mdmhub:231-merge-request
--comment: a request to merge, or to take a merge back, says what is merged; its fields are what the record at the top will then hold
alter table change_request add column merge jsonb;
alter table change_request add constraint change_request_merges check ((merge is not null) = (kind in ('MERGE', 'UNMERGE')));
comment on column change_request.merge is 'MERGE: survivor, others, picks and the preview''s hash; UNMERGE: the merge''s id and the owners of later edits';
