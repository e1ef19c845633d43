import type { LogDriver } from "./log-drivers/log-driver";

/** A name and port under which other tasks of the namespace find a service. */
export interface ServiceConnectAlias {
  /** Port that clients use. */
  readonly port: number;
  /** Name that clients use. @default - the discovery name and the namespace, joined by a dot */
  readonly dnsName?: string;
}

/** A port of the task that other tasks of the namespace can call. */
export interface ServiceConnectService {
  /** The `name` of a port of a container. */
  readonly portName: string;
  /** Name of the service in the namespace. @default - the port's name */
  readonly discoveryName?: string;
  /** Name and port for clients. @default - none */
  readonly clientAlias?: ServiceConnectAlias;
  /** Port of the task at which its proxy takes connections. @default - the port of the container */
  readonly ingressPortOverride?: number;
}

/** Service Connect of a service, as `serviceConnectConfiguration` has it. Needs Linux, platform version 1.4.0, and a service. */
export interface ServiceConnect {
  /** Name or ARN of the Cloud Map namespace. */
  readonly namespace: string;
  /** What others can call. @default - the task is a client only */
  readonly services?: readonly ServiceConnectService[];
  /** What happens to the output of the proxy. @default - it is dropped */
  readonly logDriver?: LogDriver;
}
