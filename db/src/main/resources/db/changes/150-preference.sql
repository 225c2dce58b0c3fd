--liquibase formatted sql

--changeset mdmhub:150-preference
--comment: how somebody likes his screens: theme, density, keys, columns of lists
create table preference (
    login varchar(100) not null references app_user,
    name varchar(60) not null check (name ~ '^[a-z][A-Za-z0-9.]*$'),
    value varchar(2000) not null,
    primary key (login, name)
);
comment on column preference.name is 'theme, density, keys, columns.customers and the like';
