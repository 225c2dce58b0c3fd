--liquibase formatted sql

--changeset mdmhub:131-account
--comment: what an administrator or the user himself did to an account stands in its history, without the secrets
alter table app_user
    add password_at timestamptz,
    add link_at timestamptz,
    add sessions_ended_at timestamptz,
    add unlocked_at timestamptz;
alter table app_user_aud
    add password_at timestamptz,
    add link_at timestamptz,
    add sessions_ended_at timestamptz,
    add unlocked_at timestamptz;
update app_user u set password_at =
    (select min(r.at) from app_user_aud a join revision r on r.id = a.rev where a.login = u.login);
update app_user_aud a set password_at = (select u.password_at from app_user u where u.login = a.login);
comment on column app_user.password_at is 'when the password was set; null while only a one-time link can set one';
comment on column app_user.link_at is 'when an administrator last made a one-time link for this account';
comment on column app_user.sessions_ended_at is 'when an administrator last ended all sessions';
comment on column app_user.unlocked_at is 'when an administrator last lifted the wait after failed logins';

--changeset mdmhub:131-masked-reader
--comment: who may see masked fields, per organisation like any role
alter table user_role drop constraint user_role_role_check;
alter table user_role add constraint user_role_role_check check (role in
    ('REQUESTER', 'STEWARD', 'LEAD', 'FINANCE', 'SALES_MANAGER', 'INTEGRATOR', 'AUDITOR', 'ADMIN', 'MASKED_READER'));
create index user_role_role on user_role (role);

--changeset mdmhub:131-token-events
--comment: a token's row tells who made and who revoked it; neither can be rewritten
alter table api_token
    add revoked_by varchar(100),
    add last_used_at timestamptz;
create index api_token_login on api_token (login);
revoke update on api_token from mdm_app;
grant update (revoked_at, revoked_by, last_used_at) on api_token to mdm_app;
comment on column api_token.last_used_at is 'to the minute';
