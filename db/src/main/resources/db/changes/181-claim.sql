--liquibase formatted sql

--changeset mdmhub:181-claim
--comment: who has a request before him, so that two people do not read the same; it never keeps anybody from deciding
create table request_claim (
    request_id uuid primary key references change_request,
    login varchar(100) not null references app_user,
    until timestamptz not null
);
comment on column request_claim.until is 'by the database clock; afterwards it is as if there were none';

--changeset mdmhub:181-snooze
--comment: somebody does not want to see a request before a day; only his own list changes
create table request_snooze (
    login varchar(100) not null references app_user,
    request_id uuid not null references change_request,
    until timestamptz not null,
    primary key (login, request_id)
);
create index request_snooze_request on request_snooze (request_id);
