-- what was registered, place being the SHA-256 of type:target; those of the configuration are not here
create table if not exists location (
  id varchar(36) primary key,
  type varchar(20) not null,
  target varchar(8000) not null,
  place varchar(64) not null unique,
  caller varchar(400) not null,
  registered_at timestamp not null
);

-- the Location entity that leads to it, and what else it was made from
alter table source add column if not exists parent varchar(400);
alter table source add column if not exists inputs ${bytes};

-- source is empty where nothing declares the entity any more and it is kept as an orphan
alter table entity add column if not exists changed_at timestamp;
