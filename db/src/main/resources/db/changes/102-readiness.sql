--liquibase formatted sql

--changeset mdmhub:102-demands
--comment: what a target demands of a record is said before it is approved, as its owner chooses
alter table target
    add column readiness varchar(10) not null default 'WARN' check (readiness in ('OFF', 'WARN', 'STOP')),
    add column mapping_version integer not null default 1;
alter table field_mapping
    add column otherwise varchar(60),
    add column required boolean not null default false,
    add column max_length integer check (max_length > 0),
    add column pattern varchar(200);
comment on column target.readiness is
    'whether what its mapping demands is unsaid, a warning, or stops a request; only while it is LIVE';
comment on column target.mapping_version is 'counts the changes of its mapping, so that a compiled one is known to be stale';
comment on column field_mapping.otherwise is 'field whose value is sent where source has none: an empty tax number means the credit code';
comment on column field_mapping.required is 'whether the target refuses a record without a value there';
comment on column field_mapping.max_length is 'code points that the target takes at most, null where it is not known';
comment on column field_mapping.pattern is 'regular expression that the whole text must match there, null for any';

--changeset mdmhub:102-mapping-version splitStatements:false
--comment: whoever changes a mapping, every node knows
create function count_mapping_change() returns trigger language plpgsql as '
begin
    update target set mapping_version = mapping_version + 1
        where name in (select distinct target from changed);
    return null;
end';
create trigger field_mapping_added after insert on field_mapping
    referencing new table as changed for each statement execute function count_mapping_change();
create trigger field_mapping_changed after update on field_mapping
    referencing new table as changed for each statement execute function count_mapping_change();
create trigger field_mapping_removed after delete on field_mapping
    referencing old table as changed for each statement execute function count_mapping_change();

--changeset mdmhub:102-known-demands
--comment: hubs that are set up already get what their products are known to demand
update field_mapping set required = true where target_field in ('FNumber', 'FName', 'Name', 'SubHeadEntity.FBaseUnitId.FNumber');
update field_mapping set otherwise = 'creditCode' where target_field in ('FTAXREGISTERCODE', 'Tax_Number__c');
update field_mapping set otherwise = 'name' where target_field = 'FINVOICETITLE';
update field_mapping m set max_length = known.length
    from (values ('customers', 'Name', 255), ('customers', 'AccountNumber', 40), ('customers', 'Phone', 40),
        ('customers', 'Website', 255), ('customers', 'BillingStreet', 255), ('customers', 'BillingCity', 40),
        ('customers', 'BillingState', 80), ('customers', 'BillingPostalCode', 20), ('customers', 'BillingCountry', 80),
        ('products', 'Name', 255), ('products', 'ProductCode', 255), ('products', 'StockKeepingUnit', 180)
    ) as known (type, field, length)
    where m.type = known.type and m.target_field = known.field
        and exists (select from target where name = m.target and connector = 'salesforce');
