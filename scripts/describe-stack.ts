import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { InterfaceEndpoint, VpcEndpoints } from "../modules";

/** A synthesized stack for a person: how many resources, where the JSON lies, which endpoints and why. */
export function describeStack(stack: TerraformStack, outdir: string): string {
  const file = join(outdir, "stacks", stack.node.id, "cdk.tf.json");
  const resources = countResources(JSON.parse(readFileSync(file, "utf8")));
  const endpoints = stack.node.findAll().flatMap(describeEndpoints);
  return [`${stack.node.id}: ${resources} resources in ${relative(".", file)}`, ...endpoints.map(indent)].join("\n\n");
}

/** How many resources a synthesized stack has. Data sources do not count. */
export function countResources(json: unknown): number {
  if (typeof json !== "object" || json === null || !("resource" in json)) return 0;
  return Object.values(json.resource ?? {}).reduce<number>((sum, ofType) => sum + Object.keys(ofType ?? {}).length, 0);
}

/** The plan of endpoints explains itself; endpoints that no plan asked for are named. */
function describeEndpoints(node: IConstruct): string[] {
  if (node instanceof VpcEndpoints) {
    return [node.plan?.explain() ?? `${node.node.id}, named in the stack: ${[...node.services].join(", ")}`];
  }
  if (node instanceof InterfaceEndpoint && !(node.node.scope instanceof VpcEndpoints)) {
    return [`${node.node.id}, named in the stack: an interface endpoint`];
  }
  return [];
}

function indent(text: string): string {
  return text.replaceAll(/^(?=.)/gm, "  ");
}
