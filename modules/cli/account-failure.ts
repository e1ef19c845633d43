import { ownMember } from "../values/own-member";
import { UnusableInputError } from "./unusable-input";

/** What went wrong with a call, of errors of the SDK and of AWS. */
interface Failure {
  readonly names: readonly string[];
  readonly describe: (call: FailedCall) => string;
}

interface FailedCall {
  /** For example `"ec2:DescribeVpcs"`. */
  readonly action: string;
  readonly region: string;
  readonly message: string;
}

const FAILURES: readonly Failure[] = [
  {
    names: ["CredentialsProviderError"],
    describe: () =>
      "there are no credentials for AWS; sign in (aws sso login), or set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY",
  },
  {
    names: ["ExpiredToken", "ExpiredTokenException", "RequestExpired"],
    describe: () => "the credentials for AWS have expired; sign in again, for example with aws sso login",
  },
  {
    names: ["AuthFailure", "InvalidClientTokenId", "UnrecognizedClientException", "SignatureDoesNotMatch"],
    describe: ({ region }) =>
      `AWS does not know the credentials, or the account has not enabled ${region}; see aws sts get-caller-identity`,
  },
  {
    names: ["UnauthorizedOperation", "AccessDenied", "AccessDeniedException"],
    describe: ({ action }) => `AWS refuses ${action} to these credentials; allow it in a policy of theirs`,
  },
  {
    names: ["InvalidVpcID.NotFound", "InvalidVpcId.Malformed", "InvalidVpcID.Malformed"],
    describe: ({ region, message }) =>
      `there is no such VPC in ${region} for these credentials: ${message}; look at aws ec2 describe-vpcs --region ${region}`,
  },
  {
    names: ["RequestLimitExceeded", "Throttling", "ThrottlingException", "TooManyRequestsException"],
    describe: ({ action }) => `AWS has too many requests of this account for ${action}; try again in a minute`,
  },
  {
    names: ["ENOTFOUND", "ECONNREFUSED", "EAI_AGAIN", "ECONNRESET", "ETIMEDOUT", "TimeoutError", "NetworkingError"],
    describe: ({ action, region, message }) =>
      `${serviceOf(action)} in ${region} cannot be reached: ${message}; is the Region right, and is there a way to the internet or a proxy?`,
  },
];

/** Services by the prefixes of their actions. */
const SERVICES: Readonly<Record<string, string>> = {
  ec2: "Amazon EC2",
  route53: "Amazon Route 53",
  route53resolver: "Route 53 Resolver",
};

function serviceOf(action: string): string {
  const [prefix = ""] = action.split(":");
  return ownMember(SERVICES, prefix) ?? prefix;
}

/**
 * What a call answers, or in words what went wrong with it.
 *
 * @param action as a policy names it
 * @throws {UnusableInputError} for every error of the SDK
 */
export async function answerOf<Answer>(action: string, region: string, call: () => Promise<Answer>): Promise<Answer> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const names = namesOf(error);
    const message = (error.message || names.join(", ")).trim().replaceAll(/\s+/g, " ").replace(/\.$/, "");
    const known = FAILURES.find((failure) => failure.names.some((name) => names.includes(name)));
    const told = known?.describe({ action, region, message }) ?? `${action} failed: ${error.name}: ${message}`;
    throw new UnusableInputError(told);
  }
}

/** The name of an error and its code, and those of what it was made of. */
function namesOf(error: Error): readonly string[] {
  const code = "code" in error && typeof error.code === "string" ? [error.code] : [];
  const inner = error instanceof AggregateError ? error.errors : [error.cause];
  return [error.name, ...code, ...inner.flatMap((each) => (each instanceof Error ? namesOf(each) : []))];
}
