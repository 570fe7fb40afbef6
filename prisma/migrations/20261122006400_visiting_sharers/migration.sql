-- Days that were summed before know nothing of the visitors who shared: their people are summed once more.
do $$
declare one uuid;
begin
  -- Row security holds for the owner too: each merchant is asked as itself.
  for one in select id from merchant loop
    perform set_config('app.merchant_id', one::text, true);
    insert into rollup_dirty (merchant_id, what, day, marked_at)
    select one, 'people', day, now() from rollup_day where merchant_id = one
    on conflict do nothing;
  end loop;
  perform set_config('app.merchant_id', '', true);
end $$;
