-- What is paid and has not left is few beside all orders, and asked on every overview. Row security keeps
-- comparisons of enums out of an index over all states (docs/decisions/0016); this one holds nothing else.
create index order_to_ship on orders (merchant_id, paid_at) where state = 'paid';
