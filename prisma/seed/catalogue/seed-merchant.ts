import type { SeedProduct } from "./seed-product";

/** A place in the shop's shelves. */
export interface SeedCategory {
  slug: string;
  name: string;
}

/** An occasion for buying (消费场景), with a wide picture. */
export interface SeedScene {
  slug: string;
  title: string;
  line: string;
  picture: string;
}

/** A merchant of the demo with all it sells. Nothing here names a real business. */
export interface SeedMerchant {
  slug: string;
  name: string;
  slogan: string;
  story: readonly string[];
  servicePhone: string;
  serviceHours: string;
  /** Lines of the licence page; they say themselves that they are demo data. */
  licence: readonly string[];
  returnRules: readonly string[];
  logo: string;
  banner: string;
  categories: readonly SeedCategory[];
  scenes: readonly SeedScene[];
  products: readonly SeedProduct[];
}
