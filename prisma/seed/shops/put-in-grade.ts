import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";

/** The grades into which a shop sorts its distributors. No screen makes them yet, so no command does. */
export async function addGrades(
  merchantId: AuthorizedMerchantId,
  names: readonly string[],
): Promise<void> {
  await inMerchant(merchantId, (tx) =>
    tx.distributorGrade.createMany({
      data: names.map((name, position) => ({ merchantId, id: newId(), name, position })),
    }),
  );
}

/** Puts a distributor into a grade: their rate from the next order on. */
export async function putInGrade(
  merchantId: AuthorizedMerchantId,
  distributorId: string,
  gradeName: string,
): Promise<void> {
  await inMerchant(merchantId, async (tx) => {
    const where = { merchantId, name: gradeName };
    const { id: gradeId } = await tx.distributorGrade.findFirstOrThrow({ where });
    await tx.distributor.updateMany({
      where: { merchantId, id: distributorId },
      data: { gradeId },
    });
  });
}
