-- parts: {menu, redirects, components}; the forms of a project have their own table.
alter table projects add column parts json default json '{}' not null;

alter table pages add column social_image varchar(64) default '' not null;
alter table pages add column unlisted boolean default false not null;
alter table pages add column role varchar(20) default 'page' not null check (role in ('page', 'not_found', 'template'));
alter table pages add column in_menu boolean default true not null;

-- A form that its project no longer shows keeps its row, since submissions name it.
alter table forms add column position integer default 0 not null;
alter table forms add column submit varchar(1000) default '' not null;
alter table forms add column thanks varchar(10000) default '' not null;
alter table forms add column deleted_at timestamp with time zone;
