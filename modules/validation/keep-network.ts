import type { TerraformStack } from "cdktf";
import type { NetworkSnapshot } from "../snapshot/network-snapshot";

/** The VPCs in which something of each stack is. */
const kept = new WeakMap<TerraformStack, readonly NetworkSnapshot[]>();

/** Writes a VPC that exists into a comment of the configuration, so that the proof, also that of the command, knows it. */
export function keepNetwork(stack: TerraformStack, snapshot: NetworkSnapshot): void {
  const before = kept.get(stack) ?? [];
  if (before.includes(snapshot)) return;
  const networks = [...before, snapshot];
  kept.set(stack, networks);
  stack.addOverride("//.privateFargate.networks", networks);
}
