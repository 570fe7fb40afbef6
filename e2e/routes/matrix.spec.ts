import { expect, test } from "@playwright/test";
import { endRefundEach, makeRefundEach } from "@/e2e/routes/a-refund-each";
import type { Answer } from "@/e2e/routes/ask";
import { type Call, callRoute, calls, idsOf, isRefused, isWriting } from "@/e2e/routes/call-route";
import { holdWorkersClock } from "@/e2e/routes/hold-clock";
import {
  type Personas,
  signInEverybody,
  stepDownEverybody,
  stepUpEverybody,
  thawEverybody,
} from "@/e2e/routes/personas";
import { wrongIds } from "@/e2e/routes/probe-id";
import type { IdKind, Rule } from "@/e2e/routes/route-rule";
import { readSamples, type Samples } from "@/e2e/routes/sample-ids";
import { sweep, sweepWithoutTrace, type Try } from "@/e2e/routes/sweep";
import { can, staffRoles } from "@/features/staff/schema";

test.describe.configure({ mode: "serial" });

let samples: Record<IdKind, Samples>;
let personas: Personas;
let giveClockBack = async (): Promise<void> => undefined;

test.beforeAll(async () => {
  personas = await signInEverybody();
  await makeRefundEach();
  samples = await readSamples();
  giveClockBack = await holdWorkersClock();
});
// For five minutes the password that is asked for again keeps nobody out: the other guards must.
test.beforeEach(stepUpEverybody);
test.afterAll(async () => {
  await endRefundEach();
  await stepDownEverybody();
  await giveClockBack();
  await thawEverybody();
});

const forbidden = "没有这项操作的权限";

const own = (kind: IdKind) => samples[kind].own ?? "none";

/** The sign-in and the sign-out are everybody's; the notices of WeChat have a signature for a door. */
const guarded = calls.filter(({ rule }) => rule.door !== "everybody");

/** Who stands outside of which door. */
const outside: Record<Rule["door"], readonly (keyof Personas)[]> = {
  everybody: [],
  firstVisitor: ["nobody", "customer", "distributor", "owner", "otherShopsOwner"],
  customer: ["nobody", "otherShopsCustomer", "signedOutCustomer", "owner"],
  distributor: [
    "nobody",
    "customer",
    "otherCustomer",
    "otherShopsCustomer",
    "signedOutCustomer",
    "owner",
  ],
  staff: [
    "nobody",
    "customer",
    "distributor",
    "frozenDistributor",
    "otherShopsCustomer",
    "otherShopsOwner",
    "disabledOwner",
    "signedOutOwner",
  ],
};

/** Asks with the right ids for what is not the asker's to see or to do. */
function refusedTo(name: keyof Personas, call: Call, idOf: (kind: IdKind) => string): Try {
  return {
    label: `${name}: ${call.key}`,
    run: async () => {
      const answer = await callRoute(call, { cookie: personas[name], idOf });
      const isShut = isRefused(call, answer) && saysWhy(name, call, answer);
      if (!isShut) return `${answer.status} ${answer.body.slice(0, 200)}`;
      return ownIdIn(answer.body, call, idOf);
    },
  };
}

/**
 * A deed of staff is refused at its door and not for what else may be wrong with it, so that no body
 * which became old keeps a missing guard unseen: who is no staff is sent to sign in, a role is told no.
 * A preview is no deed: it answers with what it shows or with nothing.
 */
function saysWhy(name: keyof Personas, call: Call, { headers, body }: Answer): boolean {
  const { kind, key, rule } = call;
  if (kind !== "action" || rule.door !== "staff" || key.startsWith("preview")) return true;
  const isRole = staffRoles.some((role) => role === name);
  if (isRole)
    return body.includes(forbidden) || Boolean(rule.refusedBy && body.includes(rule.refusedBy));
  return `${headers.location} ${headers["x-action-redirect"]} ${body}`.includes(
    "/merchant/sign-in",
  );
}

/** A refusal tells nothing about what it refuses: none of the ids beside the one that was asked. */
function ownIdIn(body: string, call: Call, idOf: (kind: IdKind) => string): string | null {
  const asked = idsOf(call).map(idOf);
  const told = [samples.orderNo.own, samples.addressId.own, samples.commissionId.own].find(
    (id) => id && !asked.includes(id) && body.includes(id),
  );
  return told ? `tells ${told}` : null;
}

test("nobody, strangers, other shops' people, the disabled, the frozen and the signed out: no page, no answer, no deed behind any door, and the database is the same", async () => {
  test.setTimeout(240_000);
  const tries = guarded.flatMap((call) =>
    outside[call.rule.door].map((name) => refusedTo(name, call, own)),
  );
  expect(tries.length).toBeGreaterThan(300);
  await sweepWithoutTrace(tries);
});

test("another customer and another distributor, frozen or not, get nothing of what belongs to one person", async () => {
  const personal = (call: Call) => idsOf(call).some((kind) => samples[kind].otherPersons !== null);
  const others = {
    customer: ["otherCustomer", "distributor", "frozenDistributor"],
    distributor: ["otherDistributor", "frozenDistributor"],
  } as const;
  const tries = guarded.filter(personal).flatMap((call) => {
    const { door } = call.rule;
    if (door !== "customer" && door !== "distributor") return [];
    return others[door].map((name) => refusedTo(name, call, own));
  });
  expect(tries.length).toBeGreaterThan(8);
  await sweepWithoutTrace(tries);
});

test("whoever may open a door finds behind it nothing of another shop's, another person's or nobody's", async () => {
  test.setTimeout(240_000);
  const tries = calls.flatMap((call) => {
    const { door } = call.rule;
    if (door === "firstVisitor") return [];
    const cookie = door === "everybody" ? personas.customer : personas[door];
    return idsOf(call).flatMap((slot) =>
      wrongIds({ id: slot, door }, samples).map(([why, escaped]): Try => {
        const idOf = (kind: IdKind) => (kind === slot ? unescaped(escaped) : own(kind));
        return {
          label: `${door}: ${call.key}, ${slot} ${why} (${escaped.slice(0, 40)})`,
          run: async () => {
            const answer = await callRoute(call, { cookie, idOf });
            // A filter that nothing fits shows nothing; everything else is not there.
            const inQuery = call.rule.id !== slot && call.rule.query !== undefined;
            const fits = inQuery ? answer.status < 500 : isRefused(call, answer);
            return fits ? null : `${answer.status} ${answer.body.slice(0, 200)}`;
          },
        };
      }),
    );
  });
  await sweepWithoutTrace(tries);
});

test("each of the four roles opens what its permissions say, and is refused everything else without a trace", async () => {
  test.setTimeout(240_000);
  const staffOnly = guarded.filter(({ rule }) => rule.door === "staff" && rule.may);
  const refused = staffOnly.flatMap((call) =>
    staffRoles
      .filter((role) => call.rule.may && !can(role, call.rule.may))
      .map((role) => refusedTo(role, call, own)),
  );
  await sweepWithoutTrace(refused);
  await stepDownEverybody();
  const opened = staffOnly.flatMap((call) =>
    staffRoles
      .filter((role) => call.rule.may && can(role, call.rule.may))
      .map((role) => openedTo(role, call)),
  );
  expect(await sweep(opened)).toEqual([]);
});

/** What may be done is not done here: with an id of nobody, and an empty form. */
function openedTo(role: (typeof staffRoles)[number], call: Call): Try {
  const nobodys = "00000000-0000-4000-8000-000000000000";
  const mayChange = isWriting(call);
  const rule = mayChange ? { ...call.rule, send: {} } : call.rule;
  return {
    label: `${role}: ${call.key}`,
    run: async () => {
      const idOf = mayChange ? () => nobodys : own;
      const { status, body } = await callRoute({ ...call, rule }, { cookie: personas[role], idOf });
      const shut = mayChange ? body.includes(forbidden) || status === 401 : status !== 200;
      const isCatchAll = call.key.endsWith("/[...path]");
      return shut && !isCatchAll ? `${status} ${body.slice(0, 200)}` : null;
    },
  };
}

function unescaped(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
