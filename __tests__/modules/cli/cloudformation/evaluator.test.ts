import { describe, expect, it } from "vitest";
import { Evaluator } from "../../../../modules/cli/cloudformation/evaluator";
import { asJson } from "../../../../modules/cli/cloudformation/placed-value";
import { templateOf } from "../../../../modules/cli/cloudformation/template";
import type { JsonValue } from "../../../../modules/values/json-value";

const template = templateOf({
  Parameters: {
    Tag: { Type: "String", Default: "1.2" },
    Empty: { Type: "String", Default: "" },
    Open: { Type: "String" },
    Cpu: { Type: "Number", Default: 512 },
    Names: { Type: "CommaDelimitedList", Default: "a, b" },
    Latest: { Type: "AWS::SSM::Parameter::Value<String>", Default: "/image" },
    Router: { Type: "AWS::SSM::Parameter::Value<String>", Default: "/aws/service/aws-for-fluent-bit/latest" },
  },
  Mappings: {
    Images: {
      "eu-west-1": { app: "1.dkr.ecr.eu-west-1.amazonaws.com/app" },
      "us-east-1": { app: "2.dkr.ecr.us-east-1.amazonaws.com/app", b: "x" },
      "cn-north-1": { app: "2.dkr.ecr.cn-north-1.amazonaws.com.cn/app" },
    },
  },
  Resources: {
    Repo: { Type: "AWS::ECR::Repository" },
    Secret: { Type: "AWS::SecretsManager::Secret" },
    Db: { Type: "AWS::RDS::DBInstance" },
  },
});

function evaluated(value: JsonValue) {
  const found = new Evaluator(template).evaluate(value, []);
  return found === undefined ? undefined : asJson(found, new Map());
}

describe("the functions of CloudFormation", () => {
  it.each<[JsonValue, unknown]>([
    [{ Ref: "Tag" }, "1.2"],
    [{ Ref: "Cpu" }, 512],
    [{ Ref: "Names" }, ["a", "b"]],
    [{ Ref: "Empty" }, "${Empty}"],
    [{ Ref: "Open" }, "${Open}"],
    [{ Ref: "Latest" }, "${Latest}"],
    [{ Ref: "Router" }, "{{resolve:ssm:/aws/service/aws-for-fluent-bit/latest}}"],
    [{ "Fn::Sub": "${Router}" }, "{{resolve:ssm:/aws/service/aws-for-fluent-bit/latest}}"],
    [{ Ref: "AWS::Region" }, "${AWS::Region}"],
    [{ Ref: "AWS::NoValue" }, undefined],
    [{ Ref: "Secret" }, "${AWS::SecretsManager::Secret Secret}"],
    [{ "Fn::GetAtt": ["Repo", "RepositoryUri"] }, "${AWS::ECR::Repository Repo.RepositoryUri}"],
    [{ "Fn::GetAtt": "Repo.Arn" }, "${AWS::ECR::Repository Repo.Arn}"],
    [{ "Fn::GetAtt": "Db.MasterUserSecret.SecretArn" }, "${AWS::SecretsManager::Secret Db.MasterUserSecret.SecretArn}"],
    [{ "Fn::Sub": "a-${Tag}-${AWS::Region}-${!x}" }, "a-1.2-${AWS::Region}-${x}"],
    [
      { "Fn::Sub": ["${a}/${Repo.RepositoryUri}", { a: { Ref: "Cpu" } }] },
      "512/${AWS::ECR::Repository Repo.RepositoryUri}",
    ],
    [{ "Fn::Join": ["/", ["a", { Ref: "Tag" }, { Ref: "AWS::NoValue" }]] }, "a/1.2"],
    [{ "Fn::Join": [",", { Ref: "Names" }] }, "a,b"],
    [{ "Fn::Join": ["", [{ "Fn::If": ["c", "a", "b"] }, "x"]] }, "${Fn::If}x"],
    [{ "Fn::Select": [1, { "Fn::Split": ["/", "a/b"] }] }, "b"],
    [{ "Fn::Select": ["0", { Ref: "Names" }] }, "a"],
    [{ "Fn::Select": [0, { "Fn::Split": ["/", { Ref: "Open" }] }] }, "${Fn::Select}"],
    [{ "Fn::FindInMap": ["Images", "eu-west-1", "app"] }, "1.dkr.ecr.eu-west-1.amazonaws.com/app"],
    [
      { "Fn::FindInMap": ["Images", { Ref: "AWS::Region" }, "app"] },
      "${Fn::FindInMap Images}.dkr.ecr.${Fn::FindInMap Images}.amazonaws.com${Fn::FindInMap Images}/app",
    ],
    [{ "Fn::FindInMap": ["Images", { Ref: "AWS::Region" }, "none"] }, "${Fn::FindInMap Images}"],
    [{ "Fn::ImportValue": "shared-repo" }, "${Fn::ImportValue shared-repo}"],
    [{ "Fn::ImportValue": { "Fn::Sub": "${x}" } }, "${Fn::ImportValue}"],
    [
      { Ref: "a", Other: 1 },
      { Ref: "a", Other: 1 },
    ],
  ])("work out what the template tells: %j", (value, expected) => {
    expect(evaluated(value)).toEqual(expected);
  });

  it.each<[JsonValue, unknown]>([
    [{ "Fn::If": ["c", "a:1", "a:2"] }, "a:${Fn::If}"],
    [{ "Fn::If": ["c", "same", "same"] }, "same"],
    [{ "Fn::If": ["c", true, false] }, "${Fn::If}"],
    [{ "Fn::If": ["c", "kept", { Ref: "AWS::NoValue" }] }, "kept"],
    [{ "Fn::If": ["c", { a: 1, b: 2 }, { a: 1, c: 3 }] }, { a: 1, b: 2, c: 3 }],
    [
      ["x", { "Fn::If": ["c", { Name: "a" }, { Name: "b" }] }],
      ["x", { Name: "a" }, { Name: "b" }],
    ],
    [
      [{ "Fn::If": ["c", { Name: "a", Image: "r/x:1" }, { Name: "a", Image: "r/x:2" }] }],
      [{ Name: "a", Image: "r/x:${Fn::If}" }],
    ],
    [
      ["x", { "Fn::If": ["c", "y", { Ref: "AWS::NoValue" }] }],
      ["x", "y"],
    ],
    [{ "Fn::If": ["c", ["a", "b"], ["b", "d"]] }, ["a", "b", "d"]],
    [{ "Fn::If": ["c", "${AWS::Region}-a", "${AWS::Account}-a"] }, "${Fn::If}-a"],
    [{ "Fn::If": ["c", { "Fn::If": ["d", "a", "a"] }, "a"] }, "a"],
    [{ "Fn::If": "x" }, undefined],
  ])("have the parts of both branches: %j", (value, expected) => {
    expect(evaluated(value)).toEqual(expected);
  });
});
