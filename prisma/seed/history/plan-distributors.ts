import { applicationTexts, freezeReason, refusals } from "@/prisma/seed/history/application-texts";
import { hourMs, minuteMs } from "@/prisma/seed/history/calendar";
import type { Chance } from "@/prisma/seed/history/chance";
import type { Plan } from "@/prisma/seed/history/deed";
import { apply, approve, freeze, refuse } from "@/prisma/seed/history/distributor-deeds";
import type { LinkBook } from "@/prisma/seed/history/link-book";
import { chanceOf, momentAt, type Outline } from "@/prisma/seed/history/outline";
import { drawNickname } from "@/prisma/seed/history/people";
import { planLinks } from "@/prisma/seed/history/plan-links";
import { openLink, signIn } from "@/prisma/seed/history/visit-deeds";
import type { DemoPerson } from "@/prisma/seed/shops/demo-people";

/** Somebody who becomes a distributor. */
export type Seller = DemoPerson & {
  atMs: number;
  /** Whose link they came by; null for those who found the shop alone. */
  invitedBy: string | null;
  /** 1 for the best, falling steeply: most sales come from few. */
  reach: number;
  gradeName: string | null;
};

/** The team of a shop: its known people first, the rest drawn. */
export function drawSellers(outline: Outline, known: readonly Seller[]): Seller[] {
  const chance = chanceOf(outline, "sellers");
  const { heads, tails } = outline.scale;
  const sellers = [...known];
  const heads0 = known.filter(({ invitedBy }) => invitedBy === null).length;
  for (let rank = sellers.length; sellers.length < heads + tails; rank += 1) {
    const isHead = sellers.length - known.length < heads - heads0;
    const share = isHead ? 0.01 + chance.next() * 0.1 : 0.12 + chance.next() * 0.6;
    const elders = sellers.filter(({ invitedBy }) => invitedBy === null);
    sellers.push({
      id: `${outline.slug}-seller-${rank}`,
      nickname: drawFreshName(sellers, chance),
      atMs: momentAt(outline, share),
      invitedBy: isHead ? null : chance.weighed(elders, ({ reach }) => reach).id,
      reach: 1 / (rank + 1) ** 1.15,
      gradeName: null,
    });
  }
  return sellers.sort((one, other) => one.atMs - other.atMs);
}

/** A name that no other seller of the shop has: lists would show two of one name. */
function drawFreshName(sellers: readonly DemoPerson[], chance: Chance): string {
  for (;;) {
    const drawn = drawNickname(chance);
    if (sellers.every(({ nickname }) => nickname !== drawn)) return drawn;
  }
}

/** How the sellers came, applied, were approved and began to share. */
export function planSellers(outline: Outline, sellers: readonly Seller[], book: LinkBook): Plan {
  const chance = chanceOf(outline, "applications");
  const plan: Plan = [];
  for (const seller of sellers) {
    const { id, atMs, gradeName } = seller;
    const approvedMs = atMs + chance.int(30, 150) * minuteMs;
    plan.push(...planApplication(seller, book, chance));
    plan.push(approve(approvedMs, id, gradeName));
    plan.push(...planLinks(outline, { ...seller, fromMs: approvedMs + 5 * minuteMs }, book));
  }
  const invited = sellers.filter(({ id, invitedBy }) => invitedBy && id.includes("-seller-"));
  const rude = invited[Math.floor(invited.length / 2)];
  if (rude && outline.scale.refused > 0) {
    plan.push(freeze(momentAt(outline, 0.9), rude.id, freezeReason));
  }
  return plan;
}

/** Those who were refused, and those who wait for an answer today. */
export function planOtherApplicants(
  outline: Outline,
  known: { refused: readonly DemoPerson[]; waiting: readonly DemoPerson[] },
  book: LinkBook,
): Plan {
  const chance = chanceOf(outline, "applicants");
  const { refused, waiting } = outline.scale;
  const plan: Plan = [];
  for (const [index, person] of complete(known.refused, refused, outline, "refused", chance)) {
    const { applicationText, reason } = refusals[index % refusals.length] ?? chance.pick(refusals);
    const atMs = momentAt(outline, 0.35 + 0.15 * index);
    const applicant = { ...person, atMs, applicationText, invitedBy: null };
    plan.push(...planApplication(applicant, book, chance));
    plan.push(refuse(atMs + chance.int(30, 240) * minuteMs, person.id, reason));
  }
  for (const [index, person] of complete(known.waiting, waiting, outline, "waiting", chance)) {
    const atMs = outline.now.getTime() - (0.7 + 7 * index) * hourMs;
    const invitedBy = book.draw(atMs - hourMs, chance, person.id)?.sharer ?? null;
    plan.push(...planApplication({ ...person, atMs, invitedBy }, book, chance));
  }
  return plan;
}

function* complete(
  known: readonly DemoPerson[],
  count: number,
  { slug }: Outline,
  kind: string,
  chance: Chance,
): Generator<[number, DemoPerson]> {
  for (let index = 0; index < count; index += 1) {
    const drawn = { id: `${slug}-${kind}-${index}`, nickname: drawNickname(chance) };
    yield [index, known[index] ?? drawn];
  }
}

function planApplication(
  applicant: DemoPerson & { atMs: number; invitedBy: string | null; applicationText?: string },
  book: LinkBook,
  chance: Chance,
): Plan {
  const { id, nickname, atMs, invitedBy } = applicant;
  const applicationText = applicant.applicationText ?? chance.pick(applicationTexts);
  const plan = [
    signIn(atMs - 4 * minuteMs, id, nickname),
    apply(atMs, id, { displayName: nickname, applicationText }),
  ];
  const cameMs = atMs - 20 * minuteMs;
  const invitation = invitedBy ? book.firstOf(invitedBy, cameMs) : null;
  if (invitation) plan.push(openLink(cameMs, id, invitation.name));
  return plan;
}
