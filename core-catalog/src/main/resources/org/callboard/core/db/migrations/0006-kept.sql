-- whether the document is the last good one of a file that could not be read to its end since
alter table entity add column if not exists kept boolean default false not null;
