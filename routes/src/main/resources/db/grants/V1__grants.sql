-- Requests for grants and what became of them, and the grants that were revoked. What happened stands in the log; these
-- tables say how far each request has come.
create table request (
  number             bigint generated always as identity primary key,
  id                 text    not null unique,
  message            uuid    not null unique,
  grant_id           text    not null unique,
  consumer           text    not null,
  subject            text    not null,
  provider           text    not null,
  state              text    not null check (state in ('REQUESTED', 'GRANTED', 'REFUSED', 'WITHDRAWN')),
  version            bigint  not null,
  requested_on       date    not null,
  requested_by       text    not null,
  rule               text    not null,
  asked              text    not null,
  answer_warn_on     date    not null,
  answer_due_on      date    not null,
  answer_due_assumed boolean not null,
  settled_on         date,
  settled_by         text,
  reason             text,
  given              text,
  ends_on            date,
  share_warn_on      date,
  share_due_on       date,
  share_due_assumed  boolean,
  shared_on          date,
  -- What has been told of the clock that runs: 0 nothing, 1 that it ends soon, 2 that it is over.
  told               smallint not null default 0,
  expiry_told        boolean  not null default false
);
create index request_parties on request (consumer, subject);
create index request_open on request (answer_warn_on) where state = 'REQUESTED';
create index request_unshared on request (share_warn_on) where state = 'GRANTED' and shared_on is null;
create index request_ending on request (ends_on) where state = 'GRANTED' and not expiry_told;

create table revocation (
  grant_id   text primary key,
  message    uuid not null,
  consumer   text not null,
  subject    text not null,
  revoked_on date not null,
  revoked_by text not null,
  reason     text not null
);

-- Whoever changes what is granted locks this row and counts it up; hubs look at it to learn that something changed.
create table change (
  one    boolean primary key default true check (one),
  number bigint not null
);
insert into change (number) values (0);
