import { askSandbox } from "./client-calls";

export interface WxCallbacks {
  success?: (result: Record<string, unknown>) => void;
  fail?: (result: Record<string, unknown>) => void;
  cancel?: (result: Record<string, unknown>) => void;
  complete?: (result: Record<string, unknown>) => void;
}

interface WxConfig {
  appId?: string;
  timestamp?: number | string;
  nonceStr?: string;
  signature?: string;
  jsApiList?: string[];
}

interface ConfigState {
  phase: "unset" | "checking" | "ready" | "failed";
  appId: string;
  jsApiList: string[];
  jsDomains: string[];
  error: { errMsg: string } | null;
}

const configState: ConfigState = {
  phase: "unset",
  appId: "",
  jsApiList: [],
  jsDomains: [],
  error: null,
};
const readyCallbacks: (() => void)[] = [];
let errorCallback: ((error: { errMsg: string }) => void) | null = null;

function failConfig(errMsg: string): void {
  configState.phase = "failed";
  configState.error = { errMsg };
  errorCallback?.({ errMsg });
}

/** wx.config: the sandbox checks appId, signature and the page's host. */
export async function configure(config: WxConfig): Promise<void> {
  configState.phase = "checking";
  const [url] = location.href.split("#");
  try {
    const answer = await askSandbox("/sandbox/js/config", { ...config, url });
    if (answer.ok !== true) {
      failConfig(String(answer.errMsg));
      return;
    }
    configState.appId = config.appId ?? "";
    configState.jsApiList = config.jsApiList ?? [];
    configState.jsDomains = Array.isArray(answer.jsDomains) ? answer.jsDomains.map(String) : [];
    configState.phase = "ready";
    for (const callback of readyCallbacks.splice(0)) callback();
  } catch {
    failConfig("config:fail, network error");
  }
}

export function whenReady(callback: () => void): void {
  if (configState.phase === "ready") callback();
  else readyCallbacks.push(callback);
}

export function whenFailed(callback: (error: { errMsg: string }) => void): void {
  errorCallback = callback;
  if (configState.error) callback(configState.error);
}

export function configuredAppId(): string {
  return configState.appId;
}

/** Why an interface may not be called now; null when it may. */
export function interfaceObstacle(name: string): string | null {
  if (configState.phase !== "ready") return "config is not ready";
  return configState.jsApiList.includes(name) ? null : "permission denied";
}

/** Whether a link lies under the account's JS domains. */
export function isSafeLink(link: string): boolean {
  const { hostname } = new URL(link, location.href);
  return configState.jsDomains.some(
    (domain) => hostname === domain || hostname.endsWith(`.${domain}`),
  );
}

/** Ends one interface call: the callback for its outcome, then `complete`. */
export function finishCall(
  name: string,
  callbacks: WxCallbacks,
  outcome: string,
  extra: Record<string, unknown> = {},
): void {
  const result = { ...extra, errMsg: `${name}:${outcome}` };
  if (outcome === "ok") callbacks.success?.(result);
  else if (outcome === "cancel") callbacks.cancel?.(result);
  else callbacks.fail?.(result);
  callbacks.complete?.(result);
}
