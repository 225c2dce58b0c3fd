--liquibase formatted sql

--changeset mdmhub:151-filters
--comment: a value that few have is found without walking through all; equal values share their place in the index
create index customer_account_group on customer (account_group);
create index customer_country on customer (country);
create index customer_taxpayer_kind on customer (taxpayer_kind);
create index product_material_type on product (material_type);
create index product_lifecycle on product (lifecycle);
