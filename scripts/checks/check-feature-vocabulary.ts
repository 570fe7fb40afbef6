import type { Check, Finding } from "@/scripts/checks/check";
import { findPattern } from "@/scripts/checks/find-pattern";
import { listFiles } from "@/scripts/checks/list-files";
import { isTest, isTypeScript, readSources, type Source } from "@/scripts/checks/read-sources";

/** Names that say where something was put, not what it is. */
const emptyNames = new Set(
  "util utils helper helpers service services common misc shared type types index".split(" "),
);

/** What may stand inside features/<noun>/; tests stand beside their file. */
const featureShapes = [
  /^(commands|queries)\/[a-z0-9-]+(\.db)?(\.test)?\.ts$/,
  /^components\/([a-z0-9-]+\/)?[a-z0-9-]+(\.test)?\.tsx?$/,
  /^(schema|gate)(\.db)?(\.test)?\.ts$/,
];

const barrel = /^export\s+(type\s+)?(\*(\s+as\s+\w+)?|\{[^}]*\})\s+from\b/gm;

/** Closed vocabulary: five names inside a feature, no empty names and no barrels anywhere. */
export const checkFeatureVocabulary: Check = {
  name: "feature-vocabulary",
  run: async (root) => {
    const paths = await listFiles(root);
    const sources = await readSources(root, (path) => isTypeScript(path) && !isTest(path));
    return [
      ...paths.flatMap(emptyName),
      ...paths.flatMap(strangerInFeature),
      ...sources.flatMap((source) =>
        findPattern(source, [
          { pattern: barrel, message: "a barrel: import from the file itself" },
        ]),
      ),
      ...sources.flatMap(notNamedAfterItsExport),
    ];
  },
};

function emptyName(path: string): Finding[] {
  const names = path.split("/").map((segment) => segment.replace(/^\(|\)$/g, "").split(".")[0]);
  const empty = names.find((name) => name !== undefined && emptyNames.has(name));
  if (empty === undefined) return [];
  return [{ place: path, message: `"${empty}" says nothing: name it after what it holds` }];
}

function strangerInFeature(path: string): Finding[] {
  const feature = /^features\/([^/]+)\/?(.*)$/.exec(path);
  if (!feature) return [];
  const [, noun = "", rest = ""] = feature;
  if (rest === "" || !/^[a-z][a-z0-9-]*$/.test(noun)) {
    return [{ place: path, message: "features/ holds folders named after a noun" }];
  }
  if (featureShapes.some((shape) => shape.test(rest))) return [];
  return [
    {
      place: path,
      message: "a feature holds commands/, queries/, components/, schema.ts and gate.ts",
    },
  ];
}

const exportedName = /^export\s+(?:async\s+)?(?:function\*?|const)\s+(\w+)/gm;
const exportedFunction =
  /^export\s+(?:(?:async\s+)?function\*?\s+(\w+)|const\s+(\w+)[^=\n]*=\s*(?:async\s*)?(?:\(|\w+\s*=>))/gm;

/** One use case, one question = one file: it exports what it is named after, and no other function. */
function notNamedAfterItsExport(source: Source): Finding[] {
  const file = /^features\/[^/]+\/(?:commands|queries)\/([a-z0-9-]+)\.ts$/.exec(source.path);
  if (!file?.[1]) return [];
  const wanted = file[1].replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  const names = [...source.text.matchAll(exportedName)].map((match) => match[1]);
  const functions = [...source.text.matchAll(exportedFunction)].map(
    (match) => match[1] ?? match[2],
  );
  const others = functions.filter((name) => name !== wanted);
  const place = source.path;
  if (!names.includes(wanted)) return [{ place, message: `does not export ${wanted}` }];
  if (others.length === 0) return [];
  return [{ place, message: `exports ${others.join(", ")} beside ${wanted}: a file of its own` }];
}
