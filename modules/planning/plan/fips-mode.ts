import type { Ask } from "../../asks/ask";
import { endpointServiceFacts } from "../../aws/endpoint-services/endpoint-service-facts";
import { type Issue, issue } from "../../issues/issue";

/**
 * What is asked where Fargate is in FIPS mode: the service's FIPS endpoint, where the catalog has one.
 *
 * Gateway endpoints stay. What the user named by itself stays as well, since an application chooses its endpoints itself.
 *
 * Source: https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html
 */
export function inFipsMode(ask: Ask): Ask {
  if (ask.asNamed === true) return ask;
  const { fips, types } = endpointServiceFacts(ask.service);
  if (fips === undefined || types[0] === "Gateway") return ask;
  return { ...ask, service: fips };
}

/** The note for an interface endpoint of which no FIPS counterpart is established. */
export function* fipsNote({ service, path, asNamed }: Ask): Generator<Issue> {
  const { fips, types, privateDnsNames } = endpointServiceFacts(service);
  if (asNamed === true || types[0] === "Gateway" || fips !== undefined || /[.-]fips\b/.test(service)) return;
  if (privateDnsNames?.some((name) => name.includes("-fips."))) return;
  yield issue("fips-endpoint-unknown", {
    path,
    problem: `no FIPS endpoint is known for "${service}"`,
    fix: "try it in an account in FIPS mode before you rely on it",
  });
}
