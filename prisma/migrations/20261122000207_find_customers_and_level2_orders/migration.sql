-- A distributor's orders on level 2, newest first, as they are found on level 1.
create index orders_merchant_id_level2_distributor_id_created_at_idx
  on orders (merchant_id, level2_distributor_id, created_at);
-- The dashboard's customers: the newest first, and by the receiver's phone.
create index customer_merchant_id_created_at_id_idx on customer (merchant_id, created_at, id);
create index orders_merchant_id_receiver_phone_idx on orders (merchant_id, receiver_phone);
