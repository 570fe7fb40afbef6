import { checkSurroundings } from "@/scripts/instance/check-machine";
import { openForUse, say } from "@/scripts/instance/open-for-use";
import { printWelcome } from "@/scripts/instance/print-welcome";
import { runCommand } from "@/scripts/instance/run-command";
import { startInstance } from "@/scripts/instance/start-instance";
import { toldToStop, untilAborted } from "@/scripts/instance/told-to-stop";

/**
 * Starts a whole Renhe in the foreground and stops it again when told.
 * @param options.prepare what must be done before, such as the build
 */
export async function serveUntilTold(options: {
  root: string;
  args: readonly string[];
  dev: boolean;
  prepare: (say: (sentence: string) => void, told: AbortSignal) => Promise<unknown>;
}): Promise<void> {
  const told = toldToStop();
  await runCommand(async () => {
    const began = Date.now();
    const { settings, secrets, release } = openForUse(options.root, options.args);
    try {
      await checkSurroundings(settings);
      await options.prepare(say, told);
      const instance = await startInstance({ settings, secrets, say, told, dev: options.dev });
      await printWelcome(instance, Date.now() - began);
      await untilAborted(told);
      say("Stopping.");
      await instance.stop();
      say("Stopped.");
    } catch (error) {
      // Told to stop while starting: what had been started is down again.
      if (!told.aborted) throw error;
      say("Stopped.");
    } finally {
      release();
    }
    return 0;
  });
}
