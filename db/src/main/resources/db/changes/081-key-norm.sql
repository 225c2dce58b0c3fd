--liquibase formatted sql

--changeset mdmhub:081-key-norm
--comment: before a code is issued the hub looks whether a target uses it for another record, however it is written there
create function code_norm(text) returns text immutable strict parallel safe language sql as
    $$ select upper(regexp_replace(normalize($1, NFKC), '[[:space:]_./‐‑‒–—―-]', '', 'g')) $$;
create index foreign_key_norm on foreign_key (type, code_norm(key));
