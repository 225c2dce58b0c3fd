--liquibase formatted sql

--changeset mdmhub:152-home
--comment: what the first page counts, each by an index of its own
create index change_request_mine_state on change_request (requested_by, status, id);
create index change_request_mine_applied on change_request (requested_by, applied_at) where status = 'APPLIED';
create index change_request_opened on change_request (created_at) include (org_unit_id, owner_unit_id);
create index change_request_applied on change_request (applied_at)
    include (org_unit_id, owner_unit_id, submitted_at, effective_from) where status = 'APPLIED';
comment on index change_request_mine_state is 'what somebody asked for, by state';
comment on index change_request_mine_applied is 'the last that came of what somebody asked for';
comment on index change_request_opened is 'requests opened a day';
comment on index change_request_applied is 'requests applied a day, and how long they took';

--changeset mdmhub:152-open
--comment: lists of requests go by state in the order of opening, and lists of open ones begin behind the many closed
create index change_request_state on change_request (status, id);
create index change_request_live on change_request (id)
    where status in ('DRAFT', 'IN_REVIEW', 'RETURNED', 'SCHEDULED', 'CONFLICT');
drop index change_request_open;
