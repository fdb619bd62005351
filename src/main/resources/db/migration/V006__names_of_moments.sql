-- What somebody called a moment of a site's history. sequence is the number of the change in the journal.
create table moment_names (
    id uuid primary key,
    project_id uuid not null references projects (id),
    sequence bigint not null,
    name varchar(1000) not null,
    created_at timestamp with time zone not null
);
create index moment_names_project on moment_names (project_id, sequence);
