-- Runs on H2 and on PostgreSQL. Money is in minor units; times are instants; words are written as the enums of the
-- domain, in lower case (styles with a capital). Released files are never edited: add V002.

create table store_state (
    id integer primary key check (id = 1),
    last_applied_seq bigint not null
);
insert into store_state (id, last_applied_seq) values (1, 0);

create table users (
    id uuid primary key,
    email varchar(320) not null check (email = lower(email)),
    password varchar(100) not null,
    name varchar(400) not null,
    user_type varchar(20) not null check (user_type in ('business', 'student', 'startup', 'freelancer')),
    avatar varchar(200) not null,
    email_verified boolean not null,
    two_factor_enabled boolean not null,
    phone varchar(50) not null,
    company varchar(400) not null,
    plan varchar(20) not null check (plan in ('free', 'pro', 'business')),
    trial_ends_at timestamp with time zone,
    subscription_ends_at timestamp with time zone,
    theme varchar(20) not null check (theme in ('system', 'light', 'dark')),
    language varchar(35) not null,
    notifications json not null,
    last_login timestamp with time zone,
    login_count integer not null,
    failed_sign_ins integer not null,
    last_failed_at timestamp with time zone,
    created_at timestamp with time zone not null,
    updated_at timestamp with time zone not null
);
create unique index users_email on users (email);
create index users_created_at on users (created_at desc);

create table projects (
    id uuid primary key,
    user_id uuid not null references users (id),
    name varchar(1000) not null,
    description varchar(100000) not null,
    type varchar(20) not null check (type in ('website', 'app')),
    idea varchar(100000) not null,
    requirements varchar(100000) not null,
    style varchar(20) not null check (style in ('Modern', 'Minimal', 'Premium')),
    color_theme varchar(7) not null,
    theme json not null,
    language varchar(35) not null,
    shared_top json not null,
    shared_bottom json not null,
    status varchar(20) not null check (status in ('draft', 'published', 'archived')),
    published_url varchar(2000) not null,
    visitors_count bigint not null,
    conversions bigint not null,
    revenue bigint not null,
    revenue_currency varchar(3) not null,
    created_at timestamp with time zone not null,
    updated_at timestamp with time zone not null,
    published_at timestamp with time zone,
    deleted_at timestamp with time zone
);
create index projects_user on projects (user_id, created_at desc);
create index projects_status on projects (status);

-- The pages of a project in order of position are its navigation: name, slug, title, description, icon.
-- sections: [{id, type, variant, title, description, image, content, order, anchor, hidden}]; title, description and
-- image repeat what content holds, so that a query can see them.
create table pages (
    id uuid primary key,
    project_id uuid not null references projects (id),
    user_id uuid not null references users (id),
    position integer not null,
    name varchar(100000) not null,
    slug varchar(200) not null,
    title varchar(100000) not null,
    description varchar(100000) not null,
    icon varchar(100) not null,
    sections json not null,
    meta_title varchar(100000) not null,
    meta_description varchar(100000) not null,
    keywords json not null,
    published boolean not null,
    created_at timestamp with time zone not null,
    updated_at timestamp with time zone not null
);
create index pages_project on pages (project_id, position);

create table media (
    id uuid primary key,
    project_id uuid not null references projects (id),
    sha256 varchar(64) not null,
    file_name varchar(1000) not null,
    content_type varchar(100) not null,
    width integer not null,
    height integer not null,
    alt varchar(10000) not null,
    size bigint not null,
    created_at timestamp with time zone not null
);
create unique index media_project_sha256 on media (project_id, sha256);

create table components (
    id uuid primary key,
    user_id uuid references users (id),
    name varchar(1000) not null,
    category varchar(50) not null,
    html varchar(1000000) not null,
    css varchar(1000000) not null,
    javascript varchar(1000000) not null,
    preview varchar(2000) not null,
    is_public boolean not null,
    downloads bigint not null,
    created_at timestamp with time zone not null,
    updated_at timestamp with time zone not null,
    check (is_public or user_id is not null)
);
create index components_user on components (user_id);

-- name_key is the name in lower case.
create table targets (
    id uuid primary key,
    user_id uuid not null references users (id),
    name varchar(1000) not null,
    name_key varchar(1000) not null,
    kind varchar(30) not null,
    settings json not null,
    created_at timestamp with time zone not null,
    updated_at timestamp with time zone not null
);
create unique index targets_user_name on targets (user_id, name_key);

-- target_id is not a reference: a deployment outlives its target.
create table deployments (
    id uuid primary key,
    project_id uuid not null references projects (id),
    user_id uuid not null references users (id),
    target_id uuid not null,
    status varchar(20) not null check (status in ('pending', 'publishing', 'completed', 'failed')),
    version integer not null,
    url varchar(2000) not null,
    hosting varchar(20) not null check (hosting in ('vercel', 'heroku', 'aws', 'custom')),
    domain varchar(300) not null,
    ssl_status varchar(30) not null,
    cdn_status varchar(30) not null,
    logs json not null,
    error varchar(10000) not null,
    sent_files integer not null,
    sent_bytes bigint not null,
    sent_deleted integer not null,
    created_at timestamp with time zone not null,
    completed_at timestamp with time zone
);
create unique index deployments_version on deployments (project_id, version);
create index deployments_project on deployments (project_id, created_at desc);

-- page_id is not a reference: a form outlives the page that it was on.
create table forms (
    id uuid primary key,
    project_id uuid not null references projects (id),
    page_id uuid,
    name varchar(1000) not null,
    fields json not null,
    notification_email varchar(320) not null,
    webhook_url varchar(2000) not null,
    submissions_count bigint not null,
    created_at timestamp with time zone not null,
    updated_at timestamp with time zone not null
);
create index forms_project on forms (project_id);

create table form_submissions (
    id uuid primary key,
    form_id uuid not null references forms (id),
    project_id uuid not null references projects (id),
    data_json json not null,
    ip_address varchar(45) not null,
    user_agent varchar(1000) not null,
    created_at timestamp with time zone not null
);
create index form_submissions_form on form_submissions (form_id, created_at desc);

create table analytics (
    id uuid primary key,
    project_id uuid not null references projects (id),
    page_id uuid,
    event_type varchar(50) not null,
    user_id varchar(100) not null,
    ip_address varchar(45) not null,
    user_agent varchar(1000) not null,
    country varchar(2) not null,
    city varchar(200) not null,
    device varchar(20) not null check (device in ('mobile', 'tablet', 'desktop')),
    browser varchar(100) not null,
    timestamp timestamp with time zone not null,
    session_duration bigint not null
);
create index analytics_project on analytics (project_id, timestamp desc);
create index analytics_page on analytics (page_id);

create table payments (
    id uuid primary key,
    user_id uuid not null references users (id),
    amount bigint not null,
    currency varchar(3) not null,
    status varchar(20) not null check (status in ('pending', 'completed', 'failed', 'refunded')),
    plan varchar(20) not null check (plan in ('free', 'pro', 'business')),
    billing_period varchar(20) not null,
    gateway varchar(20) not null check (gateway in ('stripe', 'razorpay')),
    transaction_id varchar(200) not null,
    invoice_id varchar(200) not null,
    created_at timestamp with time zone not null,
    completed_at timestamp with time zone
);
create index payments_user on payments (user_id, created_at desc);

create table api_keys (
    id uuid primary key,
    user_id uuid not null references users (id),
    name varchar(200) not null,
    key_hash varchar(64) not null,
    permissions json not null,
    last_used_at timestamp with time zone,
    request_count bigint not null,
    active boolean not null,
    created_at timestamp with time zone not null,
    expires_at timestamp with time zone
);
create unique index api_keys_key_hash on api_keys (key_hash);
create index api_keys_user on api_keys (user_id);

-- Outlives the project it names, so that project_id is not a reference.
create table audit_logs (
    id uuid primary key,
    sequence bigint not null,
    user_id uuid references users (id),
    project_id uuid,
    action varchar(100) not null,
    label varchar(1000) not null,
    resource_type varchar(50) not null,
    resource_id varchar(100) not null,
    previous_value json not null,
    new_value json not null,
    ip_address varchar(45) not null,
    user_agent varchar(1000) not null,
    created_at timestamp with time zone not null
);
create unique index audit_logs_sequence on audit_logs (sequence);
create index audit_logs_project on audit_logs (project_id, sequence);

create table backups (
    id uuid primary key,
    project_id uuid references projects (id),
    name varchar(1000) not null,
    backup_url varchar(2000) not null,
    size bigint not null,
    status varchar(20) not null check (status in ('completed', 'failed')),
    automated_backup boolean not null,
    created_at timestamp with time zone not null,
    expires_at timestamp with time zone
);
create index backups_project on backups (project_id, created_at desc);
