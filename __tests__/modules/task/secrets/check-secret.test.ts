import { describe, expect, it } from "vitest";
import { inLanguage } from "../../../../modules/issues/issue";
import { checkSecret } from "../../../../modules/task/secrets/check-secret";
import { SecretSource } from "../../../../modules/task/secrets/secret-source";
import { onlyIssue } from "../../../support/reported";
import { STRING_TOKENS } from "../../../support/tokens";

const PATH = "containers.api.secrets.PASSWORD";
const SECRET_ARN = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:orders-AbCdEf";
const check = (secret: SecretSource) => [...checkSecret(secret, PATH)];

describe("checkSecret of a parameter", () => {
  it.each([
    "parameter_store_secret",
    "/orders/db-password",
    "arn:aws:ssm:eu-west-1:123456789012:parameter/orders/db-password",
    "arn:aws-cn:ssm:cn-north-1:123456789012:parameter/orders",
  ])("takes %s", (parameter) => {
    expect(check(SecretSource.ssmParameter(parameter))).toEqual([]);
  });

  it.each(["", "db password", "orders:password", SECRET_ARN])('refuses "%s"', (parameter) => {
    const issue = onlyIssue(check(SecretSource.ssmParameter(parameter)));
    expect(issue).toMatchObject({ code: "ssm-parameter-malformed", path: PATH });
    expect(issue.problem).toBe(`"${parameter}" is neither the name nor the ARN of a parameter`);
    expect(issue.fix).toContain('"/orders/db-password"');
  });

  it.each(STRING_TOKENS)("does not judge %s", (_name, token) => {
    expect(check(SecretSource.ssmParameter(token))).toEqual([]);
  });
});

describe("checkSecret of Secrets Manager", () => {
  it.each([
    SecretSource.secretsManager(SECRET_ARN),
    SecretSource.secretsManager(SECRET_ARN, { jsonKey: "password" }),
    SecretSource.secretsManager(SECRET_ARN, { jsonKey: "password", versionStage: "AWSPREVIOUS" }),
    SecretSource.secretsManager(SECRET_ARN, { versionId: "9d4cb84b-ad69-40c0-a0ab-cead36b967e8" }),
  ])("takes $secretArn with its parts", (secret) => {
    expect(check(secret)).toEqual([]);
  });

  it("refuses a name, and shows an ARN", () => {
    const issue = onlyIssue(check(SecretSource.secretsManager("secrets_manager_secret")));
    expect(issue).toMatchObject({ code: "secret-arn-malformed", path: PATH });
    expect(issue.problem).toBe('"secrets_manager_secret" is not the ARN of a secret');
    expect(issue.fix).toContain(SECRET_ARN);
  });

  it("refuses an ARN that names a key, and shows where the key goes", () => {
    const issue = onlyIssue(check(SecretSource.secretsManager(`${SECRET_ARN}:password::`)));
    expect(issue.code).toBe("secret-arn-malformed");
    expect(issue.problem).toContain(`${SECRET_ARN}:password::`);
    expect(issue.fix).toContain('{ jsonKey: "password" }');
  });

  it("refuses a version named twice", () => {
    const issue = onlyIssue(check(SecretSource.secretsManager(SECRET_ARN, { versionStage: "OLD", versionId: "v1" })));
    expect(issue).toMatchObject({ code: "secret-version-ambiguous", path: PATH });
    expect(issue.problem).toBe('the version is named twice, by stage "OLD" and by id "v1"');
    expect(issue.fix).toBe("leave out versionStage or versionId");
  });

  it.each(["jsonKey", "versionStage"] as const)("refuses a colon in %s", (field) => {
    const issue = onlyIssue(check(SecretSource.secretsManager(SECRET_ARN, { [field]: "a:b" })));
    expect(issue).toMatchObject({ code: "secret-part-malformed", path: `${PATH}.${field}` });
    expect(issue.problem).toBe(`${field} "a:b" has a colon`);
    expect(issue.fix).toContain("rename");
  });

  it.each(STRING_TOKENS)("does not judge %s", (_name, token) => {
    expect(check(SecretSource.secretsManager(token, { jsonKey: token, versionStage: token }))).toEqual([]);
  });
});

describe("checkSecret of an attribute of a resource", () => {
  const ofSecret = (attribute: string) => `\${aws_secretsmanager_secret.orders.${attribute}}`;

  it.each([
    SecretSource.secretsManager(ofSecret("arn")),
    SecretSource.secretsManager(ofSecret("id"), { jsonKey: "password" }),
    SecretSource.secretsManager("${aws_secretsmanager_secret_version.orders.secret_id}"),
    SecretSource.ssmParameter("${aws_ssm_parameter.orders.name}"),
    SecretSource.ssmParameter("${data.aws_ssm_parameter.orders.arn}"),
  ])("takes what names the thing: %o", (secret) => {
    expect(check(secret)).toEqual([]);
  });

  it("refuses the name of a secret, which ECS takes for that of a parameter", () => {
    const issue = onlyIssue(check(SecretSource.secretsManager(ofSecret("name"))));
    expect(issue).toMatchObject({ code: "secret-arn-malformed", path: PATH });
    expect(issue.problem).toBe(`"${ofSecret("name")}" is the name of a secret, not its ARN`);
    expect(issue.why).toBe("ECS takes a name for that of a parameter of Parameter Store");
    expect(inLanguage(issue, "ecs").fix).toBe(`write "${ofSecret("arn")}"`);
  });

  it("refuses a thing of the other kind", () => {
    const parameter = onlyIssue(check(SecretSource.secretsManager("${aws_ssm_parameter.orders.arn}")));
    expect(parameter).toMatchObject({ code: "secret-arn-malformed", fix: expect.stringContaining("ssmParameter") });
    const secret = onlyIssue(check(SecretSource.ssmParameter(ofSecret("arn"))));
    expect(secret).toMatchObject({ code: "ssm-parameter-malformed", fix: expect.stringContaining("secretsManager") });
  });
});

describe("checkSecret of something else", () => {
  it.each([
    ["secret-manager", "write SecretSource.secretsManager(secretArn)"],
    ["ssm-paramter", "write SecretSource.ssmParameter(name)"],
    ["vault", "write SecretSource.ssmParameter(name) or SecretSource.secretsManager(secretArn)"],
  ])('refuses the kind "%s", and says what was probably meant', (kind, fix) => {
    const issue = onlyIssue(check(JSON.parse(JSON.stringify({ kind }))));
    expect(issue).toMatchObject({ code: "secret-kind-unknown", path: PATH, fix });
    expect(issue.problem).toBe(`"${kind}" is not a kind of secret`);
  });

  it("refuses a bare text, and shows how its kind is declared", () => {
    const issue = onlyIssue(check(JSON.parse('"/orders/db-password"')));
    expect(issue.code).toBe("secret-kind-unknown");
    expect(issue.problem).toBe('"/orders/db-password" has no kind of secret');
    expect(issue.fix).toContain("SecretSource.ssmParameter(name)");
  });
});
