create table cost (
  service varchar(200) not null,
  spent_on date not null,
  amount decimal(12, 2) not null,
  primary key (service, spent_on)
);
create table budget (
  service varchar(200) primary key,
  amount decimal(12, 2) not null
);
