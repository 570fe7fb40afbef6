import { escapeHtml } from "./escape-html";

interface Page {
  title: string;
  /** Trusted HTML: everything from outside must have gone through escapeHtml. */
  body: string;
  /** Names of scripts under /sandbox/assets. */
  scripts?: string[];
  bodyClass?: string;
}

/** A whole page in the sandbox's own look. */
export function renderPage(page: Page): string {
  const scripts = (page.scripts ?? [])
    .map((name) => `<script src="/sandbox/assets/${name}.js" defer></script>`)
    .join("");
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover">
<title>${escapeHtml(page.title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/sandbox/assets/phone.css">
${scripts}
</head>
<body class="${escapeHtml(page.bodyClass ?? "")}">${page.body}</body>
</html>`;
}
