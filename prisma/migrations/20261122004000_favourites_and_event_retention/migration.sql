-- What a browser likes, and how long a merchant keeps the events of its pages.
CREATE TABLE "favourite" (
    "merchant_id" UUID NOT NULL,
    "visitor_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "favourite_pkey" PRIMARY KEY ("merchant_id","visitor_id","product_id")
);

-- CreateTable
CREATE TABLE "event_setting" (
    "merchant_id" UUID NOT NULL,
    "retention_months" INTEGER NOT NULL DEFAULT 25,

    CONSTRAINT "event_setting_pkey" PRIMARY KEY ("merchant_id")
);

-- CreateIndex
CREATE INDEX "favourite_merchant_id_product_id_idx" ON "favourite"("merchant_id", "product_id");

-- AddForeignKey
ALTER TABLE "favourite" ADD CONSTRAINT "favourite_merchant_id_visitor_id_fkey" FOREIGN KEY ("merchant_id", "visitor_id") REFERENCES "visitor"("merchant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "favourite" ADD CONSTRAINT "favourite_merchant_id_product_id_fkey" FOREIGN KEY ("merchant_id", "product_id") REFERENCES "product"("merchant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A year and a month: what is compared with the year before can be recomputed.
alter table event_setting add check (retention_months between 13 and 120);
select isolate_tenant_tables();

-- The refused lines of an import are few among many, and are shown in the file's order.
create index history_line_refused on history_line (merchant_id, import_id, line_no) where kind = 'refused';

-- Whole months go when the merchant who keeps its events longest no longer wants them: they are never
-- deleted row by row. The caller's clock can only ask for less than the database's own allows.
create function drop_expired_event_partitions(asked timestamptz) returns integer
  language plpgsql security definer
  set search_path = public, pg_temp set lock_timeout = '2s' as $$
declare
  caller text := coalesce(current_setting('app.merchant_id', true), '');
  longest integer := 13;
  one uuid;
  kept integer;
  first_kept date;
  partition text;
  dropped integer := 0;
begin
  -- Row security holds for the owner too: each merchant is asked as itself.
  for one in select id from merchant loop
    perform set_config('app.merchant_id', one::text, true);
    select retention_months into kept from event_setting where merchant_id = one;
    longest := greatest(longest, coalesce(kept, 25));
  end loop;
  perform set_config('app.merchant_id', caller, true);
  first_kept := date_trunc('month', least(asked, now()) at time zone 'UTC' - make_interval(months => longest))::date;
  for partition in
    select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'event'::regclass and c.relname ~ '^event_[0-9]{6}$'
      and to_date(right(c.relname, 6), 'YYYYMM') < first_kept
    order by c.relname
  loop
    execute format('drop table %I', partition);
    dropped := dropped + 1;
  end loop;
  return dropped;
end $$;
revoke all on function drop_expired_event_partitions(timestamptz) from public;
grant execute on function drop_expired_event_partitions(timestamptz) to renhe_app;
