--liquibase formatted sql

--changeset mdmhub:220-confirmation
--comment: somebody in charge says that a record still holds; no version of it, for nothing in it has changed
create table record_confirmation (
    record_id bigint not null references record,
    version integer not null,
    confirmed_by varchar(100) not null,
    confirmed_at timestamptz not null default now(),
    primary key (record_id, confirmed_at)
);
comment on column record_confirmation.version is 'of the record, as it stood then';
revoke update, delete on record_confirmation from mdm_app;
alter table record add column confirmed_at timestamptz;
comment on column record.confirmed_at is 'the last of its confirmations; written by them alone';
create index record_unconfirmed on record (org_unit_id, greatest(updated_at, confirmed_at), id)
    where status in ('ACTIVE', 'BLOCKED');

--changeset mdmhub:220-confirmed splitStatements:false
create function keep_confirmation() returns trigger language plpgsql as $$
begin
    update record set confirmed_at = new.confirmed_at where id = new.record_id;
    return new;
end $$;
create trigger record_is_confirmed after insert on record_confirmation
    for each row execute function keep_confirmation();

--changeset mdmhub:220-in-charge
--comment: who may be asked about the records of an organisation: people who can ask for changes there
create view in_charge with (security_invoker = true) as
    with recursive seat as (
        select r.login, r.role, r.org_unit_id as unit from user_role r join app_user u on u.login = r.login
            where not u.disabled and r.role in ('REQUESTER', 'STEWARD', 'LEAD')
        union select s.login, s.role, o.id from seat s join org_unit o on o.parent_id = s.unit)
    select login, role, unit from seat;
comment on view in_charge is 'role and organisation, the tree already walked down';

--changeset mdmhub:220-never-dormant
--comment: shared records of one-time customers stand for nobody who could be gone
create view never_dormant with (security_invoker = true) as
    select id as record_id from customer where account_group = 'ONE_TIME';
