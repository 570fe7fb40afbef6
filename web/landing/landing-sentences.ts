import { sentencePage } from "@/lib/http/sentence-page";
import { mallText } from "@/lib/i18n/mall-text";

/** Why a share link does not lead to its product, each with the status that says so to programs. */
export const landingStatus = { unknown: 404, revoked: 410, noShop: 404, unavailable: 503 } as const;

export type LandingFault = keyof typeof landingStatus;

/** The page that a friend sees instead, with a way into the shop. */
export function landingSentence(fault: LandingFault): string {
  return sentencePage({
    title: mallText(`distribution.landing.${fault}Title`),
    sentence: mallText(`distribution.landing.${fault}`),
    action: { href: "/", label: mallText("distribution.landing.toShop") },
  });
}
