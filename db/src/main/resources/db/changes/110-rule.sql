--liquibase formatted sql

--changeset mdmhub:110-rule-value
--comment: values that a rule wants to be unique, so that no check has to walk through the records
create table rule_value (
    rule varchar(140) not null,
    record_id bigint not null references record,
    value bytea not null,
    primary key (rule, record_id)
);
create index rule_value_lookup on rule_value (rule, value);
create index rule_value_record on rule_value (record_id);
comment on column rule_value.rule is 'key of the rule and a mark of what it wants to be unique, or of a trial';
comment on column rule_value.value is 'SHA-256 of the value, folded, with the fields within which it is unique';

--changeset mdmhub:110-job
--comment: long work over all records, done by one node at a time in batches; a node that dies leaves it to another
create table quality_job (
    id uuid primary key default time_ordered_uuid(),
    kind varchar(20) not null,
    subject varchar(140) not null,
    content jsonb not null default '{}',
    asked_by varchar(100) not null,
    state varchar(10) not null default 'WAITING'
        check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    total bigint not null default 0,
    done bigint not null default 0,
    found bigint not null default 0,
    last_id bigint not null default 0,
    stage integer not null default 0,
    error varchar(500),
    created_at timestamptz not null default now(),
    started_at timestamptz,
    finished_at timestamptz,
    lease_until timestamptz,
    lease_epoch bigint not null default 0
);
create index quality_job_open on quality_job (id) where state in ('WAITING', 'RUNNING');
create index quality_job_last on quality_job (kind, subject, id);
comment on column quality_job.kind is 'TRIAL of a rule, FILL of its values, REVIEW of a kind of master';
comment on column quality_job.subject is 'key of the rule or of the kind of master';
comment on column quality_job.last_id is 'the last record that was looked at; the work goes on behind it';
comment on column quality_job.lease_epoch is 'fences a node that wakes after its lease';

create table quality_job_record (
    job_id uuid not null references quality_job on delete cascade,
    record_id bigint not null references record,
    primary key (job_id, record_id)
);
comment on table quality_job_record is 'records that a trial found, the first of them';
