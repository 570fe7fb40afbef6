import { expect, test } from "vitest";
import { readSlug } from "@/app/(mall)/read-slug";

test("a slug may be any text, and broken bytes are no text", () => {
  expect(readSlug("xianrou-zong")).toBe("xianrou-zong");
  expect(readSlug("%E7%B2%BD%E5%AD%90")).toBe("粽子");
  for (const broken of ["%ff", "%", "%E7%B2"]) expect(readSlug(broken)).toBe("");
});
