-- Tags that staff put on customers, to act on groups of them. A tag is there while somebody has it.
create table customer_tag (
    merchant_id uuid not null,
    customer_id uuid not null,
    tag text not null check (tag = btrim(tag) and char_length(tag) between 1 and 20),
    tagged_at timestamptz(3) not null,

    constraint customer_tag_pkey primary key (merchant_id, customer_id, tag),
    foreign key (merchant_id, customer_id) references customer (merchant_id, id)
);
create index customer_tag_merchant_id_tag_customer_id_idx on customer_tag (merchant_id, tag, customer_id);
select isolate_tenant_tables();
