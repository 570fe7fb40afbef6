"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import type { ActionResult, FormAction } from "@/components/ui/action-result";
import { Badge } from "@/components/ui/badge";
import { FormInput, FormSelect } from "@/components/ui/form-field";
import { PasswordAgain } from "@/components/ui/password-again";
import { type StaffView, staffRoles } from "@/features/staff/schema";

/** Everybody with what the owner may do about them. */
export function StaffList({
  staff,
  ownId,
  setRole,
  setDisabled,
  reset,
  isSteppedUp,
}: {
  staff: readonly StaffView[];
  ownId: string;
  setRole: (staffId: string, form: FormData) => Promise<ActionResult>;
  setDisabled: (staffId: string, isDisabled: boolean, form: FormData) => Promise<ActionResult>;
  reset: (staffId: string, form: FormData) => Promise<ActionResult>;
  isSteppedUp: boolean;
}) {
  const text = useTranslations("staff");
  const roles = useTranslations("role");
  return (
    <ul className="grid divide-y divide-line">
      {staff.map((one) => (
        <li key={one.staffId} className="grid gap-3 py-4 first:pt-0">
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
            <StaffChanges
              one={one}
              setRole={setRole.bind(null, one.staffId)}
              setDisabled={setDisabled.bind(null, one.staffId, !one.isDisabled)}
              reset={reset.bind(null, one.staffId)}
              isSteppedUp={isSteppedUp}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

/** What the owner may do about somebody: each of it with the owner's own password. */
function StaffChanges({
  one,
  setRole,
  setDisabled,
  reset,
  isSteppedUp,
}: {
  one: StaffView;
  setRole: FormAction;
  setDisabled: FormAction;
  reset: FormAction;
  isSteppedUp: boolean;
}) {
  const text = useTranslations("staff");
  const roles = useTranslations("role");
  const again = <PasswordAgain isSteppedUp={isSteppedUp} />;
  const disabling = one.isDisabled ? "enable" : "disable";
  return (
    <details>
      <summary className="cursor-pointer text-sm text-leaf">
        {text("change", { name: one.name })}
      </summary>
      <div className="mt-3 grid items-start gap-6 md:grid-cols-3">
        <ActionForm
          action={setRole}
          submitLabel={text("setRole")}
          look="plain"
          className="grid gap-3"
        >
          <FormSelect
            name="role"
            label={text("roleOf", { name: one.name })}
            defaultValue={one.role}
            choices={staffRoles.map((role) => ({ value: role, label: roles(role) }))}
          />
          {again}
        </ActionForm>
        <ActionForm action={reset} submitLabel={text("reset")} look="plain" className="grid gap-3">
          <p className="text-sm text-ink-soft">{text("resetQuestion", { name: one.name })}</p>
          {again}
        </ActionForm>
        <ActionForm
          action={setDisabled}
          submitLabel={text(disabling)}
          look={one.isDisabled ? "plain" : "danger"}
          className="grid gap-3"
        >
          <p className="text-sm text-ink-soft">
            {text(`${disabling}Question`, { name: one.name })}
          </p>
          {again}
        </ActionForm>
      </div>
    </details>
  );
}

export function NewStaffForm({
  create,
  isSteppedUp,
}: {
  create: FormAction;
  isSteppedUp: boolean;
}) {
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
      <PasswordAgain isSteppedUp={isSteppedUp} />
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
