create table if not exists declared_plugin (
  id varchar(200) primary key,
  digest varchar(200) not null
);
