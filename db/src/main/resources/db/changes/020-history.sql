--liquibase formatted sql

--changeset mdmhub:020-revision
--comment: no change without who, when and why; one row a transaction that writes anything audited
create sequence revision_seq;
create table revision (
    id bigint primary key,
    at timestamptz not null,
    who varchar(100) not null,
    approved_by jsonb not null default '[]',
    why varchar(2000) not null check (why <> ''),
    cause varchar(20) not null check (cause in ('REQUEST', 'IMPORT', 'MASS_TASK', 'ADMINISTRATION', 'SET_UP')),
    kind varchar(20),
    request_id uuid,
    merge_id uuid
);
create index revision_at on revision (at);
create index revision_request on revision (request_id) where request_id is not null;
comment on column revision.who is 'login that asked';
comment on column revision.approved_by is 'logins that decided, in the order of the steps';
comment on column revision.why is 'the reason as it was written';
comment on column revision.cause is 'what kind of door the change came by';
comment on column revision.kind is 'kind of the change request, null where there was none';
revoke update, delete on revision from mdm_app;

--changeset mdmhub:020-organisation-history
create table org_unit_aud (
    id integer not null,
    rev bigint not null references revision,
    revtype smallint not null,
    code varchar(40),
    name varchar(200),
    name_zh varchar(200),
    parent_id integer,
    version integer,
    primary key (id, rev)
);
create index org_unit_aud_rev on org_unit_aud (rev);
revoke update, delete on org_unit_aud from mdm_app;
