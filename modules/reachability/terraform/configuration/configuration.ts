import type { NetworkSnapshot } from "../../../snapshot/network-snapshot";
import type { Lack } from "../../model/fact";
import type { Budget } from "../expressions/budget";
import { evaluateJson } from "../expressions/evaluate-expression";
import { navigate, type ValueStep } from "../expressions/navigate";
import { type Scope, withNames } from "../expressions/scope";
import { blocksAt, objectAt, type TerraformJson } from "../expressions/terraform-json";
import { literal, unknownValue, type Value } from "../expressions/value";
import type { OpaqueModule, TerraformResource } from "../resources/terraform-resource";
import { type LocalNames, NO_NAMES } from "./instances";
import { withoutLabelLists } from "./label-lists";
import { type CalledModule, callModule, type ModuleInstances } from "./module-call";
import type { ModuleSource } from "./module-source";
import { givenProvider, type Provider, providerIn, withoutRegion } from "./providers";
import { type RemoteOutputs, remoteOutput } from "./remote-state";
import { type BlockContext, type KnownAttribute, ResourceBlock } from "./resource-block";
import { blockAt, variableValue } from "./variable-value";

/** What is around a module. */
export interface Surroundings {
  /** What stands before each address, so that it is unique among everything that is proved together. */
  readonly prefix: string;
  readonly remoteOutputs: RemoteOutputs;
  readonly budget: Budget;
  /** What a variable is given. @default - variables are not known, nor are their defaults sure to count */
  readonly variable?: (name: string) => Value | undefined;
  /** A provider that the module gets from its caller. @default - it is the root */
  readonly provider?: (name: string) => Provider | undefined;
  readonly known?: KnownAttribute | undefined;
  /** VPCs that exist, of which there are snapshots. @default - there are none */
  readonly networks?: readonly NetworkSnapshot[];
  /** Numbers of accounts by the addresses of providers, where a plan has looked them up. @default - not known */
  readonly accounts?: ReadonlyMap<string, string>;
}

/** A module of a Terraform configuration in JSON, for example a `cdk.tf.json`, with the modules that it calls. */
export class Configuration implements BlockContext, CalledModule {
  readonly prefix: string;
  readonly known: KnownAttribute | undefined;
  readonly networks: readonly NetworkSnapshot[];
  readonly #json: TerraformJson;
  readonly #surroundings: Surroundings;
  readonly #source: ModuleSource | undefined;
  readonly #scope: Scope;
  readonly #blocks = new Map<string, ResourceBlock>();
  readonly #values = new Map<string, Value>();
  readonly #calls = new Map<string, ModuleInstances<Configuration> | undefined>();

  /** @param source where the files and the modules of the module are. @default - they are not there */
  constructor(json: TerraformJson, surroundings: Surroundings, source?: ModuleSource) {
    this.#json = withoutLabelLists(json);
    this.#surroundings = surroundings;
    this.#source = source;
    this.prefix = surroundings.prefix;
    this.known = surroundings.known;
    this.networks = surroundings.networks ?? [];
    this.#scope = {
      budget: surroundings.budget,
      lookUp: (name, steps) => this.#named(name, steps),
      ...(source === undefined ? {} : { readFile: source.readFile }),
      ...(source?.listFiles === undefined ? {} : { listFiles: source.listFiles }),
      ...(source?.decodeYaml === undefined ? {} : { decodeYaml: source.decodeYaml }),
    };
    for (const mode of ["managed", "data"] as const) {
      const types = objectAt(this.#json, mode === "managed" ? "resource" : "data");
      for (const type of Object.keys(types)) {
        const blocks = objectAt(types, type);
        for (const name of Object.keys(blocks)) {
          const body = blockAt(blocks, name);
          if (body === undefined) continue;
          const address = `${mode === "data" ? "data." : ""}${type}.${name}`;
          this.#blocks.set(address, new ResourceBlock(this, mode, type, address, body));
        }
      }
    }
  }

  get address(): string {
    return this.prefix.replace(/\.$/, "");
  }

  /** Every resource and data source, instance by instance, those of the modules behind the own ones. */
  get resources(): readonly TerraformResource[] {
    const own = [...this.#blocks.values()].flatMap((block) => block.instances.all);
    return [...own, ...this.#children.flatMap((child) => child.resources)];
  }

  /** The modules, whose inside is elsewhere. */
  get modules(): readonly OpaqueModule[] {
    const own = Object.entries(objectAt(this.#json, "module"))
      .filter(([name]) => this.#call(name) === undefined)
      .map(([name, block]) => ({
        address: `${this.prefix}module.${name}`,
        arguments: this.evaluate(block, NO_NAMES),
        lack: this.#lackOf(name),
      }));
    return [...own, ...this.#children.flatMap((child) => child.modules)];
  }

  get #children(): readonly Configuration[] {
    return Object.keys(objectAt(this.#json, "module")).flatMap((name) => this.#call(name)?.all ?? []);
  }

  /** The value of an output. */
  output(name: string): Value | undefined {
    const output = blockAt(objectAt(this.#json, "output"), name);
    return output && this.#once(`output.${name}`, () => this.evaluate(output["value"], NO_NAMES));
  }

  provider(name: string): Provider {
    const evaluate = (json: unknown) => this.evaluate(json, NO_NAMES);
    return (
      providerIn(this.#json, name, this.prefix, evaluate) ??
      this.#surroundings.provider?.(name) ??
      withoutRegion(name, this.prefix)
    );
  }

  accountOf(provider: string): string | undefined {
    return this.#surroundings.accounts?.get(provider);
  }

  evaluate(json: unknown, names: LocalNames): Value {
    return evaluateJson(json, names.size === 0 ? this.#scope : withNames(this.#scope, names));
  }

  #named(name: string, steps: readonly ValueStep[]): Value {
    const [first, ...rest] = steps;
    const member = first?.kind === "member" ? first.name : "";
    switch (name) {
      case "local":
        return navigate(this.#local(member), rest);
      case "var":
        return navigate(this.#variable(member), rest);
      case "module":
        return navigate(this.#call(member)?.value ?? this.#reference("module", member, this.#lackOf(member)), rest);
      case "each":
      case "count":
        return unknownValue(`there is no ${name} here`);
      case "data":
        return this.#resource(`data.${member}.`, rest);
      case "path":
        return this.#path(member);
      case "terraform":
        return this.#terraform(member);
      case "self":
        return unknownValue(`\${${name}.${member}} is known to Terraform only`);
      default:
        return this.#resource(`${name}.`, steps);
    }
  }

  #local(name: string): Value {
    const block = blocksAt(this.#json, "locals").find((each) => Object.hasOwn(each, name));
    if (block === undefined) return unknownValue(`there is no local value "${name}"`);
    return this.#once(`local.${name}`, () => this.evaluate(block[name], NO_NAMES));
  }

  #variable(name: string): Value {
    const declaration = blockAt(objectAt(this.#json, "variable"), name);
    const { variable: given } = this.#surroundings;
    if (declaration === undefined || given === undefined) return this.#reference("var", name);
    const open = () => this.#reference("var", name, this.#source && "variable");
    return this.#once(`var.${name}`, () => variableValue(declaration, given(name)) ?? open());
  }

  /** What would tell the inside of a module that is not known. */
  #lackOf(module: string): Lack | undefined {
    return this.#source === undefined || this.#source.modules.has(module) ? undefined : "module";
  }

  #reference(kind: "var" | "module", name: string, lack?: Lack): Value {
    return { kind: "reference", address: `${this.prefix}${kind}.${name}`, attribute: "", lack };
  }

  #terraform(member: string): Value {
    if (this.#source === undefined || member !== "workspace") {
      return unknownValue(`\${terraform.${member}} is known to Terraform only`);
    }
    const { workspace } = this.#source;
    if (workspace !== undefined) return literal(workspace);
    return { kind: "reference", address: "terraform.workspace", attribute: "", lack: "workspace" };
  }

  /** @returns `undefined` where the files of the module are not there, or nobody knows how many there are */
  #call(name: string): ModuleInstances<Configuration> | undefined {
    const source = this.#source?.modules.get(name);
    const body = blockAt(objectAt(this.#json, "module"), name);
    if (this.#calls.has(name) || source === undefined || body === undefined) return this.#calls.get(name);
    // Stands for the modules while they are made, in case that their number depends on themselves.
    this.#calls.set(name, undefined);
    const create = (key: string, names: LocalNames) => this.#child(source, body, `module.${name}${key}.`, names);
    const made = callModule(body, (json, names) => this.evaluate(json, names), create);
    this.#calls.set(name, made);
    return made;
  }

  #child(source: ModuleSource, body: TerraformJson, path: string, names: LocalNames): Configuration {
    const surroundings: Surroundings = {
      ...this.#surroundings,
      prefix: `${this.prefix}${path}`,
      variable: (name) => (Object.hasOwn(body, name) ? this.evaluate(body[name], names) : undefined),
      provider: (name) => givenProvider(body, name, (ofCaller) => this.provider(ofCaller)),
    };
    return new Configuration(source.json, surroundings, source);
  }

  #path(member: string): Value {
    if (this.#source !== undefined && member === "module") return literal(this.#source.directory);
    if (this.#source !== undefined && member === "root") return literal(".");
    if (this.#source !== undefined && member === "cwd") return literal(this.#source.folder);
    return unknownValue(`\${path.${member}} is known to Terraform only`);
  }

  #resource(start: string, [first, ...rest]: readonly ValueStep[]): Value {
    if (first?.kind !== "member") return unknownValue("a reference names no resource");
    const address = `${start}${first.name}`;
    const block = this.#blocks.get(address);
    if (block === undefined) return unknownValue(`there is no ${address} in the configuration`);
    // A plan has read the states of others.
    const isElsewhere = block.type === "terraform_remote_state" && this.known === undefined;
    if (!isElsewhere) return navigate(block.instances.value, rest);
    return remoteOutput(block.body, `${this.prefix}${address}`, rest, this.#surroundings.remoteOutputs);
  }

  #once(what: string, evaluate: () => Value): Value {
    const known = this.#values.get(what);
    if (known !== undefined) return known;
    // Stands for the value while it is evaluated.
    this.#values.set(what, unknownValue(`${what} refers to itself`));
    const value = evaluate();
    this.#values.set(what, value);
    return value;
  }
}
