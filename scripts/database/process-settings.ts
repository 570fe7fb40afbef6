/** Settings of tests and measurements, which stand beside lib/env.ts: that one is the product's. */
export function getSetting(name: string): string | undefined {
  return process.env[name] || undefined;
}

/** The environment of this process without what this project reads: a stranger's machine. */
export function foreignSettings(): NodeJS.ProcessEnv {
  const ours =
    /^(DATABASE_|RENHE_|WECHAT_|VITEST|PUBLIC_ORIGIN|STORAGE_DIR|LOG_LEVEL|PORT$|.*_PORT$)/;
  const kept = Object.entries(process.env).filter(([name]) => !ours.test(name));
  return { ...Object.fromEntries(kept), NODE_ENV: "production" };
}

/** Gives settings to everything that this process loads or starts from now on. */
export function setSettings(settings: Record<string, string>): void {
  Object.assign(process.env, settings);
}
