import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isJsonObject, jsonAt, readJsonFile } from "../emulator/json";
import { PROJECT_DIRECTORY } from "../emulator/project";

/** A project of `examples/`: it uses the packed library as any other project does. */
export interface Consumer {
  /** Name of its folder. */
  readonly name: string;
  /** The heading of its page. */
  readonly title: string;
  readonly directory: string;
  /** What it installs, with the versions: dependencies and development dependencies. */
  readonly packages: ReadonlyMap<string, string>;
  /** Names of its npm scripts. */
  readonly scripts: ReadonlySet<string>;
  /** The command of its app, as `cdktf.json` has it. */
  readonly app: string;
}

const EXAMPLES = join(PROJECT_DIRECTORY, "examples");

/** All projects of `examples/`, by name. */
export function readConsumers(): readonly Consumer[] {
  return readdirSync(EXAMPLES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readConsumer(join(EXAMPLES, name), name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function readConsumer(directory: string, name: string): Consumer {
  const manifest = readJsonFile(join(directory, "package.json"));
  const [, title] = /^# (.+)$/m.exec(readFileSync(join(directory, "README.md"), "utf8")) ?? [];
  const app = jsonAt(readJsonFile(join(directory, "cdktf.json")), "app");
  if (title === undefined || typeof app !== "string") throw new Error(`${directory} has no heading or no app`);
  const packages = new Map([...textsAt(manifest, "dependencies"), ...textsAt(manifest, "devDependencies")]);
  const scripts = new Set(textsAt(manifest, "scripts").keys());
  return { name, title, directory, packages, scripts, app };
}

function textsAt(manifest: unknown, key: string): ReadonlyMap<string, string> {
  const value = jsonAt(manifest, key);
  const entries = isJsonObject(value) ? Object.entries(value) : [];
  return new Map(entries.flatMap(([name, text]) => (typeof text === "string" ? [[name, text] as const] : [])));
}
