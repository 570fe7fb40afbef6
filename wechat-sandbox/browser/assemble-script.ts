import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";

/**
 * One classic script out of this folder's modules, in the given order: types stripped, imports and
 * the word `export` dropped, everything inside one function. No bundler, so names must not repeat
 * across the modules of one script.
 */
export function assembleScript(modules: readonly URL[]): string {
  const parts = modules.map((module) => {
    const source = readFileSync(module, "utf8");
    return stripTypeScriptTypes(source)
      .replaceAll(/^import\s[^;]*;/gm, "")
      .replaceAll(/^export /gm, "");
  });
  return `(() => {\n"use strict";\n${parts.join("\n")}\n})();\n`;
}

/** The scripts that the sandbox serves and the modules that each consists of. */
export const BROWSER_SCRIPTS = {
  jweixin: [
    new URL("./sandbox-address.ts", import.meta.url),
    new URL("./phone-link.ts", import.meta.url),
    new URL("./sheet-overlay.ts", import.meta.url),
    new URL("./client-calls.ts", import.meta.url),
    new URL("./share-card.ts", import.meta.url),
    new URL("./wx-config.ts", import.meta.url),
    new URL("./wx-payment.ts", import.meta.url),
    new URL("./wx-transfer.ts", import.meta.url),
    new URL("./wx-preview.ts", import.meta.url),
    new URL("./wx-interface.ts", import.meta.url),
    new URL("./menu-button.ts", import.meta.url),
    new URL("./jweixin.ts", import.meta.url),
  ],
  browse: [new URL("./sheet-overlay.ts", import.meta.url), new URL("./browse.ts", import.meta.url)],
  "pay-sheet": [new URL("./pay-sheet.ts", import.meta.url)],
  "transfer-sheet": [new URL("./transfer-sheet.ts", import.meta.url)],
  "share-sheet": [new URL("./share-sheet.ts", import.meta.url)],
} as const;
