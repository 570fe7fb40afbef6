import { expect } from "@playwright/test";
import { browserInstance } from "@/e2e/browser-instance";

/** Has WeChat go wrong once, in the next call of that kind. */
export async function spoilOnce(endpoint: string, kind: string): Promise<void> {
  const answer = await fetch(`${browserInstance().sandboxUrl}/sandbox/faults`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ endpoint, kind }),
  });
  expect(answer.status).toBe(201);
}
