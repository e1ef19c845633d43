import { createRequire } from "node:module";
import { join, resolve } from "node:path";

/** The directory of the project: where package.json, cdktf.json and node_modules are. */
export const PROJECT_DIRECTORY = resolve(__dirname, "../..");

/** The file with the command and the context of the app. */
export const PROJECT_FILE = join(PROJECT_DIRECTORY, "cdktf.json");

/** Where `deploy:local` keeps everything it makes. Git-ignored. */
export const LOCAL_DIRECTORY = join(PROJECT_DIRECTORY, ".local");

/** Where a downloaded AWS provider is kept, so that it is downloaded once. Goes away with node_modules. */
export const PROVIDER_CACHE_DIRECTORY = join(PROJECT_DIRECTORY, "node_modules/.cache/terraform-providers");

/** The file that a module specifier means to this project, for example `"@cdktf/provider-aws/package.json"`. */
export const resolveModule: (specifier: string) => string = createRequire(
  join(PROJECT_DIRECTORY, "package.json"),
).resolve;
