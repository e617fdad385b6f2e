-- a plugin's name belongs to whom it was first installed for, also after it was removed
create table if not exists plugin_name (
  id varchar(200) primary key,
  owner varchar(1000),
  signer varchar(64),
  claimed_at timestamp not null
);

insert into plugin_name (id, owner, claimed_at)
  select id, owner, installed_at from plugin where id not in (select id from plugin_name);

-- the fingerprint of the certificate that the jar was accepted for, and whom it names; null where none was asked for
alter table plugin_jar add column if not exists signer varchar(64);
alter table plugin_jar add column if not exists signer_subject varchar(200);
