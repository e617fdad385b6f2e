-- who vouches for whom; times are milliseconds since 1970, and proof and kept are encrypted
alter table session add column if not exists display_name varchar(1000);
alter table session add column if not exists issuer varchar(1000);
alter table session add column if not exists subject varchar(1000);
alter table session add column if not exists member_of varchar(100000);
alter table session add column if not exists used bigint;
alter table session add column if not exists plugin varchar(200);
alter table session add column if not exists choice varchar(100);
alter table session add column if not exists proof varchar(200000);
alter table session add column if not exists check_again bigint;

-- sign-ins under way, by the SHA-256 of their state; browser is that of a cookie
create table if not exists sign_in (
  state varchar(64) primary key,
  browser varchar(64) not null,
  plugin varchar(200) not null,
  choice varchar(100) not null,
  return_path varchar(4000) not null,
  kept ${bytes} not null,
  expires bigint not null
);
create index if not exists sign_in_expires on sign_in (expires);

-- which user somebody is; who is the SHA-256 of issuer and subject
create table if not exists person (
  ref varchar(400) primary key,
  who varchar(64) not null unique,
  issuer varchar(1000) not null,
  subject varchar(1000) not null,
  bound bigint not null
);
