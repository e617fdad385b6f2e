-- the migrations of plugins' own tables; what is made of one that is not applied was cut off, or given up, and is taken back
create table if not exists plugin_migration (
  plugin varchar(200) not null,
  number integer not null,
  name varchar(200) not null,
  digest varchar(64) not null,
  content ${bytes} not null,
  made integer not null,
  applied boolean not null,
  begun_at timestamp not null,
  primary key (plugin, number)
);
