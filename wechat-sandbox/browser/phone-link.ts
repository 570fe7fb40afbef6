import { SANDBOX_ORIGIN } from "./sandbox-address";

/** How long a page waits for the phone to answer its greeting before it counts as a plain tab. */
const WELCOME_WAIT_MS = 500;

type PhoneRequest =
  | { type: "ask"; path: string; body: unknown }
  | { type: "sheet"; address: string };

const openRequests = new Map<number, (answer: unknown) => void>();
let nextRequest = 1;
let answerCard: (() => unknown) | null = null;
let welcome: (framed: boolean) => void = () => undefined;

/** Whether this page stands in the phone's frame. */
export const framedByPhone = new Promise<boolean>((resolve) => {
  welcome = resolve;
  setTimeout(() => resolve(false), parent === window ? 0 : WELCOME_WAIT_MS);
});

/** Tells the phone around this page something; a page in a plain tab has nobody to tell. */
export function tellPhone(message: Record<string, unknown>): void {
  if (parent !== window) parent.postMessage({ source: "wxsandbox", ...message }, SANDBOX_ORIGIN);
}

/**
 * Lets the phone do something for this page, as pages ask the WeChat client around them. Nothing
 * leaves the page itself, so its content security policy need not know the sandbox.
 */
export function askPhone(request: PhoneRequest): Promise<unknown> {
  const id = nextRequest;
  nextRequest += 1;
  return new Promise((resolve) => {
    openRequests.set(id, resolve);
    tellPhone({ ...request, id });
  });
}

function onPhoneMessage(event: MessageEvent): void {
  if (event.origin !== SANDBOX_ORIGIN || event.data?.source !== "wxsandbox-phone") return;
  const { type, id, answer } = event.data;
  if (type === "welcome") welcome(true);
  // The phone asks at the moment of sharing, so that it always gets the latest card.
  if (type === "card-please") tellPhone({ type: "card", card: answerCard?.() });
  if (type === "answer") {
    openRequests.get(id)?.(answer);
    openRequests.delete(id);
  }
}

/** Makes this page known to the phone, and `card` what it is shared as. */
export function joinPhone(card: () => unknown): void {
  answerCard = card;
  addEventListener("message", onPhoneMessage);
  const greet = () => tellPhone({ type: "page", title: document.title, url: location.href });
  greet();
  addEventListener("pageshow", greet);
  addEventListener("DOMContentLoaded", () => {
    greet();
    new MutationObserver(greet).observe(document.head, { childList: true, subtree: true });
  });
}
