import { join } from "node:path";
import type { InstanceSecrets } from "@/scripts/instance/load-secrets";
import type { InstanceSettings } from "@/scripts/instance/read-settings";

/**
 * The environment of web and worker. The demo differs from production by addresses alone: these
 * point at the sandbox where production has WeChat's own as defaults.
 */
export function programSettings(
  settings: InstanceSettings,
  secrets: InstanceSecrets,
  appUrl: string,
): NodeJS.ProcessEnv {
  const { production, ports, dataDir, publicOrigin } = settings;
  const sandbox = `http://localhost:${ports.sandbox}`;
  const demo = {
    PUBLIC_ORIGIN: `http://{host}:${ports.web}`,
    WECHAT_OPEN_URL: sandbox,
    WECHAT_API_URL: sandbox,
    WECHAT_PAY_URL: sandbox,
    WECHAT_JSSDK_URL: `${sandbox}/open/js/jweixin-1.6.0.js`,
    // The phone stands on the mall's own host name, whichever shop it shows.
    MALL_FRAME_ANCESTORS: `'self' ${sandbox} http://tea.localhost:${ports.sandbox}`,
  };
  return {
    ...process.env,
    NODE_ENV: "production",
    // next-auth takes its address from the request: one build serves every shop's host.
    AUTH_TRUST_HOST: "true",
    ...(production ? {} : demo),
    ...(publicOrigin ? { PUBLIC_ORIGIN: publicOrigin } : {}),
    DATABASE_URL: appUrl,
    RENHE_SECRET: secrets.renheSecret,
    STORAGE_DIR: process.env.STORAGE_DIR || join(dataDir, "storage"),
    PORT: String(ports.web),
  };
}
