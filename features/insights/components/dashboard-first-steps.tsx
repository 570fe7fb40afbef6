import Link from "next/link";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Panel } from "@/components/ui/panel";
import type { FirstSteps as Steps } from "@/features/insights/queries/find-first-steps";

const order = ["goods", "wechat", "rule", "distributor"] as const;

/** What a shop without orders does next, in the order in which it is done. */
export function FirstSteps({
  steps,
  links,
}: {
  steps: Steps;
  /** Where each is done; what is left out is for others to do. */
  links: Partial<Record<keyof Steps, string>>;
}) {
  const text = useTranslations("overview.firstSteps");
  return (
    <Panel title={text("title")} hint={text("hint")}>
      <ol className="grid divide-y divide-line">
        {order.map((step) => (
          <li key={step} className="flex items-center justify-between gap-4 py-2.5">
            <div className="min-w-0 text-sm">
              <StepName name={text(`step.${step}`)} href={steps[step] ? undefined : links[step]} />
              <p className="text-ink-faint">{text(`why.${step}`)}</p>
            </div>
            <Badge tone={steps[step] ? "ok" : "warn"}>{text(steps[step] ? "done" : "open")}</Badge>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function StepName({ name, href }: { name: string; href: string | undefined }) {
  if (!href) return <p className="font-medium">{name}</p>;
  return (
    <Link href={href} className="font-medium text-leaf hover:underline">
      {name}
    </Link>
  );
}
