import { Icon, type IconName } from "@/components/phone/icon";
import { mallText } from "@/lib/i18n/mall-text";

const promises = [
  { icon: "shield", key: "licence", href: "/about#licence" },
  { icon: "box", key: "returns", href: "/about#returns" },
  { icon: "check", key: "pay", href: "/about#privacy" },
] as const satisfies readonly { icon: IconName; key: string; href: string }[];

/** Why one can buy here; each reason leads to where it is written out. */
export function TrustLine() {
  return (
    <ul className="grid grid-cols-[repeat(auto-fit,minmax(6.5rem,1fr))] gap-2">
      {promises.map(({ icon, key, href }) => (
        <li key={key}>
          <a href={href} className="flex h-full flex-col items-center px-1 py-2 text-center">
            <span className="grid size-10 place-items-center rounded-full bg-leaf-soft text-leaf">
              <Icon name={icon} className="size-5" />
            </span>
            <span className="mt-1.5 font-medium text-sm">{mallText(`mall.home.trust_${key}`)}</span>
            <span className="text-ink-faint text-xs leading-snug">
              {mallText(`mall.home.trust_${key}_hint`)}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
