--liquibase formatted sql

--changeset mdmhub:239-merged-lanes
--comment: a merged record is told to a target after its survivor; who names a merged record is told anew without a version of his own
alter table lane
    add column behind_id bigint references record,
    add column nudged integer not null default 0,
    add column nudged_seen integer not null default 0;
create index lane_behind on lane (behind_id) where behind_id is not null;
comment on column lane.behind_id is 'what the record was merged into: its delivery to the target goes first; null for a living record';
comment on column lane.nudged is 'counts the changes of the message that are no versions of the record: a record that it names was merged or came back';
comment on column lane.nudged_seen is 'of those how many had come when the lane was claimed';
