--liquibase formatted sql

--changeset mdmhub:031-newest
--comment: lists by newest change, page after page, also where only one organisation's or only the rare states are asked for
create index record_newest on record (type, updated_at, id);
drop index record_updated;
create index record_org_newest on record (org_unit_id, type, updated_at, id);
drop index record_org;
create index record_status_newest on record (type, status, updated_at, id) where status <> 'ACTIVE';
