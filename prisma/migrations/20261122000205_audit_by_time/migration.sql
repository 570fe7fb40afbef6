-- The audit log is read newest first, also when nothing narrows it.
create index audit_entry_merchant_id_at_id_idx on audit_entry (merchant_id, at, id);
