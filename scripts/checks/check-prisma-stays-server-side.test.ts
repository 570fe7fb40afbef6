import { expect, test } from "vitest";
import { checkPrismaStaysServerSide } from "@/scripts/checks/check-prisma-stays-server-side";
import { plantTree } from "@/scripts/checks/plant-tree";

const upright: Record<string, string> = {
  "lib/db/client.ts": 'import { PrismaClient } from "@/prisma/generated/client";\n',
  "features/orders/queries/list-orders.ts": 'import { client } from "@/lib/db/client";\n',
  "features/orders/commands/close-order.ts":
    'import { client } from "@/lib/db/client";\nexport async function closeOrder() {}\n',
  "features/orders/schema.ts": 'import { z } from "zod";\n',
  "app/orders/actions.ts":
    '"use server";\nimport { closeOrder } from "@/features/orders/commands/close-order";\n',
  "app/orders/page.tsx": 'import { listOrders } from "@/features/orders/queries/list-orders";\n',
  "features/orders/components/order-row.tsx":
    '// A row.\n"use client";\nimport type { OrderView } from "../schema";\n' +
    'import { close } from "@/app/orders/actions";\n' +
    'import type { Listed } from "@/features/orders/queries/list-orders";\n',
  "components/ui/button.tsx": 'import { format } from "@/domain/format";\n',
};

async function findingsIn(files: Record<string, string>): Promise<string[]> {
  const findings = await checkPrismaStaysServerSide.run(plantTree({ ...upright, ...files }));
  return findings.map(({ place, message }) => `${place} ${message}`);
}

test("views, server actions and types of queries on a screen are fine", async () => {
  expect(await findingsIn({})).toEqual([]);
});

test.each([
  ["components/ui/list.tsx", 'import { client } from "@/lib/db/client";'],
  ["components/ui/list.tsx", 'import type { Order } from "../../prisma/generated/client";'],
  [
    "features/orders/components/list.tsx",
    'import type { Order } from "@/prisma/generated/client";',
  ],
  ["features/orders/components/list.tsx", 'import {\n  client,\n} from "@/lib/db/client";'],
  ["app/orders/form.tsx", '"use client";\nimport { Prisma } from "@/prisma/generated/client";'],
  ["app/orders/form.tsx", "'use client';\nconst db = await import(\"@/lib/db/client\");"],
])("a screen that imports the database is seen: %s %s", async (path, text) => {
  const findings = await findingsIn({ [path]: `${text}\n` });
  expect(findings).toEqual([findings[0]]);
  expect(findings[0]).toMatch(
    new RegExp(`^${path}:[12] imports (lib/db|prisma/generated)/client:`),
  );
});

test("a client file that reaches the database through others is seen with the way", async () => {
  const files = {
    "app/orders/form.tsx": '"use client";\nimport { total } from "./total";\n',
    "app/orders/total.ts":
      'import { listOrders } from "@/features/orders/queries/list-orders";\nexport const total = 1;\n',
  };
  expect(await findingsIn(files)).toEqual([
    "app/orders/form.tsx bundles app/orders/form.tsx -> app/orders/total.ts -> " +
      "features/orders/queries/list-orders.ts -> lib/db/client",
  ]);
});
