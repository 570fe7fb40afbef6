import { timingSafeEqual } from "node:crypto";
import { createMerchant } from "@/features/merchants/commands/create-merchant";
import { isInstallationEmpty } from "@/features/merchants/queries/is-installation-empty";
import { createStaff } from "@/features/staff/commands/create-staff";
import type { SetUpInput } from "@/features/staff/schema";
import { hashToken } from "@/lib/secrets/seal";
import { setupCode } from "@/lib/secrets/setup-code";

/** One name for the first shop: of two who set up at once, the second finds it taken. */
const firstSlug = "shop";

/**
 * The first visitor of an empty installation becomes its owner, with the one-time code that the server
 * printed. Opens nothing once there is a merchant.
 * @param host name of the shop's address, without port
 */
export async function setUpInstallation(
  input: SetUpInput & { host: string },
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: "already_set_up" | "wrong_code" }> {
  if (!(await isInstallationEmpty())) return { ok: false, reason: "already_set_up" };
  if (!isSetupCode(input.code)) return { ok: false, reason: "wrong_code" };
  const { shopName, ownerName, email, password, host } = input;
  const created = await createMerchant({ slug: firstSlug, name: shopName, hosts: [host] }, now);
  if (!created.ok) return { ok: false, reason: "already_set_up" };
  const owner = { email, name: ownerName, role: "owner", password } as const;
  await createStaff(created.merchantId, owner, null, now);
  return { ok: true };
}

/** Compared as hashes: as long as each other, and in the same time wherever they differ. */
function isSetupCode(code: string): boolean {
  const [given, right] = [code.trim().toLowerCase(), setupCode()].map((text) =>
    Buffer.from(hashToken(text)),
  );
  return given !== undefined && right !== undefined && timingSafeEqual(given, right);
}
