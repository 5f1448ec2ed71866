-- The state of asynchronous interactions. What they are stands in the log; this table says only how far each has come,
-- and can be rebuilt from the log.
create table ask (
  message     uuid primary key,
  agency      text        not null,
  client      text        not null,
  accepted_at timestamptz not null,
  state       text        not null check (state in ('WAITING', 'CALLING', 'ANSWERED', 'FAILED', 'IN_DOUBT')),
  version     bigint      not null default 0,
  attempt     int         not null default 0,
  due_at      timestamptz not null,
  sent_at     timestamptz,
  holder      text,
  push_due_at timestamptz,
  push_attempt int        not null default 0
);

create index ask_waiting on ask (due_at) where state = 'WAITING';
create index ask_calling on ask (holder) where state = 'CALLING';
create index ask_push on ask (push_due_at) where push_due_at is not null;

-- The broker whose queues hold what was sent; another node id means that its store was lost.
create table broker_seen (
  one     boolean primary key default true check (one),
  node_id text not null
);

-- How far each lane of the log has been taken in.
create table ask_cursor (
  lane     text primary key,
  position bigint not null default 0
);
