import type { JsonValue } from "../values/json-value";
import type { NetworkSnapshot } from "./network-snapshot";

/** What a value of a type looks like as JSON; the compiler holds it against the type. */
type ShapeOf<T> = [JsonValue] extends [T]
  ? "json"
  : [T] extends [boolean]
    ? "truth"
    : [T] extends [number]
      ? "number"
      : [T] extends [string]
        ? string extends T
          ? "text"
          : { readonly words: readonly T[] }
        : T extends readonly (infer Element)[]
          ? { readonly each: ShapeOf<Element> }
          : { readonly fields: { readonly [Name in keyof T]-?: FieldOf<T, Name> } };

type FieldOf<T, Name extends keyof T> = undefined extends T[Name]
  ? { readonly optional: ShapeOf<Exclude<T[Name], undefined>> }
  : ShapeOf<T[Name]>;

/** A shape of which the type is not asked. */
export type FileShape =
  | "json"
  | "truth"
  | "number"
  | "text"
  | { readonly words: readonly string[] }
  | { readonly each: FileShape }
  | { readonly fields: Readonly<Record<string, FileShape | { readonly optional: FileShape }>> };

const NAME = { optional: "text" } as const;
const TEXTS = { each: "text" } as const;
const SOME_TEXTS = { optional: TEXTS } as const;
const PORT = { optional: "number" } as const;
const FLAG = { optional: "truth" } as const;
const DIRECTION = { words: ["ingress", "egress"] } as const;

/** The format of the file. */
export const SNAPSHOT_SHAPE: FileShape = {
  fields: {
    format: "text",
    version: "number",
    region: "text",
    notRead: TEXTS,
    vpc: {
      fields: {
        id: "text",
        name: NAME,
        cidrBlocks: TEXTS,
        ipv6CidrBlocks: SOME_TEXTS,
        enableDnsSupport: "truth",
        enableDnsHostnames: "truth",
        dhcpOptions: { optional: { fields: { id: "text", domainNameServers: TEXTS } } },
      },
    },
    subnets: {
      each: {
        fields: {
          id: "text",
          name: NAME,
          availabilityZone: "text",
          availabilityZoneId: NAME,
          cidrBlock: NAME,
          ipv6CidrBlock: NAME,
          routeTableId: "text",
          networkAclId: "text",
        },
      },
    },
    routeTables: {
      each: {
        fields: {
          id: "text",
          name: NAME,
          main: FLAG,
          routes: { each: { fields: { destination: "text", target: NAME } } },
          propagatingGateways: SOME_TEXTS,
        },
      },
    },
    networkAcls: {
      each: {
        fields: {
          id: "text",
          default: FLAG,
          rules: {
            each: {
              fields: {
                direction: DIRECTION,
                number: "number",
                action: { words: ["allow", "deny"] },
                protocol: "text",
                fromPort: PORT,
                toPort: PORT,
                cidrBlock: "text",
              },
            },
          },
        },
      },
    },
    securityGroups: {
      each: {
        fields: {
          id: "text",
          name: "text",
          default: FLAG,
          rules: {
            each: {
              fields: {
                id: "text",
                direction: DIRECTION,
                protocol: "text",
                fromPort: PORT,
                toPort: PORT,
                peer: "text",
              },
            },
          },
        },
      },
    },
    endpoints: {
      each: {
        fields: {
          id: "text",
          name: NAME,
          serviceName: "text",
          serviceRegion: NAME,
          type: "text",
          state: "text",
          privateDnsEnabled: FLAG,
          privateDnsOnlyForInboundResolverEndpoint: FLAG,
          ipAddressType: NAME,
          subnetIds: SOME_TEXTS,
          securityGroupIds: SOME_TEXTS,
          routeTableIds: SOME_TEXTS,
          policy: { optional: "json" },
        },
      },
    },
    prefixLists: { each: { fields: { id: "text", name: "text", cidrBlocks: SOME_TEXTS } } },
    natGateways: { each: { fields: { id: "text", subnetId: "text", connectivityType: "text" } } },
    internetGateways: TEXTS,
    peeringConnections: {
      each: { fields: { id: "text", requesterVpcId: "text", accepterVpcId: "text", status: "text" } },
    },
    transitGatewayAttachments: {
      each: {
        fields: { id: "text", transitGatewayId: "text", subnetIds: TEXTS, applianceMode: FLAG, state: "text" },
      },
    },
    hostedZones: {
      optional: {
        each: {
          fields: {
            id: "text",
            name: "text",
            records: { optional: { each: { fields: { name: "text", type: "text", target: NAME } } } },
          },
        },
      },
    },
    resolverRules: { optional: { each: { fields: { id: "text", domain: "text", type: "text" } } } },
  },
} satisfies ShapeOf<NetworkSnapshot>;
