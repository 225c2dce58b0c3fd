--liquibase formatted sql

--changeset mdmhub:202-mass-change
--comment: a change of many records as one task: what was shown when it was made, and what became of each record
create table mass_change (
    key varchar(40) primary key,
    type varchar(40) not null,
    owner_unit_id integer not null references org_unit,
    filter jsonb not null check (jsonb_typeof(filter) = 'object'),
    fields jsonb not null check (jsonb_typeof(fields) = 'object'),
    steps jsonb not null check (jsonb_typeof(steps) = 'array'),
    total integer not null check (total > 0),
    hash char(64) not null,
    created_by varchar(100) not null,
    created_at timestamptz not null,
    request_id uuid references change_request,
    approved_at timestamptz,
    job_id uuid,
    finished_at timestamptz
);
comment on column mass_change.owner_unit_id is 'the lowest organisation above all its records; its people decide';
comment on column mass_change.hash is 'SHA-256 of the records, their versions and what changes in each, as they were shown';
comment on column mass_change.request_id is 'the one change request that is decided on';
create index mass_change_made on mass_change (created_at);
create table mass_item (
    key varchar(40) not null references mass_change,
    position integer not null,
    record_id bigint not null references record,
    version integer not null,
    fields jsonb not null,
    state varchar(10) not null default 'PLANNED'
        check (state in ('PLANNED', 'APPLIED', 'SCHEDULED', 'CONFLICT', 'UNCHANGED', 'REFUSED', 'STRICTER')),
    request_id uuid references change_request,
    note jsonb not null default '[]',
    primary key (key, position)
);
comment on column mass_item.version is 'of the record, as it was shown';
comment on column mass_item.state is 'STRICTER: by now it needs people who did not decide on the task';
create index mass_item_state on mass_item (key, state, position);
create index mass_item_record on mass_item (record_id);
revoke delete on mass_change, mass_item from mdm_app;

--changeset mdmhub:202-part-of
--comment: a request that a decided task made for one record names the task
alter table change_request add column part_of varchar(20);
comment on column change_request.part_of is 'number of the mass change whose decision it carries';
create index change_request_part_of on change_request (part_of) where part_of is not null;
