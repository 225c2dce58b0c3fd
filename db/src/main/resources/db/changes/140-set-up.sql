--liquibase formatted sql

--changeset mdmhub:140-set-up
--comment: the one-time link by which the first administrator comes in; only its hash is kept
create table set_up_link (
    hash bytea primary key,
    expires_at timestamptz not null
);
