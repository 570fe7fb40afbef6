"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/phone/button";
import { AreaField, TextField } from "@/components/phone/field";
import { Notice } from "@/components/phone/notice";
import type { AddressText } from "@/features/addresses/components/address-text";
import { DeleteAddress } from "@/features/addresses/components/delete-address";
import { RegionFields, type Regions } from "@/features/addresses/components/region-fields";
import type { AddressField, AddressView } from "@/features/addresses/schema";
import { sendJson } from "@/lib/http/send-json";
import { phoneSentence } from "@/lib/i18n/phone-sentence";

type Faults = Partial<Record<AddressField, string>>;

/** Adds or edits an address. What was typed stays, whatever the network or the server says. */
export function AddressForm({
  address,
  checkout,
  regions,
  text,
}: {
  address: AddressView | null;
  /** The checkout to go back to with this address, if one sent the customer here. */
  checkout: string | null;
  regions: Regions;
  text: AddressText;
}) {
  const [regionCode, setRegionCode] = useState(address?.regionCode ?? "");
  const [faults, setFaults] = useState<Faults>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, setPending] = useState(false);

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setPending(true);
    const answer = await sendJson("POST", "/api/mall/addresses", {
      addressId: address?.addressId ?? null,
      receiverName: form.get("receiverName"),
      phone: form.get("phone"),
      detail: form.get("detail"),
      isDefault: form.get("isDefault") === "on",
      regionCode,
    });
    if (answer.ok) return location.replace(nextPage(checkout, answer.body.addressId));
    setPending(false);
    const found: Faults = answer.body.faults ?? {};
    setFaults(found);
    setProblem(Object.keys(found).length > 0 ? null : phoneSentence(answer.reason));
  }

  const sentence = (field: AddressField) => {
    const reason = faults[field];
    return reason ? phoneSentence(reason) : undefined;
  };
  return (
    <>
      <form onSubmit={(event) => void save(event)} noValidate className="space-y-5">
        <TextField
          id="receiverName"
          name="receiverName"
          label={text.receiver_name}
          autoComplete="name"
          maxLength={30}
          defaultValue={address?.receiverName}
          fault={sentence("receiverName")}
        />
        <TextField
          id="phone"
          name="phone"
          type="tel"
          label={text.phone}
          autoComplete="tel"
          maxLength={20}
          defaultValue={address?.phone}
          fault={sentence("phone")}
        />
        <RegionFields
          initial={regions}
          regionCode={regionCode}
          fault={sentence("regionCode")}
          text={text}
          onChange={setRegionCode}
        />
        <AreaField
          id="detail"
          label={text.detail}
          fault={sentence("detail")}
          name="detail"
          rows={2}
          maxLength={120}
          autoComplete="street-address"
          placeholder={text.detail_placeholder}
          defaultValue={address?.detail}
        />
        <label className="flex min-h-11 items-center gap-3">
          <input
            type="checkbox"
            name="isDefault"
            defaultChecked={address?.isDefault ?? false}
            className="size-5 accent-leaf"
          />
          {text.make_default}
        </label>
        {problem ? (
          <Notice tone="bad" live>
            {problem}
          </Notice>
        ) : null}
        <Button type="submit" className="w-full" pending={pending}>
          {pending ? text.saving : text.save}
        </Button>
      </form>
      {address ? <DeleteAddress addressId={address.addressId} text={text} /> : null}
      <p className="mt-4 text-center text-ink-faint text-sm">{text.privacy}</p>
    </>
  );
}

/** Back to the checkout with the new address, or to the list. */
function nextPage(checkout: string | null, addressId: unknown): string {
  if (!checkout) return "/addresses";
  const url = new URL(checkout, location.origin);
  url.searchParams.set("address", String(addressId));
  return `${url.pathname}${url.search}`;
}
