"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/components/ui/action-result";
import { FormArea, FormInput } from "@/components/ui/form-field";
import type { MerchantProfileView } from "@/features/merchants/schema";

const lines = [
  "name",
  "slogan",
  "servicePhone",
  "companyName",
  "licenceNo",
  "foodLicenceNo",
  "icpNo",
] as const;
const texts = ["story", "returnRules", "privacyNotice"] as const;

/** What the shop says about itself. */
export function ProfileForm({ profile, save }: { profile: MerchantProfileView; save: FormAction }) {
  const text = useTranslations("settings");
  return (
    <ActionForm action={save} submitLabel={text("saveProfile")}>
      <div className="grid gap-3 md:grid-cols-2">
        {lines.map((name) => (
          <FormInput
            key={name}
            name={name}
            label={text(`profile.${name}`)}
            defaultValue={profile[name]}
          />
        ))}
      </div>
      {texts.map((name) => (
        <FormArea
          key={name}
          name={name}
          label={text(`profile.${name}`)}
          defaultValue={profile[name]}
        />
      ))}
    </ActionForm>
  );
}
