import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";

/**
 * One classic script out of this folder's modules, in the given order: types stripped, imports and
 * the word `export` dropped, everything inside one function. No bundler, so names must not repeat
 * across the modules of one script.
 */
export function assembleScript(modules: readonly string[]): string {
  const parts = modules.map((name) => {
    const source = readFileSync(new URL(`./${name}.ts`, import.meta.url), "utf8");
    return stripTypeScriptTypes(source)
      .replaceAll(/^import\s[^;]*;/gm, "")
      .replaceAll(/^export /gm, "");
  });
  return `(() => {\n"use strict";\n${parts.join("\n")}\n})();\n`;
}

/** The scripts that the sandbox serves and the modules that each consists of. */
export const BROWSER_SCRIPTS = {
  jweixin: [
    "sandbox-address",
    "phone-link",
    "sheet-overlay",
    "client-calls",
    "share-card",
    "wx-config",
    "wx-payment",
    "wx-preview",
    "wx-interface",
    "menu-button",
    "jweixin",
  ],
  browse: ["sheet-overlay", "browse"],
  "pay-sheet": ["pay-sheet"],
  "share-sheet": ["share-sheet"],
} as const;
