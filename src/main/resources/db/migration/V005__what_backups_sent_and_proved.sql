-- user_id is not a reference: a backup outlives who made it. It is null when the schedule did.
alter table backups add column sent bigint default 0 not null;
alter table backups add column sequence bigint default 0 not null;
alter table backups add column user_id uuid;
alter table backups add column proven_at timestamp with time zone;
alter table backups add column note varchar(10000) default '' not null;
