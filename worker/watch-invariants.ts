import { recordAudit } from "@/features/audit/commands/record-audit";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant, type MerchantTx } from "@/lib/db/in-merchant";
import { listInvariants } from "@/lib/invariants/list-invariants";
import { log } from "@/lib/log/log";
import { Prisma } from "@/prisma/generated/client";

/** Of several verdicts about a merchant the last one holds: payouts go out only after "hold". */
const verdicts = { hold: "invariants.hold", broken: "invariants.broken" } as const;

/**
 * Looks at every invariant as far as this merchant is concerned. A row is logged as an alarm; a
 * change of the verdict is written to the audit trail, where whoever sends money must look first.
 * @returns the names of the broken ones
 */
export async function watchInvariants(
  merchantId: AuthorizedMerchantId,
  now: Date,
): Promise<string[]> {
  const broken: string[] = [];
  for (const { name, sql } of listInvariants()) {
    const rows = await countRows(merchantId, sql);
    if (rows === 0) continue;
    broken.push(name);
    log.error({ merchantId, invariant: name, rows }, "ALARM: invariant broken");
  }
  const action = broken.length === 0 ? verdicts.hold : verdicts.broken;
  await inMerchant(merchantId, async (tx) => {
    if ((await lastVerdict(tx, merchantId)) === action) return;
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "system" },
      action,
      objectKind: "merchant",
      objectId: merchantId,
      details: { broken: broken.join(", ") },
      now,
    });
  });
  return broken;
}

async function countRows(merchantId: AuthorizedMerchantId, sql: string): Promise<number> {
  const question = Prisma.raw(`select count(*)::int as rows from (\n${sql}\n) found`);
  const [answer] = await inMerchant(
    merchantId,
    (tx) => tx.$queryRaw<{ rows: number }[]>(question),
    { timeoutMs: 60_000 },
  );
  return answer?.rows ?? 0;
}

async function lastVerdict(tx: MerchantTx, merchantId: string): Promise<string | undefined> {
  const entry = await tx.auditEntry.findFirst({
    where: {
      merchantId,
      objectKind: "merchant",
      objectId: merchantId,
      action: { in: Object.values(verdicts) },
    },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { action: true },
  });
  return entry?.action;
}
