import { optionalPackage } from "./optional-package";
import { RESOLVER_PACKAGE, ROUTE53_PACKAGE } from "./route53-client";
import { UnusableInputError } from "./unusable-input";

/** The client of Amazon EC2: an optional peer, which only the command that reads an account needs. */
const PACKAGE = "@aws-sdk/client-ec2";

type Ec2Package = typeof import("@aws-sdk/client-ec2");

/** The package, and a client for a Region. */
export interface Ec2 {
  readonly sdk: Ec2Package;
  readonly client: InstanceType<Ec2Package["EC2Client"]>;
  readonly region: string;
}

/**
 * A client with the credentials of the environment, as the AWS CLI finds them.
 *
 * @param region @default - as the environment or the profile says
 * @throws {UnusableInputError} where the package is not installed, or nobody says the Region
 */
export async function ec2Client(region: string | undefined): Promise<Ec2> {
  // Which versions of Node later releases of the SDK will support is no news for whoever takes a snapshot.
  process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] ??= "true";
  const sdk = await loadPackage();
  const client = new sdk.EC2Client(region === undefined ? {} : { region });
  const found = await client.config.region().catch(() => "");
  if (found !== "") return { sdk, client, region: found };
  throw new UnusableInputError("nobody says in which Region the VPC is; write --region REGION, or set AWS_REGION");
}

async function loadPackage(): Promise<Ec2Package> {
  const sdk = await optionalPackage(PACKAGE, () => import("@aws-sdk/client-ec2"));
  if (sdk !== undefined) return sdk;
  // The other two read hosted zones and Resolver rules; one message installs all that the command takes.
  const all = [PACKAGE, ROUTE53_PACKAGE, RESOLVER_PACKAGE].join(" ");
  throw new UnusableInputError(
    `${PACKAGE}, which reads the account, is not installed; write npm install --save-dev ${all}`,
  );
}
