import { setTimeout as wait } from "node:timers/promises";
import type { SandboxReply } from "../http/replies";
import { jsonReply } from "../http/replies";
import type { SandboxContext } from "../sandbox-context";
import type { Fault } from "../schemas/fault";
import { flipCharacter, probeSignature } from "./spoil-notification";

/** What to do with the connection: send the reply, cut it off, or leave it hanging. */
export type Delivery =
  | { kind: "send"; reply: SandboxReply }
  | { kind: "truncate"; reply: SandboxReply }
  | { kind: "reset" }
  | { kind: "hang" };

const SIGNATURE = "Wechatpay-Signature";

function refusalOf(fault: Fault): SandboxReply {
  return jsonReply({ code: fault.code, message: fault.message }, fault.status);
}

function withSignature(reply: SandboxReply, change: (signature: string) => string): SandboxReply {
  const signature = reply.headers[SIGNATURE];
  if (typeof signature !== "string") return reply;
  return { ...reply, headers: { ...reply.headers, [SIGNATURE]: change(signature) } };
}

function spoilReply(context: SandboxContext, reply: SandboxReply, fault: Fault): SandboxReply {
  switch (fault.kind) {
    case "corrupt_body": {
      const body = Buffer.from(reply.body);
      if (body.length === 0) return reply;
      const index = context.faults.pick(body.length);
      body.writeUInt8(body.readUInt8(index) ^ 1, index);
      return { ...reply, body };
    }
    case "corrupt_signature":
      return withSignature(reply, (signature) =>
        flipCharacter(signature, context.faults.pick(signature.length - 4)),
      );
    case "signature_probe":
      return withSignature(reply, () => probeSignature(context));
    default:
      return reply;
  }
}

/**
 * Answers under the given faults. server_error, error_code, timeout and reset_before keep the
 * request from being worked on; reset_after works on it and loses the answer.
 */
export async function answerUnderFaults(
  context: SandboxContext,
  faults: Fault[],
  answer: () => SandboxReply | Promise<SandboxReply>,
): Promise<Delivery> {
  const has = (kind: Fault["kind"]) => faults.find((fault) => fault.kind === kind);
  const latency = has("latency");
  if (latency) await wait(latency.delayMs, undefined, { ref: false });
  if (has("timeout")) return { kind: "hang" };
  if (has("reset_before")) return { kind: "reset" };
  const refusal = has("server_error") ?? has("error_code");
  if (refusal) return { kind: "send", reply: refusalOf(refusal) };
  const honest = await answer();
  if (has("reset_after")) return { kind: "reset" };
  const reply = faults.reduce((spoiled, fault) => spoilReply(context, spoiled, fault), honest);
  return has("truncated_body") ? { kind: "truncate", reply } : { kind: "send", reply };
}
