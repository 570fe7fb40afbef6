import { changePolicy } from "@/features/merchants/commands/change-policy";
import { createMerchant } from "@/features/merchants/commands/create-merchant";
import { setWechatCredentials } from "@/features/merchants/commands/set-wechat-credentials";
import { createStaff } from "@/features/staff/commands/create-staff";
import type { StaffRole } from "@/features/staff/schema";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import type { DemoShop } from "@/prisma/seed/shops/demo-shop";
import { expectOk } from "@/prisma/seed/shops/expect-ok";
import type { ApplicationAccount, SandboxAccount } from "@/wechat-sandbox/account";

/** A shop that is set up: its ids, its staff, and WeChat's side of its accounts. */
export type OpenShop = {
  demo: DemoShop;
  merchantId: AuthorizedMerchantId;
  host: string;
  origin: string;
  staffIds: Record<StaffRole, string>;
  wechat: SandboxAccount;
};

const staffNames: Record<StaffRole, string> = {
  owner: "何掌柜",
  operator: "小苏(运营)",
  finance: "蒋会计",
  warehouse: "阿坤(仓库)",
};

/**
 * Creates the merchant, its staff and its policy and types in its WeChat accounts, as its owner would.
 * @param publicOrigin how a host becomes an address, with {host} in it
 */
export async function openShop(
  demo: DemoShop,
  wechat: { sandboxSide: SandboxAccount; applicationSide: ApplicationAccount },
  options: { publicOrigin: string; demoPassword: string; now: Date },
): Promise<OpenShop> {
  const { publicOrigin, demoPassword, now } = options;
  const { seed, hosts } = demo;
  const { merchantId } = expectOk(
    await createMerchant({ slug: seed.slug, name: seed.name, hosts }, now),
  );
  const staffIds = await hireStaff(merchantId, demo.emailDomain, demoPassword, now);
  const owner = { merchantId, staffId: staffIds.owner };
  await setWechatCredentials(owner, wechat.applicationSide, now);
  await setPolicy(owner, demo.paymentMinutes, now);
  const host = hosts[0] ?? "";
  const origin = publicOrigin.replace("{host}", host);
  return { demo, merchantId, host, origin, staffIds, wechat: wechat.sandboxSide };
}

async function hireStaff(
  merchantId: AuthorizedMerchantId,
  emailDomain: string,
  password: string,
  now: Date,
): Promise<Record<StaffRole, string>> {
  const hire = async (role: StaffRole) => {
    const person = { email: `${role}@${emailDomain}`, name: staffNames[role], role, password };
    return expectOk(await createStaff(merchantId, person, null, now)).staffId;
  };
  const owner = await hire("owner");
  const [operator, finance, warehouse] = await Promise.all([
    hire("operator"),
    hire("finance"),
    hire("warehouse"),
  ]);
  return { owner, operator, finance, warehouse };
}

async function setPolicy(
  owner: { merchantId: AuthorizedMerchantId; staffId: string },
  paymentMinutes: number,
  now: Date,
): Promise<void> {
  const policy = {
    seenVersion: 1,
    attributionMode: "last_touch" as const,
    validityDays: 180,
    protectionDays: 15,
    allowSelfPurchase: false,
    level2Enabled: true,
    level2Confirmed: true,
    holdDays: 7,
    commissionCapBps: 3_000,
    paymentMinutes,
    autoReceiveDays: 10,
    paymentFeeBps: 60,
    traditionalRakeBps: 3_000,
  };
  expectOk(await changePolicy(owner, policy, now));
}
