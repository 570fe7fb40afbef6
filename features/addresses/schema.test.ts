import { expect, test } from "vitest";
import { parseAddress } from "@/features/addresses/schema";

const typed = {
  receiverName: " 李白 ",
  phone: "139 0013-9000",
  regionCode: "110101",
  detail: "东四十条 3 号院",
};

test.each([["13900139000"], ["139 0013 9000"], ["+86 139-0013-9000"], ["１３９００１３９０００"]])(
  "a mobile number may be typed as %j",
  (phone) => {
    const parsed = parseAddress({ ...typed, phone });
    expect(parsed).toMatchObject({
      ok: true,
      address: { phone: "13900139000", receiverName: "李白" },
    });
  },
);

test.each([
  ["receiverName", "  ", "receiver_name_missing"],
  ["receiverName", "白".repeat(31), "receiver_name_too_long"],
  ["phone", "12345", "phone_wrong"],
  ["phone", "010-12345678", "phone_wrong"],
  ["phone", "139001390001", "phone_wrong"],
  ["regionCode", "", "region_missing"],
  ["detail", "3号", "address_detail_too_short"],
  ["detail", "号".repeat(121), "address_detail_too_long"],
] as const)("%s %j is refused with its own reason", (field, value, reason) => {
  expect(parseAddress({ ...typed, [field]: value })).toEqual({
    ok: false,
    faults: { [field]: reason },
  });
});

test("every fault is told at once, and what is no address at all is no crash", () => {
  const parsed = parseAddress({ receiverName: "", phone: "", regionCode: "", detail: "" });
  expect(parsed).toMatchObject({ ok: false });
  if (!parsed.ok) expect(Object.keys(parsed.faults)).toHaveLength(4);
  expect(parseAddress(null)).toMatchObject({ ok: false });
});
