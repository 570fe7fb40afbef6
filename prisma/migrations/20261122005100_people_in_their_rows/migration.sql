-- A year of a board reads some five thousand of these rows. Fetched from beside the table, which is where
-- Postgres puts arrays of a shop that has been open for a year, they take twice as long.
alter table day_people alter reaches set storage main, alter gained set storage main;
