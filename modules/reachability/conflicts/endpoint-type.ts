import { endpointServiceFacts } from "../../aws/endpoint-services/endpoint-service-facts";
import { unknownServiceIssue } from "../../issues/unknown-service-issue";
import { knownValue } from "../model/fact";
import { type ConflictRule, conflict } from "./conflict-rule";

/**
 * The type of an endpoint is one that its service has. Terraform's default is "Gateway".
 *
 * Source: https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html
 */
export const endpointType: ConflictRule = function* (view) {
  for (const { address, service, serviceName, type } of view.model.endpoints) {
    const name = knownValue(serviceName) ?? "";
    if (service === undefined) {
      if (!isAwsService(name)) continue;
      const label = name.split(".").slice(3).join(".");
      const { problem, why, fix, fixIn = fix } = unknownServiceIssue(label);
      yield conflict("service-unknown", {
        severity: "warning",
        path: address,
        problem: `${problem}: ${name}`,
        why,
        fix: fixIn,
      });
      continue;
    }
    const actual = knownValue(type);
    const { types, title } = endpointServiceFacts(service);
    if (actual === undefined || actual === "other" || types.includes(actual)) continue;
    yield conflict("endpoint-type-wrong", {
      path: address,
      problem: `${address} is of the type "${actual}", and "${service}" has only ${types.join(" and ")}`,
      why: `AWS offers ${title} to endpoints of that type only, and refuses any other`,
      fix: `set vpc_endpoint_type = "${types[0]}" on ${address}`,
    });
  }
};

/** A name of AWS's own services, as opposed to somebody's endpoint service. */
function isAwsService(name: string): boolean {
  return /^com\.amazonaws\.[a-z0-9-]+\./.test(name) && !name.includes(".vpce-svc-") && !name.includes("${");
}
