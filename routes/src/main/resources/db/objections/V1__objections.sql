-- How far each objection has come, and who was told of its outcome. What was said, and the values in doubt, stand in the log
-- only, where erasure reaches; these tables hold none of it.
create table objection (
  number         bigint generated always as identity primary key,
  id             text    not null unique,
  message        uuid    not null unique,
  objector       text    not null,
  provider       text    not null,
  subject        text    not null,
  interaction    uuid    not null,
  field          text    not null,
  state          text    not null check (state in ('OPEN', 'MORE_NEEDED', 'ACCEPTED', 'REJECTED')),
  version        bigint  not null,
  filed_on       date    not null,
  filed_by       text    not null,
  rule           text    not null,
  warn_on        date    not null,
  due_on         date    not null,
  due_assumed    boolean not null,
  settled_on     date,
  -- What has been told of the clock that runs: 0 nothing, 1 that it ends soon, 2 that it is over.
  told           smallint not null default 0
);
create index objection_objector on objection (objector, number);
create index objection_provider on objection (provider, number);
create index objection_open on objection (warn_on) where state = 'OPEN';

create table notice (
  number          bigint generated always as identity primary key,
  id              text    not null unique,
  objection       text    not null references objection (id),
  agency          text    not null,
  outcome         text    not null check (outcome in ('MORE_NEEDED', 'ACCEPTED', 'REJECTED')),
  told_on         date    not null,
  acknowledged_on date,
  acknowledged_by text
);
create index notice_agency on notice (agency, number);
create index notice_waiting on notice (agency, number) where acknowledged_on is null;
