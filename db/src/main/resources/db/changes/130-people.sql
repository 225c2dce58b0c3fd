--liquibase formatted sql

--changeset mdmhub:130-user
--comment: who may come in, and what he may do where
create table app_user (
    login varchar(100) primary key check (login = lower(login) and login <> ''),
    name varchar(200) not null,
    password_hash varchar(300) not null,
    language varchar(10),
    disabled boolean not null default false,
    version integer not null default 1
);
create table user_role (
    login varchar(100) not null references app_user,
    role varchar(20) not null check (role in
        ('REQUESTER', 'STEWARD', 'LEAD', 'FINANCE', 'SALES_MANAGER', 'INTEGRATOR', 'AUDITOR', 'ADMIN')),
    org_unit_id integer not null references org_unit,
    primary key (login, role, org_unit_id)
);
comment on column user_role.org_unit_id is 'reaches down the tree from here';
create table app_user_aud (
    login varchar(100) not null,
    rev bigint not null references revision,
    revtype smallint not null,
    name varchar(200),
    language varchar(10),
    disabled boolean,
    version integer,
    primary key (login, rev)
);
create table user_role_aud (
    login varchar(100) not null,
    role varchar(20) not null,
    org_unit_id integer not null,
    rev bigint not null references revision,
    revtype smallint not null,
    primary key (login, role, org_unit_id, rev)
);
create index app_user_aud_rev on app_user_aud (rev);
create index user_role_aud_rev on user_role_aud (rev);
revoke update, delete on app_user_aud, user_role_aud from mdm_app;

--changeset mdmhub:130-token
--comment: bearer tokens: only their hash is kept
create table api_token (
    id uuid primary key,
    login varchar(100) not null references app_user,
    name varchar(200) not null,
    prefix varchar(12) not null,
    hash bytea not null unique,
    rights jsonb not null,
    created_by varchar(100) not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz
);
comment on column api_token.rights is 'the rights that the token lends of its login''s own';
revoke delete on api_token from mdm_app;

--changeset mdmhub:130-idempotency
--comment: the same key and body get the first answer again
create table idempotency_key (
    login varchar(100) not null,
    route varchar(300) not null,
    key varchar(255) not null,
    body_hash bytea not null,
    state varchar(10) not null check (state in ('RUNNING', 'DONE')),
    lease_until timestamptz not null,
    request_id uuid,
    status integer,
    headers jsonb,
    body bytea,
    created_at timestamptz not null,
    primary key (login, route, key)
);
create index idempotency_key_age on idempotency_key (created_at);
comment on column idempotency_key.request_id is 'written in the transaction of the effect, so that a crash before the answer is not a second effect';

--changeset mdmhub:130-scheduler
--comment: the table of the job library, as its documentation gives it
create table scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures integer,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    state text,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority on scheduled_tasks (priority desc, execution_time asc);
