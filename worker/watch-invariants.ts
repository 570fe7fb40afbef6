import { z } from "zod";
import { recordAudit } from "@/features/audit/commands/record-audit";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant, type MerchantTx } from "@/lib/db/in-merchant";
import type { BrokenInvariant } from "@/lib/invariants/find-broken";
import { log } from "@/lib/log/log";
import { type Reach, runInvariants } from "@/worker/run-invariants";

/** Of several verdicts about a merchant the last one holds: payouts go out only after "hold". */
const verdicts = { hold: "invariants.hold", broken: "invariants.broken" } as const;
type Verdict = (typeof verdicts)[keyof typeof verdicts];

/**
 * Looks at the invariants as far as this merchant is concerned: at what was touched since the last
 * run, at night and after a bad verdict at everything. A row is logged as an alarm; a change of the
 * verdict, or of what is broken, is written to the audit trail, where whoever sends money must look first.
 * @returns the names of the broken ones, and how far was looked; null while another worker looks
 */
export async function watchInvariants(
  merchantId: AuthorizedMerchantId,
  now: Date,
): Promise<{ broken: string[]; reach: Reach } | null> {
  const last = await inMerchant(merchantId, (tx) => lastVerdict(tx, merchantId));
  const run = await runInvariants(merchantId, { now, doubtful: last?.action === verdicts.broken });
  if (run === null) return null;
  const { broken, reach, ms, slowest } = run;
  for (const { name, rows } of broken) {
    log.error({ merchantId, invariant: name, rows }, "ALARM: invariant broken");
  }
  log.info({ merchantId, reach, ms, slowest, broken: broken.length }, "invariants looked at");
  await inMerchant(merchantId, (tx) => noteVerdict(tx, merchantId, broken, now));
  return { broken: broken.map(({ name }) => name), reach };
}

async function noteVerdict(
  tx: MerchantTx,
  merchantId: AuthorizedMerchantId,
  broken: readonly BrokenInvariant[],
  now: Date,
): Promise<void> {
  const action = broken.length === 0 ? verdicts.hold : verdicts.broken;
  const names = broken.map(({ name }) => name).join(", ");
  const last = await lastVerdict(tx, merchantId);
  if (last?.action === action && last.names === names) return;
  await recordAudit(tx, {
    merchantId,
    actor: { kind: "system" },
    action,
    objectKind: "merchant",
    objectId: merchantId,
    details: { broken: names },
    now,
  });
}

/** The last one noted, with the names of what was broken. */
async function lastVerdict(
  tx: MerchantTx,
  merchantId: string,
): Promise<{ action: Verdict; names: string } | null> {
  const entry = await tx.auditEntry.findFirst({
    where: {
      merchantId,
      objectKind: "merchant",
      objectId: merchantId,
      action: { in: Object.values(verdicts) },
    },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { action: true, details: true },
  });
  const action = Object.values(verdicts).find((verdict) => verdict === entry?.action);
  const told = z.object({ broken: z.string() }).safeParse(entry?.details);
  return action ? { action, names: told.success ? told.data.broken : "" } : null;
}
