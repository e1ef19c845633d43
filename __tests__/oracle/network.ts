/** A value that is written down, or one that only an apply knows: one of some. */
export type Maybe<T> = T | Unknown<T>;

export interface Unknown<T> {
  /** Name of the variable. */
  readonly unknown: string;
  /** What it may turn out to be. */
  readonly of: readonly T[];
}

export type Service = "ecr.api" | "ecr.dkr" | "logs" | "s3";

/** One VPC with a task in it, which calls every {@link Service}. Plain data, of which anything can be taken away. */
export interface RandomNetwork {
  readonly dnsSupport: boolean;
  readonly dnsHostnames: Maybe<boolean>;
  readonly hasInternetGateway: boolean;
  readonly publicIp: Maybe<boolean>;
  readonly taskSubnets: readonly string[];
  readonly subnets: readonly RandomSubnet[];
  readonly tables: readonly RandomTable[];
  readonly acls: readonly RandomAcl[];
  readonly nats: readonly RandomNat[];
  readonly endpoints: readonly RandomEndpoint[];
  readonly rules: readonly RandomRule[];
}

export interface RandomSubnet {
  readonly name: string;
  readonly cidr: string;
  readonly zone: "a" | "b";
  /** @default - the main one, which has the local route */
  readonly table?: string;
  /** @default - the one of the VPC, which admits everything */
  readonly acl?: string;
}

export interface RandomTable {
  readonly name: string;
  readonly routes: readonly RandomRoute[];
}

export interface RandomRoute {
  readonly to: Maybe<string> | { readonly list: "s3" } | { readonly own: readonly string[] };
  /** A NAT gateway by its name, the internet gateway, a peer, or a box of which nobody knows what it does. */
  readonly target:
    | { readonly nat: string }
    | "internet-gateway"
    | "peer"
    | "transit-gateway"
    | "interface"
    | "firewall";
}

export interface RandomAcl {
  readonly name: string;
  readonly entries: readonly RandomEntry[];
}

export interface RandomEntry {
  readonly direction: "ingress" | "egress";
  readonly number: number;
  readonly allows: Maybe<boolean>;
  readonly protocol: "tcp" | "udp" | "-1";
  readonly from: number;
  readonly to: number;
  readonly cidr: Maybe<string>;
}

export interface RandomNat {
  readonly name: string;
  readonly subnet: string;
  readonly isPublic: Maybe<boolean>;
}

export interface RandomEndpoint {
  readonly name: string;
  readonly service: Service;
  readonly type: "Interface" | "Gateway";
  readonly privateDns: Maybe<boolean>;
  readonly subnets: Maybe<readonly string[]>;
  readonly tables: Maybe<readonly string[]>;
  readonly policy: Maybe<"everything" | "nothing">;
}

/** A rule of the group of the task, or of that of the endpoints. */
export interface RandomRule {
  readonly group: "task" | "endpoint";
  readonly direction: "ingress" | "egress";
  readonly protocol: Maybe<"tcp" | "udp" | "-1">;
  readonly from: Maybe<number>;
  readonly to: Maybe<number>;
  readonly peer: Maybe<string> | { readonly group: "task" | "endpoint" } | { readonly list: "s3" };
}

export function isUnknown(value: unknown): value is Unknown<unknown> {
  return typeof value === "object" && value !== null && "unknown" in value && "of" in value;
}
