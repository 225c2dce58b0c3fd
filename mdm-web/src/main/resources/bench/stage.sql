-- what the generator fills and lay.sql spreads over the hub's tables; lives as long as the connection
create temp table laid (
    n integer primary key, id bigint not null, match_id bigint not null, code text not null, number bigint not null,
    unit text not null, asker text not null, approver text not null, reason text not null, fields jsonb not null,
    columns jsonb not null, crm_key text not null, erp_key text not null
);
create temp table step (
    n integer not null, version integer not null, rev bigint not null, request uuid not null, decision uuid not null,
    request_number text not null, at timestamptz not null, phone text not null, phone_before text,
    primary key (n, version)
);
create temp table term (record_id bigint, origin text, term text);
create temp table subject (id bigint, record_id bigint, request_id uuid, unit text, name text, compared jsonb);
create temp table key (subject_id bigint, key bigint);
create temp table waiting (
    id uuid primary key, number text not null, kind text not null, record_id bigint, unit text not null, asker text not null,
    reason text not null, fields jsonb not null, base_values jsonb not null, at timestamptz not null
);
