import pino from "pino";

/** A write costs what twenty lines cost. */
const gatheredBytes = 8_192;
/** Nobody who reads along notices. */
const gatheredMs = 50;

/**
 * Standard output for the log, written beside the work: lines that come within 50 ms share a write. An
 * exit waits for all of them; a kill can cost the last 50 ms.
 */
export function gatheredLines(): pino.DestinationStream {
  const output = pino.destination({ dest: 1, sync: false, minLength: gatheredBytes });
  let isDue = false;
  const flush = () => {
    isDue = false;
    output.flush();
  };
  return {
    write: (line) => {
      output.write(line);
      if (isDue) return;
      isDue = true;
      setTimeout(flush, gatheredMs).unref();
    },
  };
}
