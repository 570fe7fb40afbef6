import type { Corruptions } from "@/scripts/database/corruptions";

/** What can go wrong with what goods cost: on the shelf and on the lines of orders. */
export const stockCorruptions: Corruptions = {
  "70-stock-value-equals-movements": [
    ["a shelf that is worth more", "update stock set value_fen = value_fen + 1"],
    ["value without units", "update stock set on_hand = 0, reserved = 0"],
    ["a movement of another value", "update stock_movement set value_fen = value_fen + 1"],
    [
      "goods that cost nothing",
      `insert into stock_movement (merchant_id, id, sku_id, delta, value_fen, reason, reference_id, created_at)
       select merchant_id, gen_random_uuid(), sku_id, 1, 7, 'found', gen_random_uuid(), now() from stock limit 1`,
    ],
  ],
  "71-paid-lines-keep-their-cost": [
    [
      "a cost changed after it was paid",
      "update order_line set goods_cost_fen = goods_cost_fen + 1",
    ],
    [
      "a paid line without a cost",
      "update order_line set goods_cost_fen = null where goods_cost_fen is not null",
    ],
    [
      "goods that came back dearer than they left",
      "update stock_movement set value_fen = value_fen + 1 where reason = 'refunded'",
    ],
  ],
  "72-receipts-match-their-purchase-order": [
    [
      "more received than came",
      "update purchase_line set received_units = received_units + 1 where received_units < units",
    ],
    ["a receipt of another cost", "update receipt_line set cost_fen = cost_fen + 1"],
    [
      "goods of no receipt",
      `insert into stock_movement (merchant_id, id, sku_id, delta, value_fen, reason, reference_id, created_at)
       select merchant_id, gen_random_uuid(), sku_id, 1, 1, 'received', gen_random_uuid(), now() from stock limit 1`,
    ],
    [
      "a purchase order that is whole too early",
      "update purchase_order set state = 'received' where state = 'partly_received'",
    ],
  ],
  "73-counts-are-booked-once": [
    [
      "a count that was changed after it was booked",
      "update stock_count_line set counted_units = counted_units + 1 where posted_at is not null",
    ],
    [
      "a count of no sheet",
      `insert into stock_movement (merchant_id, id, sku_id, delta, value_fen, reason, reference_id, created_at)
       select merchant_id, gen_random_uuid(), sku_id, 1, 1, 'counted', gen_random_uuid(), now() from stock limit 1`,
    ],
  ],
};
