import { hostsTasks } from "../addressing/subnet-spec";
import { type Issue, issue } from "../issues/issue";
import type { NetworkSubnet } from "../network/network";
import { writeSubnet } from "../network/write-subnet";
import type { InstanceProps } from "./instance-props";

/** The subnet of an instance: the one that is named, else the first for tasks, else the first public one. */
export function instanceSubnet({
  network: { subnets },
  subnet: name,
}: Pick<InstanceProps, "network" | "subnet">): NetworkSubnet | undefined {
  if (name !== undefined) return subnets.find((subnet) => subnet.name === name);
  return subnets.find(({ tier }) => hostsTasks(tier)) ?? subnets.find(({ tier }) => tier === "public");
}

/** Everything that is wrong with where an instance is placed. */
export function* checkInstanceSubnet(
  props: Pick<InstanceProps, "network" | "subnet" | "publicAddress">,
): Generator<Issue> {
  const subnet = instanceSubnet(props);
  if (subnet === undefined) {
    yield unknownSubnetIssue(props);
  } else if (props.publicAddress === true && subnet.tier !== "public") {
    yield issue("public-address-in-private-subnet", {
      path: "publicAddress",
      problem: `the instance would get a public address in "${subnet.name}", which is no public subnet`,
      fix: 'leave publicAddress out, or name a subnet of tier "public"',
    });
  }
}

function unknownSubnetIssue({ network, subnet: name }: Pick<InstanceProps, "network" | "subnet">): Issue {
  const known = network.subnets.map((subnet) => subnet.name);
  return issue("instance-subnet-unknown", {
    path: "subnet",
    problem:
      name === undefined
        ? `no subnet of the network "${network.name}" takes instances`
        : `"${name}" is not a subnet of the network "${network.name}"`,
    fix:
      name === undefined
        ? 'add a subnet of tier "shared", "application" or "public", or name one in subnet'
        : writeSubnet(name, known),
  });
}
