-- The latest state of each subject that is answered from here instead of by calling its provider.
create table state (
  id         int generated always as identity primary key,
  subject    text collate "C" not null,
  version    int         not null,
  generation int         not null default 0,  -- of the newest load: the version of the state's stream in the log
  base       int         not null default 1,  -- records of earlier generations are no longer part of it
  records    bigint      not null default 0,
  as_of      timestamptz,                     -- when it was true at the provider
  loaded_at  timestamptz,
  message    uuid,                            -- the newest load's, in the log
  unique (subject, version)
);

-- A record is part of the state if its generation is base at least and the state's at most, and it was not dropped by
-- then. So a load writes as long as it takes, and one changed row of "state" shows all of it to readers at once.
create table record (
  state      int         not null,
  generation int         not null,            -- the load that brought it
  n          int         not null,            -- its number in that load
  dropped    int,                             -- the load that put another in its place
  lookups    uuid[]      not null,            -- a keyed HMAC, cut to 16 bytes, of each key's field and value
  content    bytea       not null,            -- nonce, AES-256-GCM of zstd of the canonical XML
  primary key (state, generation, n)
);

alter table record alter column content set storage external;
create index record_lookup on record using gin (lookups) with (fastupdate = off);
create index record_dropped on record (state, dropped) where dropped is not null;
