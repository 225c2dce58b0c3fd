--liquibase formatted sql

--changeset mdmhub:103-mapping-by-table
--comment: a value may be translated by a code table's mapping to the target, kept in one place for all rows that need it
alter table field_mapping drop constraint field_mapping_form_check;
alter table field_mapping add constraint field_mapping_form_check
    check (form in ('AS_IS', 'CONSTANT', 'LOOKUP', 'JSON', 'CODE_TABLE'));
alter table field_mapping add column code_table varchar(40);
alter table field_mapping add constraint field_mapping_code_table_check
    check ((form = 'CODE_TABLE') = (code_table is not null));
comment on column field_mapping.form is
    'CONSTANT sends value; LOOKUP translates by lookup, CODE_TABLE by the mapping of that table; value is the default';
comment on column field_mapping.code_table is 'name of the code table whose mapping to the target translates the value';
