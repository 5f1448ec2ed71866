-- The message log. Its format is described byte by byte in docs/reference/message-log.md.
-- Nothing here is ever updated but lane heads, stream versions, cursors and stored-answer states.

create table lane (
    lane        text collate "C" primary key,
    kind        smallint    not null,              -- 1 edge lane of one hub, 2 module lane shared by all
    holder      uuid,                              -- the hub whose edge lane this is
    lease_until timestamptz,
    epoch       bigint      not null default 0,    -- fence: counts the takings of the lane
    position    bigint      not null default 0,    -- of the newest entry; gapless from 1
    head        bytea       not null default decode(repeat('00', 32), 'hex'),
    appended_at bigint      not null default 0,    -- microseconds; never goes back within a lane
    open_from   bigint      not null default 1     -- no interaction accepted before this position is open
) with (fillfactor = 40);

create table entry (
    lane          text collate "C" not null,
    position      bigint      not null,
    appended_at   timestamptz not null,
    format        smallint    not null,
    kind          smallint    not null,
    message       uuid        not null,
    business_time timestamptz not null,
    facts         jsonb       not null,
    stream        text,
    version       bigint,
    bodies        bytea       not null,            -- commitments: one role byte and 32 bytes for each body
    keys          bytea       not null,            -- commitments: 32 bytes for each key
    leaf          bytea       not null,
    chain         bytea       not null,
    primary key (lane, position, appended_at)
) partition by range (appended_at);

create index entry_message on entry (message);
create index entry_asynchronous on entry (lane, position) where kind = 1 and facts ->> 'mode' = 'async';

create table body (
    lane         text collate "C" not null,
    position     bigint      not null,
    n            smallint    not null,             -- from 0, in the order of the entry's commitments
    appended_at  timestamptz not null,
    role         smallint    not null,
    retention    text        not null,             -- class and month whose key encrypts the content
    content_type text        not null,
    salt         bytea       not null,
    content      bytea       not null,             -- nonce, AES-256-GCM of zstd
    primary key (lane, position, n, appended_at)
) partition by range (appended_at);

alter table body alter column content set storage external;

create table search_key (
    lane        text collate "C" not null,
    position    bigint      not null,
    n           smallint    not null,
    appended_at timestamptz not null,
    message     uuid        not null,
    type        text        not null,
    person      boolean     not null,
    lookup      text collate "C" not null,         -- normalised value, or keyed HMAC of it for a person
    value       bytea       not null,              -- UTF-8, or nonce and AES-256-GCM of it for a person
    salt        bytea       not null,
    primary key (lane, position, n, appended_at)
) partition by range (appended_at);

create index search_key_lookup on search_key (lookup, appended_at);

create table stream (
    lane    text collate "C" not null,
    stream  text collate "C" not null,
    version bigint not null,
    primary key (lane, stream)
) with (fillfactor = 70);

create table cursor (
    name        text collate "C" not null,
    lane        text collate "C" not null,
    position    bigint not null default 0,
    holder      uuid,
    lease_until timestamptz,
    epoch       bigint not null default 0,
    primary key (name, lane)
) with (fillfactor = 40);

create table idempotency (
    key     bytea primary key,
    digest  bytea       not null,
    message uuid        not null,
    state   smallint    not null,                  -- 1 running, 2 answered
    expires timestamptz not null
) with (fillfactor = 70);

create index idempotency_expires on idempotency (expires);

create table checkpoint (
    number    bigint primary key,
    made_at   timestamptz not null,
    content   bytea not null,                      -- what was signed; holds number, time, predecessor, all lane heads
    signature bytea not null
);

-- Tells a hub that comes with other keys than those the log was written with.
create table key_check (
    name  text primary key,
    value bytea not null
);

-- Makes the partitions of the months from the given day to three months after it. Runs with the owner's rights, because
-- the hub's role may make no tables.
create function make_partitions(from_day date) returns void
    language plpgsql security definer set search_path = messagelog, pg_temp as
$$
declare
    first date := date_trunc('month', from_day)::date;
    name  text;
    base  text;
begin
    for i in 0..3 loop
        foreach base in array array['entry', 'body', 'search_key'] loop
            name := base || to_char(first, '_YYYY_MM');
            if to_regclass('messagelog.' || name) is null then
                execute format('create table messagelog.%I partition of messagelog.%I for values from (%L) to (%L)',
                               name, base, first || ' 00:00:00+00', (first + interval '1 month')::date || ' 00:00:00+00');
            end if;
        end loop;
        first := (first + interval '1 month')::date;
    end loop;
end
$$;

revoke all on function make_partitions(date) from public;
grant execute on function make_partitions(date) to lingnan_hub;

grant usage on schema messagelog to lingnan_hub, lingnan_eraser, lingnan_auditor;
grant select on all tables in schema messagelog to lingnan_hub, lingnan_eraser, lingnan_auditor;
grant insert on lane, entry, body, search_key, stream, cursor, idempotency, checkpoint, key_check to lingnan_hub;
grant update on lane, stream, cursor, idempotency to lingnan_hub;
grant delete on idempotency to lingnan_hub;
-- One statement writes an entry with its bodies and keys, so the right to append covers all three tables.
grant insert on lane, entry, body, search_key to lingnan_eraser;
grant update on lane to lingnan_eraser;
grant delete on body, search_key to lingnan_eraser;
