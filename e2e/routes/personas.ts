import { behind } from "@/e2e/pages/behind";
import { customerCookie, staffCookie } from "@/e2e/routes/sign-in-by-http";
import type { staffRoles } from "@/features/staff/schema";
import { AZHEN, CHAYOU, CHENJIE, DASHAN, LAOZHOU, XIAOLIN } from "@/prisma/seed/shops/demo-people";

/** Everybody who tries, by what they are; each is a Cookie header. */
export type Personas = Record<
  | "nobody"
  /** Whose orders and addresses the samples are. */
  | "customer"
  | "otherCustomer"
  | "otherShopsCustomer"
  | "signedOutCustomer"
  /** Whose commissions the samples are. */
  | "distributor"
  | "otherDistributor"
  | "frozenDistributor"
  | "otherShopsOwner"
  | "disabledOwner"
  | "signedOutOwner"
  | "staff"
  | (typeof staffRoles)[number],
  string
>;

/** Signs everybody in, then disables, freezes and revokes whoever is to be so. */
export async function signInEverybody(): Promise<Personas> {
  await behind(
    `insert into staff (merchant_id, id, email, name, role, password_hash, created_at)
     select merchant_id, gen_random_uuid(), kind || '@ruoli.example', kind, 'owner', password_hash, now()
     from staff cross join (values ('disabled'), ('revoked')) as wanted(kind)
     where email = 'owner@ruoli.example' on conflict do nothing`,
  );
  const owners = "select id from staff where email =";
  await behind(`update staff set disabled_at = null where email = 'disabled@ruoli.example'`);
  const personas = {
    nobody: "",
    customer: await customerCookie(XIAOLIN.id),
    otherCustomer: await customerCookie(CHENJIE.id),
    otherShopsCustomer: await customerCookie(CHAYOU.id, "tea.localhost"),
    signedOutCustomer: await customerCookie(XIAOLIN.id),
    distributor: await customerCookie(AZHEN.id),
    otherDistributor: await customerCookie(LAOZHOU.id),
    frozenDistributor: await customerCookie(DASHAN.id),
    otherShopsOwner: await staffCookie("owner@yunjiao.example", "tea.localhost"),
    disabledOwner: await staffCookie("disabled@ruoli.example"),
    signedOutOwner: await staffCookie("revoked@ruoli.example"),
    owner: await staffCookie("owner@ruoli.example"),
    operator: await staffCookie("operator@ruoli.example"),
    finance: await staffCookie("finance@ruoli.example"),
    warehouse: await staffCookie("warehouse@ruoli.example"),
  };
  await behind(`update staff set disabled_at = now() where email = 'disabled@ruoli.example'`);
  await behind(
    `update staff_session set revoked_at = now() where staff_id in (${owners} 'revoked@ruoli.example')`,
  );
  await behind(
    `update customer_session s set revoked_at = now() from customer c
     where c.id = s.customer_id and c.nickname = $1
       and s.created_at = (select max(created_at) from customer_session where customer_id = c.id)`,
    [XIAOLIN.nickname],
  );
  await behind("update distributor set status = 'frozen' where display_name = $1", [
    DASHAN.nickname,
  ]);
  return { ...personas, staff: personas.owner };
}

/** 大山 is again what the journeys know him as. */
export async function thawEverybody(): Promise<void> {
  await behind("update distributor set status = 'refused' where display_name = $1", [
    DASHAN.nickname,
  ]);
}

/**
 * As if everybody who is signed in had just given their password once more: what asks for it again is
 * then held by its other guards alone.
 */
export async function stepUpEverybody(): Promise<void> {
  await behind("update staff_session set stepped_up_at = now() where revoked_at is null");
}

/** Nobody has given their password a second time. */
export async function stepDownEverybody(): Promise<void> {
  await behind("update staff_session set stepped_up_at = null where stepped_up_at is not null");
}
