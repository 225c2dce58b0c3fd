--liquibase formatted sql

--changeset mdmhub:185-refused-lane
--comment: the inbox counts the few deliveries that somebody must look at among the very many that went through
create index lane_needs_steward on lane (id) where state = 'NEEDS_STEWARD';
create index duplicate_pair_open_all on duplicate_pair (id) where status = 'OPEN';
