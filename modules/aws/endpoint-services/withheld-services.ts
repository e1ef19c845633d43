/** Why a name that exists, or existed, is not in the catalog. */
export interface WithheldService {
  /** Short name, for the two Timestream families without the cell. */
  readonly name: string;
  /** Why it is left out. */
  readonly why: string;
}

const ONLY_CDK =
  "neither AWS's list of endpoint services nor botocore 1.43.11 knows the service any more; it is left in aws-cdk-lib 2.276.0";
const APP_MESH = "AWS ended App Mesh on 2026-09-30 (App Mesh user guide)";
const TIMESTREAM =
  "its name ends in the cell of your account: take it from the address that `describe-endpoints` of the Timestream API prints";

/** Names that a reader may look for in the catalog and that are left out on purpose. */
export const WITHHELD_SERVICES: readonly WithheldService[] = [
  { name: "appmesh", why: APP_MESH },
  { name: "appmesh-envoy-management", why: APP_MESH },
  { name: "elastic-inference.runtime", why: ONLY_CDK },
  { name: "evidently", why: ONLY_CDK },
  { name: "evidently-dataplane", why: ONLY_CDK },
  { name: "iot.fleethub.api", why: ONLY_CDK },
  { name: "lookoutmetrics", why: ONLY_CDK },
  { name: "nimble", why: ONLY_CDK },
  { name: "private-networks", why: ONLY_CDK },
  { name: "qldb.session", why: ONLY_CDK },
  { name: "robomaker", why: "AWS ended RoboMaker on 2025-09-10 (RoboMaker developer guide)" },
  { name: "simspaceweaver", why: "AWS ended SimSpace Weaver on 2026-05-20 (SimSpace Weaver user guide)" },
  { name: "sms", why: ONLY_CDK },
  { name: "sms-fips", why: ONLY_CDK },
  { name: "timestream.ingest", why: TIMESTREAM },
  { name: "timestream.query", why: TIMESTREAM },
];

/** The reason why a name is left out of the catalog, where it is one of those. Timestream names may carry their cell. */
export function withheldService(name: string): WithheldService | undefined {
  return WITHHELD_SERVICES.find((service) => name === service.name || isCellOf(service.name, name));
}

function isCellOf(family: string, name: string): boolean {
  return family.startsWith("timestream.") && name.startsWith(`${family}-`);
}
