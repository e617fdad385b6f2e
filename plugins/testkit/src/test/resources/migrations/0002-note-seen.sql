alter table note add column seen timestamp with time zone;
create index note_seen on note (seen);
