--liquibase formatted sql

--changeset mdmhub:101-attempt-exchanges
--comment: each attempt keeps what was sent and what was answered, masked and cut before it is stored
alter table delivery_attempt add column exchanges jsonb not null default '[]';
create index delivery_attempt_at on delivery_attempt (at);
comment on column delivery_attempt.exchanges is
    'list of {method, path, request, status, answer, millis}; no headers, no credentials, no values of masked fields';
