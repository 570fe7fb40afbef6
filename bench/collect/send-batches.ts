import { connect } from "node:net";
import { planBatches } from "@/bench/collect/plan-batches";

/**
 * The phones: sends planned batches over so many connections, each the next when its answer is there.
 * Prints { batches, events, refused, seconds } as its last line.
 */
const [origin = "", visits = "0", seed = "", connections = "1", ...productIds] =
  process.argv.slice(2);
const { hostname, port, host } = new URL(origin);
const planned = planBatches(Number(visits), { seed, now: new Date(), productIds });
const requests = planned.map(({ visitorId, events }) => {
  const body = JSON.stringify({ events });
  return Buffer.from(
    `POST /api/events HTTP/1.1\r\nhost: ${host}\r\norigin: ${origin}\r\n` +
      `user-agent: Mozilla/5.0 (Linux; Android 15; wv) MicroMessenger/8.0.68\r\n` +
      `content-type: text/plain;charset=UTF-8\r\ncookie: renhe_visitor=${visitorId}\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
});

let next = 0;
let refused = 0;

/** One connection: an answer of 204 without a body ends with its empty line. */
function sendOver(): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    let answer = "";
    const sendNext = () => {
      const request = requests[next];
      next += 1;
      if (request === undefined) {
        socket.end();
        resolve();
      } else socket.write(request);
    };
    socket.setNoDelay(true);
    socket.on("connect", sendNext);
    socket.on("error", reject);
    socket.on("close", () => resolve());
    socket.on("data", (chunk) => {
      answer += chunk.toString("latin1");
      if (!answer.endsWith("\r\n\r\n")) return;
      if (!answer.startsWith("HTTP/1.1 204")) refused += 1;
      answer = "";
      sendNext();
    });
  });
}

const begin = performance.now();
await Promise.all(Array.from({ length: Number(connections) }, sendOver));
const seconds = (performance.now() - begin) / 1_000;
const events = planned.reduce((sum, one) => sum + one.events.length, 0);
console.log(JSON.stringify({ batches: planned.length, events, refused, seconds }));
