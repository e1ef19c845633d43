import { describe, expect, it } from "vitest";
import { answerOf } from "../../../modules/cli/account-failure";
import { UnusableInputError } from "../../../modules/cli/unusable-input";

/** An error as the SDK throws it. */
function failure(name: string, message: string, more: object = {}): Error {
  return Object.assign(new Error(message), { name }, more);
}

async function told(error: unknown): Promise<unknown> {
  return answerOf("ec2:DescribeSubnets", "eu-west-1", () => Promise.reject(error)).catch((thrown: unknown) => thrown);
}

describe("what goes wrong with a call of the account", () => {
  it.each([
    [
      "no credentials",
      failure("CredentialsProviderError", "Could not load credentials from any providers"),
      "there are no credentials for AWS; sign in",
    ],
    [
      "expired ones",
      failure("ExpiredTokenException", "The security token is expired"),
      "the credentials for AWS have expired",
    ],
    [
      "expired ones, as EC2 says it",
      failure("RequestExpired", "Request has expired."),
      "the credentials for AWS have expired",
    ],
    [
      "wrong ones",
      failure("AuthFailure", "AWS was not able to validate the provided access credentials"),
      "AWS does not know the credentials, or the account has not enabled eu-west-1",
    ],
    [
      "a missing right",
      failure("UnauthorizedOperation", "You are not authorized to perform this operation."),
      "AWS refuses ec2:DescribeSubnets to these credentials",
    ],
    [
      "no such VPC",
      failure("InvalidVpcID.NotFound", "The vpc ID 'vpc-1' does not exist"),
      "there is no such VPC in eu-west-1 for these credentials: The vpc ID 'vpc-1' does not exist; look at",
    ],
    [
      "too many calls",
      failure("RequestLimitExceeded", "Request limit exceeded."),
      "AWS has too many requests of this account for ec2:DescribeSubnets",
    ],
    [
      "no such host",
      failure("Error", "getaddrinfo ENOTFOUND ec2.eu-west-1.amazonaws.com", { code: "ENOTFOUND" }),
      "Amazon EC2 in eu-west-1 cannot be reached: getaddrinfo ENOTFOUND",
    ],
    [
      "nobody listens, on any address",
      new AggregateError([failure("Error", "connect ECONNREFUSED 127.0.0.1:1", { code: "ECONNREFUSED" })], ""),
      "Amazon EC2 in eu-west-1 cannot be reached",
    ],
    [
      "anything else",
      failure("InternalError", "An internal error\nhas occurred."),
      "ec2:DescribeSubnets failed: InternalError: An internal error has occurred",
    ],
  ])("is told in words: %s", async (_, error, words) => {
    const thrown = await told(error);
    expect(thrown).toBeInstanceOf(UnusableInputError);
    expect(thrown).toHaveProperty("message", expect.stringContaining(words));
    expect(thrown).toHaveProperty("message", expect.not.stringContaining("\n"));
  });

  it("passes on what is no error", async () => {
    expect(await told("stop")).toBe("stop");
    expect(await answerOf("DescribeVpcs", "eu-west-1", async () => 7)).toBe(7);
  });
});
