import type { SandboxAccount } from "../account";
import { randomText } from "../crypto/random-text";
import type { SandboxContext } from "../sandbox-context";
import type { FaultKind } from "../schemas/fault";
import { notificationEnvelopeSchema } from "../schemas/notification";
import { type SignedNotification, signatureHeaders } from "../sign-notification";

const PROBE_PREFIX = "WECHATPAY/SIGNTEST/";

/** A signature that WeChat sends on purpose to see whether merchants verify. */
export function probeSignature(context: SandboxContext): string {
  return `${PROBE_PREFIX}${randomText(context.random, 320)}`;
}

/** Another letter or digit at one place: the text stays base64, JSON stays JSON where it can. */
export function flipCharacter(text: string, index: number): string {
  const replacement = text[index] === "A" ? "B" : "A";
  return text.slice(0, index) + replacement + text.slice(index + 1);
}

function withSignature(notification: SignedNotification, signature: string): SignedNotification {
  return {
    ...notification,
    headers: { ...notification.headers, "Wechatpay-Signature": signature },
  };
}

function spoilCiphertext(
  context: SandboxContext,
  account: SandboxAccount,
  notification: SignedNotification,
): SignedNotification {
  const envelope = notificationEnvelopeSchema.parse(JSON.parse(notification.body));
  const { ciphertext } = envelope.resource;
  const spoiled = flipCharacter(ciphertext, context.faults.pick(ciphertext.length - 4));
  const body = JSON.stringify({
    ...envelope,
    resource: { ...envelope.resource, ciphertext: spoiled },
  });
  // Signed anew: the signature holds and only the decryption can notice.
  const nowSeconds = Math.floor(context.now() / 1000);
  const signed = signatureHeaders(account, body, nowSeconds, context.random);
  return { body, headers: { ...notification.headers, ...signed } };
}

/** The notification with one fault worked into it. Kinds that do not change bytes change nothing. */
export function spoilNotification(
  context: SandboxContext,
  account: SandboxAccount,
  notification: SignedNotification,
  kind: FaultKind,
): SignedNotification {
  const { body, headers } = notification;
  const nowSeconds = Math.floor(context.now() / 1000);
  switch (kind) {
    case "corrupt_body": {
      // Inside the id's value, so that the JSON still parses and only the signature can notice.
      const index = body.indexOf('"id":"') + 6 + context.faults.pick(8);
      return { body: flipCharacter(body, index), headers };
    }
    case "corrupt_signature": {
      const signature = headers["Wechatpay-Signature"] ?? "";
      const index = context.faults.pick(signature.length - 4);
      return withSignature(notification, flipCharacter(signature, index));
    }
    case "corrupt_ciphertext":
      return spoilCiphertext(context, account, notification);
    case "signature_probe":
      return withSignature(notification, probeSignature(context));
    case "wrong_serial":
      return { body, headers: { ...headers, "Wechatpay-Serial": `PUB_KEY_ID_${"0".repeat(28)}` } };
    case "stale_timestamp":
      return {
        body,
        headers: {
          ...headers,
          ...signatureHeaders(account, body, nowSeconds - 3600, context.random),
        },
      };
    default:
      return notification;
  }
}
