import { describe, expect, it } from "vitest";
import { planned, record } from "./recorded-terminal";

const orders = (image: string) => ({
  family: "orders",
  networkMode: "awsvpc",
  requiresCompatibilities: ["FARGATE"],
  cpu: "256",
  memory: "512",
  executionRoleArn: "arn:aws:iam::123456789012:role/execution",
  taskRoleArn: "arn:aws:iam::123456789012:role/task",
  containerDefinitions: [{ name: "api", image }],
});
const IN_ECR = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders:1";
const ELSEWHERE = "registry.example.com/orders:1";

describe("what a task definition does not say, and private-fargate plan is told", () => {
  it("plans the services that the application calls, however they are listed", async () => {
    const { services, exitCode } = await planned(orders(IN_ECR), "--uses", "sqs, dynamodb", "--uses=sns");
    expect({ services, exitCode }).toEqual({
      services: ["dynamodb", "s3", "ecr.api", "ecr.dkr", "sns", "sqs"],
      exitCode: 0,
    });
  });

  it.each([
    ["sqss", 'did you mean "sqs"?'],
    ["cloudwatch", "did you mean "],
    ["nothing-like-it", "write AWS's short name"],
  ])("does not take %s for a service", async (service, advice) => {
    const { exitCode, error } = await record(["plan", "-", "--uses", service], JSON.stringify(orders(IN_ECR)));
    expect(exitCode).toBe(2);
    expect(error).toContain(`--uses cannot be "${service}"`);
    expect(error).toContain(advice);
  });

  it("takes a registry of the company for reachable", async () => {
    expect((await planned(orders(ELSEWHERE))).exitCode).toBe(1);
    const { exitCode, issues } = await planned(orders(ELSEWHERE), "--reachable-host", "other.example,example.com");
    expect({ exitCode, issues }).toEqual({ exitCode: 0, issues: [] });
  });

  it("says where a host is malformed", async () => {
    const { issues } = await planned(orders(IN_ECR), "--reachable-host", "https://example.com");
    expect(issues).toMatchObject([{ code: "reachable-host-malformed", path: "--reachable-host[0]" }]);
  });

  it("plans for FIPS mode", async () => {
    const { services } = await planned(orders(IN_ECR), "--fips");
    expect(services).toContain("ecr-fips.dkr");
  });

  it("takes what no endpoint can help for a note where a NAT gateway is", async () => {
    const { exitCode, issues } = await planned(orders(ELSEWHERE), "--subnet-has-nat");
    expect(exitCode).toBe(0);
    expect(issues).toMatchObject([{ code: "registry-unreachable", severity: "note" }]);
  });
});
