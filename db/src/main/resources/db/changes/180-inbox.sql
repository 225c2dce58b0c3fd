--liquibase formatted sql

--changeset mdmhub:180-look-alikes
--comment: a list says at a glance which requests may be about something that is there already
alter table change_request add column look_alikes integer not null default 0 check (look_alikes >= 0);
alter table change_request add column match_score numeric(5, 4);
comment on column change_request.look_alikes is 'records and requests that looked the same when it was sent';
comment on column change_request.match_score is 'the best of their scores, null without any';

--changeset mdmhub:180-seat-facts splitStatements:false
--comment: what the inbox narrows by stands beside the seat, so that each filter is a walk through an index of its own
alter table open_step add column requested_by varchar(100) not null default '';
alter table open_step add column account_group varchar(40);
alter table open_step add column look_alikes integer not null default 0;
comment on column open_step.requested_by is 'of the request, never changes';
comment on column open_step.account_group is 'of the customer as it is asked for, else as it stands';
create function open_step_facts() returns trigger language plpgsql as $$
begin
    select r.requested_by, r.look_alikes,
        case r.type when 'customers' then coalesce(r.fields ->> 'accountGroup',
            (select c.account_group from customer c where c.id = r.record_id), 'LEGAL_ENTITY') end
    into new.requested_by, new.look_alikes, new.account_group
    from change_request r where r.id = new.request_id;
    return new;
end $$;
create trigger open_step_facts before insert on open_step for each row execute function open_step_facts();
update open_step o set requested_by = r.requested_by,
    account_group = case r.type when 'customers' then coalesce(r.fields ->> 'accountGroup',
        (select c.account_group from customer c where c.id = r.record_id), 'LEGAL_ENTITY') end
from change_request r where r.id = o.request_id;

--changeset mdmhub:180-seat-index
--comment: a seat's requests in their order, narrowed by what people narrow by
create index open_step_kind on open_step (role, unit_id, kind, request_id) where role is not null;
create index open_step_type on open_step (role, unit_id, type, request_id) where role is not null;
create index open_step_asker on open_step (role, unit_id, requested_by, request_id) where role is not null;
create index open_step_group on open_step (role, unit_id, account_group, request_id) where role is not null;
create index open_step_alike on open_step (role, unit_id, request_id) where role is not null and look_alikes > 0;
create index open_step_changes on open_step (role, unit_id, request_id) where role is not null and kind <> 'CREATE';

--changeset mdmhub:180-open-index
--comment: what is open in an organisation, by who decides and by who asks; and by a part of its number or name
create index change_request_owner_open on change_request (owner_unit_id, id)
    where status in ('DRAFT', 'IN_REVIEW', 'RETURNED', 'SCHEDULED', 'CONFLICT');
create index change_request_asker_open on change_request (org_unit_id, id)
    where status in ('DRAFT', 'IN_REVIEW', 'RETURNED', 'SCHEDULED', 'CONFLICT') and org_unit_id <> owner_unit_id;
create index change_request_mine_open on change_request (requested_by, id)
    where status in ('DRAFT', 'IN_REVIEW', 'RETURNED', 'SCHEDULED', 'CONFLICT');
create index change_request_kind_open on change_request (owner_unit_id, kind, id)
    where status in ('DRAFT', 'IN_REVIEW', 'RETURNED', 'SCHEDULED', 'CONFLICT');
create index change_request_type_open on change_request (owner_unit_id, type, id)
    where status in ('DRAFT', 'IN_REVIEW', 'RETURNED', 'SCHEDULED', 'CONFLICT');
create index change_request_alike_open on change_request (owner_unit_id, id)
    where status in ('DRAFT', 'IN_REVIEW', 'RETURNED', 'SCHEDULED', 'CONFLICT') and look_alikes > 0;

--changeset mdmhub:180-letter-pairs splitStatements:false
--comment: three letters are too many for a Chinese name: an index of pairs of letters finds two
create function letter_pairs(words text) returns text[] language sql immutable strict parallel safe as $$
    select coalesce(array_agg(distinct substr(lower(words), place, 2)), '{}')
    from generate_series(1, length(words) - 1) place
$$;
create index change_request_text on change_request
    using gin (letter_pairs(number || ' ' || coalesce(fields ->> 'name', '')))
    where status in ('DRAFT', 'IN_REVIEW', 'RETURNED', 'SCHEDULED', 'CONFLICT');
