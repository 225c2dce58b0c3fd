--liquibase formatted sql

--changeset mdmhub:210-match-key
--comment: one look-up touches a few hundred rows at most: keys are numbers, found by one index, rare ones first; the hub's own work fills them again from what its subjects are compared by
drop table match_key;
create table match_key (
    key bigint not null,
    subject_id bigint not null references match_subject on delete cascade,
    primary key (key, subject_id)
);
create index match_key_subject on match_key (subject_id);
comment on table match_key is 'by what others find a subject to be compared with';
comment on column match_key.key is 'hash of master type, kind of key and value';

drop index match_subject_core;
alter table match_subject drop column core;
alter table match_subject add column keyed smallint not null default 0;
create index match_subject_keyed on match_subject (keyed, id);
comment on column match_subject.keyed is 'version of the way in which its keys were made; an older one is made anew';
