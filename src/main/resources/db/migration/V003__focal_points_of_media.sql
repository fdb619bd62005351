alter table media add column focal_x double precision default 0.5 not null;
alter table media add column focal_y double precision default 0.5 not null;
