-- The people who may sign in to the console.
create table console.account (
    name        text        primary key check (name ~ '^[a-z][a-z0-9._-]{1,39}$'),
    password    text        not null check (password like '{%}%'),
    roles       text        not null check (roles ~ '^(ADMIN|AUDITOR|OPERATOR)(,(ADMIN|AUDITOR|OPERATOR))*$'),
    must_change boolean     not null,
    created_at  timestamptz not null default now(),
    changed_at  timestamptz not null default now()
);

comment on column console.account.password is 'Hashed, with the name of the algorithm in front; never the password.';
