-- spreads one batch of customers over the tables, as the road and the couriers leave them
insert into record (id, type, code, org_unit_id, visible_to, status, version, created_at, updated_at)
select l.id, 'customers', l.code, u.id, array[u.id], 'ACTIVE', max(s.version), min(s.at), max(s.at)
from laid l join step s using (n) join org_unit u on u.code = l.unit group by l.id, l.code, u.id;

insert into customer
select c.* from laid l
join lateral (select phone from step s where s.n = l.n order by version desc limit 1) last on true
cross join lateral jsonb_populate_record(null::customer,
    l.columns || jsonb_build_object('id', l.id, 'phone', last.phone)) c;

insert into change_request (id, number, type, kind, status, org_unit_id, owner_unit_id, record_id, base_version, fields,
    base_values, reason_code, reason, requested_by, created_at, submitted_at, applied_at, round, steps, version)
select s.request, s.request_number, 'customers', case s.version when 1 then 'CREATE' else 'UPDATE' end, 'APPLIED', u.id, u.id,
    l.id, nullif(s.version - 1, 0),
    case s.version when 1 then l.fields || jsonb_build_object('phone', s.phone) else jsonb_build_object('phone', s.phone) end,
    case s.version when 1 then '{}' else jsonb_build_object('phone', s.phone_before) end,
    case s.version when 1 then 'NEW_BUSINESS' else 'CHANGE' end, l.reason, l.asker,
    s.at - make_interval(mins => 5 + l.n % 1440), s.at - make_interval(mins => 4 + l.n % 1440), s.at, 1,
    '[{"step": 1, "stage": 1, "roles": ["STEWARD", "LEAD"], "people": [], "needed": 1, "dueHours": null, "escalate": [],
      "policy": "ordinary"}]', 3
from laid l join step s using (n) join org_unit u on u.code = l.unit;

insert into request_author (request_id, login) select s.request, l.asker from laid l join step s using (n);

insert into decision (id, request_id, requested_by, round, step, verdict, decided_by, decided_at)
select s.decision, s.request, l.asker, 1, 1, 'APPROVE', l.approver, s.at from laid l join step s using (n);

insert into revision (id, at, who, approved_by, why, cause, kind, request_id)
select s.rev, s.at, l.asker, jsonb_build_array(l.approver), l.reason, 'REQUEST',
    case s.version when 1 then 'CREATE' else 'UPDATE' end, s.request
from laid l join step s using (n);

insert into decision_aud (id, rev, revtype, request_id, requested_by, round, step, verdict, decided_by, decided_at, fields)
select s.decision, s.rev, 0, s.request, l.asker, 1, 1, 'APPROVE', l.approver, s.at, '[]' from laid l join step s using (n);

insert into record_aud (id, rev, revtype, type, code, org_unit_id, status, views, blocks, documents, attributes, version,
    created_at, updated_at)
select l.id, s.rev, case s.version when 1 then 0 else 1 end, 'customers', l.code, u.id, 'ACTIVE', '[]', '[]', '[]', '{}',
    s.version, first.at, s.at
from laid l join step s using (n) join step first on first.n = l.n and first.version = 1 join org_unit u on u.code = l.unit;

insert into customer_aud
select c.* from laid l join step s using (n)
cross join lateral jsonb_populate_record(null::customer_aud,
    l.columns || jsonb_build_object('id', l.id, 'rev', s.rev, 'phone', s.phone)) c;

insert into issued_code (type, code_norm, code, state, record_id, scheme_id, number, who, at, why)
select 'customers', l.code, l.code, 'ISSUED', l.id,
    (select id from coding_scheme where type = 'customers' and record_group = '' and org_unit = ''
        and active_from <= now() order by version desc limit 1), l.number, l.asker, s.at, l.reason
from laid l join step s on s.n = l.n and s.version = 1;

insert into foreign_key (system, type, key, record_id, created_at)
select t.name, 'customers', case t.name when 'crm' then l.crm_key else l.erp_key end, l.id, s.at
from laid l join step s on s.n = l.n and s.version = 1 cross join (values ('crm'), ('erp')) t (name);

insert into lane (target, record_id, type, wanted_version, delivered_version, state, attempts, next_attempt_at, target_key,
    wanted_since, last_outcome)
select t.name, l.id, 'customers', last.version, last.version, 'DELIVERED', last.version, last.at,
    case t.name when 'crm' then l.crm_key else l.erp_key end, last.at, 'Accepted'
from laid l join lateral (select version, at from step s where s.n = l.n order by version desc limit 1) last on true
cross join (values ('crm'), ('erp')) t (name);

insert into change_request (id, number, type, kind, status, org_unit_id, owner_unit_id, record_id, base_version, fields,
    base_values, reason_code, reason, requested_by, created_at, submitted_at, round, steps, version)
select w.id, w.number, 'customers', w.kind, 'IN_REVIEW', u.id, u.id, w.record_id,
    (select version from record r where r.id = w.record_id), w.fields, w.base_values,
    case w.kind when 'CREATE' then 'NEW_BUSINESS' else 'CHANGE' end, w.reason, w.asker, w.at, w.at, 1,
    '[{"step": 1, "stage": 1, "roles": ["STEWARD", "LEAD"], "people": [], "needed": 1, "dueHours": null, "escalate": [],
      "policy": "ordinary"}]', 2
from waiting w join org_unit u on u.code = w.unit;

insert into request_author (request_id, login) select id, asker from waiting;

insert into open_step (request_id, step, role, unit_id, type, kind, since)
select w.id, 1, role, u.id, 'customers', w.kind, w.at
from waiting w join org_unit u on u.code = w.unit cross join (values ('STEWARD'), ('LEAD')) seat (role);

insert into search_term (record_id, origin, term) select distinct record_id, origin, term from term where term <> '';

insert into match_subject (id, type, record_id, request_id, org_unit_id, name, compared, keyed)
select s.id, 'customers', s.record_id, s.request_id, u.id, s.name, s.compared, (select max(keyed) from match_subject)
from subject s join org_unit u on u.code = s.unit;

insert into match_key (subject_id, key) select subject_id, key from key;

truncate laid, step, term, subject, key, waiting;
