alter table board add column revisions text;
