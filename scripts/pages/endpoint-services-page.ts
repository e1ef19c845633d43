import { ENDPOINT_SERVICES } from "../../modules/aws/endpoint-services/catalog";
import {
  ENDPOINT_SERVICE_NAMES,
  type EndpointServiceFacts,
  endpointServiceFacts,
} from "../../modules/aws/endpoint-services/endpoint-service-facts";
import type { EndpointServiceRow } from "../../modules/aws/endpoint-services/endpoint-service-row";
import { ownPrefix } from "../../modules/aws/endpoint-services/partition-prefixes";
import { serviceName } from "../../modules/aws/endpoint-services/service-name";
import { WITHHELD_SERVICES } from "../../modules/aws/endpoint-services/withheld-services";
import { PARTITIONS } from "../../modules/aws/region";
import { code, table } from "../../modules/text/markdown";
import { groupedBy } from "../../modules/values/grouped-by";

/** The text of `docs/endpoint-services.md`. */
export function endpointServicesPage(): string {
  const services = ENDPOINT_SERVICE_NAMES.map(endpointServiceFacts);
  return `${[INTRODUCTION, servicesTable(services), namesSection(services), dnsSection(services), withheldSection(), SOURCES].join("\n\n")}\n`;
}

const INTRODUCTION = `# Endpoint services

<!-- Generated from modules/aws/endpoint-services/catalog.ts by scripts/generate-pages.ts. Do not edit. -->

The AWS services that a VPC endpoint can reach, by AWS's own short names. These are the names that the library takes wherever
it asks for a service: an editor completes them, and a misspelt one does not compile. A service that is not here is possible
by its full name: \`{ serviceName: "com.amazonaws.vpce.<region>.vpce-svc-..." }\`.

How to read the table: "yes" and "no" are documented; a blank is not established, which is not the same as "no". Not every
service is in every Region or Availability Zone, which this table does not know; ask your account with
\`aws ec2 describe-vpc-endpoint-services --service-names <full name>\`.

- **Types**: a gateway endpoint is a route and free of charge; an interface endpoint is a network interface in a subnet.
- **Ports**: TCP. Blank where the service is known not to use 443 and its ports are not established.
- **Private DNS**: whether the service's usual host name can lead to the interface endpoint.
- **Policy**: whether the endpoint takes an endpoint policy. Where it does not, AWS allows every call through it.
- **Cross-Region**: whether an interface endpoint can reach the service in another Region.
- **FIPS**: the short name of the service's FIPS endpoint.`;

function servicesTable(services: readonly EndpointServiceFacts[]): string {
  return `## Services (${services.length})\n\n${table(
    ["Name", "Title", "Types", "Ports", "Private DNS", "Policy", "Cross-Region", "FIPS"],
    services.map((service) => [
      code(service.name),
      service.title,
      service.types.join(", "),
      service.ports.join(", "),
      yesNo(service.privateDns),
      yesNo(service.policy),
      yesNo(service.crossRegion),
      service.fips === undefined ? "" : code(service.fips),
    ]),
  )}`;
}

function namesSection(services: readonly EndpointServiceFacts[]): string {
  const example = (region: string) => code(serviceName("ecr.api", region, "Interface"));
  const partitions = table(
    ["Partition", "Regions", "DNS suffix", "Dual-stack DNS suffix", "Prefix of its own", "Example"],
    PARTITIONS.map(({ id, regions, dnsSuffix, dualStackDnsSuffix, regionPrefix }) => [
      code(id),
      regionPrefix === undefined ? `${regions.length} Regions` : regions.map(code).join(", "),
      code(dnsSuffix),
      dualStackDnsSuffix === undefined ? "" : code(dualStackDnsSuffix),
      code(ownPrefix(id) ?? ""),
      example(regions.find((region) => region === "us-east-1") ?? regions[0] ?? ""),
    ]),
  );
  const exceptions = services.filter(({ name, template }) => template !== `com.amazonaws.{region}.${name}`);
  const prefixed = services.filter(({ name }) => rowOf(name).ownPrefixIn !== undefined);
  const byRegions = groupedBy(prefixed, ({ name }) => rowOf(name).ownPrefixIn?.map(code).join(", ") ?? "");
  const suffixed = services.filter(({ name }) => rowOf(name).chinaSuffix !== undefined);
  return `## Full service names

The full name is \`com.amazonaws.<region>.<name>\`, in every partition, with the exceptions below.

${partitions}

### Services with another name

${table(
  ["Name", "Full name", "Also named"],
  exceptions.map(({ name, template, alsoNamed }) => [
    code(name),
    code(template),
    alsoNamed === undefined ? "" : code(alsoNamed),
  ]),
)}

### Interface endpoints with the prefix of their partition

Gateway endpoints keep \`com.amazonaws\` everywhere. In the China Regions the full name of ${suffixed
    .map(({ name }) => `${code(name)} also ends in ${code(rowOf(name).chinaSuffix ?? "")}`)
    .join(", of ")}.

${table(
  ["Regions", "Services"],
  Array.from(byRegions, ([regions, members]) => [regions, members.map(({ name }) => code(name)).join(", ")]),
)}`;
}

function dnsSection(services: readonly EndpointServiceFacts[]): string {
  const derived = services.filter(
    ({ name, privateDnsNamesAre }) => rowOf(name).hosts === undefined && privateDnsNamesAre === "derived",
  );
  const named = services.filter((service) => service.privateDnsNames !== undefined && !derived.includes(service));
  const unknown = services.filter(
    ({ privateDns, privateDnsNames }) => privateDns !== false && privateDnsNames === undefined,
  );
  return `## Private DNS names

The names of the commercial partition that private DNS leads to an interface endpoint. "Seen" are those in output of AWS;
"derived" are those that are the public host names of the service, which private DNS is for. Elsewhere the domain of the
partition takes the place of \`amazonaws.com\` and \`api.aws\`, and every name is derived.

${derived.length} services have the derived name \`<name>.<region>.amazonaws.com\`. The others are:

${table(
  ["Name", "Private DNS names", "Known"],
  named.map(({ name, privateDnsNames, privateDnsNamesAre }) => [
    code(name),
    (privateDnsNames ?? []).map(code).join(", "),
    privateDnsNamesAre ?? "",
  ]),
)}

Of ${unknown.length} services the names are not established: ${unknown.map(({ name }) => code(name)).join(", ")}.`;
}

function withheldSection(): string {
  return `## Left out on purpose

${table(
  ["Name", "Why"],
  WITHHELD_SERVICES.map(({ name, why }) => [code(name), why]),
)}`;
}

const SOURCES = `## Sources

As of 2026-11-20:

- [AWS services that integrate with AWS PrivateLink](https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html):
  names, titles, sample outputs
- [Cross-Region enabled AWS services](https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-cross-region-privatelink-support.html)
- aws-cdk-lib 2.276.0, \`aws-ec2/lib/vpc-endpoint.js\`: further names, prefixes per Region, gateway types
- botocore 1.43.107, its endpoint rule sets: host names; AWS's landing zone accelerator (61bba812), the zones of private names that
  it creates: those of services without a rule set
- output of \`describe-vpc-endpoint-services\` and \`describe-vpc-endpoints\` in public texts, read 2026-11-27: private DNS names
- botocore 1.43.11: partitions, DNS suffixes, titles of names that are not on AWS's list
- the user guide of each service: private DNS and endpoint policies; for SES also the
  [SMTP ports](https://docs.aws.amazon.com/ses/latest/dg/smtp-connect.html)`;

function rowOf(name: EndpointServiceFacts["name"]): EndpointServiceRow {
  return ENDPOINT_SERVICES[name];
}

function yesNo(value: boolean | undefined): string {
  return value === undefined ? "" : value ? "yes" : "no";
}
