--liquibase formatted sql

--changeset mdmhub:183-undo
--comment: the last decision on a request, for as long as who made it can take it back
create table undo_window (
    request_id uuid primary key references change_request,
    login varchar(100) not null,
    decided_at timestamptz not null,
    request_version integer not null,
    record_version integer,
    taken_back_at timestamptz,
    reversal_id uuid references change_request
);
comment on column undo_window.request_version is 'of the request behind the decision: whoever writes into it ends the window';
comment on column undo_window.record_version is 'of the record where the decision changed it';
comment on column undo_window.reversal_id is 'the request that put the record back';

--changeset mdmhub:183-hold
--comment: a target that nobody says anything of holds people's decisions back for ten seconds
alter table target alter column hold_seconds set default 10;
