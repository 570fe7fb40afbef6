import { z } from "zod";
import type { SpecSchema } from "./spec-schema";

/** What z.toJSONSchema yields, as far as the comparison looks. */
const ownNodeSchema = z.object({
  type: z.string().optional(),
  required: z.array(z.string()).default([]),
  properties: z.record(z.string(), z.unknown()).default({}),
  items: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
});
type OwnNode = z.infer<typeof ownNodeSchema>;

function valuesOf(node: OwnNode): string[] | null {
  if (node.const !== undefined) return [String(node.const)];
  return node.enum?.map(String) ?? null;
}

function compareNode(spec: SpecSchema, own: OwnNode, path: string, findings: string[]): void {
  if (own.type !== undefined && spec.type !== null && own.type !== spec.type) {
    findings.push(`${path}: type ${own.type}, WeChat has ${spec.type}`);
  }
  const values = valuesOf(own);
  if (spec.enum) {
    const missing = [...spec.enum].filter((value) => !values?.includes(value));
    const extra = (values ?? []).filter((value) => !spec.enum?.has(value));
    if (missing.length > 0) findings.push(`${path}: lacks the values ${missing.join(" ")}`);
    if (extra.length > 0) findings.push(`${path}: has unknown values ${extra.join(" ")}`);
  }
  if (spec.items && own.items !== undefined) {
    compareNode(spec.items, ownNodeSchema.parse(own.items), `${path}[]`, findings);
  }
  compareProperties(spec, own, path, findings);
}

function compareProperties(spec: SpecSchema, own: OwnNode, path: string, findings: string[]): void {
  for (const [name, property] of Object.entries(own.properties)) {
    const described = spec.properties.get(name);
    const at = `${path}.${name}`;
    if (!described) findings.push(`${at}: not in WeChat's description`);
    else compareNode(described, ownNodeSchema.parse(property), at, findings);
    if (described && own.required.includes(name) !== spec.required.has(name)) {
      findings.push(`${at}: required ${own.required.includes(name)}, WeChat says the opposite`);
    }
  }
  for (const name of spec.properties.keys()) {
    if (!(name in own.properties)) findings.push(`${path}.${name}: missing here`);
  }
}

/** Every difference between one of the sandbox's schemas and WeChat's description, as sentences. */
export function compareContract(name: string, spec: SpecSchema, own: z.ZodType): string[] {
  const findings: string[] = [];
  const json = z.toJSONSchema(own, { io: "input", unrepresentable: "any" });
  compareNode(spec, ownNodeSchema.parse(json), name, findings);
  return findings;
}
