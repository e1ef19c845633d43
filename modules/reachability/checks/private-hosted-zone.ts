import { knownValue } from "../model/fact";
import { sameIdentity } from "../model/identity";
import type { PrivateHostedZone } from "../model/network-model";
import type { ServiceCall } from "../proof/call";
import { hostNameOf } from "./host-name";

/** A private hosted zone that the VPC sees and that may answer for the host name of the service. */
export function hostedZoneOf(call: ServiceCall): PrivateHostedZone | undefined {
  const { view, vpc } = call;
  return view.model.privateHostedZones.find(({ name, vpcs }) => {
    const isSeen = !vpcs.known || vpcs.value.some((id) => sameIdentity(id, vpc.id) !== "no");
    return isSeen && (!name.known || answersFor(name.value.replace(/\.$/, ""), call));
  });
}

function answersFor(zone: string, call: ServiceCall): boolean {
  const host = hostNameOf(call)?.replace(/^\*\./, "");
  if (host !== undefined) return host === zone || host.endsWith(`.${zone}`) || zone.endsWith(`.${host}`);
  const region = call.region ?? knownValue(call.task.region);
  return region !== undefined && zone.includes(`.${region}.`);
}
