import type { LogDriver } from "./log-drivers/log-driver";

/** A name and port under which other tasks of the namespace find a service. */
export interface ServiceConnectAlias {
  /** Port that clients use. */
  readonly port: number;
  /** Name that clients use. @default - the discovery name and the namespace, joined by a dot */
  readonly dnsName?: string;
}

/** How the proxies encrypt what they send each other. ECS renews the certificates. */
export interface ServiceConnectTls {
  /** ARN of the authority of AWS Private CA that signs the certificates. */
  readonly awsPcaAuthorityArn: string;
  /** Key of KMS for the certificates' private keys: its id, its ARN, or an alias. @default - a key of AWS's */
  readonly kmsKey?: string;
  /** ARN of the role with which ECS asks the authority for certificates and keeps them. @default - none */
  readonly roleArn?: string;
}

/** After how many seconds the proxies give up. */
export interface ServiceConnectTimeout {
  /** Seconds without a byte after which a connection is closed; 0 is never. @default - ECS's, by the protocol */
  readonly idle?: number;
  /** Seconds until an answer is complete; 0 is never. Not with TCP. @default - ECS's, by the protocol */
  readonly perRequest?: number;
}

/** A line of the proxy for each request. */
export interface ServiceConnectAccessLogs {
  /** For people, or for what reads logs. */
  readonly format: "text" | "json";
  /** Whether the lines have the query of the request, in which secrets may be. @default false */
  readonly queryParameters?: boolean;
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
  /** Encryption between the proxies. @default - none */
  readonly tls?: ServiceConnectTls;
  /** @default - see its fields */
  readonly timeout?: ServiceConnectTimeout;
}

/** Service Connect of a service, as `serviceConnectConfiguration` has it. Needs Linux, platform version 1.4.0, and a service. */
export interface ServiceConnect {
  /** Name or ARN of the Cloud Map namespace. */
  readonly namespace: string;
  /** What others can call. @default - the task is a client only */
  readonly services?: readonly ServiceConnectService[];
  /** What happens to the output of the proxy. @default - it is dropped */
  readonly logDriver?: LogDriver;
  /** Access logs of the proxy, to its `logDriver`. Of the bindings of the AWS provider only newer ones have them. @default - none */
  readonly accessLogs?: ServiceConnectAccessLogs;
}
