import { readFileSync } from "node:fs";
import { join, posix, resolve } from "node:path";
import type { ConfigurationSource, ModuleSource } from "../reachability/terraform/configuration/module-source";
import { objectAt, objectsAt, textAt } from "../reachability/terraform/expressions/terraform-json";
import { isObject } from "../values/is-object";
import { folderLister, folderReader } from "./folder-reader";
import { type ModuleFiles, readModuleFiles } from "./module-files";
import { readVariableFiles } from "./read-variable-files";
import type { Terminal } from "./terminal";
import { UnusableInputError } from "./unusable-input";
import { yamlDecoder } from "./yaml-decoder";

/** A configuration as a folder has it. */
export interface FolderSource extends ConfigurationSource {
  /** The folder, as it was named. */
  readonly path: string;
  /** How many files were read, with those of the modules. */
  readonly files: number;
}

/**
 * The configuration in a folder, with the modules that it calls: those of other folders, and those that `terraform init` has
 * fetched.
 *
 * @throws {UnusableInputError} where there is none, or where a file of it cannot be read
 */
export async function readConfigurationFolder(folder: string, terminal: Terminal): Promise<FolderSource> {
  const reader = new ModuleReader(folder, terminal);
  const root = await reader.read();
  if (root === undefined) throw new UnusableInputError(`${folder} is no folder with a configuration of Terraform`);
  const { variables, count } = await readVariableFiles(folder, terminal);
  return { path: folder, root, variables, files: (await reader.countFiles()) + count };
}

class ModuleReader {
  readonly #folder: string;
  readonly #terminal: Terminal;
  readonly #files = new Map<string, Promise<ModuleFiles | undefined>>();
  #fetched: ReadonlyMap<string, string> = new Map();
  #workspace: string | undefined;

  constructor(folder: string, terminal: Terminal) {
    this.#folder = folder;
    this.#terminal = terminal;
  }

  async read(): Promise<ModuleSource | undefined> {
    this.#fetched = fetchedModules(this.#folder);
    this.#workspace = chosenWorkspace(this.#folder);
    return this.#module(".", [], []);
  }

  /** The files that were read so far, each once. */
  async countFiles(): Promise<number> {
    const read = await Promise.all(this.#files.values());
    return read.reduce((sum, files) => sum + (files?.count ?? 0), 0);
  }

  /**
   * @param directory seen from the root module
   * @param path names of the calls that lead to it
   * @param above directories of the modules around it
   */
  async #module(
    directory: string,
    path: readonly string[],
    above: readonly string[],
  ): Promise<ModuleSource | undefined> {
    const files = above.includes(directory) ? undefined : await this.#filesOf(directory);
    if (files === undefined) return undefined;
    const { json } = files;
    const modules = new Map<string, ModuleSource>();
    for (const [name, block] of Object.entries(objectAt(json, "module"))) {
      const [body] = Array.isArray(block) ? block : [block];
      const at = this.#directoryOf(isObject(body) ? textAt(body, "source") : undefined, directory, [...path, name]);
      const module = at === undefined ? undefined : await this.#module(at, [...path, name], [...above, directory]);
      if (module !== undefined) modules.set(name, module);
    }
    const decodeYaml = JSON.stringify(json).includes("yamldecode(") ? await yamlDecoder() : undefined;
    const reading = {
      readFile: folderReader(this.#folder, directory),
      listFiles: folderLister(this.#folder, directory),
    };
    const source = { json, directory, folder: resolve(this.#folder), modules, ...reading };
    return {
      ...source,
      ...(decodeYaml === undefined ? {} : { decodeYaml }),
      ...(this.#workspace === undefined ? {} : { workspace: this.#workspace }),
    };
  }

  #directoryOf(source: string | undefined, from: string, path: readonly string[]): string | undefined {
    if (source === undefined) return undefined;
    if (/^\.\.?(?:\/|$)/.test(source)) return posix.join(from, source);
    return this.#fetched.get(path.join("."));
  }

  #filesOf(directory: string): Promise<ModuleFiles | undefined> {
    const known = this.#files.get(directory);
    if (known !== undefined) return known;
    const read = readModuleFiles(join(this.#folder, directory), this.#terminal);
    this.#files.set(directory, read);
    return read;
  }
}

/** The workspace that `terraform workspace select` has chosen. Terraform keeps its name beside what it has fetched. */
function chosenWorkspace(folder: string): string | undefined {
  try {
    const name = readFileSync(join(folder, ".terraform/environment"), "utf8").trim();
    return name === "" ? undefined : name;
  } catch {
    return undefined;
  }
}

/** What `terraform init` has fetched: the directory of each module, by the names of the calls that lead to it. */
function fetchedModules(folder: string): ReadonlyMap<string, string> {
  try {
    const json: unknown = JSON.parse(readFileSync(join(folder, ".terraform/modules/modules.json"), "utf8"));
    const modules = isObject(json) ? objectsAt(json, "Modules") : [];
    return new Map(modules.map((each) => [textAt(each, "Key") ?? "", posix.normalize(textAt(each, "Dir") ?? ".")]));
  } catch {
    return new Map();
  }
}
