-- the last good copy of each page that locations and placeholders name; id is the SHA-256 of the URL, hash that of the body
create table if not exists web_copy (
  id varchar(64) primary key,
  url varchar(2100) not null,
  etag varchar(1000),
  last_modified varchar(1000),
  hash varchar(64) not null,
  body ${bytes} not null,
  read_at bigint not null
);
