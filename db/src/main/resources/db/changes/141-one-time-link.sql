--liquibase formatted sql

--changeset mdmhub:141-one-time-link
--comment: the same kind of link lets an invited user choose his password
alter table set_up_link
    add login varchar(100) references app_user,
    add made_by varchar(100);
create unique index set_up_link_login on set_up_link (login);
comment on column set_up_link.login is 'whose password it sets; null for the first administrator';
