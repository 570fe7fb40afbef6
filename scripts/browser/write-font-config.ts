import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/**
 * Makes the poster's Chinese font known to a browser, whatever fonts the machine has.
 * @returns what FONTCONFIG_FILE must say
 */
export function writeFontConfig(): string {
  const fonts = dirname(
    createRequire(import.meta.url).resolve("@expo-google-fonts/noto-sans-sc/package.json"),
  );
  const folder = join(tmpdir(), `renhe-fonts-${process.getuid?.() ?? 0}`);
  const file = join(folder, "fonts.conf");
  const families = ["sans-serif", "serif", "system-ui", "PingFang SC"];
  const aliases = families.map(
    (name) =>
      `<alias><family>${name}</family><prefer><family>Noto Sans SC</family></prefer></alias>`,
  );
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    file,
    [
      '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>',
      `<dir>${fonts}</dir><dir>/usr/share/fonts</dir><dir>/usr/local/share/fonts</dir>`,
      `<cachedir>${join(folder, "cache")}</cachedir>`,
      ...aliases,
      "</fontconfig>",
    ].join("\n"),
  );
  return file;
}
