import { seedDemo } from "@/prisma/seed/seed-demo";
import { getSetting } from "@/scripts/database/process-settings";
import { PlainFault } from "@/scripts/instance/plain-fault";
import { runCommand } from "@/scripts/instance/run-command";

/** Started by seedIfEmpty with the web process's settings and three of its own. */
const days = getSetting("RENHE_DEMO_DAYS");
await runCommand(async () => {
  await seedDemo({
    log: (sentence) => console.log(`  ${sentence}`),
    dataDir: required("RENHE_DATA_DIR"),
    ownerUrl: required("RENHE_OWNER_URL"),
    demoPassword: required("RENHE_DEMO_PASSWORD"),
    now: new Date(),
    // Tests of the start need a demo, not all of its history.
    ...(days ? { days: Number(days) } : {}),
  });
  return 0;
});

function required(name: string): string {
  const value = getSetting(name);
  if (!value) throw new PlainFault(`${name} is missing.`);
  return value;
}
