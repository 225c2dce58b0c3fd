--liquibase formatted sql

--changeset mdmhub:186-seat-index
--comment: who asked stands in the index itself, so that somebody who asked for very many finds what others asked for at once
drop index open_step_role;
create index open_step_role on open_step (role, unit_id, request_id) include (requested_by) where role is not null;
drop index open_step_changes;
create index open_step_changes on open_step (role, unit_id, request_id) include (requested_by)
    where role is not null and kind <> 'CREATE';
drop index open_step_kind;
create index open_step_kind on open_step (role, unit_id, kind, request_id) include (requested_by) where role is not null;
drop index open_step_type;
create index open_step_type on open_step (role, unit_id, type, request_id) include (requested_by) where role is not null;

--changeset mdmhub:186-account-group splitStatements:false
--comment: all that is open is narrowed to an account group by an index too
alter table change_request add column account_group varchar(40);
comment on column change_request.account_group is 'of a customer as it is asked for, else as it stood when the request was opened';
create function request_account_group() returns trigger language plpgsql as $$
begin
    if new.type = 'customers' then
        new.account_group := left(coalesce(new.fields ->> 'accountGroup',
            (select c.account_group from customer c where c.id = new.record_id), 'LEGAL_ENTITY'), 40);
    end if;
    return new;
end $$;
create trigger request_account_group before insert or update of fields on change_request
    for each row execute function request_account_group();
update change_request r set account_group = left(coalesce(r.fields ->> 'accountGroup',
    (select c.account_group from customer c where c.id = r.record_id), 'LEGAL_ENTITY'), 40) where r.type = 'customers';
create or replace function open_step_facts() returns trigger language plpgsql as $$
begin
    select r.requested_by, r.look_alikes, r.account_group
    into new.requested_by, new.look_alikes, new.account_group
    from change_request r where r.id = new.request_id;
    return new;
end $$;
create index change_request_group_open on change_request (owner_unit_id, account_group, id)
    where status in ('DRAFT', 'IN_REVIEW', 'RETURNED', 'SCHEDULED', 'CONFLICT');
