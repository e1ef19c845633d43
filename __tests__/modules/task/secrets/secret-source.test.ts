import { describe, expect, it } from "vitest";
import { SECRET_KINDS, SecretSource, secretValueFrom } from "../../../../modules/task/secrets/secret-source";
import { STRING_TOKENS } from "../../../support/tokens";

const SECRET_ARN = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:orders-AbCdEf";
const PARAMETER_ARN = "arn:aws:ssm:eu-west-1:123456789012:parameter/orders/password";

describe("SecretSource", () => {
  it("declares the kind of every source", () => {
    const kinds = [SecretSource.ssmParameter("password"), SecretSource.secretsManager(SECRET_ARN)].map(
      ({ kind }) => kind,
    );
    expect(kinds).toEqual(Object.keys(SECRET_KINDS));
  });

  it("takes the name and the ARN of a parameter", () => {
    expect(SecretSource.ssmParameter({ name: "/orders/password", arn: PARAMETER_ARN })).toEqual({
      kind: "ssm-parameter",
      parameter: "/orders/password",
      parameterArn: PARAMETER_ARN,
    });
  });

  it.each(STRING_TOKENS)("takes %s for the name of a parameter", (_name, token) => {
    expect(SecretSource.ssmParameter(token).parameter).toBe(token);
  });
});

describe("secretValueFrom", () => {
  it("is the name or the ARN of a parameter", () => {
    expect(secretValueFrom(SecretSource.ssmParameter("/orders/password"))).toBe("/orders/password");
    expect(secretValueFrom(SecretSource.ssmParameter(PARAMETER_ARN))).toBe(PARAMETER_ARN);
  });

  it("is the bare ARN of a whole secret", () => {
    expect(secretValueFrom(SecretSource.secretsManager(SECRET_ARN))).toBe(SECRET_ARN);
  });

  it.each([
    [{ jsonKey: "password" }, ":password::"],
    [{ versionStage: "AWSPREVIOUS" }, "::AWSPREVIOUS:"],
    [{ versionId: "v1" }, ":::v1"],
    [{ jsonKey: "password", versionId: "v1" }, ":password::v1"],
  ])("appends the part %j in ECS's order: key, stage, id", (part, end) => {
    expect(secretValueFrom(SecretSource.secretsManager(SECRET_ARN, part))).toBe(`${SECRET_ARN}${end}`);
  });
});
