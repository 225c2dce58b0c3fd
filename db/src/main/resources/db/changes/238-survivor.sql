--liquibase formatted sql

--changeset mdmhub:238-survivor splitStatements:false
--comment: an old code leads to its survivor for ever, also where the survivor lies outside the reader's organisations; only its number and code are told
create function record_survivor(merged bigint) returns table (id bigint, code varchar)
    strict language plpgsql as $$
declare
    scope text := coalesce(current_setting('mdm.scope', true), '');
begin
    perform set_config('mdm.scope', 'system:survivor', true);
    return query
        with recursive chain as (
            select r.id, r.code, r.survivor_id, 0 as depth from record r where r.id = merged
            union all
            select r.id, r.code, r.survivor_id, c.depth + 1 from record r join chain c on r.id = c.survivor_id
                where c.depth < 1000)
        select c.id, c.code from chain c where c.survivor_id is null;
    perform set_config('mdm.scope', scope, true);
end $$;
comment on function record_survivor is 'the last of the chain of records that one was merged into; itself where it stands for itself';

--changeset mdmhub:238-horizon
--comment: revisions commit out of order; a reader of the changes goes on only behind what no running transaction can come before
alter table revision add column horizon xid8 not null default pg_snapshot_xmax(pg_current_snapshot());
comment on column revision.horizon is
    'every transaction that holds a lower revision number is older than this one; once all older ones have ended, none can come before it';
create index revision_horizon on revision (horizon, id);

--changeset mdmhub:238-references-of-merged
--comment: who names a merged record is asked at each message
create index record_reference_named on record_reference (record_id, other_id);
