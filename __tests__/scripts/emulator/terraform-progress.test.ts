import { expect, test } from "vitest";
import { TerraformProgress } from "../../../scripts/emulator/terraform-progress";

function read(lines: readonly string[], progress = new TerraformProgress()) {
  return { news: lines.flatMap((line) => progress.read(line) ?? []), counter: progress.counter() };
}

const PLANNED = [
  "network  Plan: 3 to add, 0 to change, 0 to destroy.",
  "task  Plan: 0 to add, 1 to change, 1 to destroy.",
];

test("says what each stack plans, without what there is nothing of", () => {
  expect(read(PLANNED)).toEqual({
    news: ["network: 3 to add", "task: 1 to change, 1 to destroy"],
    counter: "0 of 5 resources",
  });
});

test("counts what is done in all stacks, and says what is being waited for", () => {
  const { news, counter } = read([
    ...PLANNED,
    "network  aws_vpc.network: Creating...",
    "         aws_ecr_repository.images: Creating...",
    "task  aws_ecs_service.service: Modifying... [id=service]",
    "network  aws_ecr_repository.images: Creation complete after 1s [id=images]",
    "         aws_vpc.network: Still creating... [10s elapsed]",
  ]);
  expect(news).toHaveLength(2);
  expect(counter).toBe("1 of 5 resources; in progress: aws_vpc.network of network and 1 other");
});

test("the same address in two stacks is two resources, and a data source that is read none", () => {
  const { counter } = read([
    "a  Plan: 1 to add, 0 to change, 0 to destroy.",
    "b  Plan: 1 to add, 0 to change, 0 to destroy.",
    "a  aws_vpc.vpc (network/vpc): Creating...",
    "b  aws_vpc.vpc (network/vpc): Creating...",
    "b  data.aws_region.here: Read complete after 0s [id=eu-west-1]",
    "a  aws_vpc.vpc (network/vpc): Creation complete after 0s [id=vpc-1]",
  ]);
  expect(counter).toBe("1 of 2 resources; in progress: aws_vpc.vpc of b");
});

test("says what came of each stack", () => {
  const { news } = read([
    "a  ",
    "   Apply complete! Resources: 3 added, 0 changed, 1 destroyed.",
    "b  Destroy complete! Resources: 2 destroyed.",
    "c  No changes. Your infrastructure matches the configuration.",
    "   Apply complete! Resources: 0 added, 0 changed, 0 destroyed.",
  ]);
  expect(news).toEqual([
    "a: complete, 3 added, 1 destroyed",
    "b: complete, 2 destroyed",
    "c: nothing to change",
    "c: complete, no resource to change",
  ]);
});

test("before a plan there is nothing to count, and other lines say nothing", () => {
  expect(read(["", "Deploying Stacks: a", "a  Initializing the backend..."])).toEqual({
    news: [],
    counter: "planning",
  });
});
