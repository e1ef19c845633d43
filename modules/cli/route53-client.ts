import { optionalPackage } from "./optional-package";

/** Clients that tell what a VPC resolves: optional peers, without which a snapshot does not tell. */
export const ROUTE53_PACKAGE = "@aws-sdk/client-route-53";
export const RESOLVER_PACKAGE = "@aws-sdk/client-route53resolver";

type Route53Package = typeof import("@aws-sdk/client-route-53");
type ResolverPackage = typeof import("@aws-sdk/client-route53resolver");

/** The package of Amazon Route 53, and a client for a Region. */
export interface Route53 {
  readonly sdk: Route53Package;
  readonly client: InstanceType<Route53Package["Route53Client"]>;
  readonly region: string;
}

/** The package of Route 53 Resolver, and a client for a Region. */
export interface Resolver {
  readonly sdk: ResolverPackage;
  readonly client: InstanceType<ResolverPackage["Route53ResolverClient"]>;
  readonly region: string;
}

/** @returns `undefined` where the package is not installed */
export async function route53Client(region: string): Promise<Route53 | undefined> {
  const sdk = await optionalPackage(ROUTE53_PACKAGE, () => import("@aws-sdk/client-route-53"));
  return sdk === undefined ? undefined : { sdk, client: new sdk.Route53Client({ region }), region };
}

/** @returns `undefined` where the package is not installed */
export async function resolverClient(region: string): Promise<Resolver | undefined> {
  const sdk = await optionalPackage(RESOLVER_PACKAGE, () => import("@aws-sdk/client-route53resolver"));
  return sdk === undefined ? undefined : { sdk, client: new sdk.Route53ResolverClient({ region }), region };
}
