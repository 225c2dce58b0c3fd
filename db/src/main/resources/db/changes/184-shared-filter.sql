--liquibase formatted sql

--changeset mdmhub:184-shared-filter
--comment: a named filter can be offered to colleagues; what it finds is still only what each of them may see
alter table saved_filter add column shared boolean not null default false;
create index saved_filter_shared on saved_filter (type, name) where shared;
