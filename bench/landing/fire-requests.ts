import autocannon from "autocannon";

export const connections = 32;

/** A phone in WeChat; identity, so that neither side is spared or charged for compression. */
const headers = {
  "user-agent":
    "Mozilla/5.0 (Linux; Android 15; wv) AppleWebKit/537.36 Version/4.0 Chrome/142.0.7444.173 Mobile Safari/537.36 MicroMessenger/8.0.68.3020",
  accept: "text/html",
};

/** Sends exactly `amount` requests over 32 connections. */
export async function fireRequests(
  url: string,
  amount: number,
): Promise<{ perSecond: number; p99Ms: number; failed: number }> {
  const startedAt = performance.now();
  let lastAnswerAt = startedAt;
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const options = { url, amount, connections, headers };
    const run = autocannon(options, (error, done) => (error ? reject(error) : resolve(done)));
    // autocannon's own clock ticks in seconds: too coarse for a run of two.
    run.on("response", () => {
      lastAnswerAt = performance.now();
    });
  });
  const seconds = (lastAnswerAt - startedAt) / 1000;
  return {
    perSecond: Math.round(amount / seconds),
    p99Ms: result.latency.p99,
    failed: amount - result["2xx"],
  };
}
