-- Of the people brought, those who share in turn: until now a forecast took it for all of them. The guard
-- against changes is of rows: a column that comes with a value leaves what was promised as it was.
ALTER TABLE "forecast" ADD COLUMN "reshare_bps" INTEGER NOT NULL DEFAULT 10000;
ALTER TABLE "forecast" ALTER COLUMN "reshare_bps" DROP DEFAULT;
