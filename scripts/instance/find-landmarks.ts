import pg from "pg";

/** What a person who has just started Renhe wants to look at. */
export type Landmarks = {
  /** Host names of the shops, the first one's first. */
  shops: { host: string; name: string }[];
  /** A share link of a product in the first shop. */
  shareCode: string | null;
  /** E-mail addresses with which the staff of the first shop sign in. */
  staffEmails: string[];
};

/** Reads them as owner of the database, who sees every shop. */
export async function findLandmarks(ownerUrl: string): Promise<Landmarks> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const shops = await client.query<{ host: string; name: string; id: string }>(
      `select h.host, m.name, m.id from merchant m
       join merchant_host h on h.merchant_id = m.id and h.is_primary order by m.created_at, m.id`,
    );
    const first = shops.rows[0];
    if (!first) return { shops: [], shareCode: null, staffEmails: [] };
    // An owner that is no superuser is bound by row security too.
    await client.query("select set_config('app.merchant_id', $1, false)", [first.id]);
    const link = await client.query<{ code: string }>(
      `select code from share_link where merchant_id = $1 and revoked_at is null
       order by (target_kind = 'product') desc, created_at limit 1`,
      [first.id],
    );
    const staff = await client.query<{ email: string }>(
      "select email from staff where merchant_id = $1 and disabled_at is null order by role, email",
      [first.id],
    );
    return {
      shops: shops.rows.map(({ host, name }) => ({ host, name })),
      shareCode: link.rows[0]?.code ?? null,
      staffEmails: staff.rows.map(({ email }) => email),
    };
  } finally {
    await client.end();
  }
}
