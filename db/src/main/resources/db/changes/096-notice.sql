--liquibase formatted sql

--changeset mdmhub:096-notice
--comment: what somebody is told, written in the transaction that causes it
create table notice (
    id uuid primary key default time_ordered_uuid(),
    login varchar(100) not null,
    kind varchar(40) not null,
    request_id uuid references change_request,
    args jsonb not null default '[]' check (jsonb_typeof(args) = 'array'),
    once varchar(200) not null default '',
    told_at timestamptz not null default now()
);
create unique index notice_once on notice (login, once) where once <> '';
create index notice_login on notice (login, id);
comment on column notice.kind is 'which words tell it: message notice.KIND';
comment on column notice.args is 'what the words need';
comment on column notice.once is 'key under which somebody is told a thing only once, empty for always';
