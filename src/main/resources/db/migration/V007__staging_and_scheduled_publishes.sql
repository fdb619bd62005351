-- The target that a staging target shows the next version of.
alter table targets add column stages_for uuid;

-- The number of the change in the journal at which a deployment's site stood; 0 where it is not known.
alter table deployments add column document_sequence bigint default 0 not null;

-- Publishes that somebody chose a time for; at most one for a site and a target.
create table scheduled_publishes (
    id uuid primary key,
    project_id uuid not null references projects (id),
    target_id uuid not null,
    user_id uuid not null,
    due_at timestamp with time zone not null,
    when_missed varchar(20) not null,
    status varchar(20) not null,
    note varchar(10000) not null,
    created_at timestamp with time zone not null
);
create index scheduled_publishes_project on scheduled_publishes (project_id, target_id);
create index scheduled_publishes_user on scheduled_publishes (user_id, due_at);
