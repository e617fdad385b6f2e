-- through what somebody acted, whose code acted for them, and the hash over the row before and this one
alter table audit add column if not exists through varchar(200);
alter table audit add column if not exists plugin varchar(200);
alter table audit add column if not exists hash varchar(64);

-- one row: the last one forgotten, which the first one there follows, and the last one written
create table if not exists audit_chain (
  id integer primary key,
  before_number bigint not null,
  before_hash varchar(64) not null,
  last_number bigint not null,
  last_hash varchar(64) not null
);
