/**
 * A page that says one thing and offers one way on. It needs neither Next nor the database, so that it
 * can be shown when they are what is missing.
 */
export function sentencePage(page: {
  title: string;
  sentence: string;
  action: { href: string; label: string };
}): string {
  const { title, sentence, action } = page;
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
<style>
body{margin:0;min-height:100vh;min-height:100dvh;display:grid;place-items:center;background:#f7f6f3;color:#292524;font:1rem/1.6 -apple-system,"PingFang SC","Noto Sans SC","Microsoft YaHei",sans-serif}
main{padding:2rem 1.5rem;max-width:22rem;text-align:center}
h1{margin:0 0 .5rem;font-size:1.25rem;font-weight:600}
p{margin:0 0 2rem;color:#57534e;overflow-wrap:anywhere}
a{display:block;padding:.75rem 1.5rem;border-radius:999px;background:#166534;color:#fff;text-decoration:none}
</style>
</head>
<body><main><h1>${escapeHtml(title)}</h1><p>${escapeHtml(sentence)}</p><a href="${escapeHtml(action.href)}">${escapeHtml(action.label)}</a></main></body>
</html>`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
