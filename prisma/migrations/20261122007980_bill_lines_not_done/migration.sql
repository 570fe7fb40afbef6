-- A trade bill lists a refund on the day on which it was asked for, also while WeChat still works on it, which with
-- bank cards takes days. Such a line is no statement that money has gone back, and no difference from books in
-- which the refund is under way. What was read before counts as it did.
alter table wechat_bill_line add column is_done boolean not null default true;
