/** Sent on `window` by whoever did something that the shop may want to know of; the detail says what. */
export const pageActEvent = "renhe:act";

/** Says on this page what was done; whether anybody listens does not matter. */
export function tellPageAct(what: string): void {
  dispatchEvent(new CustomEvent(pageActEvent, { detail: what }));
}
