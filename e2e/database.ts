import pg from "pg";
import type { FixtureMerchant } from "@/e2e/database-fixtures";
import type { CustomerScope } from "@/features/customers/schema";
import { type AuthorizedMerchantId, authorizeMerchantId } from "@/lib/db/authorized-merchant-id";
import { getSetting } from "@/scripts/database/process-settings";

/**
 * One of the two merchants of a test database: policy (both levels on), profile, WeChat
 * credentials, an owner, one category, two products with three SKUs and 100 of each, one customer
 * with an address, two approved distributors. No commission rule, no freight template.
 */
export type TestMerchant = Omit<FixtureMerchant, "merchantId"> & {
  merchantId: AuthorizedMerchantId;
  customerId: string;
  visitorId: string;
  addressId: string;
  /** The scope of a signed-in customer: the buyer's, or another one's of the fixtures. */
  scope: (customerId?: string) => CustomerScope;
};

/** The two merchants of this test file's own database. Two of them always: tenants must not mix. */
export async function testMerchants(): Promise<{ a: TestMerchant; b: TestMerchant }> {
  const rows = await asSuperuser((client) => client.query("select merchants from testing.fixture"));
  const { a, b }: { a: FixtureMerchant; b: FixtureMerchant } = rows.rows[0].merchants;
  return { a: present(a), b: present(b) };
}

/**
 * Looks at or breaks the database as nobody in the product can: row security does not hold here.
 * For planting corruption and for counting over both merchants.
 */
export async function asSuperuser<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const connectionString = getSetting("TEST_SUPERUSER_URL");
  if (!connectionString) throw new Error("name this file *.db.test.ts: it needs a database");
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function present(fixture: FixtureMerchant): TestMerchant {
  const merchantId = authorizeMerchantId(fixture.merchantId);
  const { buyer, level1, level2, host } = fixture;
  const shop = { merchantId, host, origin: `http://${host}` };
  return {
    ...fixture,
    merchantId,
    customerId: buyer.customerId,
    visitorId: buyer.visitorId,
    addressId: buyer.addressId,
    scope: (customerId = buyer.customerId) => {
      const customer = [buyer, level1, level2].find((one) => one.customerId === customerId);
      return { ...shop, customerId, visitorId: customer?.visitorId ?? buyer.visitorId };
    },
  };
}
