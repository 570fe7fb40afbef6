import { z } from "zod";

const url = z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/$/, ""));

/** Every setting of the running processes, with the sentence that an operator reads when it is wrong. */
const envSchema = z.object({
  DATABASE_URL: z
    .string({ error: "DATABASE_URL is missing: the address of the Postgres database" })
    .regex(/^postgres(ql)?:\/\//, "DATABASE_URL must begin with postgres://"),
  /** "development" makes the web process compile pages as they are asked for. */
  NODE_ENV: z.enum(["production", "development", "test"]).default("production"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(2).max(200).default(10),
  RENHE_SECRET: z
    .string({ error: "RENHE_SECRET is missing: 64 hexadecimal digits, made at the first start" })
    .regex(/^[0-9a-f]{64}$/, "RENHE_SECRET must be 64 hexadecimal digits"),
  /** How a host name becomes a public address; the demo adds a port. */
  PUBLIC_ORIGIN: z
    .string()
    .regex(/^https?:\/\/\{host\}(:\d+)?$/, "PUBLIC_ORIGIN must look like https://{host}")
    .default("https://{host}"),
  STORAGE_DIR: z.string().min(1).default(".data/storage"),
  WECHAT_OPEN_URL: url.default("https://open.weixin.qq.com"),
  WECHAT_API_URL: url.default("https://api.weixin.qq.com"),
  WECHAT_PAY_URL: url.default("https://api.mch.weixin.qq.com"),
  WECHAT_JSSDK_URL: url.default("https://res.wx.qq.com/open/js/jweixin-1.6.0.js"),
  /** Set to "true" behind a reverse proxy: the last X-Forwarded-For is then the caller's address. */
  BEHIND_PROXY: z.stringbool().default(false),
  /** Who may show the mall inside a frame, as in CSP frame-ancestors. */
  MALL_FRAME_ANCESTORS: z.string().default("'self'"),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
});

export type Env = z.infer<typeof envSchema>;

/** @returns the settings, or one sentence per fault */
export function parseEnv(
  source: Record<string, string | undefined>,
): { ok: true; env: Env } | { ok: false; faults: string[] } {
  const parsed = envSchema.safeParse(source);
  if (parsed.success) return { ok: true, env: parsed.data };
  return {
    ok: false,
    faults: parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`),
  };
}

let cached: Env | undefined;

/** The settings of this process, read once. Throws with all faults in one message. */
export function env(): Env {
  if (cached) return cached;
  const parsed = parseEnv(process.env);
  if (!parsed.ok) throw new Error(`Settings are wrong:\n${parsed.faults.join("\n")}`);
  cached = parsed.env;
  return cached;
}
