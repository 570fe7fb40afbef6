import { expect, test } from "vitest";
import { findRegion, listRegions } from "@/lib/regions/list-regions";

test("every lowest region is found again by its code, with all its names", () => {
  let count = 0;
  for (const province of listRegions(null)) {
    for (const city of listRegions(province.code)) {
      const districts = listRegions(city.code);
      for (const district of districts) {
        expect(findRegion(district.code)).toEqual({
          code: district.code,
          province: province.name,
          city: city.name,
          district: district.name,
        });
        count += 1;
      }
      expect(findRegion(city.code) === null).toBe(districts.length > 0);
    }
    expect(findRegion(province.code)).toBeNull();
  }
  expect(count).toBeGreaterThan(2_800);
});

test.each(["", "33", "330100", "330000", "3301060", "999999", "abcdef", "__proto__"])(
  "no address can be made with the code %j",
  (code) => {
    expect(findRegion(code)).toBeNull();
  },
);
