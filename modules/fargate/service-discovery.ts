import type { EcsServiceConfig } from "@cdktf/provider-aws/lib/ecs-service";
import { ServiceDiscoveryService } from "@cdktf/provider-aws/lib/service-discovery-service";
import type { Construct } from "constructs";
import { keepName } from "../internal/keep-name";

/** A name under which the tasks of a service are found by DNS, in a namespace of Cloud Map. */
export interface ServiceDiscovery {
  /** Id of the namespace, which is one of DNS, for example `namespace.id` of a `ServiceDiscoveryPrivateDnsNamespace`. */
  readonly namespaceId: string;
  /** Name in the namespace. @default - the name of the service */
  readonly name?: string;
  /** Seconds for which who asks keeps the answer. @default 10 */
  readonly ttl?: number;
}

/** Whose tasks are found. */
interface NamedService {
  readonly name?: string | undefined;
  readonly task: { readonly family: string };
}

/**
 * Registers the addresses of tasks as A records. ECS says which of them are healthy.
 *
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-discovery.html
 */
export function serviceRegistries(
  scope: Construct,
  discovery: ServiceDiscovery | undefined,
  service: NamedService,
): Pick<EcsServiceConfig, "serviceRegistries"> {
  if (discovery === undefined) return {};
  const { namespaceId, name = service.name ?? service.task.family, ttl = 10 } = discovery;
  const registry = new ServiceDiscoveryService(scope, "discovery", {
    name,
    dnsConfig: { namespaceId, dnsRecords: [{ type: "A", ttl }], routingPolicy: "MULTIVALUE" },
    healthCheckCustomConfig: { failureThreshold: 1 },
  });
  if (discovery.name === undefined && service.name === undefined) keepName(registry, "name");
  return { serviceRegistries: { registryArn: registry.arn } };
}
