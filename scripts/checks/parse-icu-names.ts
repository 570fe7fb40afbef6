/** The placeholders of an ICU message: arguments by name, tags as `<name>`. Sorted, without repeats. */
export type IcuNames = { ok: true; names: string[] } | { ok: false; reason: "unbalanced" };

const branching = /^\s*(plural|select|selectordinal)\s*,/;

/**
 * Reads `{name}`, `{name, number}`, `{count, plural, one {…} other {…}}` and `<tag>` out of a
 * message, at any depth. Quoted text ('{') counts for nothing, as in ICU.
 */
export function parseIcuNames(message: string): IcuNames {
  const text = message.replaceAll("''", "").replace(/'[{}<>#|][^']*'?/g, "");
  const names = new Set(
    [...text.matchAll(/<([A-Za-z][\w-]*)\s*\/?>/g)].map(([, tag]) => `<${tag}>`),
  );
  if (!collectArguments(text, names)) return { ok: false, reason: "unbalanced" };
  return { ok: true, names: [...names].sort() };
}

/** Adds the arguments of `text` to `names`; false when a brace lacks its partner. */
function collectArguments(text: string, names: Set<string>): boolean {
  const groups = splitGroups(text);
  return groups?.every((group) => collectArgument(group, names)) ?? false;
}

function collectArgument(group: string, names: Set<string>): boolean {
  const comma = group.indexOf(",");
  names.add((comma < 0 ? group : group.slice(0, comma)).trim());
  const rest = comma < 0 ? "" : group.slice(comma + 1);
  if (!branching.test(rest)) return true;
  // Each branch is a message of its own: `one {…} other {…}`.
  return splitGroups(rest)?.every((branch) => collectArguments(branch, names)) ?? false;
}

/** What stands between the outermost braces, each pair apart; undefined when they do not match. */
function splitGroups(text: string): string[] | undefined {
  const groups: string[] = [];
  let depth = 0;
  let from = 0;
  for (const [at, letter] of [...text].entries()) {
    if (letter === "{" && depth++ === 0) from = at + 1;
    if (letter !== "}") continue;
    if (--depth < 0) return;
    if (depth === 0) groups.push([...text].slice(from, at).join(""));
  }
  return depth === 0 ? groups : undefined;
}
