-- tokens of machines, by the SHA-256 of each; times are milliseconds since 1970; no permissions or plugins stand for all
create table if not exists access_token (
  hash varchar(64) primary key,
  name varchar(100) not null unique,
  owner varchar(400) not null,
  permissions varchar(8000),
  plugins varchar(8000),
  made bigint not null,
  expires bigint not null,
  last_used bigint,
  revoked bigint
);
