import { expect, test } from "vitest";
import { readLimitedBody } from "./read-limited-body";

const post = (body: BodyInit) => new Request("http://shop.test", { method: "POST", body });

test("a body within the limit comes through byte for byte", async () => {
  const bytes = Uint8Array.from([0, 255, 10, 13, 128]);
  expect(Buffer.from((await readLimitedBody(post(bytes), 5)) ?? [])).toEqual(Buffer.from(bytes));
});

test("one byte more is refused, and reading stops there", async () => {
  expect(await readLimitedBody(post(new Uint8Array(6)), 5)).toBeNull();
  let pulled = 0;
  const endless = new ReadableStream({
    pull(controller) {
      pulled += 1;
      controller.enqueue(new Uint8Array(1_000));
    },
  });
  const request = new Request("http://shop.test", {
    method: "POST",
    body: endless,
    duplex: "half",
  } as RequestInit);
  expect(await readLimitedBody(request, 5_000)).toBeNull();
  expect(pulled).toBeLessThan(10);
});

test("no body is an empty one", async () => {
  expect(await readLimitedBody(new Request("http://shop.test"), 5)).toHaveLength(0);
});
