--liquibase formatted sql

--changeset mdmhub:203-one-mass-request
--comment: a mass change is asked for once; a second sending at the same moment meets this
create unique index change_request_one_mass on change_request (subject) where type = 'mass-changes'
    and status in ('DRAFT', 'IN_REVIEW', 'RETURNED', 'SCHEDULED', 'CONFLICT');
