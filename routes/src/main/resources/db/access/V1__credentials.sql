-- What an information system proves itself with. A hash is of use only together with the pepper in the secrets
-- directory that it was made with, so a row copied to another hub's database identifies nobody there.
create table access.credential (
    subsystem  text        primary key,
    hash       text        not null,
    -- Which pepper: the first bytes of its digest, to tell an operator why a password is not accepted.
    pepper     text        not null,
    changed_at timestamptz not null default now()
);
comment on table access.credential is 'Hashes of the passwords of subsystems (HTTP Basic)';
