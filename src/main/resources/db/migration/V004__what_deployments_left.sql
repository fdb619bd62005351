alter table deployments add column restored integer default 0 not null;

-- The record that a deployment left at its host. The id is the deployment's.
create table deployment_receipts (
    id uuid primary key references deployments (id),
    record character large object not null,
    tag varchar(300) not null
);
