/**
 * The commands that read Terraform or an account, and the page of `check`, in one file to load: they share nearly all that they need.
 * `check` itself is not among them, since it is what a pipeline waits for.
 */
export { adoptCommand } from "./adopt-command";
export { checkAsHtml } from "./check-as-html";
export { costCommand } from "./cost-command";
export { diagnoseCommand } from "./diagnose-command";
export { drawCommand } from "./draw-command";
export { snapshotCommand } from "./snapshot-command";
