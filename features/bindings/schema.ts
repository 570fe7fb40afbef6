/** Who earns from an order, frozen on it. All null where nobody does. */
export type Attribution = {
  bindingId: string | null;
  /** The click that made the binding; null for one made by hand. */
  clickId: string | null;
  level1DistributorId: string | null;
  level2DistributorId: string | null;
};
