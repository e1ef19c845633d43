/** The commands that read Terraform or an account, in one file to load: they share nearly all that they need. */
export { adoptCommand } from "./adopt-command";
export { checkCommand } from "./check-command";
export { costCommand } from "./cost-command";
export { diagnoseCommand } from "./diagnose-command";
export { drawCommand } from "./draw-command";
export { snapshotCommand } from "./snapshot-command";
