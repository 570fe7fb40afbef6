import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { beforeAll, expect, test, vi } from "vitest";

const painted = (format: "jpeg" | "png" | "webp" | "avif", width = 300, height = 200) =>
  sharp({ create: { width, height, channels: 3, background: "#3a7d44" } })
    [format]()
    .toBuffer();

let storePicture: typeof import("@/lib/storage/store-picture").storePicture;
let readVariant: typeof import("@/lib/storage/read-variant").readVariant;

beforeAll(async () => {
  vi.stubEnv("STORAGE_DIR", mkdtempSync(join(tmpdir(), "renhe-pictures-")));
  vi.stubEnv("DATABASE_URL", "postgres://nobody@127.0.0.1:1/none");
  vi.stubEnv("RENHE_SECRET", "0".repeat(64));
  ({ storePicture } = await import("@/lib/storage/store-picture"));
  ({ readVariant } = await import("@/lib/storage/read-variant"));
});

test.each(["jpeg", "png", "webp", "avif"] as const)(
  "takes a %s and serves its sizes",
  async (format) => {
    const stored = await storePicture(await painted(format));
    if (!stored.ok) throw new Error(stored.reason);
    expect(stored.picture).toMatchObject({ width: 300, height: 200 });
    const { storageKey } = stored.picture;
    const small = await readVariant({ storageKey, width: 160, encoding: "avif" });
    expect((await sharp(small ?? Buffer.alloc(0)).metadata()).width).toBe(160);
    const again = await readVariant({ storageKey, width: 160, encoding: "avif" });
    expect(again?.equals(small ?? Buffer.alloc(0))).toBe(true);
  },
);

test("says why it refuses a file", async () => {
  const refusal = async (bytes: Uint8Array) => {
    const result = await storePicture(bytes);
    return result.ok ? "taken" : result.reason;
  };
  const png = await painted("png");
  expect(await refusal(new Uint8Array())).toBe("empty");
  expect(await refusal(Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"))).toBe(
    "not_a_picture",
  );
  expect(await refusal(Buffer.from("GIF89a and so on"))).toBe("not_a_picture");
  expect(await refusal(Buffer.from("just a text named cat.jpg"))).toBe("not_a_picture");
  expect(await refusal(Buffer.concat([png.subarray(0, 40), Buffer.alloc(400)]))).toBe(
    "not_a_picture",
  );
  expect(await refusal(Buffer.alloc(10 * 1024 * 1024 + 1, 0xff))).toBe("too_large");
  expect(await refusal(await painted("png", 8000, 7000))).toBe("too_many_pixels");
  expect(await refusal(await painted("png", 20, 20))).toBe("too_small");
});

test("forgets where a photo was taken", async () => {
  const photo = await sharp({ create: { width: 100, height: 100, channels: 3, background: "red" } })
    .withExif({ IFD0: { Copyright: "somebody" } })
    .jpeg()
    .toBuffer();
  const stored = await storePicture(photo);
  if (!stored.ok) throw new Error(stored.reason);
  const variant = { storageKey: stored.picture.storageKey, width: 1200, encoding: "webp" } as const;
  const served = await readVariant(variant);
  expect((await sharp(served ?? Buffer.alloc(0)).metadata()).exif).toBeUndefined();
});
