import { isRegion, regionOfZone } from "../aws/region";
import { type Issue, issue } from "../issues/issue";
import { nearest } from "../text/nearest";
import { isUnresolved } from "../values/unresolved";
import { readVpcCidr } from "./check-cidr";
import { type Cidr, cidrsOverlap, containsCidr } from "./cidr";
import { hostsEndpoints, hostsTasks, SUBNET_TIERS, type SubnetSpec } from "./subnet-spec";

/** The VPC that subnets are to be in. */
export interface PlannedVpc {
  readonly region: string;
  /** Its block, or `undefined` where it is not known or wrong itself. */
  readonly cidr: Cidr | undefined;
  /** Its block as it was written. */
  readonly cidrBlock: string;
}

/** Everything that is wrong with the subnets of a network. */
export function* checkSubnets(subnets: readonly SubnetSpec[], vpc: PlannedVpc): Generator<Issue> {
  const blocks: { subnet: SubnetSpec; cidr: Cidr }[] = [];
  for (const [index, subnet] of subnets.entries()) {
    const path = `subnets[${index}]`;
    yield* checkName(subnet, path);
    yield* checkTier(subnet, path);
    yield* checkZone(subnet, path, vpc.region);
    const cidr = yield* readVpcCidr(subnet.cidrBlock, `subnet "${subnet.name}"`, `${path}.cidrBlock`);
    if (cidr !== undefined) {
      yield* checkInVpc(subnet, cidr, path, vpc);
      blocks.push({ subnet, cidr });
    }
  }
  yield* checkDuplicateNames(subnets);
  yield* checkOverlaps(blocks);
  yield* checkEndpointZones(subnets);
  if (!subnets.some(({ tier }) => hostsTasks(tier) || tier === "public")) {
    yield issue("task-subnet-missing", {
      path: "subnets",
      problem: subnets.length === 0 ? "the network has no subnet" : "no subnet of the network takes tasks",
      fix:
        subnets.length === 0
          ? 'add a subnet of tier "shared" or "application", or for a layout a zone to availabilityZones'
          : 'add a subnet of tier "shared" or "application"',
    });
  }
}

function* checkName(subnet: SubnetSpec, path: string): Generator<Issue> {
  const { name } = subnet;
  if (isUnresolved(name)) {
    yield issue("subnet-name-invalid", {
      path: `${path}.name`,
      problem: `the subnet name "${name}" is known only when Terraform runs`,
      fix: 'write a name such as "private-a", and put the value into tags: { Name: ... }',
    });
  } else if (name === "") {
    yield issue("subnet-name-invalid", {
      path: `${path}.name`,
      problem: 'the subnet name "" is empty',
      fix: 'write a name such as "private-a"',
    });
  } else if (!/^[A-Za-z0-9_-]+$/.test(name)) {
    yield issue("subnet-name-invalid", {
      path: `${path}.name`,
      problem: `the subnet name "${name}" has characters other than letters, digits, "-" and "_"`,
      fix: `name it "${name.replace(/[^A-Za-z0-9_-]+/g, "-")}" and put the free text into tags: { Name: "${name}" }`,
    });
  }
}

function* checkTier(subnet: SubnetSpec, path: string): Generator<Issue> {
  if (SUBNET_TIERS.some((tier) => tier === subnet.tier)) return;
  yield issue("subnet-tier-unknown", {
    path: `${path}.tier`,
    problem: `"${subnet.tier}" of subnet "${subnet.name}" is not a tier`,
    fix: `write "${nearest(`${subnet.tier}`, SUBNET_TIERS) ?? "shared"}"; the tiers are ${SUBNET_TIERS.join(", ")}`,
  });
}

function* checkZone(subnet: SubnetSpec, path: string, region: string): Generator<Issue> {
  const zone = subnet.availabilityZone;
  if (isUnresolved(zone) || isUnresolved(region) || !isRegion(region)) return;
  const zoneRegion = regionOfZone(zone);
  if (zoneRegion === region) return;
  yield issue("zone-outside-region", {
    path: `${path}.availabilityZone`,
    problem:
      zoneRegion === undefined
        ? `"${zone}" of subnet "${subnet.name}" is not an Availability Zone`
        : `the zone ${zone} of subnet "${subnet.name}" is in ${zoneRegion}, but the network is in ${region}`,
    fix: `use a zone of ${region}, for example "${region}a"`,
  });
}

function* checkInVpc(subnet: SubnetSpec, cidr: Cidr, path: string, vpc: PlannedVpc): Generator<Issue> {
  if (vpc.cidr === undefined || containsCidr(vpc.cidr, cidr)) return;
  yield issue("subnet-outside-vpc", {
    path: `${path}.cidrBlock`,
    problem: `the CIDR ${subnet.cidrBlock} of subnet "${subnet.name}" is not inside the VPC's ${vpc.cidrBlock}`,
    fix: `choose a block inside ${vpc.cidrBlock}, or a larger cidrBlock for the network`,
  });
}

function* checkDuplicateNames(subnets: readonly SubnetSpec[]): Generator<Issue> {
  const seen = new Map<string, number>();
  for (const [index, { name }] of subnets.entries()) {
    const first = seen.get(name);
    if (first === undefined) {
      seen.set(name, index);
      continue;
    }
    yield issue("subnet-name-duplicate", {
      path: `subnets[${index}].name`,
      problem: `the subnet name "${name}" is taken by subnets[${first}] already`,
      fix: `give subnets[${index}] a name of its own, for example "${name}-${index + 1}"`,
    });
  }
}

function* checkOverlaps(blocks: readonly { subnet: SubnetSpec; cidr: Cidr }[]): Generator<Issue> {
  for (const [index, a] of blocks.entries()) {
    for (const b of blocks.slice(index + 1)) {
      if (!cidrsOverlap(a.cidr, b.cidr)) continue;
      yield issue("subnets-overlap", {
        path: "subnets",
        problem: `subnets "${a.subnet.name}" (${a.subnet.cidrBlock}) and "${b.subnet.name}" (${b.subnet.cidrBlock}) overlap`,
        fix: `move "${b.subnet.name}" to a block that no other subnet uses`,
      });
    }
  }
}

function* checkEndpointZones(subnets: readonly SubnetSpec[]): Generator<Issue> {
  const byZone = new Map<string, SubnetSpec[]>();
  for (const subnet of subnets.filter(({ tier }) => hostsEndpoints(tier))) {
    byZone.set(subnet.availabilityZone, [...(byZone.get(subnet.availabilityZone) ?? []), subnet]);
  }
  for (const [zone, inZone] of byZone) {
    if (inZone.length < 2) continue;
    const names = inZone.map(({ name }) => `"${name}"`).join(", ");
    yield issue("endpoint-subnets-share-zone", {
      path: "subnets",
      problem: `the subnets ${names} in ${zone} would all hold interface endpoints`,
      fix: `keep one of them for endpoints and give the others the tier "application"`,
    });
  }
}
