function scriptUrl(): URL {
  const running = document.currentScript;
  const script =
    running instanceof HTMLScriptElement
      ? running
      : document.querySelector<HTMLScriptElement>('script[src*="jweixin-1.6.0.js"]');
  return new URL(script?.src ?? location.href);
}

function isLoopbackPage(): boolean {
  return /^(localhost|.+\.localhost|127\.0\.0\.1)$/.test(location.hostname);
}

const SCRIPT_URL = scriptUrl();

/**
 * Where the sandbox answers for this page: under the page's own host name, because the phone's
 * cookies belong to that host.
 */
export const SANDBOX_ORIGIN = isLoopbackPage()
  ? `${SCRIPT_URL.protocol}//${location.hostname}:${SCRIPT_URL.port}`
  : SCRIPT_URL.origin;
