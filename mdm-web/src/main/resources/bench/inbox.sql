-- of the laid requests such as people narrow their inbox to: looks like another, late, of a rare kind, returned, at finance
update change_request set look_alikes = 1 + abs(hashtext(id::text)) % 3, match_score = 0.8 + abs(hashtext(id::text)) % 20 / 100.0
where status = 'IN_REVIEW' and kind = 'CREATE' and hashtext(id::text) % 25 = 0 and look_alikes = 0;
update open_step o set look_alikes = r.look_alikes from change_request r where r.id = o.request_id and r.look_alikes > 0;

update open_step set due_at = since + make_interval(days => 8) where hashtext(request_id::text) % 10 = 1;

update change_request set kind = 'RETIRE', fields = '{}', base_values = '{}'
where status = 'IN_REVIEW' and kind = 'UPDATE' and hashtext(id::text) % 100 = 2;
update open_step o set kind = r.kind from change_request r where r.id = o.request_id and r.kind = 'RETIRE';

create temp table back as select id from change_request
where status = 'IN_REVIEW' and kind <> 'RETIRE' and hashtext(id::text) % 100 = 3;
delete from open_step where request_id in (select id from back);
update change_request set status = 'RETURNED' where id in (select id from back);
drop table back;

create temp table further as select id, requested_by, owner_unit_id, type, kind, submitted_at from change_request
where status = 'IN_REVIEW' and kind = 'UPDATE' and hashtext(id::text) % 200 = 4;
insert into decision (id, request_id, requested_by, round, step, verdict, decided_by, decided_at)
select gen_random_uuid(), id, requested_by, 1, 1, 'APPROVE', 'steward', submitted_at + interval '1 hour' from further;
delete from open_step where request_id in (select id from further);
update change_request set steps = '[
    {"step": 1, "stage": 1, "roles": ["STEWARD", "LEAD"], "people": [], "needed": 1, "dueHours": null, "escalate": [], "policy": "ordinary"},
    {"step": 2, "stage": 2, "roles": ["FINANCE"], "people": [], "needed": 1, "dueHours": null, "escalate": [], "policy": "bank"}]'
where id in (select id from further);
insert into open_step (request_id, step, role, unit_id, type, kind, since)
select id, 2, 'FINANCE', owner_unit_id, type, kind, submitted_at from further;
drop table further;
