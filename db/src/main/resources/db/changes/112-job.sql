--liquibase formatted sql

--changeset mdmhub:112-job
--comment: long work is no longer done for data quality only
alter table quality_job rename to job;
alter table quality_job_record rename to job_record;
alter index quality_job_open rename to job_open;
alter index quality_job_last rename to job_last;
comment on column job.kind is 'which work it is, as TRIAL of a rule or REVIEW of a kind of master';
comment on column job.subject is 'what it is about';
