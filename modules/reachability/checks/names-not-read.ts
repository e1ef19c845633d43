import type { ServiceCall } from "../calls/call";
import { type Finding, open } from "./finding";
import { decidingName } from "./host-name";

/**
 * Where the VPC has nothing that answers for the names of the service, a private hosted zone or a Resolver rule may lead them to
 * an endpoint in another VPC. A snapshot that was taken without the packages for Route 53 tells neither.
 */
export function checkNamesNotRead(call: ServiceCall): Finding | undefined {
  const { view, vpc, service } = call;
  if (!view.model.namesNotRead.includes(vpc.id.text)) return undefined;
  return open({
    code: "hosted-zone-unknown",
    what: `whether a private hosted zone or a Resolver rule of ${vpc.address} leads to an endpoint for "${service}"`,
    because: `no endpoint in ${vpc.address} answers for ${decidingName(call)}, and the snapshot does not tell what else does`,
    assure: `${decidingName(call)} leads to an endpoint that ${vpc.address} reaches; a snapshot tells once @aws-sdk/client-route-53 and @aws-sdk/client-route53resolver are installed`,
    path: vpc.address,
  });
}
