import { allKnown, type Fact, knownValue } from "../model/fact";
import { type Identity, sameIdentity } from "../model/identity";
import type { Contradiction, Endpoint } from "../model/network-model";
import type { SaidFact } from "../terraform/said/said-fact";
import { saidResources } from "../terraform/said/said-resources";
import { contradiction } from "./contradictions";
import { identityFact } from "./identities";
import { readEndpoints } from "./read-endpoints";
import { ResourceIndex } from "./resource-index";

/** What the Terraform in sight has to say of endpoints that are said to exist. */
export interface ComparedEndpoints {
  /** Addresses of those that it has itself, so that what is said of them is not needed. */
  readonly inSight: ReadonlySet<string>;
  readonly contradictions: readonly Contradiction[];
}

/** Compares the endpoints that are said to exist with those that the Terraform in sight creates in the same VPC. */
export function saidEndpoints(said: readonly SaidFact[], index: ResourceIndex): ComparedEndpoints {
  const own = readEndpoints(index).endpoints;
  const inSight = new Set<string>();
  const contradictions: Contradiction[] = [];
  for (const { fact, endpoint, prefixList } of endpointsOf(said, index)) {
    const like = own.filter((each) => isLike(each, endpoint));
    const same = like.find((each) => isSame(each, endpoint, prefixList, index));
    const [second] = same === undefined ? like.filter((each) => isRefused(each, endpoint)) : [];
    if (same !== undefined || second !== undefined) inSight.add(endpoint.address);
    if (second === undefined) continue;
    contradictions.push(contradiction(fact, second.address, `${second.address} is a second one`));
  }
  return { inSight, contradictions };
}

/** An endpoint that is said to exist. */
interface SaidEndpoint {
  readonly fact: SaidFact;
  readonly endpoint: Endpoint;
  readonly prefixList: Fact<Identity>;
}

function endpointsOf(said: readonly SaidFact[], index: ResourceIndex): readonly SaidEndpoint[] {
  const facts = said.filter(({ parts }) => parts.some(({ thing }) => thing.type === "aws_vpc_endpoint"));
  const resources = saidResources(facts);
  const all = new ResourceIndex({ resources: [...index.all, ...resources], modules: [] });
  const { endpoints } = readEndpoints(all);
  return resources.flatMap((resource): SaidEndpoint[] => {
    const { address } = resource;
    const fact = facts.find(({ parts }) => parts.some(({ thing }) => thing.address === address));
    const endpoint = endpoints.find((each) => each.address === address);
    if (fact === undefined || endpoint === undefined) return [];
    return [{ fact, endpoint, prefixList: identityFact(resource.argument("prefix_list_id"), index) }];
  });
}

function isLike(own: Endpoint, said: Endpoint): boolean {
  const [a, b] = [knownValue(own.vpc), knownValue(said.vpc)];
  const isInVpc = a !== undefined && b !== undefined && sameIdentity(a, b) === "yes";
  return isInVpc && own.service === said.service && knownValue(own.type) === knownValue(said.type);
}

/** Whether the one that is created is the one that is meant: it has the same security group, or the same prefix list. */
function isSame(own: Endpoint, said: Endpoint, prefixList: Fact<Identity>, index: ResourceIndex): boolean {
  if (knownValue(said.type) === "Interface") return overlap(own.securityGroups, said.securityGroups) !== "no";
  // Every gateway endpoint of a service has its list, so that the id alone tells nothing of one that is about to be created.
  const isWritten = knownValue(prefixList)?.kind === "id";
  return !isWritten || index.at(own.address)?.attribute("prefix_list_id").kind === "literal";
}

/** Whether AWS refuses the one beside the other: for the names of private DNS, or for the routes of a route table. */
function isRefused(own: Endpoint, said: Endpoint): boolean {
  if (knownValue(said.type) === "Gateway") return overlap(own.routeTables, said.routeTables) === "yes";
  return knownValue(own.privateDns) === true && knownValue(said.privateDns) === true;
}

function overlap(a: Endpoint["routeTables"], b: Endpoint["routeTables"]): "yes" | "no" | "unknown" {
  const both = allKnown<readonly Identity[]>([a, b]);
  if (!both.known) return "unknown";
  const [own = [], said = []] = both.value;
  const truths = own.flatMap((each) => said.map((other) => sameIdentity(each, other)));
  if (truths.includes("yes")) return "yes";
  return truths.includes("unknown") ? "unknown" : "no";
}
