--liquibase formatted sql

--changeset mdmhub:235-pair-link
--comment: a pair that was linked instead of merged; it comes back where the request for the link comes to nothing
create table pair_link (
    request_id uuid primary key references change_request,
    pair_id uuid not null references duplicate_pair,
    decision uuid not null,
    linked_by varchar(100) not null,
    relation varchar(40) not null,
    stands boolean not null default true
);
create index pair_link_decision on pair_link (decision);
create index pair_link_pair on pair_link (pair_id);
comment on column pair_link.request_id is 'the request that asks for the link';
comment on column pair_link.decision is 'by which the pair was taken out of the queue';
comment on column pair_link.relation is 'kind of the relation, or SUCCESSOR of a product';
comment on column pair_link.stands is 'false while the request is rejected or withdrawn and the pair is open again';
