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

--changeset mdmhub:239-no-horizon
--comment: a snapshot's end is no bound for the transactions that run beside it; who draws a revision says so instead
drop index revision_horizon;
alter table revision drop column horizon;

--changeset mdmhub:239-revisions-in-the-making splitStatements:false
--comment: whoever draws a revision first holds, until his transaction ends, a shared lock that names the last one drawn before; so a reader of the changes knows behind which revision nothing can come any more
create function drawn_revision() returns bigint language sql volatile as
    $$ select case when is_called then last_value else last_value - 1 end from revision_seq $$;
create function next_revision() returns bigint language plpgsql as $$
begin
    perform pg_advisory_xact_lock_shared((82::bigint << 56) | drawn_revision());
    return nextval('revision_seq');
end $$;
create function settled_revision() returns bigint language plpgsql as $$
declare
    drawn bigint := drawn_revision();
    making bigint;
begin
    -- in this order: what is drawn after the first look is higher, and what ended before the second is there to be read
    select min(((classid::bigint & 16777215) << 32) | objid::bigint) into making from pg_locks
        where locktype = 'advisory' and objsubid = 1 and classid::bigint >> 24 = 82
            and database = (select oid from pg_database where datname = current_database());
    return least(drawn, making);
end $$;
comment on function settled_revision is
    'no revision up to this one can still appear; to be read by a later statement than the one that asks';
