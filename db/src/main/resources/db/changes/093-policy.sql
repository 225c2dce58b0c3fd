--liquibase formatted sql

--changeset mdmhub:093-policies-as-settings
--comment: who must approve what is a setting from now on; the rows as they stand are carried over. Rows of one step whose roles are not all asked for anyway stand side by side from now on: that asks for more people, never for fewer
insert into setting (type, key, version, content, changed_at)
with role_of as (
    select p.id, p.step, p.type, p.condition, p.field, p.threshold, r.role
    from approval_policy p, jsonb_array_elements_text(p.roles) r(role)
), everybody as (
    -- unconditional rows of one step are one seat for all their roles
    select step, type, jsonb_agg(distinct role order by role) as roles, min(id) as first
    from role_of where condition = 'ALWAYS' group by step, type
), conditional as (
    select p.id, p.step, p.type, p.condition, p.field, p.threshold,
        (select jsonb_agg(distinct r.role order by r.role) from role_of r where r.id = p.id) as roles
    from approval_policy p
    where p.condition <> 'ALWAYS'
      -- what an unconditional seat of the same step admits anyway, such a row never narrowed
      and not exists (select from everybody e where e.step = p.step
          and (e.type is null or e.type = p.type) and e.roles @> p.roles)
), parts as (
    select first, 'every-request' as base, 'Every request' as name, '所有申请' as name_zh, type, step, roles,
        '{}'::jsonb as content
    from everybody
    union all
    select min(id), 'replaced',
        case when jsonb_agg(distinct field) = '["bankAccounts", "invoiceAccount", "invoiceBank"]'
            then 'Bank details replaced' else 'Replaced: ' || string_agg(distinct field, ', ') end,
        case when jsonb_agg(distinct field) = '["bankAccounts", "invoiceAccount", "invoiceBank"]'
            then '银行信息被替换' else '已有值被替换：' || string_agg(distinct field, '、') end,
        type, step, roles, jsonb_build_object('replaced', jsonb_agg(distinct field))
    from conditional where condition = 'REPLACED' group by type, step, roles
    union all
    select min(id), 'above-' || field,
        case when field = 'creditLimit' then 'Credit limit' else field end || ' above '
            || rtrim(to_char(threshold, 'FM999,999,999,999,999,990.999999'), '.'),
        case when field = 'creditLimit' then '信用额度' else field end || '超过 '
            || rtrim(to_char(threshold, 'FM999,999,999,999,999,990.999999'), '.'),
        type, step, roles, jsonb_build_object('above',
            jsonb_build_object('field', field, 'value', trim_scale(threshold)))
    from conditional where condition = 'ABOVE' group by type, step, roles, field, threshold
), named as (
    select parts.*, base || coalesce('-' || type, '') as wanted,
        row_number() over (partition by base || coalesce('-' || type, '') order by first) as nth
    from parts
)
select 'policies', wanted || case when nth > 1 then '.' || nth else '' end, 1,
    jsonb_strip_nulls(jsonb_build_object('name', name, 'nameZh', name_zh, 'type', type, 'active', true,
        'steps', jsonb_build_array(jsonb_build_object('stage', step, 'roles', roles, 'needed', 1)))) || content,
    now()
from named
union all
-- where some requests met no row they needed nobody, and so it stays
select 'policies', 'nobody', 1,
    '{"name": "Nobody where no other policy asks", "nameZh": "其他策略均未命中时无须审批", "active": true, "steps": []}',
    now()
where not exists (select from approval_policy where condition = 'ALWAYS' and type is null);
insert into setting_stamp (type, stamp) values ('policies', nextval('setting_stamp_seq'))
    on conflict (type) do update set stamp = excluded.stamp;

--changeset mdmhub:093-no-policy-table
--comment: nothing reads it any more; nobody could ever write into it but by hand
drop table approval_policy_aud;
drop table approval_policy;
