import { describe, expect, it } from "vitest";
import { acceptFinding, GatewayEndpoint, InterfaceEndpoint, PrivateNetwork, SecurityGroup } from "../../../modules";
import { synth } from "../../support/synth";

type Part = "gateway" | "interface";

/** Both endpoints of S3 in one network, in the order in which a program writes them. */
function dependsOn(parts: readonly Part[], inboundOnly: boolean, networks = 1): unknown {
  const stack = synth((scope) => {
    const [network, other = network] = Array.from(
      { length: networks },
      (_, index) => new PrivateNetwork(scope, `network-${index}`, { region: "eu-west-1" }),
    );
    if (network === undefined || other === undefined) throw new Error("there is no network");
    const group = new SecurityGroup(scope, "group", { vpcId: network.vpcId, name: "s3" });
    for (const part of parts) {
      if (part === "gateway") new GatewayEndpoint(scope, "gateway", { network: other, service: "s3" });
      else {
        const { endpoint } = new InterfaceEndpoint(scope, "interface", {
          network,
          service: "s3",
          securityGroupIds: [group.securityGroupId],
          ...(inboundOnly ? { privateDnsOnlyForInboundResolverEndpoint: true } : { privateDnsEnabled: false }),
        });
        if (other !== network) acceptFinding(endpoint, { code: "inbound-resolver-without-gateway", reason: "a test" });
      }
    }
  });
  return stack.all("aws_vpc_endpoint").find(({ path }) => path.startsWith("interface"))?.attributes["depends_on"];
}

describe("an interface endpoint of S3 beside its gateway endpoint", () => {
  it.each([[["gateway", "interface"]], [["interface", "gateway"]]] as const)("waits for it, written %j", (parts) => {
    expect(dependsOn(parts, true)).toEqual([expect.stringMatching(/^aws_vpc_endpoint[.]gateway_[0-9A-F]+$/)]);
  });

  it("waits for none where its private DNS needs none", () => {
    expect(dependsOn(["interface", "gateway"], false)).toBeUndefined();
  });

  it("waits for none of another VPC", () => {
    expect(dependsOn(["gateway", "interface"], true, 2) ?? []).toEqual([]);
  });
});
