import { v5 } from "uuid";
import { expect, test } from "vitest";
import { eventId } from "@/lib/ids/new-id";

const merchantId = "01a201e5-1534-7330-aecc-6000ae4ff4f4";

test("an event's id is the UUIDv5 that anybody else computes of its key, whatever the key is written in", () => {
  const namespace = "6f0d7d0e-7d0b-5a2e-9f9e-3f1b6a5c2d11";
  const keys = Array.from({ length: 64 }, (_, place) => `commission:${place}:settle`);
  for (const key of [...keys, "", "佣金结算", "\u{1f9e7}"]) {
    expect(eventId(merchantId, key)).toBe(v5(`${merchantId}:${key}`, namespace));
  }
});
