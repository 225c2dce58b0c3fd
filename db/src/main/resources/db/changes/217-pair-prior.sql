--liquibase formatted sql

--changeset mdmhub:217-pair-prior
--comment: what a score began with is kept beside it, for it is another one once other weights hold
alter table duplicate_pair add column prior numeric(6, 2) not null default -10;
comment on column duplicate_pair.prior is 'bits with which the comparison began, before any field said anything';

--changeset mdmhub:217-pair-model
--comment: pairs that another model scored are found to be scored anew
create index duplicate_pair_model on duplicate_pair (type, model, id) where status = 'OPEN';
