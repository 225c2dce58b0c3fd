--liquibase formatted sql

--changeset mdmhub:182-bulk
--comment: many decisions asked for at once; each is taken by itself and its outcome stands here from the same transaction
create table bulk (
    id uuid primary key default time_ordered_uuid(),
    verdict varchar(10) not null check (verdict in ('APPROVE', 'RETURN')),
    comment varchar(2000),
    asked_by varchar(100) not null,
    asked_at timestamptz not null default now(),
    job_id uuid not null
);
create index bulk_mine on bulk (asked_by, id);
create table bulk_item (
    bulk_id uuid not null references bulk,
    position integer not null check (position > 0),
    request_id uuid not null references change_request,
    version integer not null,
    state varchar(10) not null default 'WAITING' check (state in ('WAITING', 'DONE', 'REFUSED')),
    code varchar(40),
    at timestamptz,
    primary key (bulk_id, position),
    unique (bulk_id, request_id),
    check ((state = 'WAITING') = (at is null)),
    check ((state = 'REFUSED') = (code is not null))
);
create index bulk_item_waiting on bulk_item (bulk_id, position) where state = 'WAITING';
comment on column bulk_item.version is 'of the request as it was on the page';
comment on column bulk_item.code is 'why it was refused, as problems are called';
