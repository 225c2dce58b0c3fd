--liquibase formatted sql

--changeset mdmhub:160-code-table
--comment: lists of allowed values that nobody types by heart: divisions, countries, currencies, units, industries and the like
create table code_table (
    name varchar(40) primary key check (name ~ '^[a-z][A-Za-z0-9]*$'),
    label varchar(100) not null,
    label_zh varchar(100) not null,
    stored_as varchar(10) not null check (stored_as in ('CODE', 'NAME')),
    source varchar(300) not null,
    stamp uuid not null,
    version integer not null default 1
);
comment on column code_table.label is 'English name';
comment on column code_table.label_zh is 'Chinese name';
comment on column code_table.stored_as is 'what a master holds: the code, or the Chinese name as for divisions';
comment on column code_table.source is 'where the entries come from, and how far they reach';
comment on column code_table.stamp is 'another one with each load; a node reads the entries again when it is another than it knows';
revoke delete on code_table from mdm_app;

create table code_table_aud (
    name varchar(40) not null,
    rev bigint not null references revision,
    revtype smallint not null,
    label varchar(100),
    label_zh varchar(100),
    stored_as varchar(10),
    source varchar(300),
    stamp uuid,
    version integer,
    primary key (name, rev)
);
create index code_table_aud_rev on code_table_aud (rev);
revoke update, delete on code_table_aud from mdm_app;

--changeset mdmhub:160-code-entry
--comment: entries end, they are never deleted: an old record still means what it says
create sequence code_entry_seq increment 100;
create table code_entry (
    id bigint primary key,
    table_name varchar(40) not null references code_table,
    code varchar(60) not null check (code <> ''),
    name varchar(200) not null,
    name_zh varchar(200) not null,
    parent varchar(60),
    valid_from date,
    valid_to date,
    position integer not null,
    attributes jsonb not null default '{}',
    terms text not null,
    unique (table_name, code),
    foreign key (table_name, parent) references code_entry (table_name, code) deferrable initially deferred,
    check (parent <> code),
    check (valid_to >= valid_from)
);
create index code_entry_order on code_entry (table_name, position, code);
create index code_entry_parent on code_entry (table_name, parent) where parent is not null;
comment on column code_entry.name is 'English name; the Chinese one where there is no other';
comment on column code_entry.name_zh is 'Chinese name';
comment on column code_entry.parent is 'code of the entry above it in the same table';
comment on column code_entry.valid_from is 'first day on which it may be used; null: ever';
comment on column code_entry.valid_to is 'last day on which it may be used; null: still';
comment on column code_entry.position is 'order in lists';
comment on column code_entry.attributes is 'what else is known, text by name: dimension and factor of a unit, days of payment terms';
comment on column code_entry.terms is 'what it is found by, folded, one a line: code, names, pinyin whole and by initials';
revoke delete on code_entry from mdm_app;

create table code_entry_aud (
    id bigint not null,
    rev bigint not null references revision,
    revtype smallint not null,
    table_name varchar(40),
    code varchar(60),
    name varchar(200),
    name_zh varchar(200),
    parent varchar(60),
    valid_from date,
    valid_to date,
    position integer,
    attributes jsonb,
    primary key (id, rev)
);
create index code_entry_aud_rev on code_entry_aud (rev);
revoke update, delete on code_entry_aud from mdm_app;
