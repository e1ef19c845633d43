import { isEndpointServiceName } from "../aws/endpoint-services/endpoint-service-facts";
import type { Identity } from "../reachability/model/identity";
import type { NatGateway } from "../reachability/model/network-model";
import type { NetworkView } from "../reachability/model/network-view";
import type { DependencyProof, Proof } from "../reachability/model/proof";
import type { ResourceIndex } from "../reachability/reading/resource-index";
import type { PassageEnd } from "./add-links";
import { internetGateway, type Placed, type PlacedParts } from "./add-parts";
import type { Places } from "./places";
import { routesOfSubnet } from "./tier-of";
import type { Part, Way } from "./topology";

/** The ways of all calls, and what is called outside of every VPC. */
export interface FoundWays {
  readonly ways: readonly Way[];
  readonly outside: readonly Part[];
}

interface Ground {
  readonly places: Places;
  readonly view: NetworkView;
  readonly index: ResourceIndex;
  readonly parts: PlacedParts;
  readonly passages: ReadonlyMap<string, readonly PassageEnd[]>;
}

/** The way of each call that was proved, from each of the subnets of its task. */
export function waysOf(proof: Proof, ground: Ground): FoundWays {
  const outside = new Map<string, Part>();
  const ways = proof.tasks.flatMap((task) =>
    (ground.parts.tasks.get(task.address) ?? []).flatMap((from) =>
      task.dependencies.map((dependency): Way => {
        const through = throughOf(dependency, from, ground, outside);
        return {
          from: from.part.id,
          through: through.map(({ id }) => id),
          service:
            dependency.region === undefined ? dependency.service : `${dependency.service} (${dependency.region})`,
          verdict: dependency.verdict,
          ...troubleOf(dependency),
        };
      }),
    ),
  );
  return { ways, outside: [...outside.values()] };
}

function troubleOf({ verdict, hops, issue }: DependencyProof): Pick<Way, "trouble"> {
  if (verdict === "proved") return {};
  const hop = hops.find((each) => each.verdict !== "proved");
  const text = issue === undefined ? hop?.text : [issue.path, issue.problem].filter(Boolean).join(": ");
  return text === undefined ? {} : { trouble: { ...(hop === undefined ? {} : { hop: hop.hop }), text } };
}

/** The parts that a call passes, the last one where it ends. */
function throughOf(
  dependency: DependencyProof,
  from: Placed,
  ground: Ground,
  outside: Map<string, Part>,
): readonly Part[] {
  const { parts, places } = ground;
  const resources = dependency.hops.flatMap((hop) => hop.resources);
  const named = <T>(map: ReadonlyMap<string, T>) =>
    resources.map((address) => map.get(address)).find((found) => found !== undefined);
  const gateway = named(parts.gatewayEndpoints);
  if (gateway !== undefined) return [gateway];
  const candidates = named(parts.endpoints) ?? mountTargets(resources, parts) ?? calledParts(dependency, parts);
  if (candidates !== undefined) {
    const end = nearest(candidates, from, places);
    return end === undefined ? [] : [...passagesTo(resources, from, end, ground), end.part];
  }
  const end = outsidePart(dependency, outside);
  const own = wayOut(from, ground);
  return [...(own.length === 0 ? wayOutOfOther(resources, from, ground) : own), end];
}

function mountTargets(resources: readonly string[], { mountTargets: all }: PlacedParts): readonly Placed[] | undefined {
  const found = resources.flatMap((address) => all.get(address) ?? []);
  return found.length === 0 ? undefined : found;
}

/** What a task calls in its VPC: a load balancer, or another task. */
function calledParts({ hops }: DependencyProof, { balancers, tasks }: PlacedParts): readonly Placed[] | undefined {
  const called = hops.find(({ hop }) => hop === "called")?.resources ?? [];
  return called.map((address) => balancers.get(address) ?? tasks.get(address)).find((found) => found !== undefined);
}

/** Of several places the one in the subnet of the task, else one in its zone. */
function nearest(candidates: readonly Placed[], from: Placed, places: Places): Placed | undefined {
  const zone = places.zoneOf(from.subnet);
  return (
    candidates.find(({ subnet }) => subnet.text === from.subnet.text) ??
    candidates.find(({ subnet }) => zone !== undefined && places.zoneOf(subnet) === zone) ??
    candidates[0]
  );
}

/** What leads from the VPC of a task to another one. */
function passagesTo(
  resources: readonly string[],
  from: Placed,
  end: Placed,
  { places, passages }: Ground,
): readonly Part[] {
  const [here, there] = [places.vpcOf(from.subnet), places.vpcOf(end.subnet)];
  if (here === undefined || there === undefined || here.text === there.text) return [];
  const of = (ends: readonly PassageEnd[], vpc: Identity) => ends.find((each) => each.vpc.text === vpc.text);
  for (const [connection, ends] of passages) {
    const [first, last] = [of(ends, here), of(ends, there)];
    const isOnWay = resources.includes(connection) || ends.some(({ part }) => resources.includes(part.address ?? ""));
    if (first === undefined || last === undefined || !isOnWay) continue;
    return [first.part, ...(first.middle === undefined ? [] : [first.middle]), last.part];
  }
  return [];
}

/** The NAT gateway and the internet gateway by which the subnet of a task leads out. */
function wayOut(from: Placed, ground: Ground): readonly Part[] {
  const { view, index } = ground;
  const { targets } = routesOfSubnet(view.subnet(from.subnet), view);
  const direct = targets.find(({ kind }) => kind === "internet-gateway");
  if (direct !== undefined) return [internetGateway(direct.id, index)];
  const translated = targets.find(({ kind }) => kind === "nat-gateway");
  const nat = translated && view.natGateway(translated.id);
  return nat === undefined ? [] : beyond(nat, ground);
}

/** The NAT gateway of another VPC on the way of a call, and what leads there. */
function wayOutOfOther(resources: readonly string[], from: Placed, ground: Ground): readonly Part[] {
  const { view, places } = ground;
  const candidates = view.model.natGateways.flatMap((nat) => {
    const [part] = resources.includes(nat.address) ? beyond(nat, ground) : [];
    return part === undefined || !nat.subnet.known ? [] : [{ part, subnet: nat.subnet.value, nat }];
  });
  const end = nearest(candidates, from, places);
  const nat = candidates.find(({ part }) => part === end?.part)?.nat;
  return end === undefined || nat === undefined
    ? []
    : [...passagesTo(resources, from, end, ground), ...beyond(nat, ground)];
}

/** A NAT gateway, and the internet gateway behind it. */
function beyond(nat: NatGateway, { view, index }: Ground): readonly Part[] {
  if (!nat.subnet.known) return [];
  const behind = routesOfSubnet(view.subnet(nat.subnet.value), view).targets.find(
    ({ kind }) => kind === "internet-gateway",
  );
  const part: Part = {
    id: `${nat.address} in ${nat.subnet.value.text}`,
    kind: "nat-gateway",
    name: nat.address,
    address: nat.address,
  };
  return [part, ...(behind === undefined ? [] : [internetGateway(behind.id, index)])];
}

function outsidePart({ service, region }: DependencyProof, outside: Map<string, Part>): Part {
  const id = `${service}${region === undefined ? "" : ` in ${region}`}`;
  const part: Part = {
    id,
    kind: isEndpointServiceName(service) ? "service" : "host",
    name: service,
    ...(region === undefined ? {} : { detail: region }),
  };
  outside.set(id, part);
  return part;
}
