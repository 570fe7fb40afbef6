import { expect, test } from "vitest";
import { testMerchants } from "@/e2e/database";
import { runForMerchants } from "@/worker/run-for-merchants";

const { a, b } = await testMerchants();

test("a run goes on until a merchant's batch comes back short, and serves every merchant", async () => {
  const left = new Map<string, number>([
    [a.merchantId, 25],
    [b.merchantId, 3],
  ]);
  await runForMerchants(
    "test",
    async (merchantId) => {
      const taken = Math.min(10, left.get(merchantId) ?? 0);
      left.set(merchantId, (left.get(merchantId) ?? 0) - taken);
      return taken;
    },
    10,
  );
  expect([...left.values()]).toEqual([0, 0]);
});

test("one merchant's failure does not keep the run from the next one, and is not lost", async () => {
  const served: string[] = [];
  const run = runForMerchants(
    "test",
    async (merchantId) => {
      if (merchantId === a.merchantId) throw new Error("a is broken");
      served.push(merchantId);
      return 0;
    },
    10,
  );
  await expect(run).rejects.toThrow("test failed");
  expect(served).toEqual([b.merchantId]);
});
