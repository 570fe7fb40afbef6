"use client";

import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { ActionForm } from "@/components/ui/action-form";
import type { ActionResult, FormAction } from "@/components/ui/action-result";
import { Badge } from "@/components/ui/badge";
import { FormInput, FormSelect } from "@/components/ui/form-field";
import { type StaffView, staffRoles } from "@/features/staff/schema";

/** Everybody with what the owner may do about them. */
export function StaffList({
  staff,
  ownId,
  setRole,
  setDisabled,
  reset,
}: {
  staff: readonly StaffView[];
  ownId: string;
  setRole: (staffId: string, form: FormData) => Promise<ActionResult>;
  setDisabled: (staffId: string, isDisabled: boolean) => Promise<ActionResult>;
  reset: (staffId: string) => Promise<ActionResult>;
}) {
  const text = useTranslations("staff");
  const roles = useTranslations("role");
  return (
    <ul className="grid divide-y divide-line">
      {staff.map((one) => (
        <li
          key={one.staffId}
          className="grid gap-3 py-4 first:pt-0 md:grid-cols-[1fr_auto] md:items-start"
        >
          <div className="min-w-0">
            <p className="font-medium">
              {one.name} <Badge>{roles(one.role)}</Badge>{" "}
              {one.isDisabled && <Badge tone="danger">{text("disabled")}</Badge>}
            </p>
            <p className="text-sm break-all text-ink-faint">{one.email}</p>
            <p className="text-sm text-ink-faint">
              {text("sessions", { count: one.sessionCount })}
            </p>
          </div>
          {one.staffId !== ownId && (
            <div className="grid gap-2">
              <ActionForm
                action={setRole.bind(null, one.staffId)}
                submitLabel={text("setRole")}
                look="plain"
                className="flex flex-wrap items-end gap-2"
              >
                <FormSelect
                  name="role"
                  label={text("roleOf", { name: one.name })}
                  defaultValue={one.role}
                  choices={staffRoles.map((role) => ({ value: role, label: roles(role) }))}
                />
              </ActionForm>
              <div className="flex flex-wrap gap-2">
                <ActionButton
                  question={text("resetQuestion", { name: one.name })}
                  action={reset.bind(null, one.staffId)}
                >
                  {text("reset")}
                </ActionButton>
                {one.isDisabled ? (
                  <ActionButton action={setDisabled.bind(null, one.staffId, false)}>
                    {text("enable")}
                  </ActionButton>
                ) : (
                  <ActionButton
                    look="danger"
                    question={text("disableQuestion", { name: one.name })}
                    action={setDisabled.bind(null, one.staffId, true)}
                  >
                    {text("disable")}
                  </ActionButton>
                )}
              </div>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

export function NewStaffForm({ create }: { create: FormAction }) {
  const text = useTranslations("staff");
  const roles = useTranslations("role");
  return (
    <ActionForm action={create} submitLabel={text("create")} clears>
      <FormInput name="name" label={text("name")} maxLength={40} autoComplete="off" />
      <FormInput name="email" label={text("email")} type="email" autoComplete="off" />
      <FormSelect
        name="role"
        label={text("role")}
        hint={text("roleHint")}
        defaultValue="operator"
        choices={staffRoles.map((role) => ({ value: role, label: roles(role) }))}
      />
    </ActionForm>
  );
}

export function PasswordForm({ change }: { change: FormAction }) {
  const text = useTranslations("staff");
  return (
    <ActionForm action={change} submitLabel={text("changePassword")} look="plain" clears>
      <FormInput
        name="current"
        label={text("currentPassword")}
        type="password"
        autoComplete="current-password"
      />
      <FormInput
        name="next"
        label={text("nextPassword")}
        hint={text("passwordHint")}
        type="password"
        autoComplete="new-password"
      />
      <FormInput
        name="repeated"
        label={text("repeatedPassword")}
        type="password"
        autoComplete="new-password"
      />
    </ActionForm>
  );
}
