import { mallText } from "@/lib/i18n/mall-text";

const keys = [
  "realName",
  "realNameHint",
  "idNumber",
  "idNumberHint",
  "bankTitle",
  "bankHint",
  "bankName",
  "bankNameHint",
  "bankCard",
  "save",
  "saving",
] as const;
const faultKeys = [
  "bad_name",
  "bad_id_number",
  "bad_bank_card",
  "bank_incomplete",
  "not_consented",
] as const;
const plainFaultKeys = ["unknown", "network", "not_signed_in"] as const;

export type AccountText = Record<(typeof keys)[number] | "consent", string> & {
  faults: Record<string, string>;
};

/** The sentences of the account form, handed over by the server so that no catalogue is shipped. */
export function accountText(company: string): AccountText {
  const own = keys.map((key) => [key, mallText(`distribution.withdrawal.account.${key}`)]);
  const faults = [
    ...plainFaultKeys.map((key) => [key, mallText(`errors.${key}`)]),
    ...faultKeys.map((key) => [key, mallText(`distribution.withdrawal.account.faults.${key}`)]),
  ];
  return {
    ...(Object.fromEntries(own) as Record<(typeof keys)[number], string>),
    consent: mallText("distribution.withdrawal.account.consent", { company }),
    faults: Object.fromEntries(faults),
  };
}
