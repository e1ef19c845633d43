/**
 * The commands that read Terraform or an account, and the page of `check`, in one file to load: they share nearly all that they need.
 * `check` itself is not among them, since it is what a pipeline waits for. `plan` is loaded by itself as well; that it stands here
 * puts what it shares with the others into few files, each of which takes its time to load.
 */
export { adoptCommand } from "./adopt-command";
export { checkAsHtml } from "./check-as-html";
export { costCommand } from "./cost-command";
export { diagnoseCommand } from "./diagnose-command";
export { drawCommand } from "./draw-command";
export { planCommand } from "./plan-command";
export { snapshotCommand } from "./snapshot-command";
