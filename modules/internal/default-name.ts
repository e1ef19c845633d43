import type { Construct } from "constructs";

/** A name for what a construct makes: its path, unique in the app, with hyphens for slashes. */
export function defaultName(construct: Construct): string {
  return construct.node.path.replaceAll("/", "-");
}
