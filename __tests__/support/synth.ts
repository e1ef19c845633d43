import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { App, TerraformStack } from "cdktf";

/** A block of Terraform JSON, as far as tests read it. */
export type Block = Readonly<Record<string, unknown>>;
type Blocks = Readonly<Record<string, Readonly<Record<string, Block>>>>;

/** A resource or a data source of a synthesized stack. */
export interface SynthesizedResource {
  /** `type.logicalId`, under which Terraform keeps it in the state. */
  readonly address: string;
  readonly type: string;
  /** Path of its construct in the stack, for example `"network/vpc"`; empty for what cdktf adds by itself. */
  readonly path: string;
  /** What Terraform reads. */
  readonly attributes: Block;
}

/** The Terraform JSON of one stack. */
export class SynthesizedStack {
  /** The JSON as it is written. */
  readonly text: string;
  /** Names of the stacks that are deployed before it. */
  readonly dependencies: readonly string[];
  readonly json: {
    readonly terraform: { readonly backend: Readonly<Record<string, Block>> };
    readonly provider: Readonly<Record<string, readonly Block[]>>;
    readonly output?: Readonly<Record<string, { readonly value: unknown }>>;
  };
  readonly resources: readonly SynthesizedResource[];
  readonly dataSources: readonly SynthesizedResource[];

  constructor(text: string, dependencies: readonly string[] = []) {
    this.text = text;
    this.dependencies = dependencies;
    const json = JSON.parse(text);
    this.json = json;
    this.resources = readBlocks(json.resource, "");
    this.dataSources = readBlocks(json.data, "data.");
  }

  /** All resources of a type. */
  all(type: string): readonly SynthesizedResource[] {
    return this.resources.filter((resource) => resource.type === type);
  }

  /** The only resource of a type. */
  only(type: string): SynthesizedResource {
    return single(this.all(type), type);
  }

  /** The resource of a construct, by its path in the stack. */
  at(path: string): SynthesizedResource {
    return single(
      this.resources.filter((resource) => resource.path === path),
      path,
    );
  }

  /** The sorted addresses of all resources. */
  get addresses(): readonly string[] {
    return this.resources.map(({ address }) => address).sort();
  }

  /** The value of an output. */
  output(name: string): unknown {
    return this.json.output?.[name]?.value;
  }
}

/** How Terraform refers to an attribute of a resource. */
export function ref({ address }: SynthesizedResource, attribute: string): string {
  return `\${${address}.${attribute}}`;
}

/** An attribute that holds JSON as text. */
export function parsed(value: unknown): unknown {
  if (typeof value !== "string") throw new TypeError(`no text, but ${JSON.stringify(value)}`);
  return JSON.parse(value);
}

/** What cdktf writes beside the stacks. */
interface Manifest {
  readonly stacks: Readonly<Record<string, { synthesizedStackPath: string; dependencies: readonly string[] }>>;
}

/** Synthesizes an app, with all validations, as `cdktf synth` does. */
export function synthApp(
  build: (app: App) => void,
  context: Readonly<Record<string, unknown>> = {},
): ReadonlyMap<string, SynthesizedStack> {
  const outdir = mkdtempSync(join(tmpdir(), "private-fargate-"));
  try {
    const app = new App({ outdir, context });
    build(app);
    app.synth();
    const manifest: Manifest = JSON.parse(readFileSync(join(outdir, "manifest.json"), "utf8"));
    return new Map(
      Object.entries(manifest.stacks).map(([name, { synthesizedStackPath, dependencies }]) => [
        name,
        new SynthesizedStack(readFileSync(join(outdir, synthesizedStackPath), "utf8"), dependencies),
      ]),
    );
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/** Synthesizes one stack named `test` with an AWS provider. */
export function synth(build: (stack: TerraformStack) => void, region = "eu-west-1"): SynthesizedStack {
  const stacks = synthApp((app) => build(newStack(app, "test", region)));
  return single([...stacks.values()], "stack");
}

/** A stack with an AWS provider. */
export function newStack(app: App = new App(), name = "test", region = "eu-west-1"): TerraformStack {
  const stack = new TerraformStack(app, name);
  new AwsProvider(stack, "aws", { region });
  return stack;
}

function readBlocks(blocks: Blocks = {}, prefix: string): SynthesizedResource[] {
  return Object.entries(blocks).flatMap(([type, byId]) =>
    Object.entries(byId).map(([id, { "//": comment, ...attributes }]) => ({
      address: `${prefix}${type}.${id}`,
      type,
      path: pathInStack(comment),
      attributes,
    })),
  );
}

/** cdktf notes the path of the construct in each block: `{ metadata: { path: "stack/network/vpc" } }`. */
function pathInStack(comment: unknown): string {
  return /"path":"[^"/]+\/([^"]+)"/.exec(JSON.stringify(comment) ?? "")?.[1] ?? "";
}

function single<T>(found: readonly T[], what: string): T {
  const [one, ...others] = found;
  if (one === undefined || others.length > 0) throw new Error(`${what}: one expected, ${found.length} found`);
  return one;
}
