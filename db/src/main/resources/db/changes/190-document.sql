--liquibase formatted sql

--changeset mdmhub:190-document
--comment: papers that requests and records name by the SHA-256 of their content; stored once, never changed, never deleted
create table document (
    sha256 char(64) primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    media_type varchar(40) not null check (media_type in ('application/pdf', 'image/png', 'image/jpeg', 'image/webp')),
    size integer not null check (size > 0),
    content bytea not null,
    stored_at timestamptz not null default now(),
    check (octet_length(content) = size)
);
alter table document alter column content set storage external;
revoke update, delete on document from mdm_app;

--changeset mdmhub:190-document-upload
--comment: who gave a paper in; he sees it before any request names it
create table document_upload (
    sha256 char(64) not null references document,
    login varchar(100) not null,
    name varchar(150) not null,
    at timestamptz not null default now(),
    primary key (sha256, login)
);
comment on column document_upload.name is 'of the file, without folders and signs that could mislead';
revoke update, delete on document_upload from mdm_app;

--changeset mdmhub:190-document-use
--comment: which records and requests name a paper, or did in an earlier version: who sees one of them sees the paper
create table document_use (
    id bigint generated always as identity primary key,
    sha256 char(64) not null references document,
    record_id bigint references record,
    request_id uuid references change_request,
    check ((record_id is null) <> (request_id is null)),
    unique (sha256, record_id),
    unique (sha256, request_id)
);
create index document_use_record on document_use (record_id) where record_id is not null;
create index document_use_request on document_use (request_id) where request_id is not null;
revoke update, delete on document_use from mdm_app;
