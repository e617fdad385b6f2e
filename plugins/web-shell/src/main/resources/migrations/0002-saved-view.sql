create table saved_view (
  person varchar(400) not null,
  name varchar(80) not null,
  query_text varchar(4000) not null,
  primary key (person, name)
);
