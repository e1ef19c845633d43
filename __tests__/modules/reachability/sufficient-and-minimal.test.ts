import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isEndpointServiceName } from "../../../modules/aws/endpoint-services/endpoint-service-facts";
import type { Proof } from "../../../modules/reachability/model/proof";
import { BASES, LAYOUTS, SUBNET_LISTS } from "./support/arbitrary-ground";
import * as workload from "./support/arbitrary-workload";
import {
  arbitraryScenario,
  buildScenario,
  type ExpectedService,
  PLACES,
  type Scenario,
} from "./support/library-scenario";
import * as endpoints from "./support/make-endpoints";
import { FAULTS, faultsOf } from "./support/scenario-faults";
import { isGateway, servicesOf } from "./support/scenario-needs";
import { REGIONS } from "./support/scenario-place";

const SUBNETS = [...LAYOUTS, ...SUBNET_LISTS];

/** How many scenarios are tried; the same ones every time, unless FC_SEED says others. */
const RUNS = 3 * SUBNETS.length;
const runs = Number(process.env["FC_RUNS"] ?? RUNS);
const numRuns = Math.ceil(runs / SUBNETS.length);
const seed = Number(process.env["FC_SEED"] ?? 20_261_121);

const kinds = (name: string, values: readonly (string | number | boolean)[]) =>
  values.map((value) => `${name}: ${value}`);

/** What has to occur, so that the property does not come to hold for a few plain cases only. */
const OCCURRENCES = [
  ...kinds("region", REGIONS),
  ...kinds("base", BASES),
  ...kinds("zones", [1, 2, 3, "looked-up"]),
  ...kinds("ipv6", [true, false]),
  ...kinds("services", [1, 2, 3]),
  ...kinds("policy", endpoints.POLICIES),
  ...kinds("ingress", endpoints.INGRESSES),
  ...kinds("s3", endpoints.S3_ENDPOINTS),
  ...kinds("asked by", endpoints.ASKED_BY),
  ...kinds("placement", PLACES),
  ...kinds("image", workload.IMAGES),
  ...kinds("secret", workload.SECRETS),
  ...kinds("log driver", workload.LOG_DRIVERS),
  ...kinds("plugin", workload.PLUGINS),
  ...kinds("collector", workload.COLLECTORS),
  ...kinds("exec", workload.EXECUTE_COMMANDS),
  ...kinds("connect", workload.CONNECTS),
  ...kinds("platform", workload.PLATFORMS),
  ...kinds("volume", workload.VOLUMES),
  ...kinds("uses", workload.USES),
  ...kinds("roles", workload.ROLES),
  ...["environment files", "runtime monitoring", "fips"],
  ...Object.keys(FAULTS).flatMap((fault) => [`${fault} missed`, `${fault} not missed`]),
];

const occurred = new Set<string>();

const calls = ({ tasks }: Proof, isWanted: (verdict: string) => boolean = () => true) =>
  tasks
    .flatMap(({ task, dependencies }) =>
      dependencies
        .filter(({ service, verdict }) => isEndpointServiceName(service) && isWanted(verdict))
        .map(({ service }) => `${task} ${service}`),
    )
    .sort();

const brokenOf = ({ tasks }: Proof) =>
  tasks.flatMap(({ dependencies }) => dependencies.filter(({ verdict }) => verdict === "broken"));

const meant = (services: readonly ExpectedService[]) =>
  services.flatMap(({ family, needs }) => servicesOf(needs).map((service) => `${family} ${service}`)).sort();

/** The plan has what was meant and no more, what the library makes of it is proved, and whatever is taken away is missed. */
function holdsFor(scenario: Scenario): void {
  const built = buildScenario(scenario);
  const { plan, services, terraform } = built;
  for (const label of built.labels) occurred.add(label);

  expect(plan.endpoints.map(({ service }) => service).sort()).toEqual(
    servicesOf(services.flatMap(({ needs }) => needs)),
  );
  for (const { service, type } of plan.endpoints) expect(type).toBe(isGateway(service) ? "Gateway" : "Interface");

  const proof = terraform.prove();
  expect(calls(proof)).toEqual(meant(services));
  expect(calls(proof, (verdict) => verdict !== "proved")).toEqual([]);
  expect(proof.verdict).toBe("proved");

  for (const { kind, terraform: faulty, cuts } of faultsOf(built)) {
    const found = faulty.prove();
    expect(calls(found, (verdict) => verdict === "unknown")).toEqual([]);
    expect(
      calls(found, (verdict) => verdict === "broken"),
      kind,
    ).toEqual(cuts);
    if (cuts.length > 0) expect(found.verdict).toBe("broken");
    for (const { service, issue } of brokenOf(found)) {
      expect(FAULTS[kind]).toContain(issue?.code);
      if (issue?.code === "endpoint-missing") expect(issue.problem).toContain(`"${service}"`);
    }
    occurred.add(`${kind} ${cuts.length > 0 ? "missed" : "not missed"}`);
  }
}

describe("what the library makes of any valid network and tasks", () => {
  it.each(SUBNETS)(
    "is sufficient and minimal with the subnets %s",
    { timeout: 30_000 + numRuns * 5_000 },
    (subnets) => {
      fc.assert(fc.property(arbitraryScenario(subnets), holdsFor), { numRuns, seed: seed + SUBNETS.indexOf(subnets) });
    },
  );

  it.skipIf(runs < RUNS)("was tried with everything that there is", () => {
    expect(OCCURRENCES.filter((label) => !occurred.has(label))).toEqual([]);
  });
});
