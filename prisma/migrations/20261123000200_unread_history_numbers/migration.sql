-- What could not be read of a refused line of an import was kept as 0, and shown as if the file had said so.
alter table history_line alter column quantity drop not null, alter column unit_price_fen drop not null;
-- A check that comes to null is kept: the one on amounts no longer refuses what is missing.
alter table history_line add constraint history_line_taken_is_read check (
  kind = 'refused' or (quantity is not null and unit_price_fen is not null));
update history_line set quantity = null where fault = 'quantity_unreadable' and quantity = 0;
update history_line set unit_price_fen = null where fault = 'price_unreadable' and unit_price_fen = 0;
