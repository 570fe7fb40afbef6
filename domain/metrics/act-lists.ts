/**
 * The lists of what people did, as often as they did it: acts on the mall's pages by who did them, and
 * openings of share links by the link.
 */
export const ACT_LISTS = {
  views: { by: "person", event: "view" },
  favourites: { by: "person", event: "favourite" },
  carts: { by: "person", event: "cart" },
  checkouts: { by: "person", event: "checkout" },
  shareSets: { by: "person", event: "share_set" },
  /** Every opening, the sharer's own included. */
  clicks: { by: "link" },
  openings: { by: "link" },
  /** The links that somebody else opened: of each, one. */
  openedLinks: { by: "link" },
} as const satisfies Record<string, { by: "person"; event: string } | { by: "link" }>;

export type ActList = keyof typeof ACT_LISTS;
export type PersonActList = "views" | "favourites" | "carts" | "checkouts" | "shareSets";
export type LinkActList = Exclude<ActList, PersonActList>;

export const ACT_LIST_NAMES = Object.keys(ACT_LISTS) as ActList[];

export function isPersonActList(list: ActList): list is PersonActList {
  return ACT_LISTS[list].by === "person";
}

/** The list of an address, or null where there is none of this name. */
export function findActList(text: string): ActList | null {
  return ACT_LIST_NAMES.find((one) => one === text) ?? null;
}
