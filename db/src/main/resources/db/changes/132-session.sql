--liquibase formatted sql

--changeset mdmhub:132-session
--comment: the tables of the session library, as its documentation gives them; attributes are JSON
create table spring_session (
    primary_id char(36) primary key,
    session_id char(36) not null,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval integer not null,
    expiry_time bigint not null,
    principal_name varchar(100)
);
create unique index spring_session_id on spring_session (session_id);
create index spring_session_expiry on spring_session (expiry_time);
create index spring_session_principal on spring_session (principal_name);
create table spring_session_attributes (
    session_primary_id char(36) not null references spring_session on delete cascade,
    attribute_name varchar(200) not null,
    attribute_bytes bytea not null,
    primary key (session_primary_id, attribute_name)
);

--changeset mdmhub:132-login-failure
--comment: failed logins by account and address, by account, and by address, for the wait before the next try
create table login_failure (
    mark bytea primary key,
    account bytea,
    failures integer not null,
    last_at timestamptz not null,
    blocked_until timestamptz
);
create index login_failure_account on login_failure (account) where account is not null;
create index login_failure_last on login_failure (last_at);
comment on column login_failure.mark is 'SHA-256 of what is counted: a login field sometimes holds a password typed into the wrong place';
comment on column login_failure.account is 'SHA-256 of the login, so that an administrator can lift the wait; null for addresses';
