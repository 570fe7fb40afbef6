"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/phone/button";
import { TextField } from "@/components/phone/field";
import { Notice } from "@/components/phone/notice";
import type { AccountText } from "@/features/payouts/components/account-text";
import { sendJson } from "@/lib/http/send-json";

type Faults = Record<string, string>;

const fields = [
  { name: "realName", autoComplete: "name", inputMode: "text", maxLength: 30 },
  // Not numeric: the last sign may be an X.
  { name: "idNumber", autoComplete: "off", inputMode: "text", maxLength: 40 },
] as const;
const bankFields = [
  { name: "bankName", hint: "bankNameHint", inputMode: "text" },
  { name: "bankCard", hint: undefined, inputMode: "numeric" },
] as const;

/** Takes name, identity number, bank card and the consent. What was typed stays, whatever is refused. */
export function AccountForm({
  consentVersion,
  text,
}: {
  consentVersion: string;
  text: AccountText;
}) {
  const { faults, problem, pending, save } = useAccountForm(consentVersion, text);
  return (
    <form onSubmit={(event) => void save(event)} noValidate className="space-y-5">
      {fields.map(({ name, ...input }) => (
        <TextField
          key={name}
          id={name}
          name={name}
          label={text[name]}
          hint={text[`${name}Hint`]}
          fault={faults[name]}
          spellCheck={false}
          required
          {...input}
        />
      ))}
      <fieldset className="space-y-4">
        <legend className="font-medium">{text.bankTitle}</legend>
        <p className="-mt-3 text-ink-soft text-sm">{text.bankHint}</p>
        {bankFields.map(({ name, hint, inputMode }) => (
          <TextField
            key={name}
            id={name}
            name={name}
            label={text[name]}
            hint={hint && text[hint]}
            fault={faults[name]}
            autoComplete="off"
            inputMode={inputMode}
            maxLength={40}
          />
        ))}
      </fieldset>
      <label className="flex min-h-11 items-start gap-3">
        <input
          type="checkbox"
          name="consented"
          required
          aria-invalid={faults.consented ? true : undefined}
          aria-describedby={faults.consented ? "consented-fault" : undefined}
          className="mt-1 size-5 shrink-0 accent-leaf"
        />
        <span className="text-sm">{text.consent}</span>
      </label>
      {faults.consented ? (
        <p id="consented-fault" className="text-cinnabar-deep text-sm">
          {faults.consented}
        </p>
      ) : null}
      {problem ? (
        <Notice tone="bad" live>
          {problem}
        </Notice>
      ) : null}
      <Button type="submit" className="w-full" pending={pending}>
        {pending ? text.saving : text.save}
      </Button>
    </form>
  );
}

function useAccountForm(consentVersion: string, text: AccountText) {
  const [faults, setFaults] = useState<Faults>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, setPending] = useState(false);

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setPending(true);
    const answer = await sendJson("POST", "/api/mall/payouts/account", {
      realName: form.get("realName"),
      idNumber: form.get("idNumber"),
      bankName: form.get("bankName"),
      bankCard: form.get("bankCard"),
      consented: form.get("consented") === "on",
      consentVersion,
    });
    if (answer.ok) return location.replace("/distribute/payouts/account?saved=1");
    setPending(false);
    const found = readFaults(answer.body.faults, text);
    setFaults(found);
    const said = answer.values.sentence ?? text.faults[answer.reason] ?? text.faults.unknown;
    setProblem(Object.keys(found).length > 0 ? null : String(said));
    const [first] = Object.keys(found);
    if (first) document.getElementsByName(first)[0]?.focus();
  }

  return { faults, problem, pending, save };
}

/** The server names a reason per field; here they become sentences. */
function readFaults(faults: unknown, text: AccountText): Faults {
  const named: [string, unknown][] = Object.entries(Object(faults));
  return Object.fromEntries(
    named.map(([field, reason]) => [field, text.faults[String(reason)] ?? String(reason)]),
  );
}
