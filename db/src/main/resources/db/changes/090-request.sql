--liquibase formatted sql

--changeset mdmhub:090-reason
--comment: why people ask for changes: a list with a default per kind
create table reason_code (
    code varchar(40) primary key,
    name varchar(200) not null,
    name_zh varchar(200) not null,
    position integer not null
);
insert into reason_code (code, name, name_zh, position) values
    ('NEW_BUSINESS', 'New business', '新业务', 1),
    ('CHANGE', 'The facts have changed', '信息变更', 2),
    ('CORRECTION', 'Correction of an error', '更正错误', 3),
    ('REORGANISATION', 'Reorganisation', '组织调整', 4),
    ('RISK', 'Risk control', '风险控制', 5),
    ('CLOSURE', 'End of business', '业务终止', 6),
    ('MIGRATION', 'Migration', '数据迁移', 7),
    ('OTHER', 'Other', '其他', 8);

--changeset mdmhub:090-request
--comment: every change to a master is one of these
create table request_counter (day date primary key, next integer not null);
create table change_request (
    id uuid primary key,
    number varchar(20) not null unique,
    type varchar(40) not null,
    kind varchar(10) not null check (kind in
        ('CREATE', 'UPDATE', 'EXTEND', 'RENAME', 'BLOCK', 'UNBLOCK', 'RETIRE', 'RESTORE', 'MERGE', 'UNMERGE')),
    status varchar(10) not null check (status in
        ('DRAFT', 'IN_REVIEW', 'RETURNED', 'SCHEDULED', 'APPLIED', 'REJECTED', 'WITHDRAWN', 'CONFLICT')),
    org_unit_id integer not null references org_unit,
    owner_unit_id integer not null references org_unit,
    record_id bigint references record,
    base_version integer,
    fields jsonb not null default '{}',
    base_values jsonb not null default '{}',
    block jsonb,
    reason_code varchar(40) not null references reason_code,
    reason varchar(2000),
    effective_from timestamptz,
    source_system varchar(40) references source_system,
    source_key varchar(200),
    requested_by varchar(100) not null,
    created_at timestamptz not null,
    submitted_at timestamptz,
    applied_at timestamptz,
    round integer not null default 0,
    steps jsonb not null default '[]',
    distinct_from jsonb not null default '[]',
    conflicts jsonb not null default '[]',
    version integer not null,
    unique (id, requested_by),
    check ((source_system is null) = (source_key is null)),
    check (kind = 'CREATE' or record_id is not null or kind in ('MERGE', 'UNMERGE')),
    check (status <> 'APPLIED' or applied_at is not null)
);
create index change_request_open on change_request (status, owner_unit_id, id);
create index change_request_type on change_request (type, id);
create index change_request_record on change_request (record_id);
create index change_request_mine on change_request (requested_by, id);
create index change_request_due on change_request (effective_from) where status = 'SCHEDULED';
create index change_request_source on change_request (source_system, source_key) where source_key is not null;
comment on column change_request.number is 'short enough to be read out over the phone';
comment on column change_request.org_unit_id is 'the organisation that asks';
comment on column change_request.owner_unit_id is 'the organisation that owns the record and so decides';
comment on column change_request.fields is 'what is asked for: key to value, null clears';
comment on column change_request.base_values is 'what the changed fields held when the request was made';
comment on column change_request.requested_by is 'never changes; each decision carries it';
comment on column change_request.round is 'counts the submissions; decisions of earlier rounds no longer count';
comment on column change_request.steps is 'who must approve, by the policy met at submission';
comment on column change_request.distinct_from is 'codes of look-alikes that an approver declared to be another thing';
comment on column change_request.conflicts is 'fields that moved under the request';
revoke delete on change_request from mdm_app;
alter table match_subject add foreign key (request_id) references change_request;
alter table revision add foreign key (request_id) references change_request;

create table request_author (
    request_id uuid not null references change_request,
    login varchar(100) not null,
    primary key (request_id, login)
);
comment on table request_author is 'everyone who wrote into a request; none of them decides on it';
revoke update, delete on request_author from mdm_app;

--changeset mdmhub:090-decision
--comment: nobody approves his own: the composite key carries the requester into each decision
create table decision (
    id uuid primary key,
    request_id uuid not null,
    requested_by varchar(100) not null,
    round integer not null,
    step integer not null,
    verdict varchar(10) not null check (verdict in ('APPROVE', 'RETURN', 'REJECT')),
    decided_by varchar(100) not null,
    decided_at timestamptz not null,
    comment varchar(2000),
    fields jsonb not null default '[]',
    foreign key (request_id, requested_by) references change_request (id, requested_by),
    constraint four_eyes check (decided_by <> requested_by)
);
create index decision_request on decision (request_id);
create unique index decision_one_a_person on decision (request_id, round, decided_by);
comment on index decision_one_a_person is 'who took the first step does not take the second';
revoke update, delete on decision from mdm_app;
create table decision_aud (
    id uuid not null,
    rev bigint not null references revision,
    revtype smallint not null,
    request_id uuid,
    requested_by varchar(100),
    round integer,
    step integer,
    verdict varchar(10),
    decided_by varchar(100),
    decided_at timestamptz,
    comment varchar(2000),
    fields jsonb,
    primary key (id, rev)
);
create index decision_aud_rev on decision_aud (rev);
revoke update, delete on decision_aud from mdm_app;

--changeset mdmhub:090-four-eyes splitStatements:false
create function requester_is_final() returns trigger language plpgsql as $$
begin
    if new.requested_by <> old.requested_by or new.id <> old.id then
        raise exception 'the requester of a change request never changes' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger requester_is_final before update on change_request
    for each row execute function requester_is_final();
create function author_does_not_decide() returns trigger language plpgsql as $$
begin
    -- the share lock makes an author who is being added at this moment wait for us, or us for him
    perform 1 from change_request where id = new.request_id for share;
    if exists (select from request_author where request_id = new.request_id and login = new.decided_by) then
        raise exception '% wrote into this request and does not decide on it', new.decided_by
            using errcode = 'check_violation', constraint = 'four_eyes';
    end if;
    return new;
end $$;
create trigger author_does_not_decide before insert on decision
    for each row execute function author_does_not_decide();

--changeset mdmhub:090-policy
--comment: who must approve what; a row adds roles to a step where its condition is met
create table approval_policy (
    id integer generated by default as identity primary key,
    step integer not null check (step > 0),
    type varchar(40),
    field varchar(60),
    condition varchar(10) not null check (condition in ('ALWAYS', 'REPLACED', 'ABOVE')),
    threshold numeric(24, 6),
    roles jsonb not null,
    check ((condition = 'ALWAYS') = (field is null)),
    check ((condition = 'ABOVE') = (threshold is not null))
);
comment on column approval_policy.type is 'kind of master, null for all';
comment on column approval_policy.condition is 'REPLACED: the field held a value that changes; ABOVE: its new value is above the threshold';
create table approval_policy_aud (
    id integer not null,
    rev bigint not null references revision,
    revtype smallint not null,
    step integer,
    type varchar(40),
    field varchar(60),
    condition varchar(10),
    threshold numeric(24, 6),
    roles jsonb,
    primary key (id, rev)
);
create index approval_policy_aud_rev on approval_policy_aud (rev);
revoke update, delete on approval_policy_aud from mdm_app;
insert into approval_policy (step, type, field, condition, threshold, roles) values
    (1, null, null, 'ALWAYS', null, '["STEWARD", "LEAD"]'),
    (2, null, 'invoiceBank', 'REPLACED', null, '["FINANCE", "LEAD"]'),
    (2, null, 'invoiceAccount', 'REPLACED', null, '["FINANCE", "LEAD"]'),
    (2, null, 'bankAccounts', 'REPLACED', null, '["FINANCE", "LEAD"]'),
    (2, null, 'creditLimit', 'ABOVE', 1000000, '["FINANCE", "LEAD"]');
