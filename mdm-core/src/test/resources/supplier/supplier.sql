create table supplier (
    id bigint primary key references record,
    name varchar(300) not null,
    iban varchar(300),
    rating integer
);
create table supplier_aud (
    id bigint not null,
    rev bigint not null,
    name varchar(300),
    iban varchar(300),
    rating integer,
    primary key (id, rev),
    foreign key (id, rev) references record_aud
);
insert into coding_scheme (type, version, segments, active_from) values ('suppliers', 1,
    '[{"kind": "LITERAL", "value": "S"}, {"kind": "SEQUENCE", "length": 4},
      {"kind": "CHECK", "algorithm": "ISO7064_MOD_11_10"}]', now());
insert into code_counter (scheme_id, next) select id, 1 from coding_scheme where type = 'suppliers';
