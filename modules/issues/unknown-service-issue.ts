import type { EndpointServiceName } from "../aws/endpoint-services/catalog";
import { ENDPOINT_SERVICE_NAMES, endpointServiceFacts } from "../aws/endpoint-services/endpoint-service-facts";
import { namedOtherwise } from "../aws/endpoint-services/other-names";
import { shortName } from "../aws/endpoint-services/service-name";
import { withheldService } from "../aws/endpoint-services/withheld-services";
import { isRegion } from "../aws/region";
import { nearest } from "../text/nearest";
import { mapFix } from "./fix";
import { type Issue, issue } from "./issue";

/**
 * The issue `service-unknown`: a name is not in the catalog of endpoint services.
 *
 * @param value the name as it was written
 * @param path where in the input it stands
 */
export function unknownServiceIssue(value: string, path?: string): Issue {
  const suggestions = suggestServices(value).map((name) => `"${name}"`);
  const full = fullName(value);
  const onPurpose = {
    library: `for a service outside the catalog, pass its full name on purpose: { serviceName: "${full}" }`,
    ecs: `a service outside the catalog needs an endpoint of its own: "${full}"`,
    terraform: `for a service outside the catalog, write service_name = "${full}"`,
  };
  return issue("service-unknown", {
    problem: `"${value}" is not the short name of an AWS service with VPC endpoints`,
    why: withheldService(value)?.why ?? "an endpoint for a service that does not exist is refused by AWS at apply",
    fix:
      suggestions.length === 0 ? onPurpose : mapFix(onPurpose, (text) => `write ${suggestions.join(" or ")}; ${text}`),
    ...(path === undefined ? {} : { path }),
  });
}

/** What to write for a service outside the catalog: the name itself where it is a full one, else the form of such a name. */
function fullName(value: string): string {
  if (value.split(".").some(isRegion) && shortName(value) === undefined) return value;
  if (withheldService(value) !== undefined) return `com.amazonaws.<region>.${value}`;
  return "com.amazonaws.vpce.<region>.vpce-svc-...";
}

/** What a name most likely meant: a full name, another name, the parts of a service, a typing error, or a word of a title. */
function suggestServices(value: string): readonly EndpointServiceName[] {
  if (withheldService(value) !== undefined) return [];
  const meant = shortName(value) ?? namedOtherwise(value);
  if (meant !== undefined) return [meant];
  const word = value.trim().toLowerCase();
  if (word === "") return [];
  const parts = ENDPOINT_SERVICE_NAMES.filter((name) => name.startsWith(`${word}.`) && !isFips(name));
  if (parts.length > 0) return parts;
  const similar = nearest(word, ENDPOINT_SERVICE_NAMES);
  const spelled = ENDPOINT_SERVICE_NAMES.filter((name) => name === similar);
  return spelled.length > 0 ? spelled : namedInTitle(word);
}

function namedInTitle(word: string): readonly EndpointServiceName[] {
  if (word.length < 3) return [];
  const found = ENDPOINT_SERVICE_NAMES.filter(
    (name) => !isFips(name) && endpointServiceFacts(name).title.toLowerCase().replaceAll(" ", "").includes(word),
  );
  return found.length > MOST_SUGGESTIONS ? [] : found;
}

/** More than this is a list to read, which is what the catalog's page is for. */
const MOST_SUGGESTIONS = 8;

function isFips(name: EndpointServiceName): boolean {
  return /[.-]fips\b/.test(name);
}
