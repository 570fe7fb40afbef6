-- The plan is forgotten, and with it what the checkpoint would look at: the first run looks at everything.
do $$ declare name text; begin
  foreach name in array array['booking', 'withdrawal', 'visit', 'promise', 'total', 'line', 'plan', 'binding', 'owner', 'brought',
    'link', 'sharer', 'asking', 'person', 'crowd', 'region', 'account'] loop
    execute format('drop table testing.%I', name);
  end loop;
end $$;
truncate invariant_touch;
