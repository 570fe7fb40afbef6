import { gzipSync } from "node:zlib";
import { chromium, type Page } from "@playwright/test";

export type Visit = {
  /** Every script that the first load fetches, each gzipped. */
  scriptBytes: number;
  /** Largest contentful paint. */
  lcpMs: number;
  /** Cumulative layout shift. */
  cls: number;
};

/** A middling phone on a middling connection. */
const cpuSlowdown = 4;
const connection = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};
/** Late shifts and late scripts (the fresh prices come two seconds after load) belong to the visit. */
const afterLoadMs = 4_000;

/**
 * Opens a page as somebody who was never here, on a slow phone: a browser of its own, so that no
 * cache, compiled script or open connection is left from the visit before.
 */
export async function visitPage(
  program: { executablePath: string; args: readonly string[] },
  url: string,
): Promise<Visit> {
  const { executablePath, args } = program;
  const browser = await chromium.launch({ executablePath, args: [...args] });
  const context = await browser.newContext({
    viewport: { width: 375, height: 720 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
  });
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send("Network.enable");
    await devtools.send("Network.emulateNetworkConditions", connection);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: cpuSlowdown });
    const scripts = collectScripts(page);
    await page.goto(url, { waitUntil: "load", timeout: 60_000 });
    await page.waitForTimeout(afterLoadMs);
    return { scriptBytes: await sumGzipped(scripts), ...(await readPaint(page)) };
  } finally {
    await browser.close();
  }
}

function collectScripts(page: Page): Promise<Buffer>[] {
  const bodies: Promise<Buffer>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") bodies.push(response.body());
  });
  return bodies;
}

async function sumGzipped(bodies: readonly Promise<Buffer>[]): Promise<number> {
  let sum = 0;
  for (const body of await Promise.all(bodies)) sum += gzipSync(body).length;
  return sum;
}

/** Runs in the page, so it is text: what compiles this file would add names that the page has not. */
const paintScript = `(async () => {
  const entries = (type) => new Promise((resolve) => {
    new PerformanceObserver((list) => resolve(list.getEntries())).observe({ type, buffered: true });
    setTimeout(() => resolve([]), 300);
  });
  const paints = await entries("largest-contentful-paint");
  const shifts = await entries("layout-shift");
  return {
    lcpMs: Math.round(paints.at(-1)?.startTime ?? NaN),
    cls: shifts.reduce((sum, { value, hadRecentInput }) => sum + (hadRecentInput ? 0 : value), 0),
  };
})()`;

function readPaint(page: Page): Promise<{ lcpMs: number; cls: number }> {
  return page.evaluate(paintScript);
}
