-- the tasks of plugins; times are milliseconds since 1970: node is who runs it at present, until lease unless renewed
create table if not exists task (
  plugin varchar(200) not null,
  id varchar(200) not null,
  schedule varchar(400) not null,
  digest varchar(200) not null,
  next_run bigint,
  asked bigint,
  paused boolean not null,
  node varchar(40),
  lease bigint,
  started bigint,
  last_started bigint,
  last_millis bigint,
  last_outcome varchar(20),
  last_message varchar(2000),
  primary key (plugin, id)
);

-- what entity providers gave last; version rises with every change
create table if not exists provided_set (
  plugin varchar(200) not null,
  provider varchar(200) not null,
  version bigint not null,
  given bigint not null,
  primary key (plugin, provider)
);

-- item is the SHA-256 of the name, which is unique within the set
create table if not exists provided (
  plugin varchar(200) not null,
  provider varchar(200) not null,
  item varchar(64) not null,
  name varchar(1000) not null,
  digest varchar(64) not null,
  document ${bytes} not null,
  primary key (plugin, provider, item)
);
