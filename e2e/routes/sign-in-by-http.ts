import { request } from "node:http";
import { browserInstance } from "@/e2e/browser-instance";
import { type Answer, ask } from "@/e2e/routes/ask";

/** Signs a WeChat user in at a shop by the same redirects as a browser. @returns the Cookie header */
export async function customerCookie(user: string, host = "localhost"): Promise<string> {
  const start = await ask("/api/wechat/oauth/start?returnTo=/me", { host });
  const visitor = cookiesOf(start);
  const callback = await authorize(String(start.headers.location), user);
  const path = `${callback.pathname}${callback.search}`;
  const session = cookiesOf(await ask(path, { host, cookie: visitor }));
  if (!session.includes("renhe_session=")) throw new Error(`${user} could not sign in at ${host}`);
  return `${visitor}; ${session}`;
}

/** WeChat's page, which first leads to the shop's name on its own host. @returns the way back */
async function authorize(asked: string, user: string): Promise<URL> {
  const there = new URL(asked);
  const location = await new Promise<string>((resolve, reject) => {
    const { port, host, pathname, search } = there;
    const headers = { host, cookie: `wxsandbox_user=${user}` };
    request({ host: "127.0.0.1", port, path: `${pathname}${search}`, headers }, (answer) => {
      answer.resume();
      resolve(answer.headers.location ?? "");
    })
      .on("error", reject)
      .end();
  });
  const next = new URL(location);
  return next.pathname === there.pathname && next.host !== there.host
    ? authorize(location, user)
    : next;
}

/** Signs a member of staff in as next-auth's own client does. @returns the Cookie header */
export async function staffCookie(email: string, host = "localhost"): Promise<string> {
  const csrf = await ask("/api/auth/csrf", { host });
  const { csrfToken } = JSON.parse(csrf.body);
  const form = new URLSearchParams({
    csrfToken,
    email,
    password: browserInstance().demoPassword,
    json: "true",
  });
  const answer = await ask("/api/auth/callback/credentials", {
    method: "POST",
    host,
    cookie: cookiesOf(csrf),
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: form.toString(),
  });
  const cookie = cookiesOf(answer);
  if (!cookie.includes("renhe_staff=")) throw new Error(`${email} could not sign in at ${host}`);
  return cookie;
}

function cookiesOf({ headers }: Answer): string {
  const lines = headers["set-cookie"] ?? [];
  return (Array.isArray(lines) ? lines : [lines]).map((line) => line.split(";")[0]).join("; ");
}
