-- A state is as of its oldest part. What is loaded is held against its newest part, so that nothing newer is replaced.
alter table state add column newest timestamptz;  -- when the newest part of it was true at the provider
update state set newest = as_of;
