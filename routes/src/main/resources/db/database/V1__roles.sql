-- One login, three roles that it takes on by SET ROLE. Roles belong to the whole server, so they may already exist,
-- and an administrator may have granted them already.
do $$
declare
    wanted text;
begin
    foreach wanted in array array['lingnan_hub', 'lingnan_eraser', 'lingnan_auditor'] loop
        if not exists (select from pg_roles where rolname = wanted) then
            execute format('create role %I nologin', wanted);
        end if;
        begin
            execute format('grant %I to current_user', wanted);
        exception when insufficient_privilege then
            raise notice 'Role % is not ours to grant; it must have been granted by the administrator', wanted;
        end;
    end loop;
end $$;
