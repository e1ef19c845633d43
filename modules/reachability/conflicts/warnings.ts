import { isError } from "../../issues/issue";
import { groupedBy } from "../../values/grouped-by";
import { sameZone } from "../checks/one-subnet-per-zone";
import { knownValue } from "../model/fact";
import type { Identity } from "../model/identity";
import type { Endpoint, Subnet } from "../model/network-model";
import type { NetworkView } from "../model/network-view";
import type { TaskProof } from "../model/proof";
import { startersOf } from "../model/starters";
import { type ConflictRule, conflict } from "./conflict-rule";
import { isUnrouted } from "./gateway-endpoint-unrouted";

/** A task that runs in one zone only. */
export const oneZoneOnly: ConflictRule = function* (view) {
  for (const task of view.model.tasks) {
    const [first, ...others] = subnetsOf(view, knownValue(task.subnets));
    if (first === undefined || !first.zone.known) continue;
    if (others.some((subnet) => sameZone(first, subnet) !== "yes")) continue;
    for (const path of startersOf(task)) {
      yield conflict("one-zone-only", {
        path,
        problem: `${path} runs in one zone only, ${first.zone.value.text}`,
        fix: "add a subnet in another zone to its network configuration",
      });
    }
  }
};

/** Source: https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html */
export const endpointOutsideTaskZone: ConflictRule = function* (view, proofs) {
  const meetings = proofs.flatMap((proof, index) => Array.from(resourcesOf(proof), (address) => ({ address, index })));
  const tasksOf = groupedBy(meetings, ({ address }) => address);
  for (const endpoint of view.model.endpoints) {
    if (knownValue(endpoint.type) !== "Interface") continue;
    const own = subnetsOf(view, knownValue(view.subnetsOf(endpoint)));
    if (own.length === 0 || own.some(({ zone }) => !zone.known)) continue;
    for (const { index } of tasksOf.get(endpoint.address) ?? []) {
      const task = view.model.tasks[index];
      if (task === undefined) continue;
      const far = subnetsOf(view, knownValue(task.subnets)).find((subnet) =>
        own.every((each) => sameZone(each, subnet) === "no"),
      );
      if (far === undefined || !far.zone.known) continue;
      yield conflict("endpoint-outside-task-zone", {
        path: endpoint.address,
        problem: `${endpoint.address} is not in ${far.zone.value.text}, where ${task.address} runs in ${far.address}`,
        fix: `add a subnet in ${far.zone.value.text} to subnet_ids of ${endpoint.address}`,
      });
      break;
    }
  }
};

/** Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html */
export const oldPlatformVersion: ConflictRule = function* (view) {
  for (const task of view.model.tasks) {
    if (knownValue(task.reading)?.task?.platformVersion !== "1.3.0") continue;
    for (const path of startersOf(task)) {
      yield conflict("platform-version-old", {
        path,
        problem: `${path} runs on platform version 1.3.0`,
        fix: `set platform_version = "1.4.0" on ${path}`,
      });
    }
  }
};

/**
 * Endpoints that no task calls, in a VPC where tasks run and nothing else is known to call services. Where a call to the service
 * is not proved, or where another endpoint has the names, that has been said.
 */
export const unusedEndpoint: ConflictRule = function* (view, proofs) {
  const { endpoints, otherClients, tasks } = view.model;
  if (tasks.length === 0 || otherClients.length > 0 || proofs.some(mayCallMore)) return;
  const used = new Set(proofs.flatMap((proof) => [...resourcesOf(proof)]));
  const vpcs = tasks.flatMap((task) =>
    subnetsOf(view, knownValue(task.subnets)).map((subnet) => knownValue(subnet.vpc)),
  );
  const withTasks = new Set(vpcs.map((vpc) => vpc?.text));
  const said = new Set(
    proofs.flatMap(({ dependencies }) =>
      dependencies.filter(({ verdict }) => verdict !== "proved").map((each) => each.service),
    ),
  );
  const namesOf = ({ service, vpc, privateDns }: Endpoint) =>
    vpc.known && knownValue(privateDns) === true ? `${service} ${vpc.value.text}` : undefined;
  const taken = new Set(endpoints.filter(({ address }) => used.has(address)).map(namesOf));
  for (const endpoint of endpoints) {
    const { address, service, vpc, type } = endpoint;
    if (service === undefined || !vpc.known || view.elsewhere(vpc.value) !== undefined) continue;
    if (used.has(address) || isUnrouted(view, endpoint) || said.has(service) || !withTasks.has(vpc.value.text))
      continue;
    if (namesOf(endpoint) !== undefined && taken.has(namesOf(endpoint))) continue;
    yield conflict("endpoint-unused", {
      path: address,
      problem: `no task here is known to call "${service}" through ${address}`,
      why: `${knownValue(type) === "Gateway" ? "it opens a way that nothing is known to need" : "an interface endpoint costs money in every zone by the hour, used or not"}; the application may call the service all the same`,
      fix: `remove ${address}, or keep it for what the application calls`,
    });
  }
};

/** Whether a task may call what nobody knows, or will call something else once it is mended. */
export function mayCallMore({ dependencies, issues }: TaskProof): boolean {
  return dependencies.length === 0 || issues.some((issue) => issue.leavesOpen === true || isError(issue));
}

/** Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-api-create.html */
export const executeApiHidesPublicApis: ConflictRule = function* (view) {
  for (const { address, service, privateDns, vpc } of view.model.endpoints) {
    if (service !== "execute-api" || knownValue(privateDns) !== true) continue;
    yield conflict("execute-api-private-dns", {
      path: address,
      problem: `${address} has private DNS for all of API Gateway's host names`,
      why: `public APIs of the Region can no longer be called by their default host names from ${vpc.known ? view.vpc(vpc.value).address : "the VPC"}`,
      fix: `call public APIs by a custom domain name, or set private_dns_enabled = false on ${address}`,
    });
  }
};

/** Source: https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-s3.html */
export const connectionsCut: ConflictRule = function* (view) {
  const running = view.model.tasks.filter(({ created }) => created === false);
  if (running.length === 0) return;
  for (const { address, type, created, service } of view.model.endpoints) {
    if (created !== true || knownValue(type) !== "Gateway") continue;
    yield conflict("gateway-cuts-connections", {
      path: address,
      problem: `${address} is created while ${running.flatMap(startersOf).join(", ")} may be connected to "${service}"`,
      fix: "apply when no long transfers run, and let clients try again",
    });
  }
};

/** Addresses of everything that the calls of a task meet. */
function resourcesOf({ dependencies }: TaskProof): ReadonlySet<string> {
  return new Set(
    dependencies.flatMap(({ hops, issue }) => [...hops.flatMap(({ resources }) => resources), issue?.path ?? ""]),
  );
}

function subnetsOf(view: NetworkView, ids: readonly Identity[] = []): Subnet[] {
  return ids.map((id) => view.subnet(id));
}
