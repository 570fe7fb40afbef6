import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { z } from "zod";

/** The part of a Swagger-like schema that the contract is about. */
export interface SpecSchema {
  type: string | null;
  required: Set<string>;
  properties: Map<string, SpecSchema>;
  items: SpecSchema | null;
  enum: Set<string> | null;
}

const nodeSchema = z.record(z.string(), z.unknown());
type Node = z.infer<typeof nodeSchema>;

function childNode(node: Node, name: string): Node | null {
  const parsed = nodeSchema.safeParse(node[name]);
  return parsed.success ? parsed.data : null;
}

function empty(): SpecSchema {
  return { type: null, required: new Set(), properties: new Map(), items: null, enum: null };
}

/** Reads the machine-readable description of WeChat Pay, one YAML file per address. */
export class PaySpec {
  private readonly files = new Map<string, Node>();

  /** @param parseYaml the YAML reader, which only tests have */
  constructor(
    private readonly folder: URL,
    private readonly parseYaml: (text: string) => unknown,
  ) {}

  exists(): boolean {
    return existsSync(this.folder);
  }

  /** The operation `method` of the file at `path`, for example `v3/bill/tradebill.yaml`. */
  operation(path: string, method: string): Node {
    const operation = childNode(this.read(path), method);
    if (!operation) throw new Error(`${path} describes no ${method}`);
    return operation;
  }

  /** The body of a request. */
  requestBody(path: string): SpecSchema {
    const body = this.parameters(path, "post").find((parameter) => parameter.in === "body");
    return this.flatten(childNode(body ?? {}, "schema") ?? {}, path);
  }

  /** The query parameters as if they were an object. */
  query(path: string): SpecSchema {
    const flat = empty();
    for (const parameter of this.parameters(path, "get")) {
      if (parameter.in !== "query") continue;
      const name = String(parameter.name);
      const { required, ...schema } = parameter;
      flat.properties.set(name, this.flatten(schema, path));
      if (required === true) flat.required.add(name);
    }
    return { ...flat, type: "object" };
  }

  /** The answer of a success. */
  answer(path: string, method: string): SpecSchema {
    const responses = childNode(this.operation(path, method), "responses") ?? {};
    const success = childNode(responses, "200") ?? {};
    return this.flatten(childNode(success, "schema") ?? {}, path);
  }

  private parameters(path: string, method: string): Node[] {
    return z.array(nodeSchema).parse(this.operation(path, method).parameters ?? []);
  }

  private read(path: string): Node {
    const known = this.files.get(path);
    if (known) return known;
    const text = readFileSync(new URL(path, this.folder), "utf8");
    const node = nodeSchema.parse(this.parseYaml(text));
    this.files.set(path, node);
    return node;
  }

  /** References keep the depth of the tree they were taken from, so only the file's name counts. */
  private resolve(reference: string, from: string): { node: Node; path: string } {
    const [file = "", pointer = ""] = reference.split("#");
    const path = file === "" ? from : `definitions/${basename(file)}`;
    const node = childNode(this.read(path), pointer.replace(/^\//, ""));
    if (!node) throw new Error(`${reference} leads nowhere`);
    return { node, path };
  }

  private flatten(node: Node, path: string): SpecSchema {
    const flat = empty();
    if (typeof node.$ref === "string") {
      const target = this.resolve(node.$ref, path);
      merge(flat, this.flatten(target.node, target.path));
    }
    for (const part of z.array(nodeSchema).parse(node.allOf ?? [])) {
      merge(flat, this.flatten(part, path));
    }
    if (typeof node.type === "string") flat.type = node.type;
    for (const [name, child] of Object.entries(childNode(node, "properties") ?? {})) {
      mergeProperty(flat, name, this.flatten(nodeSchema.parse(child), path));
    }
    if (Array.isArray(node.required))
      for (const name of node.required) flat.required.add(String(name));
    const items = childNode(node, "items");
    if (items) flat.items = this.flatten(items, path);
    if (Array.isArray(node.enum)) {
      flat.enum = new Set([...(flat.enum ?? []), ...node.enum.map(String)]);
    }
    return flat;
  }
}

function mergeProperty(target: SpecSchema, name: string, property: SpecSchema): void {
  const known = target.properties.get(name);
  if (known) merge(known, property);
  else target.properties.set(name, property);
}

function merge(target: SpecSchema, source: SpecSchema): void {
  target.type = source.type ?? target.type;
  target.items = source.items ?? target.items;
  for (const name of source.required) target.required.add(name);
  for (const [name, property] of source.properties) mergeProperty(target, name, property);
  if (source.enum) target.enum = new Set([...(target.enum ?? []), ...source.enum]);
}
