--liquibase formatted sql

--changeset mdmhub:151-saved-filter
--comment: a list's filter that somebody gave a name; his own, nobody else sees it
create table saved_filter (
    id uuid primary key,
    login varchar(100) not null references app_user,
    type varchar(40) not null,
    name varchar(60) not null check (name <> ''),
    query varchar(1000) not null,
    first boolean not null default false,
    created_at timestamptz not null default now(),
    unique (login, type, name)
);
create unique index saved_filter_one_first on saved_filter (login, type) where first;
comment on column saved_filter.query is 'the filter as it stands in the address of the list';
comment on column saved_filter.first is 'the list opens with it';
