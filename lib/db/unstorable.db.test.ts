import { expect, test } from "vitest";
import { testMerchants } from "@/e2e/database";
import { inMerchant } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";

const now = new Date("2026-03-01T00:00:00.000Z");

test("a text that Postgres cannot keep is a bad request, whichever way it is asked", async () => {
  const { a } = await testMerchants();
  const { merchantId } = a;
  const nickname = "a\0b";
  const nul = inMerchant(merchantId, (tx) =>
    tx.customer.create({ data: { merchantId, id: newId(), nickname, createdAt: now } }),
  );
  await expect(nul).rejects.toMatchObject({ code: "bad_request" });
  const asked = inMerchant(merchantId, (tx) => tx.$queryRaw`select ${nickname}::text`);
  await expect(asked).rejects.toMatchObject({ code: "bad_request" });
  const details = { reason: "\ud800" };
  const half = inMerchant(merchantId, (tx) =>
    tx.auditEntry.createMany({
      data: [
        {
          ...{ merchantId, id: newId(), at: now, actorKind: "system", action: "test.write" },
          ...{ objectKind: "test", objectId: newId(), details },
        },
      ],
    }),
  );
  await expect(half).rejects.toMatchObject({ code: "bad_request" });
});
