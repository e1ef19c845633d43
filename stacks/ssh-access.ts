import { Peer, type SecurityGroupRule } from "../modules";

/** The rules that let SSH in from some IPv4 address blocks, each under a name of its own. */
export function sshIngress(cidrBlocks: readonly string[] = []): Record<string, SecurityGroupRule> {
  return Object.fromEntries(
    cidrBlocks.map((block) => [`ssh-${block.replaceAll(/[./]/g, "-")}`, { peer: Peer.cidr(block), port: 22 }]),
  );
}
