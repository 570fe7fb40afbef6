import { Card } from "@/components/phone/card";
import { mallText } from "@/lib/i18n/mall-text";

const parts = ["why", "who", "retention"] as const;

/** What the identity is for, who gets it and for how long: said before it is asked for. */
export function AccountExplanation({ company }: { company: string }) {
  return (
    <Card className="divide-y divide-line px-4">
      {parts.map((part) => (
        <section key={part} className="py-3">
          <h2 className="font-medium">
            {mallText(`distribution.withdrawal.account.${part}Title`)}
          </h2>
          <p className="mt-0.5 text-ink-soft text-sm">
            {mallText(`distribution.withdrawal.account.${part}`, { company })}
          </p>
        </section>
      ))}
    </Card>
  );
}
