-- Whether an interaction is answered from a state at the hub: its agency is not called, and its opening hours do not matter.
alter table ask add column held boolean not null default false;
