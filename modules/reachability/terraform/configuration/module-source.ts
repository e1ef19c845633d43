import type { DecodedText, FileText, ListFiles } from "../expressions/scope";
import type { TerraformJson } from "../expressions/terraform-json";

/** A module as its files have it, with the modules that it calls. */
export interface ModuleSource {
  /** Its files as one configuration in JSON. */
  readonly json: TerraformJson;
  /** Where it is, as `path.module` has it: seen from the root module. */
  readonly directory: string;
  /** Absolute path of the root module, in which Terraform is run. */
  readonly folder: string;
  /** The workspace that Terraform has chosen in the folder. @default - none is chosen */
  readonly workspace?: string;
  /** The modules whose files are there, by the names of their calls. */
  readonly modules: ReadonlyMap<string, ModuleSource>;
  /** Reads a file, by a path seen from the root module. */
  readonly readFile: (path: string) => FileText;
  /** Lists the files below a folder, by a path seen from the root module. @default - none are listed */
  readonly listFiles?: ListFiles;
  /** Reads YAML. @default - no expression of the module asks for it */
  readonly decodeYaml?: (text: string) => DecodedText;
}

/** A configuration as a folder has it. */
export interface ConfigurationSource {
  readonly root: ModuleSource;
  /** What files such as `terraform.tfvars` say of the variables, by name. */
  readonly variables: TerraformJson;
}
