create table home (
  person varchar(250) primary key,
  team varchar(390) not null
);
create table star (
  person varchar(250) not null,
  entity varchar(390) not null,
  since timestamp with time zone not null,
  primary key (person, entity)
);
create table visit (
  person varchar(250) not null,
  entity varchar(390) not null,
  seen timestamp with time zone not null,
  primary key (person, entity)
);
create table placed_card (
  person varchar(250) not null,
  card varchar(250) not null,
  place integer not null,
  primary key (person, card)
);
create table hidden_card (
  person varchar(250) not null,
  card varchar(250) not null,
  primary key (person, card)
);
