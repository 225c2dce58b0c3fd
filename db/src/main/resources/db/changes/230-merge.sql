--liquibase formatted sql

--changeset mdmhub:230-journal
--comment: every merge, with what it needs to be taken back in any order
create table merge_journal (
    id uuid primary key references change_request,
    number bigint generated always as identity unique,
    type varchar(40) not null,
    survivor_id bigint not null references record,
    layer jsonb not null,
    choices jsonb not null,
    merged_at timestamptz not null,
    undone_by uuid references change_request,
    undone_at timestamptz,
    check ((undone_by is null) = (undone_at is null))
);
create index merge_journal_survivor on merge_journal (survivor_id);
comment on column merge_journal.id is 'the request that asked for it; the mergeId of the histories';
comment on column merge_journal.number is 'the order in which they were made';
comment on column merge_journal.layer is 'what it lays over its survivor: whose values, which items are left out; changes with later edits';
comment on column merge_journal.choices is 'field key to the code whose value won and the rule that decided; never changes';
comment on column merge_journal.undone_by is 'the request that took it back, null while it holds';
revoke delete on merge_journal from mdm_app;

create table merge_member (
    merge_id uuid not null references merge_journal,
    record_id bigint not null references record,
    survivor_id bigint not null references record,
    place integer not null check (place >= 0),
    before jsonb not null,
    keys jsonb not null,
    active boolean not null default true,
    primary key (merge_id, record_id),
    check ((place = 0) = (record_id = survivor_id))
);
create unique index merge_member_one_survivor on merge_member (record_id) where active and place > 0;
create index merge_member_survivor on merge_member (survivor_id) where active;
create index merge_member_record on merge_member (record_id);
comment on column merge_member.place is '0 is the survivor, then the others in their order';
comment on column merge_member.before is 'what it held then';
comment on column merge_member.keys is 'its keys in other systems then';
comment on column merge_member.active is 'whether the merge holds';
comment on index merge_member_one_survivor is 'a record has one survivor at most';
revoke delete on merge_member from mdm_app;

--changeset mdmhub:230-own
--comment: what a record that takes part in merges that hold would hold had it never been merged
create table merge_own (
    record_id bigint primary key references record,
    fields jsonb not null
);
comment on column merge_own.fields is 'its own values with the later edits that belong to it; null was cleared';

create table merge_edit (
    id bigint generated always as identity primary key,
    record_id bigint not null references record,
    owner_id bigint not null references record,
    request_id uuid references change_request,
    field varchar(60) not null,
    item varchar(60) not null default '',
    before jsonb,
    after jsonb,
    edited_at timestamptz not null
);
create index merge_edit_record on merge_edit (owner_id, id);
comment on table merge_edit is 'later edits of survivors, each with the record whose value it changed; taking a merge back shows them';
comment on column merge_edit.record_id is 'the survivor that was edited';
comment on column merge_edit.owner_id is 'whose value it was, and with whom the edit goes';
comment on column merge_edit.item is 'id of a list''s item as its owner knows it';
revoke update, delete on merge_edit from mdm_app;

--changeset mdmhub:230-key-home
--comment: whose a key is stays written where a merge moves it
alter table foreign_key add column home_id bigint references record;
create index foreign_key_home on foreign_key (home_id) where home_id is not null;
comment on column foreign_key.home_id is 'the record that a merge moved it from, null where it is the record''s own';

--changeset mdmhub:230-no-cycle splitStatements:false
--comment: a redirect never leads back to where it began
create function redirect_leads_on() returns trigger language plpgsql as $$
begin
    if exists (
        with recursive way (id) as (
            select new.survivor_id
            union
            select r.survivor_id from way join record r on r.id = way.id where r.survivor_id is not null)
        select from way where id = new.id) then
        raise exception 'record % would be merged into itself', new.code using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger redirect_leads_on before insert or update of survivor_id on record
    for each row when (new.survivor_id is not null) execute function redirect_leads_on();
