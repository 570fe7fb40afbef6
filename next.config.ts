import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

/** Paths that are not a shop's: everything else belongs to the mall of the host that was asked. */
const notMall = "mall|merchant|api|s|pictures|bare|_next|livez|readyz|version|favicon.ico";

const config: NextConfig = {
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm test` checks the types of everything; a build that does it again takes twice as long.
  typescript: { ignoreBuildErrors: true },
  // Shop pages are kept in memory, which is bounded. On the disk they would outlive the database that
  // they were made from, and every invented address would leave a file.
  experimental: { isrFlushToDisk: false },
  serverExternalPackages: ["@resvg/resvg-js", "sharp", "pino", "pg", "pg-boss"],
  // The host decides the tenant; the page gets it as a parameter and so stays cacheable per shop.
  rewrites: async () => ({
    beforeFiles: [
      { source: "/mall/:path*", destination: "/404" },
      {
        source: "/",
        has: [{ type: "host", value: "(?<host>[^:]+)" }],
        destination: "/mall/:host",
      },
      {
        source: `/:path((?!(?:${notMall})(?:/|$)).*)`,
        has: [{ type: "host", value: "(?<host>[^:]+)" }],
        destination: "/mall/:host/:path",
      },
    ],
    afterFiles: [],
    fallback: [],
  }),
};

export default createNextIntlPlugin("./lib/i18n/request.ts")(config);
