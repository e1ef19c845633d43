import type { Identity } from "../reachability/model/identity";
import { memberOf } from "../reachability/reading/facts";
import type { ResourceIndex } from "../reachability/reading/resource-index";

/** What cdktf appends to the names of resources. */
const HASH = /_[0-9A-F]{8}$/;

/** What something is called in a picture: its tag `Name`, else what its address ends with. */
export function partName(address: string, index: ResourceIndex): string {
  const tags = index.at(address)?.argument("tags");
  const tag = tags?.kind === "object" ? memberOf(tags, "Name") : undefined;
  return tag?.kind === "literal" && typeof tag.value === "string" ? tag.value : shortAddress(address);
}

/** `module.vpc.aws_subnet.private[0]` is `private[0]`; an id is itself. */
export function shortAddress(address: string): string {
  const found = /(?:^|\.)(?:data\.)?[a-z0-9]+_\w+\.([\w-]+(?:\[.*\])?)$/.exec(address);
  return (found?.[1] ?? address).replace(HASH, "");
}

/** The zone of an identity: its name, or what of an expression tells it from another. */
export function zoneName({ kind, text }: Identity): string {
  return kind === "id"
    ? text
    : text.replace(/^\$\{(.*)\}$/, "$1").replace(/^data\.aws_availability_zones\.[^.]+\./, "");
}
