-- A settlement takes a distributor's due commissions together: the two accounts are then moved once
-- for hundreds of transfers, and an order of somebody else's never waits for them.
--
-- The index is partial because row security keeps the application from searching by state: comparing
-- enums is not leak-proof, so that it is only looked at behind the tenant's rule, row by row. What is
-- settled leaves the index, so that settling writes nothing to it.
create index commission_pending on commission (merchant_id, distributor_id, available_at)
  where state = 'pending';
drop index commission_merchant_id_state_available_at_idx;
