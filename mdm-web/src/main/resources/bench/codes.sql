-- what the benchmark of codes needs beside the hub's own tables; run again after each kill
set mdm.scope = 'system:bench';
insert into record (id, type, code, org_unit_id, visible_to, status, version, created_at, updated_at)
select 1, 'customers', 'BENCH', id, array [id], 'ACTIVE', 1, now(), now() from org_unit where parent_id is null
on conflict do nothing;
create table if not exists bench_counter (scope integer primary key, next bigint not null);
insert into bench_counter (scope, next) select scope, 1 from generate_series(0, 4) as scope on conflict do nothing;
create sequence if not exists bench_sequence;
create table if not exists bench_code (scope integer not null, number bigint not null, primary key (scope, number));
grant select, insert, update on bench_counter, bench_code to mdm_app;
grant usage on bench_sequence to mdm_app;
