import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { plannedTasks } from "../../../modules/reachability/planned-tasks";
import { readDocuments } from "../../../modules/reachability/prove-reachability";

const sample = JSON.parse(readFileSync(join(__dirname, "../../../docs/samples/isolated.tf.json"), "utf8"));

describe("the endpoints that tasks in Terraform need", () => {
  it("have their reasons, at their places in the document", () => {
    const { tasks, endpoints } = plannedTasks(readDocuments([sample]));
    expect(tasks.map(({ family }) => family)).toEqual(["orders"]);
    expect(endpoints.map(({ service }) => service)).toEqual(["s3", "ecr.api", "ecr.dkr", "logs"]);
    expect(endpoints.at(-1)?.reasons).toMatchObject([{ source: "container_definitions[0].logConfiguration" }]);
  });

  it("are none where there is no task", () => {
    expect(plannedTasks(readDocuments([{ resource: {} }]))).toEqual({ tasks: [], endpoints: [], issues: [] });
  });
});
