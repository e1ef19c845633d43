import type { TerraformJson } from "../reachability/terraform/expressions/terraform-json";
import type { FolderSource } from "./read-folder";

/** One configuration or plan that is checked. */
export interface CheckInput {
  readonly path: string;
  readonly json: TerraformJson;
  /** The folder that it was read from, or of a plan the folder of its configuration. @default - it is a file alone */
  readonly source?: FolderSource;
}
