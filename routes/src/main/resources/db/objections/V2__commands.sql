-- What was commanded under an id, so that it is done once however often it comes: the digest of caller, operation, id and
-- content. It stands from the transaction on in which the objection changed.
create table command (
  digest    bytea primary key,
  objection text  references objection (id)
);

-- Whether the agency was shown the key that names the record; if not, its notice does not name it either.
alter table notice add column named boolean not null default false;
