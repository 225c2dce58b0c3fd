--liquibase formatted sql

--changeset mdmhub:094-split
--comment: what was not approved with some fields of a request goes on as a request of its own
alter table change_request add column split_from uuid references change_request;
create index change_request_split on change_request (split_from) where split_from is not null;
comment on column change_request.split_from is 'the request of whose rest this is';

--changeset mdmhub:094-carry
--comment: a decision may be carried over into the next round where nothing that it was about has changed
alter table decision add column carried_from uuid references decision;
alter table decision_aud add column carried_from uuid;
comment on column decision.carried_from is 'the decision of an earlier round that counts again, null for one that was made in this round';
