import type { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import type { TaskArns } from "../endpoints/task-arns";
import type { CreatedOrExisting } from "./created-or-existing";
import type { TaskRole } from "./role";

/** What was made for a task of which its endpoints have to know. */
export interface AdmittedTask {
  readonly arns: TaskArns;
  readonly roles: Readonly<Record<"execution" | "task", CreatedOrExisting<TaskRole>>>;
  readonly logGroup: CloudwatchLogGroup | undefined;
}
