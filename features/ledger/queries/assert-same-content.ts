import type { PostedTransfer } from "@/features/ledger/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/**
 * Asserts that every transfer stands in the ledger exactly as given.
 * @throws naming the first event whose booked content differs: a broken assumption, never an outcome
 */
export async function assertSameContent(
  tx: MerchantTx,
  merchantId: string,
  transfers: readonly PostedTransfer[],
): Promise<void> {
  const rows: PostedTransfer[] = await tx.ledgerTransfer.findMany({
    where: { merchantId, id: { in: transfers.map(({ id }) => id) } },
    omit: { merchantId: true, eventAt: true, createdAt: true },
  });
  const booked = new Map(rows.map((row) => [row.id, row]));
  for (const transfer of transfers) {
    const found = booked.get(transfer.id);
    if (found === undefined || !sameContent(found, transfer)) {
      throw new Error(`${transfer.eventKey} was booked before with another content`);
    }
  }
}

function sameContent(a: PostedTransfer, b: PostedTransfer): boolean {
  return (
    a.eventKey === b.eventKey &&
    a.debitAccountId === b.debitAccountId &&
    a.creditAccountId === b.creditAccountId &&
    a.amountFen === b.amountFen &&
    a.phase === b.phase &&
    a.holdId === b.holdId &&
    a.reversesId === b.reversesId &&
    a.code === b.code &&
    a.referenceKind === b.referenceKind &&
    a.referenceId === b.referenceId
  );
}
