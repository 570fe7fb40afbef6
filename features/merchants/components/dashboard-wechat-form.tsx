"use client";

import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { ActionForm } from "@/components/ui/action-form";
import type { ActionResult, FormAction } from "@/components/ui/action-result";
import { FormArea, FormInput } from "@/components/ui/form-field";
import { PasswordAgain } from "@/components/ui/password-again";
import type { WechatSettingsView } from "@/features/merchants/schema";

/** The WeChat accounts. Secrets can be written, never read. */
export function WechatForm({
  settings,
  save,
  test,
  isSteppedUp,
}: {
  /** Null while nothing is stored. */
  settings: WechatSettingsView | null;
  save: FormAction;
  test: () => Promise<ActionResult>;
  isSteppedUp: boolean;
}) {
  const text = useTranslations("settings");
  const secretHint = text(settings ? "wechat.kept" : "wechat.needed");
  const open = ["appId", "mchId", "merchantSerialNo", "wechatpayPublicKeyId"] as const;
  return (
    <ActionForm
      action={save}
      submitLabel={text("saveWechat")}
      beside={settings && <ActionButton action={test}>{text("testWechat")}</ActionButton>}
    >
      <div className="grid gap-3 md:grid-cols-2">
        {open.map((name) => (
          <FormInput
            key={name}
            name={name}
            label={text(`wechat.${name}`)}
            defaultValue={settings?.[name]}
            spellCheck={false}
            autoComplete="off"
          />
        ))}
        {(["appSecret", "apiV3Key"] as const).map((name) => (
          <FormInput
            key={name}
            name={name}
            type="password"
            label={text(`wechat.${name}`)}
            hint={secretHint}
            autoComplete="off"
          />
        ))}
      </div>
      <FormArea
        name="merchantPrivateKeyPem"
        label={text("wechat.merchantPrivateKeyPem")}
        hint={secretHint}
        spellCheck={false}
        autoComplete="off"
      />
      <FormArea
        name="wechatpayPublicKeyPem"
        label={text("wechat.wechatpayPublicKeyPem")}
        defaultValue={settings?.wechatpayPublicKeyPem}
        spellCheck={false}
      />
      <PasswordAgain isSteppedUp={isSteppedUp} />
    </ActionForm>
  );
}
