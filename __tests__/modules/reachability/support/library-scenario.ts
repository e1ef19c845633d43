import { EcrRepository } from "@cdktf/provider-aws/lib/ecr-repository";
import { SecretsmanagerSecret } from "@cdktf/provider-aws/lib/secretsmanager-secret";
import { SsmParameter } from "@cdktf/provider-aws/lib/ssm-parameter";
import type { TerraformStack } from "cdktf";
import fc from "fast-check";
import {
  EndpointPlan,
  FargateService,
  type FargateServiceProps,
  type Network,
  Peer,
  PrivateNetwork,
} from "../../../../modules";
import { synth } from "../../../support/synth";
import { arbitraryGround, type Ground, leavesByNat, privateNetworkProps } from "./arbitrary-ground";
import { arbitraryWorkloads, type Workload } from "./arbitrary-workload";
import { arbitraryEndpoints, type EndpointsWish, makeEndpoints } from "./make-endpoints";
import { makeTask } from "./make-task";
import { type Need, servicesOf } from "./scenario-needs";
import type { Created } from "./scenario-part";
import { placeOf } from "./scenario-place";
import { TerraformFixture } from "./terraform-fixture";

/** Lets clients in to what tasks offer by Service Connect. */
const CLIENT_INGRESS = Object.fromEntries(
  [8080, 8081, 8082, 8083].map((port) => [`port-${port}`, { peer: Peer.cidr("172.31.0.0/24"), port }]),
);

/** Lets tasks out to the hosts of {@link VPC_DOMAIN}: the addresses of no VPC that is tried. */
const VPC_DOMAIN_EGRESS = {
  registry: { peer: Peer.cidr("172.31.0.0/24"), port: 443 },
  splunk: { peer: Peer.cidr("172.31.0.0/24"), port: 8088 },
};

/** A network, the services in it, and its endpoints, in a few words. */
export interface Scenario {
  readonly ground: Ground;
  readonly workloads: readonly Workload[];
  readonly endpoints: EndpointsWish;
  readonly fips: boolean;
}

/** Any valid network with subnets of a kind, with any valid tasks. */
export function arbitraryScenario(subnets: Ground["subnets"]): fc.Arbitrary<Scenario> {
  return fc.record({
    ground: arbitraryGround(subnets),
    workloads: arbitraryWorkloads,
    endpoints: arbitraryEndpoints,
    fips: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  });
}

/** Where services are placed. */
export const PLACES = ["isolated", "nat", "mixed", "isolated, chosen", "nat, chosen"] as const;

/** A service in a scenario, as it was meant. */
export interface ExpectedService {
  readonly family: string;
  readonly platform: Workload["platform"];
  readonly needs: readonly Need[];
  /** Names of its subnets. */
  readonly subnets: readonly string[];
  /** Whether its security group lets port 443 out to everywhere. */
  readonly internetEgress: boolean;
}

/** What the library made of a scenario, and what was meant. */
export interface BuiltScenario {
  readonly terraform: TerraformFixture;
  readonly plan: EndpointPlan;
  readonly services: readonly ExpectedService[];
  /** The kinds of things that are in it. */
  readonly labels: readonly string[];
}

/** Makes a scenario with the library, and synthesizes it. */
export function buildScenario(scenario: Scenario): BuiltScenario {
  const { ground } = scenario;
  let built: Omit<BuiltScenario, "terraform"> | undefined;
  const stack = synth((scope) => {
    built = construct(scope, scenario);
  }, ground.region);
  if (built === undefined) throw new Error("nothing was built");
  return { ...built, terraform: new TerraformFixture(JSON.parse(stack.text)) };
}

function construct(scope: TerraformStack, { ground, workloads, endpoints, fips }: Scenario) {
  const network = new PrivateNetwork(scope, "network", privateNetworkProps(ground));
  const created = createThings(scope);
  const place = placeOf(ground.region);
  const made = workloads.map((wish, index) => {
    const family = `service-${index}`;
    const subnets = placementOf(wish, network);
    const outside = subnets.every(leavesByNat) && (wish.internetEgress || pullsFromOutside(wish));
    const workload = { ...wish, internetEgress: wish.internetEgress || outside };
    const part = makeTask(workload, { ...place, family, created, fips, outside });
    return { ...part, workload, family, subnets };
  });
  const plan = EndpointPlan.forTasks(
    made.map(({ value }) => value),
    { region: ground.region },
  );
  const needs = made.flatMap((part) => part.needs);
  const { own, ofServices } = makeEndpoints(scope, { wish: endpoints, network, plan, needs });
  for (const { value: task, workload, family, subnets } of made) {
    new FargateService(scope, family, {
      network: ofServices,
      task,
      endpoints: own,
      ...(subnets.length === taskSubnetsOf(network).length ? {} : { subnets }),
      ...serviceProps(workload),
    });
  }
  return {
    plan,
    services: made.map(
      (part): ExpectedService => ({
        family: part.family,
        platform: part.workload.platform,
        needs: part.needs,
        subnets: part.subnets,
        internetEgress: part.workload.internetEgress,
      }),
    ),
    labels: [
      `region: ${ground.region}`,
      `base: ${ground.base}`,
      `zones: ${ground.zones === "looked-up" ? ground.zones : ground.zones.length}`,
      `ipv6: ${ground.ipv6}`,
      `services: ${workloads.length}`,
      `policy: ${endpoints.policy}`,
      `ingress: ${endpoints.ingress}`,
      ...(servicesOf(needs).includes("s3") ? [`s3: ${endpoints.s3}`] : []),
      `asked by: ${endpoints.askedBy}`,
      ...made.flatMap(({ labels, subnets }) => [...labels, placementLabel(subnets, network)]),
    ],
  };
}

function createThings(scope: TerraformStack): Created {
  const repository = new EcrRepository(scope, "repository", { name: "created" });
  const parameter = new SsmParameter(scope, "parameter", { name: "/created", type: "SecureString", value: "x" });
  const secret = new SecretsmanagerSecret(scope, "secret", { name: "created" });
  return { repository, parameter, secretArn: secret.arn };
}

/** An image of Docker Hub is wished for only where it can be had: by a NAT gateway. */
function pullsFromOutside({ containers }: Workload): boolean {
  return containers.some(({ image }) => image === "docker-hub");
}

function taskSubnetsOf({ subnets }: Network): readonly string[] {
  return subnets.filter(({ tier }) => tier === "shared" || tier === "application").map(({ name }) => name);
}

/** The subnets that a service asks for; where there are none of the kind, all. */
function placementOf(workload: Workload, network: Network): readonly string[] {
  const placement = pullsFromOutside(workload) ? "nat" : workload.placement;
  const names = taskSubnetsOf(network);
  const wished = names.filter((name, index) => {
    if (placement === "first") return index === 0;
    return placement === "everywhere" || leavesByNat(name) === (placement === "nat");
  });
  return wished.length === 0 ? names : wished;
}

function placementLabel(subnets: readonly string[], network: Network): string {
  const byNat = subnets.filter(leavesByNat).length;
  const way = byNat === 0 ? "isolated" : byNat === subnets.length ? "nat" : "mixed";
  return `placement: ${way}${subnets.length < taskSubnetsOf(network).length ? ", chosen" : ""}`;
}

function serviceProps({ internetEgress, roles, executeCommand }: Workload): Partial<FargateServiceProps> {
  const role = (name: string) => ({ arn: `arn:aws:iam::123456789012:role/${name}` });
  return {
    securityGroup: {
      ingress: CLIENT_INGRESS,
      egress: {
        ...VPC_DOMAIN_EGRESS,
        ...(internetEgress ? { internet: { peer: Peer.cidr("0.0.0.0/0"), port: 443 } } : {}),
      },
    },
    ...(roles === "existing" ? { executionRole: role("execution"), taskRole: role("task") } : {}),
    ...(executeCommand === "other-cluster"
      ? { cluster: { arn: "arn:aws:ecs:eu-west-1:123456789012:cluster/shared" } }
      : {}),
  };
}
