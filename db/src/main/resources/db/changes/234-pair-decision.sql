--liquibase formatted sql

--changeset mdmhub:234-label-taken-back
--comment: a label never changes; what somebody took back at once counts no more
create table match_label_taken_back (
    label_id bigint primary key references match_label,
    taken_back_by varchar(100) not null,
    taken_back_at timestamptz not null
);
comment on table match_label_taken_back is 'labels that neither measure the model nor keep two records apart any more';
revoke update, delete on match_label_taken_back from mdm_app;
create view match_label_held with (security_invoker = true) as
    select l.* from match_label l
    where not exists (select from match_label_taken_back b where b.label_id = l.id);
comment on view match_label_held is 'what people said and still hold';

--changeset mdmhub:234-pair-worth
--comment: what the two are worth, so that the dearest can come first; written together with the score
create view record_worth with (security_invoker = true) as
    select id as record_id, credit_limit as worth from customer where credit_limit is not null;
comment on view record_worth is 'credit limit of a customer, whatever its currency';
alter table duplicate_pair add column worth numeric not null default 0;
comment on column duplicate_pair.worth is 'the higher credit limit of the two, as it was when the pair was last found';
update duplicate_pair p set worth = greatest(0, (select max(w.worth) from record_worth w where w.record_id in (p.first_id, p.second_id)));

--changeset mdmhub:234-pair-decision
--comment: many pairs are decided at once and taken back at once
alter table duplicate_pair add column decision uuid;
comment on column duplicate_pair.decision is 'the same for all pairs that somebody decided in one go; null where it was not decided in the queue';
create index duplicate_pair_decided on duplicate_pair (decided_by, decided_at) where status = 'DISMISSED' and decision is not null;
create index duplicate_pair_decision on duplicate_pair (decision) where decision is not null;

--changeset mdmhub:234-queue-order
--comment: the queue begins with the surest, or with the dearest
create index duplicate_pair_best on duplicate_pair (outcome, (-score), id) where status = 'OPEN';
create index duplicate_pair_dearest on duplicate_pair ((-worth), outcome, (-score), id) where status = 'OPEN';
