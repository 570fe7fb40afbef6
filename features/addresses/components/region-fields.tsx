"use client";

import { useState } from "react";
import { Field, inputLook } from "@/components/phone/field";
import type { AddressText } from "@/features/addresses/components/address-text";
import { sendJson } from "@/lib/http/send-json";
import { phoneSentence } from "@/lib/i18n/phone-sentence";

export type Region = { code: string; name: string };
export type Regions = { provinces: Region[]; cities: Region[]; districts: Region[] };

/** Province, city, district: the phone's own pickers, the next list fetched when it is needed. */
export function RegionFields({
  initial,
  regionCode,
  fault,
  text,
  onChange,
}: {
  initial: Regions;
  regionCode: string;
  fault: string | undefined;
  text: AddressText;
  onChange: (regionCode: string) => void;
}) {
  const [lists, setLists] = useState(initial);
  const [province, setProvince] = useState(regionCode ? `${regionCode.slice(0, 2)}0000` : "");
  const [city, setCity] = useState(regionCode ? `${regionCode.slice(0, 4)}00` : "");
  const [unreachable, setUnreachable] = useState(false);

  async function below(parent: string): Promise<Region[]> {
    if (parent === "") return [];
    const answer = await sendJson("GET", `/api/mall/regions?parent=${parent}`);
    setUnreachable(!answer.ok);
    return answer.ok ? (answer.body.regions as Region[]) : [];
  }

  async function chooseProvince(code: string) {
    setProvince(code);
    setCity("");
    onChange("");
    setLists((now) => ({ ...now, cities: [], districts: [] }));
    const cities = await below(code);
    setLists((now) => ({ ...now, cities }));
    // Beijing has one city: nobody should have to choose it.
    const [only] = cities;
    if (only && cities.length === 1) await chooseCity(only.code);
  }

  async function chooseCity(code: string) {
    setCity(code);
    onChange("");
    const districts = await below(code);
    setLists((now) => ({ ...now, districts }));
    // A city without districts is the lowest level itself.
    if (code !== "" && districts.length === 0) onChange(code);
  }

  const problem = unreachable ? phoneSentence("network") : fault;
  return (
    <div className="space-y-2.5">
      <Field id="province" label={text.region} fault={problem}>
        <Choice
          id="province"
          label={text.province}
          empty={text.choose_province}
          regions={lists.provinces}
          value={province}
          faulty={problem !== undefined}
          onChange={(code) => void chooseProvince(code)}
        />
      </Field>
      <Choice
        id="city"
        label={text.city}
        empty={text.choose_city}
        regions={lists.cities}
        value={city}
        faulty={false}
        onChange={(code) => void chooseCity(code)}
      />
      {city !== "" && lists.districts.length === 0 ? null : (
        <Choice
          id="district"
          label={text.district}
          empty={text.choose_district}
          regions={lists.districts}
          value={regionCode}
          faulty={false}
          onChange={onChange}
        />
      )}
    </div>
  );
}

function Choice({
  id,
  label,
  empty,
  regions,
  value,
  faulty,
  onChange,
}: {
  id: string;
  label: string;
  empty: string;
  regions: readonly Region[];
  value: string;
  faulty: boolean;
  onChange: (code: string) => void;
}) {
  return (
    <select
      id={id}
      aria-label={label}
      aria-invalid={faulty || undefined}
      aria-describedby={faulty ? `${id}-fault` : undefined}
      className={inputLook}
      value={value}
      disabled={regions.length === 0}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{empty}</option>
      {regions.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </select>
  );
}
