import { askPhone, framedByPhone } from "./phone-link";
import { SANDBOX_ORIGIN } from "./sandbox-address";
import { openSheet } from "./sheet-overlay";

/** POSTs JSON to the sandbox as the phone's user and returns its JSON answer. */
export async function askSandbox(path: string, body: unknown): Promise<Record<string, unknown>> {
  if (await framedByPhone) {
    const answer = await askPhone({ type: "ask", path, body });
    return Object(answer);
  }
  const response = await fetch(`${SANDBOX_ORIGIN}${path}`, {
    method: "POST",
    credentials: "include",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  return await response.json();
}

/** Shows one of the sandbox's sheets over the page; resolves with how it ended. */
export async function showSheet(address: string): Promise<string> {
  if (await framedByPhone) return String(await askPhone({ type: "sheet", address }));
  return openSheet(`${SANDBOX_ORIGIN}${address}`);
}
