/**
 * What a person can have done on a day, as bits of day_person.acts. A later step carries the bits of
 * those before it, because nobody pays without having been in the shop: so a funnel only gets narrower.
 * An order of an order history carries `bought` and `active` alone: nobody saw its buyer come.
 */
export const ACTS = {
  visited: 1,
  sawProduct: 2,
  favourited: 4,
  carted: 8,
  checkedOut: 16,
  bought: 32,
  /** A link of theirs was opened by somebody else. */
  shared: 64,
  /** Came by somebody else's link. */
  brought: 128,
  reviewed: 256,
  /** View, favourite, cart, share, order or review (analytics.md, board 1). */
  active: 512,
  /** Not of a person but of a share link: opened by somebody else. */
  opened: 1024,
  /** Bought in this shop, not in an order history. */
  converted: 2048,
} as const;

/** The people that a window can be asked for; each is counted once however often they acted. */
export const QUESTIONS = [
  "visitors",
  "viewers",
  "favouriters",
  "carters",
  "checkouters",
  "buyers",
  "sharers",
  "brought",
  "reviewers",
  "actives",
  "openedLinks",
  "converted",
  /** Came by a share, and had a link of their own opened. */
  "resharers",
  /** Was in the shop, and had a link of their own opened: on whatever days. */
  "visitingSharers",
  /** Two or more paid orders. */
  "repeatBuyers",
] as const;
export type Question = (typeof QUESTIONS)[number];
