create table note (
  name varchar(20) primary key
);
