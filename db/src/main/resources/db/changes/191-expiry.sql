--liquibase formatted sql

--changeset mdmhub:191-expiry
--comment: a last day that came and was acted upon, once; taking the block away again is not undone
create table expiry_done (
    record_id bigint not null references record,
    kind varchar(40) not null,
    item_id varchar(60) not null,
    day date not null,
    request_id uuid references change_request,
    done_at timestamptz not null default now(),
    primary key (record_id, kind, item_id, day)
);
comment on column expiry_done.kind is 'kind of the paper, or TEMPORARY';
comment on column expiry_done.request_id is 'the block that the hub asked for, null where there was one already';
revoke update, delete on expiry_done from mdm_app;
create index record_with_documents on record (id) where documents <> '[]';
create index customer_by_special_group on customer (account_group, valid_until) where account_group in ('TEMPORARY', 'ONE_TIME');

--changeset mdmhub:191-system
--comment: the hub itself asks for nothing but a block, nobody decides on it, and nobody can log in under its name
alter table change_request add constraint change_request_of_the_hub
    check (requested_by <> 'system' or (kind = 'BLOCK' and steps = '[]'));
alter table app_user add constraint app_user_is_a_person check (login <> 'system');

--changeset mdmhub:191-reason
insert into reason_code (code, name, name_zh, position) values ('EXPIRY', 'A last day has passed', '有效期已过', 9);
