import { ecrHost } from "../../aws/ecr-repository-url";
import { isEndpointServiceName } from "../../aws/endpoint-services/endpoint-service-facts";
import { serviceOfHost } from "../../aws/endpoint-services/service-of-host";
import { isRegion } from "../../aws/region";

/** A host, with the service that it is of. */
export interface NamedHost {
  readonly host: string;
  /** Name of the service as the proof has it. @default - it is none of AWS's, or none with endpoints */
  readonly service?: string;
  readonly region?: string;
}

/** The host of a URL, and those behind words with which SDKs name the host that they did not reach. */
const IN_URL = /https?:\/\/([\w.-]+)/gi;
const BEHIND_WORDS =
  /(?:\blookup |ENOTFOUND |EAI_AGAIN |host=['"]?|resolve host:? ?['"]?|onnect to |UnknownHostException:? |Failed to resolve ['"]?)([a-z0-9][\w-]*(?:\.[\w-]+)+)/gi;
const OF_AWS =
  /\b((?:[a-z0-9_-]+\.)+(?:amazonaws\.com(?:\.cn)?|amazonaws\.eu|api\.aws|on\.aws|api\.amazonwebservices\.com\.cn|c2s\.ic\.gov|sc2s\.sgov\.gov))\b/gi;

/** The image that was not pulled: the reference, or what is quoted. */
const IMAGE =
  /(?:failed to resolve ref |pull (?:image )?|ref(?:erence)? )["']?((?:[a-z0-9.-]+(?::\d+)?\/)?[a-z0-9._/-]+(?:[:@][\w.:-]+)?)["']?/i;

/** The hosts that a text names, the one that was called first. */
export function hostsIn(text: string): readonly NamedHost[] {
  const names = [IN_URL, BEHIND_WORDS, OF_AWS].flatMap((pattern) =>
    Array.from(text.matchAll(pattern), ([, host = ""]) => host.toLowerCase().replace(/\.+$/, "")),
  );
  return [...new Set(names)].filter((host) => host.includes(".")).map(namedHost);
}

/** The registry of the image that a text names. */
export function registryIn(text: string): NamedHost | undefined {
  const image = IMAGE.exec(text)?.[1];
  if (image === undefined || !image.includes("/")) return undefined;
  const [host = ""] = image.toLowerCase().split(/[/:]/);
  return host.includes(".") ? namedHost(host) : undefined;
}

/** What a host is of. */
export function namedHost(host: string): NamedHost {
  const found = serviceOfHost(host) ?? ofOtherForms(host);
  return { host, ...found };
}

/** Names that endpoints do not answer, or that the catalog does not list. */
function ofOtherForms(host: string): Omit<NamedHost, "host"> | undefined {
  const region = host.split(".").find(isRegion) ?? /s3-([a-z0-9-]+)\./.exec(host)?.[1];
  const where = region !== undefined && isRegion(region) ? { region } : {};
  const registry = ecrHost(host);
  if (registry !== undefined) return { service: registry.isFips ? "ecr-fips.dkr" : "ecr.dkr", ...where };
  if (/^fs-[0-9a-f]+\.efs\./.test(host) || /\.fs-[0-9a-f]+\.efs\./.test(host)) return { service: "efs", ...where };
  if (/^(?:api\.)?ecr(?:-fips)?\./.test(host)) return { service: "ecr.api", ...where };
  if (/(?:^|\.)s3(?:[.-].*)?\.amazonaws\.com(?:\.cn)?$/.test(host)) return { service: "s3", ...where };
  const [label = ""] = host.split(".");
  const isOfAws = /\.(?:amazonaws\.com(?:\.cn)?|api\.aws)$/.test(host);
  return isOfAws && isEndpointServiceName(label) ? { service: label, ...where } : undefined;
}
