/** Settings of tests and measurements, which stand beside lib/env.ts: that one is the product's. */
export function getSetting(name: string): string | undefined {
  return process.env[name] || undefined;
}

/** Gives settings to everything that this process loads or starts from now on. */
export function setSettings(settings: Record<string, string>): void {
  Object.assign(process.env, settings);
}
