import { hashToken, seal, unseal } from "@/lib/secrets/seal";

type Owner = { merchantId: string; distributorId: string };
type AccountColumn = "realName" | "idNumber" | "bankCard";

/** Each column of each person has a purpose of its own: a sealed value cannot be moved elsewhere. */
function accountPurpose({ merchantId, distributorId }: Owner, column: AccountColumn): string {
  return `payout_account:${merchantId}:${distributorId}:${column}`;
}

function namePurpose({ merchantId, payoutId }: { merchantId: string; payoutId: string }): string {
  return `payout:${merchantId}:${payoutId}:userName`;
}

/** How identity data lies in the database, and the only way back. */
export const payoutSeal = {
  seal: (plain: string, owner: Owner, column: AccountColumn) =>
    seal(plain, accountPurpose(owner, column)),
  /** "" for what was never given, and of a person who was erased. */
  unseal: (sealed: string, owner: Owner, column: AccountColumn) =>
    sealed === "" ? "" : unseal(sealed, accountPurpose(owner, column)),
  /** The account's name, sealed anew for one withdrawal. */
  moveName: (sealed: string, to: Owner & { payoutId: string }) =>
    seal(unseal(sealed, accountPurpose(to, "realName")), namePurpose(to)),
  openName: (sealed: string, payout: { merchantId: string; payoutId: string }) =>
    sealed === "" ? "" : unseal(sealed, namePurpose(payout)),
  /** One person, one value within a shop; it tells nothing and meets nothing elsewhere. */
  hashIdNumber: (merchantId: string, idNumber: string) =>
    hashToken(`id-number:${merchantId}:${idNumber}`),
};
