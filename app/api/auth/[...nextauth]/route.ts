import NextAuth, { type AuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { merchantOfHost } from "@/features/merchants/gate";
import { signInStaff } from "@/features/staff/commands/sign-in-staff";
import { signInSchema, staffCookie, staffSecretPurpose } from "@/features/staff/schema";
import { systemClock } from "@/lib/clock/now";
import { env } from "@/lib/env";
import { derivedSecret } from "@/lib/secrets/seal";

const textOf = (value: unknown) => (typeof value === "string" ? value : "");

/** The staff's door. The token holds the id of the session row and nothing that could go stale. */
function authOptions(): AuthOptions {
  const secure = env().PUBLIC_ORIGIN.startsWith("https:");
  return {
    secret: derivedSecret(staffSecretPurpose),
    session: { strategy: "jwt", maxAge: 30 * 86_400 },
    pages: { signIn: "/merchant/sign-in", error: "/merchant/sign-in" },
    cookies: {
      sessionToken: {
        name: staffCookie,
        options: { httpOnly: true, sameSite: "lax", path: "/", secure },
      },
    },
    useSecureCookies: secure,
    providers: [
      Credentials({
        credentials: { email: {}, password: {} },
        authorize: async (credentials, request) => {
          const input = signInSchema.safeParse(credentials);
          const shop = await merchantOfHost(textOf(request.headers?.host));
          if (!input.success || !shop) return null;
          const attempt = {
            ...input.data,
            address: textOf(request.headers?.["x-real-ip"]),
            userAgent: textOf(request.headers?.["user-agent"]),
          };
          const result = await signInStaff(shop.merchantId, attempt, systemClock());
          if (result.ok) return { id: result.sessionId };
          // next-auth hands an error's message on to the sign-in page; null would say nothing.
          throw new Error(result.reason);
        },
      }),
    ],
  };
}

async function answer(request: Request, context: unknown): Promise<Response> {
  return NextAuth(authOptions())(request, context);
}

export { answer as GET, answer as POST };
