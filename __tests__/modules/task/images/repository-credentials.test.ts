import { expect, it } from "vitest";
import { ContainerImage } from "../../../../modules";
import { issuesOf, plannedBy, taskWith } from "../../../support/planned";
import { STRING_TOKENS } from "../../../support/tokens";

const RULE = "repository-credentials";
const SECRET = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:registry-AbCdEf";
const withCredentials = (credentialsParameter: string) =>
  taskWith(
    { image: ContainerImage.registry("registry.example.com/app", { credentialsParameter }) },
    { reachableHosts: ["registry.example.com"] },
  );

it("R5: user and password of a registry need secretsmanager", () => {
  expect(plannedBy(RULE, withCredentials(SECRET), { region: "eu-west-1" })).toEqual(["secretsmanager"]);
  expect(plannedBy(RULE, taskWith({ image: ContainerImage.registry("app") }))).toEqual([]);
});

it("R5: a secret in another Region is out of reach", () => {
  expect(issuesOf(withCredentials(SECRET), { region: "us-east-1" })).toEqual([
    "error other-region containers.api.image.credentialsParameter",
  ]);
});

it.each(STRING_TOKENS)("R5: a secret that only Terraform knows counts as near: %s", (_name, token) => {
  expect(plannedBy(RULE, withCredentials(token), { region: "us-east-1" })).toEqual(["secretsmanager"]);
});
