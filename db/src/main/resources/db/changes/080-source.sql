--liquibase formatted sql

--changeset mdmhub:080-source
--comment: what other systems call our records; never touches the record's version or audit
create table source_system (
    code varchar(40) primary key check (code ~ '^[a-z][a-z0-9-]*$'),
    name varchar(200) not null,
    name_zh varchar(200) not null
);
insert into source_system (code, name, name_zh) values
    ('crm', 'CRM', '客户关系管理系统'),
    ('erp', 'ERP', '企业资源计划系统'),
    ('excel', 'Spreadsheets', 'Excel 台账');
create table foreign_key (
    system varchar(40) not null references source_system,
    type varchar(40) not null,
    key varchar(200) not null check (key <> ''),
    record_id bigint not null references record,
    created_at timestamptz not null,
    primary key (system, type, key)
);
create index foreign_key_record on foreign_key (record_id);
comment on column foreign_key.key is 'the other system''s own id, always as text';
