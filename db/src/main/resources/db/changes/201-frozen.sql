--liquibase formatted sql

--changeset mdmhub:201-scheduled-for
--comment: an approved change of frozen fields waits for the end of the freeze
alter table change_request add column scheduled_for timestamptz;
comment on column change_request.scheduled_for is 'end of the freeze that it waits for; null where it waits for its own day only';
create index change_request_scheduled on change_request (coalesce(scheduled_for, effective_from)) where status = 'SCHEDULED';
