--liquibase formatted sql

--changeset mdmhub:001-roles splitStatements:false
--comment: the hub works as mdm_app, which owns nothing and cannot pass row-level security
do $$
begin
    if not exists (select from pg_roles where rolname = 'mdm_app') then
        create role mdm_app nologin;
    end if;
end $$;

--changeset mdmhub:001-rights
grant usage on schema public to mdm_app;
alter default privileges in schema public grant select, insert, update, delete on tables to mdm_app;
alter default privileges in schema public grant usage, select on sequences to mdm_app;
create extension if not exists pg_trgm;
create extension if not exists btree_gin;

--changeset mdmhub:001-time-ordered splitStatements:false
--comment: UUID version 7 (RFC 9562, section 5.7) for servers before PostgreSQL 18, which brings its own
create function time_ordered_uuid() returns uuid volatile language sql as
    $$ select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
            placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
            from 1 for 6), 52, 1), 53, 1), 'hex')::uuid $$;

--changeset mdmhub:001-pool-login runAlways:true
--comment: the pool's login may differ from one installation to the next
grant mdm_app to "${poolUser}";
