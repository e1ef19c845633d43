import { describe, expect, it } from "vitest";
import { diagnose } from "../../../modules/diagnosis/diagnose";

const START = "unable to retrieve ecr registry auth: RequestError: send request failed caused by: Post";

function of(text: string) {
  const [found] = diagnose(text);
  return {
    causes: found?.causes.map(({ cause }) => cause) ?? [],
    excluded: found?.excluded.map(({ cause }) => cause) ?? [],
  };
}

describe("the order of the causes", () => {
  it("starts with an endpoint that is missing where the name led to a public address", () => {
    const { causes, excluded } = of(
      `${START} "https://api.ecr.eu-west-1.amazonaws.com/": dial tcp 52.94.184.143:443: i/o timeout`,
    );
    expect(causes.slice(0, 3)).toEqual(["endpoint-missing", "private-dns-off", "vpc-dns-hostnames-off"]);
    expect(excluded).toEqual(
      expect.arrayContaining(["endpoint-ingress-missing", "permission-missing", "vpc-dns-support-off"]),
    );
  });

  it.each(["10.0.3.14", "172.20.1.9", "192.168.7.1", "100.64.0.9", "[fd00:ec2::1]"])(
    "starts with the endpoint's security group where the name led to %s",
    (address) => {
      const { causes, excluded } = of(
        `${START} "https://api.ecr.eu-west-1.amazonaws.com/": dial tcp ${address}:443: i/o timeout`,
      );
      expect(causes).toEqual(["endpoint-ingress-missing", "task-egress-missing", "network-acl-blocks"]);
      expect(excluded).toContain("endpoint-missing");
    },
  );

  it("starts with DNS where the name led nowhere", () => {
    expect(
      of(
        `${START} "https://api.ecr.eu-west-1.amazonaws.com/": dial tcp: lookup api.ecr.eu-west-1.amazonaws.com on 10.0.0.2:53: no such host`,
      ).causes,
    ).toEqual(["vpc-dns-support-off", "dns-servers-unknown"]);
  });

  it.each([
    ["because no identity-based policy allows the action", "permission-missing"],
    ["because no permissions boundary allows the action", "permission-missing"],
    ["because no VPC endpoint policy allows the action", "endpoint-policy-refuses"],
    ["with an explicit deny in a VPC endpoint policy", "endpoint-policy-refuses"],
    ["with an explicit deny in a resource-based policy", "resource-policy-refuses"],
    ["with an explicit deny in a service control policy", "organization-policy-refuses"],
  ])("is the one policy that a refusal names: %s", (words, cause) => {
    const user =
      "User: arn:aws:sts::123456789012:assumed-role/a/b is not authorized to perform: secretsmanager:GetSecretValue";
    expect(
      of(`unable to retrieve secret from asm: AccessDeniedException: ${user} on resource: c ${words}`).causes,
    ).toEqual([cause]);
  });

  it("leaves everything possible where the message tells nothing more", () => {
    const { causes, excluded } = of("ResourceInitializationError: failed to validate logger args");
    expect(causes[0]).toBe("endpoint-missing");
    expect(causes).toContain("permission-missing");
    expect(excluded).toEqual([]);
  });
});
