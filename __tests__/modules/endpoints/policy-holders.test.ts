import { describe, expect, it } from "vitest";
import {
  EndpointPlan,
  FargateService,
  HubEndpoints,
  type HubEndpointsProps,
  PrivateNetwork,
  proveReachability,
  SpokeNetwork,
  VpcEndpoints,
  VpcPeering,
} from "../../../modules";
import { ordersTask } from "../../support/orders";
import { newStack, parsed, type SynthesizedStack, synthApp } from "../../support/synth";

const services = EndpointPlan.forTasks([ordersTask]);
const zones = { region: "eu-west-1", availabilityZones: ["eu-west-1a", "eu-west-1b"] };

/** A hub, and a spoke with a service in the same stack or in one of its own. */
function synthesize(
  policies: HubEndpointsProps["policies"],
  isElsewhere: boolean,
): ReadonlyMap<string, SynthesizedStack> {
  return synthApp((app) => {
    const shared = newStack(app, "shared");
    const stack = isElsewhere ? newStack(app, "orders") : shared;
    const hubNetwork = new PrivateNetwork(shared, "hub-network", { ...zones, cidrBlock: "10.1.0.0/16" });
    const hub = new HubEndpoints(shared, "hub", {
      ...{ network: hubNetwork, services },
      ...(policies === undefined ? {} : { policies }),
    });
    const own = new PrivateNetwork(stack, "network", zones);
    const connection = new VpcPeering(stack, "peering", { network: own, peer: hubNetwork });
    const network = new SpokeNetwork(stack, "spoke", { network: own, hub, connection });
    const endpoints = new VpcEndpoints(stack, "endpoints", { network, services });
    new FargateService(stack, "service", { network, endpoints, task: ordersTask });
  });
}

/** What each policy admits, and whose requests. */
function admitted(stack: SynthesizedStack | undefined): readonly string[] {
  return (stack?.all("aws_vpc_endpoint_policy") ?? []).flatMap(({ path, attributes }) => {
    const { Statement: statements } = parsed(String(attributes["policy"])) as {
      Statement: readonly { Sid: string; Condition?: { ArnLike: Record<string, unknown> } }[];
    };
    return statements.map(({ Sid, Condition }) => {
      const role = String(Object.values(Condition?.ArnLike ?? { any: "anybody" })[0]);
      return `${path.replace("/policy", "")} ${Sid}: ${role.replace(/_[0-9A-F]{8}/, "").replace(/\$\{data[^}]*\}/, "ACCOUNT")}`;
    });
  });
}

describe("the policies on the way of a spoke's calls", () => {
  it("are AWS's in the hub, unless they are generated there as well", () => {
    expect(admitted(synthesize(undefined, false).get("shared"))).toEqual(["endpoints/s3 EcrPull: anybody"]);
  });

  it("name the roles of the spoke", () => {
    const stacks = synthesize("generated", false);
    const role = "${aws_iam_role.service_execution-role.arn}";
    expect(admitted(stacks.get("shared"))).toEqual([
      "endpoints/s3 EcrPull: anybody",
      `hub/endpoints/ecr-api EcrPull: ${role}`,
      `hub/endpoints/ecr-api EcrToken: ${role}`,
      `hub/endpoints/ecr-dkr EcrPull: ${role}`,
      `hub/endpoints/ecr-dkr EcrToken: ${role}`,
      `hub/endpoints/logs Logs: ${role}`,
    ]);
    expect(proveReachability(Array.from(stacks.values(), ({ json }) => json)).verdict).toBe("proved");
  });

  it("know a spoke of a later stack by what the names of its roles begin with, and the stacks make no circle", () => {
    const stacks = synthesize("generated", true);
    const role = "arn:aws:iam::ACCOUNT:role/orders-execution-*";
    expect(admitted(stacks.get("shared")).every((line) => line.endsWith(`: ${role}`))).toBe(true);
    expect(admitted(stacks.get("shared"))).toHaveLength(5);
    expect(JSON.stringify(stacks.get("shared")?.json)).not.toContain("terraform_remote_state");
    expect(proveReachability(Array.from(stacks.values(), ({ json }) => json)).verdict).toBe("proved");
  });
});
