/** Hops are counted one by one up to this one, which holds all further ones too. */
export const MAX_HOPS = 32;

/** Stands for the whole forest where a person or link would stand. */
export const WHOLE_FOREST = "00000000-0000-0000-0000-000000000000";
