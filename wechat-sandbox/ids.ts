import { toBeijingDate } from "./beijing-time";
import { type RandomBytes, randomDigits, randomHex } from "./crypto/random-text";

/** A transaction_id: 28 digits with the day of payment inside. */
export function newTransactionId(random: RandomBytes, atMs: number): string {
  return `4200${randomDigits(random, 6)}${compactDay(atMs)}${randomDigits(random, 10)}`;
}

/** A refund_id: 29 digits with the day inside. */
export function newRefundId(random: RandomBytes, atMs: number): string {
  return `503${randomDigits(random, 7)}${compactDay(atMs)}${randomDigits(random, 11)}`;
}

/** A prepay_id: `wx`, the day, and hexadecimal digits, 36 characters. */
export function newPrepayId(random: RandomBytes, atMs: number): string {
  return `wx${compactDay(atMs)}${randomHex(random, 13)}`;
}

/** A transfer_bill_no: 40 digits with the day inside. */
export function newTransferBillNo(random: RandomBytes, atMs: number): string {
  return `133${randomDigits(random, 17)}${compactDay(atMs)}${randomDigits(random, 12)}`;
}

/** A package_info: 44 characters that look like base64 and mean nothing to the merchant. */
export function newPackageInfo(random: RandomBytes): string {
  return Buffer.from(random(32)).toString("base64");
}

function compactDay(atMs: number): string {
  return toBeijingDate(atMs).replaceAll("-", "");
}
