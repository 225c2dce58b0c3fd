--liquibase formatted sql

--changeset mdmhub:240-given-list
--comment: lists that somebody compares with the hub; who gave in which file when stays, what stood in it goes
create table given_list (
    id uuid primary key default time_ordered_uuid(),
    type varchar(40) not null,
    given_by varchar(100) not null,
    given_at timestamptz not null default now(),
    file_name varchar(150) not null,
    sha256 char(64) not null check (sha256 ~ '^[0-9a-f]{64}$'),
    delimiter char(1) not null check (delimiter in (',', ';', E'\t')),
    headers text[] not null,
    fields text[] not null,
    state varchar(10) not null default 'RUNNING' check (state in ('RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    rows integer not null check (rows > 0),
    read integer not null default 0,
    matched integer not null default 0,
    possible integer not null default 0,
    alone integer not null default 0,
    unread integer not null default 0,
    twice integer not null default 0,
    job_id uuid,
    finished_at timestamptz,
    deleted_at timestamptz,
    asked_key varchar(255),
    check (array_length(headers, 1) = array_length(fields, 1))
);
comment on table given_list is 'a file with customers or products that somebody compares with the hub; nothing is created of it';
comment on column given_list.headers is 'the first row as it is written';
comment on column given_list.fields is 'for each header the field that it names, empty for none';
comment on column given_list.matched is 'rows that the hub has already, and possible those of which it may';
comment on column given_list.alone is 'rows that nothing in the hub is like';
comment on column given_list.unread is 'rows without a name, which cannot be compared';
comment on column given_list.twice is 'rows that stand in the file more than once';
comment on column given_list.asked_key is 'the Idempotency-Key of the call that gave it in, null for none';
create unique index given_list_asked on given_list (given_by, asked_key) where asked_key is not null;
comment on column given_list.deleted_at is 'when its rows were deleted, by its owner or after 30 days';
create index given_list_owner on given_list (given_by, given_at) where deleted_at is null;
create index given_list_kept on given_list (given_at) where deleted_at is null;
revoke delete on given_list from mdm_app;

--changeset mdmhub:240-given-row
--comment: the rows of a given list and what was found for each; deleted with it
create table given_row (
    list_id uuid not null references given_list,
    line integer not null,
    cells text[] not null,
    compared jsonb,
    outcome varchar(10) check (outcome in ('MATCH', 'POSSIBLE', 'NONE', 'UNREAD')),
    record_id bigint references record,
    request_id uuid references change_request,
    org_unit_id integer,
    name text,
    score double precision,
    evidence jsonb,
    prior double precision,
    twin integer,
    primary key (list_id, line)
);
comment on column given_row.line is 'where it stands in the file, the headers being line 1';
comment on column given_row.compared is 'its fields as they would be stored, by which it is compared';
comment on column given_row.outcome is 'of the best that was found for it; null as long as nobody looked';
comment on column given_row.name is 'of the best that was found for it';
comment on column given_row.prior is 'bits with which the comparison began';
comment on column given_row.twin is 'number of the group of rows of the same file that are the same; null where it stands alone';
create index given_row_outcome on given_row (list_id, outcome, line);
create index given_row_twin on given_row (list_id, twin, line) where twin is not null;
create index given_row_record on given_row (record_id) where record_id is not null;
create index given_row_request on given_row (request_id) where request_id is not null;
