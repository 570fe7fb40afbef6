import { generateKeyPairSync, randomBytes } from "node:crypto";
import { isIP } from "node:net";
import { type ApplicationAccount, type SandboxAccount, sandboxAccountSchema } from "./account";
import { type RandomBytes, randomDigits, randomHex, randomText } from "./crypto/random-text";

interface NewAccount {
  /** Shown on the consent page and the payment sheet. */
  name: string;
  /** `wx` and 16 hexadecimal digits; drawn when left out. */
  appId?: string;
  /** Ten digits; drawn when left out. */
  mchId?: string;
  /** Hosts of the mall, with or without port, at most five. No IP addresses: WeChat takes none. */
  domains: string[];
  random?: RandomBytes;
}

function generateRsaPair() {
  return generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
}

function hostnameOf(domain: string): string {
  const { hostname } = new URL(`http://${domain}`);
  if (isIP(hostname.replace(/^\[|\]$/g, "")) !== 0) {
    throw new Error(`${domain}: WeChat accepts domain names only, no IP addresses`);
  }
  return hostname;
}

/**
 * Two halves of one new merchant that fit together: `sandboxSide` goes into the sandbox's
 * accounts.json, `applicationSide` is what the merchant types into the dashboard. Throws when a
 * domain is an IP address or there are none or more than five.
 */
export function createSandboxAccount(input: NewAccount): {
  sandboxSide: SandboxAccount;
  applicationSide: ApplicationAccount;
} {
  const random = input.random ?? randomBytes;
  const merchant = generateRsaPair();
  const platform = generateRsaPair();
  const hostnames = [...new Set(input.domains.map(hostnameOf))];
  const mchId = input.mchId ?? `17${randomDigits(random, 8)}`;
  const shared = {
    appId: input.appId ?? `wx${randomHex(random, 8)}`,
    appSecret: randomHex(random, 16),
    mchId,
    merchantSerialNo: randomHex(random, 20).toUpperCase(),
    apiV3Key: randomText(random, 32),
    wechatpayPublicKeyId: `PUB_KEY_ID_01${mchId}2026${randomDigits(random, 14)}`,
  };
  const sandboxSide = sandboxAccountSchema.parse({
    ...shared,
    name: input.name,
    oauthDomains: hostnames,
    jsDomains: hostnames,
    payDirectories: input.domains.map((domain) => `${domain}/`),
    openPlatform: true,
    merchantPublicKeyPem: merchant.publicKey,
    platformPrivateKeyPem: platform.privateKey,
  });
  const applicationSide = {
    ...shared,
    merchantPrivateKeyPem: merchant.privateKey,
    wechatpayPublicKeyPem: platform.publicKey,
  };
  return { sandboxSide, applicationSide };
}
