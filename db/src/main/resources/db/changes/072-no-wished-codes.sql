--liquibase formatted sql

--changeset mdmhub:072-no-wished-codes
--comment: nobody names codes himself yet, so that no scheme can allow it
alter table coding_scheme drop column manual;
alter table coding_scheme_aud drop column manual;
alter table issued_code drop constraint issued_code_origin_check;
alter table issued_code add constraint issued_code_origin_check check (origin in ('COUNTER', 'ADOPTED'));
comment on column issued_code.origin is 'made by a counter, or the key of another system';
